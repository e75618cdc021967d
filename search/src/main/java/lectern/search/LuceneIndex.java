package lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * The index by Lucene, in memory: one layer with most of the book, and a small one with every page changed since, which hides the pages' old passages.
 */
final class LuceneIndex implements SearchIndex {
    // Lucene warns at start that it could use the vector incubator module; this index holds no vectors. The field keeps the logger alive.
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.OFF);
    }

    private static final int CANDIDATES = 50;
    private static final int CHARACTERS = 256;
    private static final int CLAUSES = 16;
    private static final long DEADLINE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Semaphore turns;
    private final Layer base;
    private final Layer changes;
    private final Set<String> changed;
    private final IndexReader reader;

    private LuceneIndex(Layer base, Layer changes, Set<String> changed, Semaphore turns) {
        this.base = base;
        this.changes = changes;
        this.changed = changed;
        this.turns = turns;
        try {
            DirectoryReader rest = changed.isEmpty() ? base.reader() : new Hidden(base.reader(), changed);
            reader = new MultiReader(rest, changes.reader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SearchIndex of(Collection<Passage> passages) {
        return new LuceneIndex(Layer.of(List.copyOf(passages)), Layer.of(List.of()), Set.of(), new Semaphore(2 * Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public List<Hit> search(String query, int limit) {
        Typed typed = Typed.read(Typed.cut(query, CHARACTERS));
        if (typed.isEmpty() || limit <= 0) return List.of();
        try {
            if (!turns.tryAcquire(DEADLINE, TimeUnit.NANOSECONDS)) return List.of();
            try {
                return find(typed, limit);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Hit> find(Typed typed, int limit) throws IOException {
        WordQuery words = WordQuery.of(typed, new Vocabulary(reader), CLAUSES);
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        long end = System.nanoTime() + DEADLINE;
        searcher.setTimeout(() -> System.nanoTime() - end > 0);
        int wanted = Math.min(limit, 1000);
        ScoreDoc[] best = searcher.search(words.query(), new TopScoreDocCollectorManager(Math.max(CANDIDATES, wanted), CANDIDATES * 2)).scoreDocs;
        record Scored(Passage passage, double score) {}
        List<Scored> scored = new ArrayList<>();
        for (ScoreDoc hit : best) {
            Passage passage = passage(hit.doc);
            scored.add(new Scored(passage, hit.score * weight(passage.kind())));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored.stream().limit(wanted).map(hit -> new Hit(hit.passage.url(), hit.passage.title(), hit.passage.trail(), hit.passage.kind(),
            Snippet.of(hit.passage.text(), words::matches), hit.score)).toList();
    }

    private Passage passage(int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues nth = leaf.reader().getNumericDocValues(Layer.NTH);
        if (nth == null || !nth.advanceExact(document - leaf.docBase)) throw new IllegalStateException("document " + document + " has no passage");
        int changesBegin = base.reader().maxDoc();
        return (document < changesBegin ? base : changes).passages().get((int) nth.longValue());
    }

    /** A little more for what answers a question, a little less for what only mentions the words. */
    private static double weight(Passage.Kind kind) {
        return switch (kind) {
            case DEFINITION, TERM -> 1.15;
            case SECTION, THEOREM -> 1.05;
            case EQUATION, FIGURE, WIDGET, EXERCISE -> 1;
            case REFERENCE -> 0.9;
        };
    }

    @Override
    public SearchIndex with(Set<String> pages, Collection<Passage> passages) {
        Set<String> all = new HashSet<>(changed);
        all.addAll(pages);
        passages.forEach(passage -> all.add(passage.page()));
        List<Passage> fresh = new ArrayList<>();
        changes.passages().stream().filter(old -> !pages.contains(old.page())).forEach(fresh::add);
        fresh.addAll(passages);
        if (fresh.size() <= 200 + base.passages().size() / 4) return new LuceneIndex(base, Layer.of(List.copyOf(fresh)), Set.copyOf(all), turns);
        List<Passage> everything = new ArrayList<>(base.passages().stream().filter(old -> !all.contains(old.page())).toList());
        everything.addAll(fresh);
        return new LuceneIndex(Layer.of(List.copyOf(everything)), Layer.of(List.of()), Set.of(), turns);
    }

    /** Nothing to give back: all is memory, and a search that still runs may end in peace. */
    @Override
    public void close() {}
}
