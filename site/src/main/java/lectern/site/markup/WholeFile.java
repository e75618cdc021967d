package lectern.site.markup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and then puts it there at once, so that nobody reads half of it; of one that cannot be written, nothing is left. */
public final class WholeFile {
    /** Writes the content. */
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".part");
        try {
            try (var out = Files.newOutputStream(part)) {
                content.to(out);
            }
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            discard(part);
            throw e;
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // a folder that takes no file may not let go of one either
        }
    }
}
