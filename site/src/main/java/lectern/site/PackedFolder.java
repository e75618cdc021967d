package lectern.site;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder that travels inside the program: the guide, and the template of a new book. */
final class PackedFolder {
    private PackedFolder() {}

    /** Copies the folder of this name into another; no file that is there already is written over. */
    static void copy(String name, Path to) throws IOException {
        try {
            URI place = PackedFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            if (Files.isDirectory(Path.of(place))) {
                copy(Path.of(place).resolve(name), to);
                return;
            }
            try (var jar = FileSystems.newFileSystem(Path.of(place), Map.of())) {
                copy(jar.getPath(name), to);
            }
        } catch (URISyntaxException e) {
            throw new IOException("the program cannot find its own files", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
