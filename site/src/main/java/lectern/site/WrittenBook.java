package lectern.site;

import java.io.IOException;
import java.nio.file.Path;
import lectern.site.book.BookReader;
import lectern.site.book.UnreadableBook;
import lectern.site.library.Library;
import lectern.site.web.Pages;

/** A book that is read once, for a command that writes it out. */
final class WrittenBook {
    /** Writes the book and says what was written. */
    interface Writer {
        String write(Library library) throws IOException;
    }

    private WrittenBook() {}

    /** Tells the book's problems and what was written; returns the exit code. */
    static int of(Path book, Path cache, Pages pages, Writer writer) throws IOException {
        try (var library = Library.open(new BookReader(book, cache), pages, cache)) {
            library.problems().forEach(System.err::println);
            System.err.printf("%s: %s%n", library.snapshot().book().title(), writer.write(library));
            return library.problems().stream().anyMatch(p -> p.isError()) ? 1 : 0;
        } catch (UnreadableBook e) {
            System.err.println("lectern: " + e.problem());
            return 1;
        }
    }
}
