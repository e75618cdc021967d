package lectern.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where rendered formulas and other things that can be made again are kept. */
final class CacheFolder {
    private static final Logger LOG = LoggerFactory.getLogger("lectern");

    private CacheFolder() {}

    /** The folder asked for, or {@code BOOK/.lectern}; a temporary one, with one warning, where that cannot be written. */
    static Path of(Path book, Optional<Path> asked) {
        Path wanted = asked.orElse(book.resolve(".lectern"));
        try {
            if (asked.isEmpty() && !Files.isDirectory(book)) {
                return temporary();
            }
            Files.createDirectories(wanted);
            Files.delete(Files.createTempFile(wanted, "can-be-written", ""));
            return wanted;
        } catch (IOException e) {
            LOG.warn("cache-unwritable folder={} instead=temporary hint=\"give a folder that can be written with --cache\"", wanted);
            return temporary();
        }
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("lectern-cache");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made; free some disk space", e);
        }
    }
}
