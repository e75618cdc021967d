package lectern.site.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lectern.search.Lexicon;
import lectern.site.markup.Kind;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.cite.Bibliography;
import lectern.site.markup.tex.Drawn;
import lectern.site.markup.tex.Formula;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Spots;
import lectern.site.markup.tex.Symbol;
import lectern.site.markup.tex.Tex;
import org.jspecify.annotations.Nullable;

/** Reads a book folder. Keeps what it knows between readings, so that a second reading costs what changed. */
public final class BookReader implements AutoCloseable {
    private final Folder folder;
    private final Pictures pictures;
    private final Tex tex;
    private final KeptBook kept;
    private final Workers workers = new Workers();
    private final Map<String, Made> made = new HashMap<>();
    private final SharedFiles shared;
    private boolean first = true;
    private @Nullable Runnable unkept;
    private final Map<String, Mistake> unreadable = new LinkedHashMap<>();
    private final Askers askers = new Askers();
    /** Pages that may be written differently, with what they asked about. */
    private final Map<String, Set<String>> owed = new HashMap<>();
    private BookFacts facts = new BookFacts(new BookFacts.Whole(Map.of(), Bibliography.EMPTY, Map.of(), Set.of(), Map.of()), List.of());
    private @Nullable Frame frame;
    private List<Mistake> unused = List.of();

    /**
     * What a reading knows before it looks at a page.
     *
     * @param mistakes of all files but pages
     */
    private record Frame(Configuration configuration, Contents contents, Page.Environment environment, Map<String, Contents.PagePlan> plans, List<Mistake> mistakes) {}

    /** Everything known of one page. */
    private static final class Made {
        private final SectionMaker maker;
        private @Nullable Page page;
        private @Nullable PageFacts facts;
        private @Nullable Section section;
        private String chapterTitle = "";
        private @Nullable PageFacts renderedFrom;

        private Made(SectionMaker maker) {
            this.maker = maker;
        }
    }

    /** @param cache where the book and its formulas are kept between runs; safe to delete at any time */
    public BookReader(Path folder, Path cache) {
        this(folder, new Tex(cache), cache);
    }

    /** @param tex draws the formulas, and is closed with the reader */
    public BookReader(Path folder, Tex tex, Path cache) {
        this.folder = new Folder(folder);
        kept = new KeptBook(cache, this.folder, KeptBook::program);
        pictures = new Pictures(this.folder);
        shared = new SharedFiles(this.folder);
        this.tex = tex;
    }

    /** As {@link #read}, for who reads the book once: if nothing of what it depends on has changed since an earlier run kept it, it is not read again. */
    public synchronized Book open() throws UnreadableBook {
        var known = kept.read();
        if (known.isPresent()) {
            return known.get();
        }
        var before = kept.listing();
        var book = read();
        // what failed for want of memory, or of a working engine, may not fail another time
        if (tex.isSure() && unreadable.isEmpty()) {
            unkept = () -> kept.write(book, before);
        }
        return book;
    }

    /** Keeps the book for later runs, if {@link #open} read it and nobody kept it since: for when those who wait for it have it. */
    public synchronized void keep() {
        if (unkept != null) {
            unkept.run();
            unkept = null;
        }
    }

