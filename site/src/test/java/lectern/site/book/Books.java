package lectern.site.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mini-books for tests: files written from one text, each after a line {@code === path}. */
final class Books {
    private Books() {}

    /** Writes the files of a book into a folder. */
    static Path write(Path folder, String files) {
        try {
            Files.createDirectories(folder);
            for (var part : files.split("(?m)^=== ")) {
                if (!part.isBlank()) {
                    int end = part.indexOf('\n');
                    var file = folder.resolve(part.substring(0, end).strip());
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, part.substring(end + 1));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A book of one page. */
    static Path page(Path folder, String markdown) {
        return write(folder, "=== myst.yml\nproject: {title: T, toc: [{file: page.md}]}\n=== page.md\n" + markdown);
    }

    static Book read(Path folder) {
        try (var reader = new BookReader(folder, folder.resolveSibling(folder.getFileName() + "-cache"))) {
            return reader.read();
        } catch (UnreadableBook e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code file:line:column rule} of every problem. */
    static List<String> problems(Book book) {
        return book.problems().stream().map(p -> p.file() + ":" + p.line() + ":" + p.column() + " " + p.rule()).toList();
    }

    static String html(Section section) {
        var html = new StringBuilder();
        section.blocks().forEach(b -> html.append(b.html()).append('\n'));
        return html.toString();
    }
}
