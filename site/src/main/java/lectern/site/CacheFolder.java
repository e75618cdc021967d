package lectern.site;

import java.io.IOException;
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
                return temporary().orElse(wanted);
            }
            Files.createDirectories(wanted);
            Files.delete(Files.createTempFile(wanted, "can-be-written", ""));
            return wanted;
        } catch (IOException e) {
            LOG.warn("cache-unwritable folder={} instead=temporary hint=\"give a folder that can be written with --cache\"", wanted);
            return temporary().orElse(wanted); // whoever writes there does without
        }
    }

    private static Optional<Path> temporary() {
        try {
            Path folder = Files.createTempDirectory("lectern-cache");
            folder.toFile().deleteOnExit();
            return Optional.of(folder);
        } catch (IOException e) {
            LOG.warn("cache-missing hint=\"nothing is kept between starts; free some disk space\"");
            return Optional.empty();
        }
    }
}
