package lectern.site.library;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.search.Passage;
import lectern.search.SearchIndex;
import lectern.site.book.Book;
import lectern.site.book.BookReader;
import lectern.site.book.Problem;
import lectern.site.book.Section;
import lectern.site.book.UnreadableBook;
import lectern.site.markup.Rule;
import lectern.site.markup.tex.Formula;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Spots;
import lectern.site.markup.tex.Symbol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one mutable reference of the server: the snapshot that requests read while the next is being made. */
public final class Library implements AutoCloseable {
    /** Makes the bytes of every page. Given what was printed before, it need only print what differs. */
    public interface Printer {
        Printed print(Book book, Snapshot before);
    }

    /** Every page by its path. @param changed paths that are new, gone or printed anew */
    public record Printed(Map<String, Body> pages, Set<String> changed) {}

    /** So much later than its pages a snapshot's index is made, if no search wants it before: the open page comes first. */
    private static final int INDEX_AFTER_MILLIS = 400;

    /** Pages that name what was saved are written again when nothing was saved for so long, or this long after the first save that concerns them. */
    private static final int REST_AFTER_MILLIS = 100;
    private static final int REST_AT_MOST_MILLIS = 1_000;

    /** How long what may be a save under way is waited for, and how often it is looked at. */
    private static final int DOUBT_MILLIS = 200;
    private static final int LOOK_AGAIN_MILLIS = 40;
    private static final int LOOK_LATER_MILLIS = 400;

    /** An index that could not be made is tried again after this long: what was short, memory or time, may be there again. */
    private static final int RETRY_SECONDS = 2;

    private static final Logger LOG = LoggerFactory.getLogger("lectern");

    /** A book, what can be found in it by page, and the index of that. */
    private record Indexed(Book book, Map<String, List<Passage>> found, SearchIndex index) {}

