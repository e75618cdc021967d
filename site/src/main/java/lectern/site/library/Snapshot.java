package lectern.site.library;

import java.util.Map;
import lectern.search.SearchIndex;
import lectern.site.book.Book;

/**
 * Everything a request may need, all of one reading of the book.
 *
 * @param version grows by one with every reading
 * @param pages by path without the leading slash; the contents page is the empty path
 */
public record Snapshot(long version, Book book, SearchIndex index, Map<String, Body> pages) {
    public Snapshot {
        pages = Map.copyOf(pages);
    }
}
