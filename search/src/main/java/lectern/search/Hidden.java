package lectern.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** A reader in which the passages of some pages are as if deleted. */
final class Hidden extends FilterDirectoryReader {
    private final Set<String> pages;

    Hidden(DirectoryReader reader, Set<String> pages) throws IOException {
        super(reader, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader leaf) {
                try {
                    return new Leaf(leaf, pages);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        });
        this.pages = pages;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader reader) throws IOException {
        return new Hidden(reader, pages);
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }

    private static final class Leaf extends FilterLeafReader {
        private final FixedBitSet live;
        private final int count;

        Leaf(LeafReader leaf, Set<String> pages) throws IOException {
            super(leaf);
            live = new FixedBitSet(leaf.maxDoc());
            live.set(0, leaf.maxDoc());
            for (String page : pages) {
                PostingsEnum documents = leaf.postings(new Term(Layer.PAGE, page), PostingsEnum.NONE);
                if (documents == null) continue;
                for (int d = documents.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = documents.nextDoc()) live.clear(d);
            }
            count = live.cardinality();
        }

        @Override
        public Bits getLiveDocs() {
            return live;
        }

        @Override
        public int numDocs() {
            return count;
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return null;
        }

        @Override
        public @Nullable CacheHelper getCoreCacheHelper() {
            return null;
        }
    }
}
