package lectern.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a reader searches: an immutable view of the passages of one snapshot of the book. */
public interface SearchIndex extends AutoCloseable {
    /** An index of these passages, in memory. */
    static SearchIndex of(Collection<Passage> passages) {
        return LuceneIndex.of(passages);
    }

    /** At most {@code limit} hits, best first. Never throws for anything a reader may type; nothing typed finds nothing. */
    List<Hit> search(String query, int limit);

    /** The index after every passage of these pages is replaced by the given ones. This index stays as it is. */
    SearchIndex with(Set<String> pages, Collection<Passage> passages);

    @Override
    void close();
}
