package lectern.site.library;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lectern.search.SearchIndex;
import lectern.site.book.Book;

/**
 * Everything a request may need, all of one reading of the book.
 *
 * @param version grows by one with every reading
 * @param indexing makes the index of these very pages; runs once, after the pages are out
 * @param pages by path without the leading slash; the contents page is the empty path
 */
public record Snapshot(long version, Book book, FutureTask<SearchIndex> indexing, Map<String, Body> pages) {
    public Snapshot {
        pages = Collections.unmodifiableMap(pages);
    }

    /** The index could not be made; it is tried again. */
    public static final class NoIndex extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoIndex(Throwable cause) {
            super("the search index could not be made", cause);
        }
    }

    /** The index; a search that comes before it is made makes it, or waits for the thread that does. */
    public SearchIndex index() {
        indexing.run();
        try {
            return indexing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoIndex(e);
        } catch (ExecutionException e) {
            throw new NoIndex(e.getCause());
        }
    }

    /** The same pages, their index made in another attempt. */
    Snapshot indexedBy(FutureTask<SearchIndex> another) {
        return new Snapshot(version, book, another, pages);
    }
}