    /** The book as it is on disk now. Mistakes in pages are problems of the book; only a folder that is no book throws. */
    public synchronized Book read() throws UnreadableBook {
        if (!Files.isDirectory(folder.root())) {
            throw new UnreadableBook(new Problem(".", 0, 0, Problem.Severity.ERROR, Rule.UNREADABLE_BOOK.id(), "There is no folder \"" + folder.root() + "\".",
                    "Give the folder that holds myst.yml, or make a book with `lectern new DIR`."));
        }
        var configuration = shared.configuration();
        var mistakes = new ArrayList<>(configuration.mistakes());
        var environment = shared.environment(configuration, mistakes);
        shared.readBibliography(configuration, mistakes);
        var contents = Contents.of(configuration, folder, made.keySet());
        mistakes.addAll(contents.mistakes());
        var plans = new LinkedHashMap<String, Contents.PagePlan>();
        contents.pages().forEach(plan -> plans.put(plan.file(), plan));
        var now = new Frame(configuration, contents, environment, plans, mistakes);
        frame = now;
        forgetAllBut(plans.keySet());
        readPages(now, plans.keySet());
        owe(number(now, false));
        for (var entry : made.entrySet()) {
            if (entry.getValue().renderedFrom != null && !entry.getValue().maker.filesHold(facts, entry.getValue().facts)) {
                entry.getValue().renderedFrom = null;
            }
        }
        return rest(now);
    }

    /**
     * The book as it is on disk now, when no other files have changed since it was last read: the cost is that of these files and of the pages that name what is in them.
     *
     * @param files paths inside the book folder
     */
    public synchronized Book read(Set<String> files) throws UnreadableBook {
        var book = readFirst(files);
        var now = frame;
        return now == null || !isOwing() ? book : rest(now);
    }

    /**
     * The same, but pages that name what is in these files, or whose numbers go on from theirs, may still be as they were: {@link #rest} writes them.
     *
     * @param files paths inside the book folder
     */
    public synchronized Book readFirst(Set<String> files) throws UnreadableBook {
        var now = frame;
        if (now == null || !files.stream().allMatch(file -> isPartOfAPage(file, now) || isNothing(file, now))) {
            return read();
        }
        var pages = new HashSet<>(askers.of(files.stream().map(Askers::file).toList()).keySet());
        files.stream().filter(made::containsKey).forEach(pages::add);
        readPages(now, pages);
        owe(number(now, true));
        owed.keySet().removeAll(write(now, pages::contains));
        save();
        return book(now, sections(now));
    }

    /** Whether pages are still to be written after {@link #readFirst}. */
    public synchronized boolean isOwing() {
        return !owed.isEmpty();
    }

    /** The book as it was last read, every page of it written. */
    public synchronized Book rest() {
        return rest(Objects.requireNonNull(frame, "nothing was read"));
    }

    private Book rest(Frame now) {
        owed.keySet().removeAll(write(now, file -> true));
        renew(owed);
        owed.clear();
        save();
        return book(now, sections(now));
    }

    private void owe(Map<String, Set<String>> affected) {
        affected.forEach((file, topics) -> owed.computeIfAbsent(file, f -> new HashSet<>()).addAll(topics));
    }

    /** Whether reading again may find more although no file changes: one looks cut off, and is believed only when it stays so. */
    public boolean isInDoubt() {
        return folder.isInDoubt();
    }

    /** Whether the file is one of the book's pages, or part of some, and nothing else. */
    private boolean isPartOfAPage(String file, Frame now) {
        return folder.exists(file) && (made.containsKey(file) || askers.isAsked(Askers.file(file))) && !isShared(file, now);
    }

    /** Whether the file is not there and nobody misses it: editors make and remove such beside the file they save. */
    private boolean isNothing(String file, Frame now) {
        return !folder.exists(file) && !made.containsKey(file) && !askers.isAsked(Askers.file(file)) && !isShared(file, now);
    }

    private boolean isShared(String file, Frame now) {
        return now.configuration.files().contains(file) || Configuration.FILES.contains(file) || now.configuration.bibliography().contains(file) || now.configuration.symbols().equals(file) || pictures.used().containsKey(file);
    }

    private void forgetAllBut(Set<String> files) {
        made.keySet().stream().filter(file -> !files.contains(file)).toList().forEach(file -> {
            made.remove(file);
            askers.forget(file);
        });
        unreadable.keySet().retainAll(files);
    }

