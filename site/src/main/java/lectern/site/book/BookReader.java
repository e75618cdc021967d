package lectern.site.book;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a book folder. Keeps what it knows between readings, so that a second reading costs what changed. */
public final class BookReader implements AutoCloseable {
    private final Path folder;

    /** @param cache where rendered formulas are kept between runs; safe to delete at any time */
    public BookReader(Path folder, Path cache) {
        this.folder = folder;
    }

    /** The book as it is on disk now. Mistakes in pages are problems of the book; only a folder that is no book throws. */
    public Book read() throws UnreadableBook {
        return new Book(folder, "Book", "", List.of(), "", "", List.of(), List.of(), Map.of(), Map.of(), List.of());
    }

    @Override
    public void close() {}
}
