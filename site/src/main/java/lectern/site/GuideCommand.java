package lectern.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lectern guide}: the user's guide, served like any book. */
@Command(name = "guide", mixinStandardHelpOptions = true, description = "Serve the user's guide, which is itself a book.")
final class GuideCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions options = new ServerOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lectern-guide");
        PackedFolder.copy("guide", folder);
        return ServeCommand.serve(folder, options);
    }
}
