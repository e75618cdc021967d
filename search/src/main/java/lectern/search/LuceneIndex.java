package lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;

/** The index by Lucene, in memory: one layer with most of the book, and a small one with every page changed since, which hides the pages' old passages. */
final class LuceneIndex implements SearchIndex {
    // Lucene warns at start that it could use the vector incubator module; this index holds no vectors. The field keeps the logger alive.
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.OFF);
    }

    /** Searches run here when their caller is a virtual thread, whose working time nobody measures ({@link Allowance}); the turns keep them few. */
    private static final ExecutorService MEASURED = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("search-", 1).factory());

    /** Changes are indexed anew at each save, so they are folded into the base before they are many. */
    private static final int FEW = 200;

    private final Semaphore turns;
    private final Lexicon lexicon;
    private final Aliases aliases;
    private final Stems stems;
    private final Layer base;
    private final Layer changes;
    private final Set<String> changed;
    private final IndexReader reader;

    private LuceneIndex(Lexicon lexicon, Aliases aliases, Stems stems, Layer base, Layer changes, Set<String> changed, Semaphore turns) {
        this.lexicon = lexicon;
        this.aliases = aliases;
        this.stems = stems;
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

    static LuceneIndex of(Collection<Passage> passages, Lexicon lexicon) {
        LuceneIndex index = of(Layer.of(List.copyOf(passages), lexicon), lexicon);
        index.warm();
        return index;
    }

    static LuceneIndex open(Path file, Collection<Passage> passages, Lexicon lexicon) {
        return of(IndexCache.open(file, List.copyOf(passages), lexicon), lexicon);
    }

    private static LuceneIndex of(Layer base, Lexicon lexicon) {
        Semaphore turns = new Semaphore(2 * Runtime.getRuntime().availableProcessors());
        return new LuceneIndex(lexicon, new Aliases(lexicon), new Stems(), base, Layer.of(List.of(), lexicon), Set.of(), turns);
    }

    @Override
    public void warm() {
        find(new Question("warm wram x = y", 1), Limits.LONG, true);
    }

    @Override
    public Findings find(Question question) {
        return find(question, Limits.of(question.text()), true);
    }

    @Override
    public List<Hit> search(String query, int limit) {
        return find(new Question(query, limit), Limits.of(query), false).hits();
    }

    /** Answers within the limits, or with nothing when too many ask at once. */
    Findings find(Question question, Limits limits, boolean counted) {
        Typed typed = Typed.read(Typed.cut(question.text(), limits.characters()), lexicon);
        if (typed.isEmpty() || question.limit() <= 0) return Findings.NONE;
        return inTurn(limits, Findings.NONE, () -> new Finder(this, question, limits).find(typed, counted));
    }

    @Override
    public List<Hit> suggest(String beginning, int limit) {
        List<String> words = Words.folded(Typed.cut(beginning, Limits.TYPED.characters()));
        if (words.isEmpty() || limit <= 0) return List.of();
        return inTurn(Limits.TYPED, List.of(), () -> new Finder(this, new Question(beginning, limit), Limits.TYPED).titled(words.subList(0, Math.min(words.size(), Limits.TYPED.clauses()))));
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> T inTurn(Limits limits, T nothing, Work<T> work) {
        try {
            if (!turns.tryAcquire(limits.time().toNanos(), TimeUnit.NANOSECONDS)) return nothing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return nothing;
        }
        try {
            return Thread.currentThread().isVirtual() ? MEASURED.submit(work::done).get() : work.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return nothing;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            turns.release();
        }
    }

    IndexReader reader() {
        return reader;
    }

    Aliases aliases() {
        return aliases;
    }

    Stems stems() {
        return stems;
    }

    boolean isChanged(int document) {
        return document >= base.reader().maxDoc();
    }

    Layer layer(int document) {
        return isChanged(document) ? changes : base;
    }

    @Override
    public SearchIndex with(Set<String> pages, Collection<Passage> passages) {
        Set<String> all = new HashSet<>(changed);
        all.addAll(pages);
        passages.forEach(passage -> all.add(passage.page()));
        List<Passage> fresh = new ArrayList<>();
        changes.passages().stream().filter(old -> !pages.contains(old.page())).forEach(fresh::add);
        fresh.addAll(passages);
        if (fresh.size() <= FEW + base.passages().size() / 4) {
            return new LuceneIndex(lexicon, aliases, stems, base, Layer.of(List.copyOf(fresh), lexicon), Set.copyOf(all), turns);
        }
        List<Passage> everything = new ArrayList<>(base.passages().stream().filter(old -> !all.contains(old.page())).toList());
        everything.addAll(fresh);
        return of(everything, lexicon);
    }

    /** Nothing to give back: all is memory, and a search that still runs may end in peace. */
    @Override
    public void close() {}
}