    private void readPages(Frame now, Set<String> files) {
        var tasks = new LinkedHashMap<String, Future<Page>>();
        for (var file : files) {
            var known = made.computeIfAbsent(file, f -> new Made(new SectionMaker(folder, pictures, tex)));
            // a page that is gone although it is named stays as it was; that is a mistake of the contents
            if (known.page == null || folder.exists(file) && !known.page.isCurrent(folder, now.environment)) {
                tasks.put(file, workers.submit(() -> Page.read(file, folder, now.environment, tex)));
            } else {
                unreadable.remove(file);
            }
        }
        tasks.forEach((file, task) -> {
            unreadable.remove(file);
            try {
                made.get(file).page = Workers.get(task);
            } catch (Folder.Unreadable e) {
                if (folder.exists(file) || made.get(file).page == null) {
                    unreadable.put(file, new Mistake(e.in(file), Rule.UNREADABLE_PAGE, e.getMessage(), e.hint()));
                }
                if (made.get(file).page == null) {
                    made.remove(file);
                } // else others still refer to what was read last
            }
        });
    }

    /** Numbers the pages anew where that is needed, and returns those that may be written differently though they did not change, with what they asked about. */
    private Map<String, Set<String>> number(Frame now, boolean sameContents) {
        var all = new ArrayList<PageFacts>();
        var changed = new ArrayList<PageFacts>();
        boolean cited = false;
        for (var chapter : now.contents.chapters()) {
            Map<Kind, Integer> counts = Map.of();
            for (var plan : chapter.pages()) {
                var known = made.get(plan.file());
                if (known == null) {
                    continue;
                }
                var before = known.facts;
                if (before == null || !before.isCurrent(known.page, plan, chapter.number(), counts)) {
                    known.facts = PageFacts.of(known.page, plan, chapter.number(), counts);
                    cited |= before == null || !before.cited().equals(known.facts.cited()) || before.page().listsWorks() != known.page.listsWorks();
                    changed.add(known.facts);
                }
                counts = known.facts.after();
                all.add(known.facts);
            }
        }
        if (!sameContents || cited) {
            unused = shared.unusedReferences(all.stream().flatMap(page -> page.cited().stream()).collect(Collectors.toSet()));
            var whole = WholeBook.facts(now.configuration, now.contents, shared.bibliography(), all);
            if (!whole.equals(facts.whole()) || !facts.paths().equals(all.stream().map(page -> page.plan().path()).toList())) {
                facts = new BookFacts(whole, all);
                made.values().forEach(known -> known.renderedFrom = null);
                return Map.of();
            }
        }
        var topics = new HashSet<String>();
        changed.forEach(page -> topics.addAll(facts.replace(page)));
        return askers.of(topics);
    }

    /** Of these files, writes the pages that changed, each with all its blocks, and returns which did; others that changed are owed. */
    private Set<String> write(Frame now, Predicate<String> these) {
        var tasks = new LinkedHashMap<String, Future<Section>>();
        for (var chapter : now.contents.chapters()) {
            var first = chapter.pages().isEmpty() ? null : made.get(chapter.pages().getFirst().file());
            var title = chapter.titled() && chapter.title().isEmpty() ? first == null ? "" : first.page.titleOrName() : chapter.title();
            var numbered = chapter.number() + title;
            for (var plan : chapter.pages()) {
                var known = made.get(plan.file());
                if (known == null) {
                    continue;
                }
                var section = known.section;
                boolean stale = section == null || known.renderedFrom != known.facts || !known.chapterTitle.equals(numbered);
                if (stale && !these.test(plan.file())) {
                    owe(Map.of(plan.file(), Set.of()));
                } else if (stale) {
                    known.renderedFrom = known.facts;
                    known.chapterTitle = numbered;
                    tasks.put(plan.file(), workers.submit(() -> {
                        var again = known.maker.make(known.facts, facts, chapter.number(), title);
                        // the same section as before stays the same object, so that nobody downstream works for nothing
                        return section != null && again.with(section.problems()).equals(section) ? section : again;
                    }));
                }
            }
        }
        keep(tasks);
        return new HashSet<>(tasks.keySet());
    }