    private final ScheduledExecutorService indexer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("indexer").factory());
    private final BookReader reader;
    private final Printer printer;
    private final Path cache;
    private final AtomicReference<Snapshot> current;
    /** The last index that was made; null before the first. */
    private final AtomicReference<@Nullable Indexed> indexed;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Change>> early = new CopyOnWriteArrayList<>();
    private List<Problem> told;
    private long doubtedSince;
    /** What was printed last, and the paths in it that differ from what is served. */
    private Snapshot printed;
    private final Set<String> unpublished = new HashSet<>();
    /** When a file was saved last, and when the first of the saves after which pages are still to be written; 0 when none is. */
    private long savedLast;
    private long owingSince;
    /** Nanoseconds of work on what was told early since then. */
    private long worked;

    private Library(BookReader reader, Printer printer, Path cache, Book first) {
        this.reader = reader;
        this.printer = printer;
        this.cache = cache;
        var index = new FutureTask<>(() -> {
            var found = Findable.in(first);
            return remember(first, found, SearchIndex.open(cache.resolve("search.index"), passages(found), first.lexicon()));
        });
        var nothing = new Snapshot(0, first, index, Map.of());
        this.printed = new Snapshot(1, first, index, printer.print(first, nothing).pages);
        this.current = new AtomicReference<>(printed);
        this.indexed = new AtomicReference<>();
        this.told = first.problems();
        makeIndex(snapshot());
    }

    /**
     * Reads and prints the book, which may be as an earlier run kept it.
     *
     * @param cache folder that keeps the search index between starts
     * @throws UnreadableBook if the folder is no book
     */
    public static Library open(BookReader reader, Printer printer, Path cache) throws UnreadableBook {
        return new Library(reader, printer, cache, reader.open());
    }

    /** For a book that will change while we watch: it is read whatever was kept, and a folder that is no book becomes a book without pages and with one problem, to be mended while we watch. */
    public static Library openAnyway(BookReader reader, Printer printer, Path cache) {
        try {
            return new Library(reader, printer, cache, reader.read());
        } catch (UnreadableBook e) {
            return new Library(reader, printer, cache, Book.unreadable(e.problem()));
        }
    }

    public Snapshot snapshot() {
        return current.get();
    }

    /** Calls {@code listener} after every reading, on the thread that read. */
    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /**
     * Calls {@code listener}, on the thread that reads, when the saved page itself is done and pages that name what is in it are not: the snapshot
     * is not swapped yet, the change is one from what was told last, early or not, and so are the problems. The whole change follows, with the same version.
     */
    public void listenEarly(Consumer<Change> listener) {
        early.add(listener);
    }

    /**
     * Reads the folder again and swaps the snapshot. A page that is broken now but was good before stays as it was;
     * a folder that can no longer be read leaves the whole book as it was. Either way the problems are told.
     */
    public synchronized void refresh() {
        look(Set.of(), false);
    }

    /**
     * As {@link #refresh}, when only these files have changed; no files mean any. What looks like a save under way (a page gone, a file cut off)
     * is looked at again before it is believed.
     *
     * @param files paths inside the book folder
     */
    public synchronized void refresh(Set<String> files) {
        look(files, true);
    }

    private void look(Set<String> files, boolean patient) {
        long start = System.nanoTime();
        Book known = printed.book();
        Book book;
        try {
            book = keepGoodPages(known, files.isEmpty() ? reader.read() : early.isEmpty() ? reader.read(files) : reader.readFirst(files));
        } catch (UnreadableBook e) {
            if (!patient || !waits(!told.contains(e.problem()))) {
                tell(new Change(snapshot(), snapshot(), Set.of(), List.of(e.problem()), millisSince(start)));
            }
            return;
        }
        if (reader.isInDoubt()) {
            indexer.schedule(() -> refresh(Set.of()), LOOK_LATER_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (patient && waits(isDoubtful(known, book))) {
            return;
        }
        if (!files.isEmpty() && !early.isEmpty() && reader.isOwing()) {
            tellEarly(book, start);
        } else {
            publish(book, start);
        }
    }

    /** Tells of the saved page alone; what is owed to the others waits for an end of the saves, but not for long. */
    private void tellEarly(Book book, long start) {
        var known = printed;
        var change = new Change(known, print(book, known.indexing()), unpublished, told, millisSince(start));
        early.forEach(l -> l.accept(change));
        savedLast = start;
        owingSince = owingSince == 0 ? start : owingSince;
        worked += System.nanoTime() - start;
        indexer.schedule(this::finish, REST_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void finish() {
        boolean quiet = millisSince(savedLast) >= REST_AFTER_MILLIS || millisSince(owingSince) >= REST_AT_MOST_MILLIS;
        if (owingSince != 0 && quiet) { // else it was done, or a later save comes back for it
            Watcher.guard(() -> publish(keepGoodPages(printed.book(), reader.rest()), System.nanoTime() - worked));
        }
    }

    private void publish(Book book, long start) {
        Snapshot before = current.get();
        var after = print(book, new FutureTask<>(() -> index(book)));
        current.set(after);
        owingSince = 0;
        worked = 0;
        indexer.schedule(() -> makeIndex(after), INDEX_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        var change = new Change(before, after, unpublished, book.problems(), millisSince(start));
        unpublished.clear();
        tell(change);
    }

    /** The next snapshot, printed after what was printed last, also where that was told early and then given up. */
    private Snapshot print(Book book, FutureTask<SearchIndex> index) {
        var now = printer.print(book, printed);
        unpublished.addAll(now.changed);
        printed = new Snapshot(current.get().version() + 1, book, index, now.pages);
        return printed;
    }

    /** Whether to look again before anything is told: as long as there is doubt, but not for long. */
    private boolean waits(boolean doubtful) {
        if (!doubtful) {
            doubtedSince = 0;
            return false;
        }
        long now = System.nanoTime();
        doubtedSince = doubtedSince == 0 ? now : doubtedSince;
        if (now - doubtedSince > TimeUnit.MILLISECONDS.toNanos(DOUBT_MILLIS)) {
            doubtedSince = 0;
            return false;
        }
        indexer.schedule(() -> refresh(Set.of()), LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        return true;
    }

    /** Whether a page is gone, or something newly cannot be read: perhaps it is being saved just now. */
    private boolean isDoubtful(Book before, Book now) {
        return isPageGone(before.sections(), now.sections())
                || now.problems().stream().anyMatch(p -> (p.rule().equals(Rule.HALF_SAVED.id()) || p.rule().equals(Rule.MISSING_PAGE.id()) || p.rule().equals(Rule.UNREADABLE_PAGE.id())) && !told.contains(p));
    }

    private static boolean isPageGone(List<Section> before, List<Section> now) {
        if (before.size() == now.size() && IntStream.range(0, now.size()).allMatch(i -> before.get(i) == now.get(i) || before.get(i).path().equals(now.get(i).path()))) {
            return false; // asked at every save
        }
        var paths = now.stream().map(Section::path).collect(Collectors.toSet());
        return before.stream().anyMatch(section -> !paths.contains(section.path()));
    }

    /** Makes the index of a snapshot, unless that is already replaced; a search that still asks for it makes it then. */
    private void makeIndex(Snapshot of) {
        if (snapshot() != of) {
            return;
        }
        try {
            of.index();
        } catch (Snapshot.NoIndex e) {
            LOG.error("index-failed error=\"{}\" hint=\"pages are served, searches are not; tried again every {} s\"", String.valueOf(e.getCause()), RETRY_SECONDS);
            indexer.schedule(() -> {
                var again = of.indexedBy(new FutureTask<>(() -> index(of.book())));
                if (current.compareAndSet(of, again)) {
                    makeIndex(again);
                }
            }, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Why not everything can be answered now, in words; empty when it can. */
    public Optional<String> notReady() {
        return switch (snapshot().indexing().state()) {
            case SUCCESS, RUNNING -> Optional.empty(); // a search waits for the index of pages that were just saved
            case FAILED, CANCELLED -> Optional.of("the search index could not be made; it is tried again every " + RETRY_SECONDS + " s");
        };
    }

    private void tell(Change change) {
        told = change.problems();
        listeners.forEach(l -> l.accept(change));
    }

    private static Book keepGoodPages(Book before, Book now) {
        if (now.problems().stream().noneMatch(Problem::isError)) {
            return now;
        }
        var kept = now.sections().stream().filter(Section::broken)
                .flatMap(s -> before.section(s.path()).stream()).filter(s -> !s.broken())
                .collect(Collectors.toMap(Section::path, s -> s));
        return kept.isEmpty() ? now : now.keeping(kept);
    }

    /** The index of a book, made from the last that was made by the pages that differ. */
    private SearchIndex index(Book book) {
        var last = indexed.get();
        var found = Findable.in(book);
        if (last == null || !book.lexicon().equals(last.book.lexicon())) {
            return remember(book, found, SearchIndex.of(passages(found), book.lexicon()));
        }
        var stale = new HashSet<>(last.found.keySet());
        var fresh = new LinkedHashMap<>(found);
        fresh.entrySet().removeIf(page -> page.getValue().equals(last.found.get(page.getKey())) && stale.remove(page.getKey()));
        stale.addAll(fresh.keySet());
        return remember(book, found, stale.isEmpty() ? last.index : last.index.with(stale, passages(fresh)));
    }

    private SearchIndex remember(Book book, Map<String, List<Passage>> found, SearchIndex index) {
        indexed.set(new Indexed(book, found, index));
        return index;
    }

    private static List<Passage> passages(Map<String, List<Passage>> byPage) {
        return byPage.values().stream().flatMap(List::stream).toList();
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Where the symbols stand in a formula of the book. */
    public Spots spots(Formula formula) {
        return reader.spots(formula);
    }

    /** A symbol as it is drawn in a line. */
    public String drawn(Symbol symbol, Setting setting) {
        return reader.drawn(symbol, setting);
    }

    /** Keeps the book for later starts, where it was read for this one. */
    public void keep() {
        reader.keep();
    }

    /** Makes itself again as the next start will, from what is kept: for a process that leaves its classes to later ones. */
    public void rehearse() {
        reader.keep();
        try {
            var next = open(reader, printer, cache);
            next.indexer.shutdownNow();
            next.snapshot().index().close();
        } catch (UnreadableBook e) {
            LOG.warn("not-rehearsed problem={}", e.problem());
        }
    }

    /** Problems of the book as it is served. */
    public List<Problem> problems() {
        return snapshot().book().problems();
    }

    @Override
    public void close() {
        indexer.shutdownNow();
        var last = indexed.get(); // an index that was never made, or is interrupted here, has nothing to close
        if (last != null) {
            last.index.close();
        }
        reader.close();
    }
}
