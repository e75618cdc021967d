package lectern.search;

import java.util.Collection;

/** The embedded index keeps the contract. */
class LuceneIndexTest extends SearchIndexContract {
    @Override
    SearchIndex index(Collection<Passage> passages) {
        return SearchIndex.of(passages);
    }
}