    /** Writes again the blocks of other pages that are told otherwise now. */
    private void renew(Map<String, Set<String>> affected) {
        var tasks = new LinkedHashMap<String, Future<Section>>();
        affected.forEach((file, topics) -> {
            var known = made.get(file);
            if (known != null && known.section != null) {
                tasks.put(file, workers.submit(() -> known.maker.renew(known.section, known.facts, facts, topics)));
            }
        });
        keep(tasks);
    }

    private void keep(Map<String, Future<Section>> tasks) {
        tasks.forEach((file, task) -> {
            var known = made.get(file);
            try {
                known.section = Workers.get(task);
            } catch (Folder.Unreadable e) { // it stays as it was, and is tried again
                known.renderedFrom = null;
                unreadable.put(file, new Mistake(e.in(file), Rule.UNREADABLE_PAGE, e.getMessage(), e.hint()));
                return;
            }
            askers.set(file, known.maker.asked(), known.page.includedFiles(folder));
        });
    }

    private Map<String, Section> sections(Frame now) {
        var sections = new LinkedHashMap<String, Section>();
        for (var plan : now.plans.values()) {
            var known = made.get(plan.file());
            if (known != null && known.section != null) {
                sections.put(plan.file(), known.section);
            }
        }
        return sections;
    }

    private List<Mistake> mistakes(Frame now, Map<String, Section> sections) {
        var mistakes = new ArrayList<>(now.mistakes);
        mistakes.addAll(unreadable.values());
        folder.held().forEach(file -> mistakes.add(new Mistake(Place.of(file), Rule.HALF_SAVED, "The file ends in the middle, as if a save had been cut off; what it held before is shown.",
                "Save it again, even just as it is; an empty page needs at least a title.")));
        mistakes.addAll(facts.doubled());
        sections.keySet().forEach(file -> mistakes.addAll(made.get(file).maker.mistakes()));
        mistakes.addAll(unused);
        return mistakes;
    }

    private void save() {
        if (first || tex.isWorthSaving()) {
            first = false;
            workers.execute(tex::save);
        }
    }

    private Book book(Frame now, Map<String, Section> sections) {
        var configuration = now.configuration;
        var mistakes = mistakes(now, sections);
        var problems = new Severities(configuration.rules()).problems(mistakes);
        var byFile = new HashMap<String, List<Problem>>();
        problems.forEach(p -> byFile.computeIfAbsent(p.file(), f -> new ArrayList<>()).add(p));
        var whole = new LinkedHashMap<String, Section>();
        sections.forEach((file, section) -> {
            var own = byFile.getOrDefault(file, List.of());
            var same = section.problems().equals(own) ? section : section.with(own);
            made.get(file).section = same;
            whole.put(file, same);
        });
        return new Book(folder.root(), configuration.title().isEmpty() ? String.valueOf(folder.root().getFileName()) : configuration.title(), configuration.description(), configuration.authors(),
                configuration.license(), configuration.edition(), configuration.report(), Chapters.of(now.contents, configuration, whole), List.copyOf(whole.values()), configuration.redirects(), pictures.used(), lexicon(configuration), configuration.voice(), problems);
    }

    private Lexicon lexicon(Configuration configuration) {
        var names = new ArrayList<>(shared.symbols().names());
        configuration.abbreviations().forEach((shortly, fully) -> names.add(Set.of(shortly, fully)));
        return new Lexicon(names, configuration.macros());
    }

    /** Where the symbols stand in a formula of the book. */
    public Spots spots(Formula formula) {
        return tex.spots(formula);
    }

    /** A symbol as it is drawn in a line. */
    public String drawn(Symbol symbol, Setting setting) {
        return tex.draw(new Formula(symbol.tex(), false, setting)) instanceof Drawn.Good good ? good.html() : "";
    }

    @Override
    public void close() {
        keep();
        workers.close();
        tex.close();
    }
}
