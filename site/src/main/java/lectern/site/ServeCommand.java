package lectern.site;

import java.util.concurrent.Callable;
import lectern.site.book.BookReader;
import lectern.site.book.UnreadableBook;
import lectern.site.library.Library;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import lectern.site.web.Server;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lectern serve}: the book for its readers. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serve a book to its readers.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions options = new ServerOptions();

    @Override
    public Integer call() throws InterruptedException {
        try {
            Settings settings = options.settings();
            var assets = new Assets();
            var pages = new Pages(assets, false);
            var cache = CacheFolder.of(options.book, settings.cache());
            var library = Library.open(new BookReader(options.book, cache), pages, cache);
            library.problems().forEach(p -> LoggerFactory.getLogger("lectern").warn("problem {}", p));
            return RunningServer.untilStopped(Server.create(library, assets, pages, settings, null), settings, library, () -> {});
        } catch (UnreadableBook e) {
            System.err.println("lectern: " + e.problem());
            return 1;
        } catch (Settings.Unusable e) {
            System.err.println("lectern: " + e.getMessage());
            return 2;
        }
    }
}
