package lectern.site.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lectern.search.Lexicon;
import lectern.site.markup.Kind;
import lectern.site.markup.Labels;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.cite.Bibliography;
import lectern.site.markup.html.Facts;
import lectern.site.markup.tex.Drawn;
import lectern.site.markup.tex.Formula;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Spots;
import lectern.site.markup.tex.Symbol;
import lectern.site.markup.tex.Tex;
import org.jspecify.annotations.Nullable;

/** Reads a book folder. Keeps what it knows between readings, so that a second reading costs what changed. */
public final class BookReader implements AutoCloseable {
    private static final long STACK_BYTES = 8L << 20;

    private final Folder folder;
    private final Pictures pictures;
    private final Tex tex;
    private final ExecutorService threads;
    private final Map<String, Made> made = new HashMap<>();
    private boolean first = true;
    private @Nullable Configuration configuration;
    private List<String> configurationTexts = List.of();
    private Map<String, String> bibliographyTexts = Map.of();
    private Bibliography bibliography = Bibliography.EMPTY;
    private String symbolsText = "";
    private Symbols knownSymbols = Symbols.NONE;
    private List<Mistake> symbolMistakes = List.of();
    private List<Mistake> bibliographyMistakes = List.of();
    private BookFacts facts = new BookFacts(Map.of(), Map.of(), Map.of(), Map.of(), Bibliography.EMPTY, Map.of(), Map.of());

    /** Everything known of one page. */
    private static final class Made {
        private final SectionMaker maker;
        private @Nullable Page page;
        private @Nullable PageFacts facts;
        private @Nullable Section section;
        private String chapterTitle = "";
        private @Nullable BookFacts seen;
        private @Nullable PageFacts renderedFrom;

        private Made(SectionMaker maker) {
            this.maker = maker;
        }
    }

    /** @param cache where rendered formulas are kept between runs; safe to delete at any time */
    public BookReader(Path folder, Path cache) {
        this.folder = new Folder(folder);
        pictures = new Pictures(this.folder);
        tex = new Tex(cache);
        threads = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()),
                task -> Thread.ofPlatform().name("reader").daemon().stackSize(STACK_BYTES).unstarted(task));
    }

    /** The book as it is on disk now. Mistakes in pages are problems of the book; only a folder that is no book throws. */
    public synchronized Book read() throws UnreadableBook {
        if (!Files.isDirectory(folder.root())) {
            throw new UnreadableBook(new Problem(".", 0, 0, Problem.Severity.ERROR, Rule.UNREADABLE_BOOK.id(), "There is no folder \"" + folder.root() + "\".",
                    "Give the folder that holds myst.yml, or make a book with `lectern new DIR`."));
        }
        var configuration = configuration();
        var mistakes = new ArrayList<>(configuration.mistakes());
        var environment = environment(configuration, mistakes);
        readBibliography(configuration, mistakes);
        var contents = Contents.of(configuration, folder);
        mistakes.addAll(contents.mistakes());
        readPages(contents, environment, mistakes);
        number(contents, configuration, mistakes);
        var sections = render(contents, mistakes);
        unusedReferences(mistakes);
        if (first || tex.isWorthSaving()) {
            first = false;
            threads.execute(tex::save);
        }
        return book(configuration, contents, sections, mistakes);
    }

    /** The configuration, read again only when one of its files has changed. */
    private Configuration configuration() throws UnreadableBook {
        var texts = new ArrayList<String>();
        for (var file : Configuration.FILES) {
            try {
                texts.add(folder.exists(file) ? folder.text(file) : "");
            } catch (Folder.Unreadable e) {
                texts.add(e.getMessage());
            }
        }
        var known = configuration;
        if (known == null || !texts.equals(configurationTexts)) {
            known = Configuration.read(folder);
            configuration = known;
            configurationTexts = texts;
        }
        return known;
    }

    private Page.Environment environment(Configuration configuration, List<Mistake> mistakes) {
        var symbols = Symbols.NONE;
        if (folder.exists(configuration.symbols())) {
            try {
                var text = folder.text(configuration.symbols());
                if (!text.equals(symbolsText)) {
                    var wrong = new ArrayList<Mistake>();
                    knownSymbols = Symbols.read(configuration.symbols(), text, wrong);
                    symbolMistakes = List.copyOf(wrong);
                    symbolsText = text;
                }
                symbols = knownSymbols;
                mistakes.addAll(symbolMistakes);
            } catch (Folder.Unreadable e) {
                mistakes.add(new Mistake(Place.of(configuration.symbols()), Rule.SYMBOLS, e.getMessage(), e.hint()));
            }
        }
        return new Page.Environment(configuration.macros(), configuration.abbreviations(), configuration.substitutions(), symbols, configuration.manner());
    }

    private void readBibliography(Configuration configuration, List<Mistake> mistakes) {
        var texts = new LinkedHashMap<String, String>();
        var unreadable = new ArrayList<Mistake>();
        for (var file : configuration.bibliography()) {
            try {
                texts.put(file, folder.text(file));
            } catch (Folder.Unreadable e) {
                unreadable.add(new Mistake(Place.of(configuration.file()), Rule.BIBLIOGRAPHY, "The bibliography \"" + file + "\" cannot be used: " + e.getMessage(), e.hint()));
            }
        }
        if (!texts.equals(bibliographyTexts)) {
            bibliography = Bibliography.of(texts);
            bibliographyTexts = texts;
            bibliographyMistakes = bibliography.mistakes();
        }
        mistakes.addAll(unreadable);
        mistakes.addAll(bibliographyMistakes);
    }

    private void readPages(Contents contents, Page.Environment environment, List<Mistake> mistakes) {
        var tasks = new LinkedHashMap<String, Future<Page>>();
        var files = new HashSet<String>();
        for (var plan : contents.pages()) {
            files.add(plan.file());
            var known = made.computeIfAbsent(plan.file(), f -> new Made(new SectionMaker(folder, pictures, tex)));
            if (known.page == null || !known.page.isCurrent(folder, environment)) {
                tasks.put(plan.file(), threads.submit(() -> Page.read(plan.file(), folder, environment, tex)));
            }
        }
        made.keySet().retainAll(files);
        tasks.forEach((file, task) -> {
            try {
                made.get(file).page = get(task);
            } catch (Folder.Unreadable e) {
                mistakes.add(new Mistake(e.in(file), Rule.UNREADABLE_PAGE, e.getMessage(), e.hint()));
                if (made.get(file).page == null || !folder.exists(file)) {
                    made.remove(file);
                } // else others still refer to what was read last
            }
        });
    }

    private void number(Contents contents, Configuration configuration, List<Mistake> mistakes) {
        boolean same = true;
        var all = new ArrayList<PageFacts>();
        for (var chapter : contents.chapters()) {
            Map<Kind, Integer> counts = Map.of();
            for (var plan : chapter.pages()) {
                var known = made.get(plan.file());
                if (known == null) {
                    continue;
                }
                if (known.facts == null || !known.facts.isCurrent(known.page, plan, chapter.number(), counts)) {
                    var now = PageFacts.of(known.page, plan, chapter.number(), counts);
                    same &= known.facts != null && now.looksLike(known.facts);
                    known.facts = now;
                }
                counts = known.facts.after();
                all.add(known.facts);
            }
        }
        var now = gather(all, contents, configuration, mistakes);
        if (!same || !now.equals(facts)) {
            facts = now;
        }
    }

    private BookFacts gather(List<PageFacts> all, Contents contents, Configuration configuration, List<Mistake> mistakes) {
        var labels = new LinkedHashMap<String, Facts.Referent>();
        var places = new HashMap<String, Place>();
        var pages = new LinkedHashMap<String, Facts.Referent>();
        var anchors = new HashMap<String, Facts.Referent>();
        var benches = new LinkedHashMap<String, Facts.Bench>();
        var numbers = new LinkedHashMap<String, String>();
        for (var page : all) {
            pages.put(page.plan().path(), page.referent());
            page.labels().forEach((label, referent) -> {
                if (labels.putIfAbsent(label, referent) == null) {
                    places.put(label, page.places().get(label));
                } else if (!label.startsWith("term:")) {
                    var first = places.get(label);
                    mistakes.add(new Mistake(page.places().get(label), Rule.DUPLICATE_LABEL, "The label \"" + label + "\" is already used in " + first.file() + ":" + first.line() + ".",
                            "Rename one of them."));
                }
            });
            page.anchors().forEach((anchor, referent) -> anchors.put(page.plan().path() + "#" + anchor, referent));
            page.benches().forEach(benches::putIfAbsent);
            if (configuration.numeric()) {
                page.page().inventory().parts().stream().filter(p -> p.kind() == Kind.CITATION).flatMap(p -> References.keys(p).stream())
                        .filter(bibliography.entries()::containsKey).forEach(key -> numbers.putIfAbsent(key, String.valueOf(numbers.size() + 1)));
            }
        }
        for (var chapter : contents.chapters()) {
            if (!chapter.number().isEmpty() && !chapter.pages().isEmpty()) {
                var folderName = chapter.pages().getFirst().file().replaceFirst("/[^/]*$", "");
                labels.putIfAbsent(Labels.normal(folderName), new Facts.Referent(Kind.HEADING, chapter.number(), PageFacts.word(chapter.number()), "/" + chapter.pages().getFirst().path(),
                        "", chapter.title()));
            }
        }
        for (var part : configuration.planned()) {
            labels.putIfAbsent(Labels.normal(part.label()), new Facts.Referent(Kind.HEADING, part.number(), PageFacts.word(part.number()), "", "", part.title()));
        }
        return new BookFacts(labels, pages, anchors, benches, bibliography, numbers, configuration.sites());
    }

    private Map<String, Section> render(Contents contents, List<Mistake> mistakes) {
        var tasks = new LinkedHashMap<String, Future<Section>>();
        for (var chapter : contents.chapters()) {
            for (var plan : chapter.pages()) {
                var known = made.get(plan.file());
                if (known == null) {
                    continue;
                }
                var title = chapter.titled() && chapter.title().isEmpty() ? made.get(chapter.pages().getFirst().file()) == null ? "" : made.get(chapter.pages().getFirst().file()).page.titleOrName()
                        : chapter.title();
                boolean current = known.section != null && known.seen == facts && known.facts.page() == known.page && known.chapterTitle.equals(chapter.number() + title)
                        && known.renderedFrom == known.facts && known.maker.picturesHold(facts, known.facts);
                if (!current) {
                    known.seen = facts;
                    known.renderedFrom = known.facts;
                    known.chapterTitle = chapter.number() + title;
                    tasks.put(plan.file(), threads.submit(() -> known.maker.make(known.facts, facts, chapter.number(), title)));
                }
            }
        }
        tasks.forEach((file, task) -> made.get(file).section = finished(task));
        var sections = new LinkedHashMap<String, Section>();
        for (var plan : contents.pages()) {
            var known = made.get(plan.file());
            if (known != null) {
                sections.put(plan.file(), known.section);
                mistakes.addAll(known.maker.mistakes());
            }
        }
        return sections;
    }

    private static Section finished(Future<Section> task) {
        try {
            return get(task);
        } catch (Folder.Unreadable e) {
            throw new IllegalStateException("rendering reads no page", e);
        }
    }

    private static <T> T get(Future<T> task) throws Folder.Unreadable {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the book", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Folder.Unreadable unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void unusedReferences(List<Mistake> mistakes) {
        var cited = new HashSet<String>();
        for (var known : made.values()) {
            known.page.inventory().parts().stream().filter(p -> p.kind() == Kind.CITATION).forEach(p -> cited.addAll(References.keys(p)));
        }
        for (var entry : bibliography.entries().values()) {
            if (!cited.contains(entry.key())) {
                mistakes.add(new Mistake(new Place(bibliography.files().getOrDefault(entry.key(), ""), entry.line(), 1), Rule.UNUSED_REFERENCE,
                        "Nothing cites \"" + entry.key() + "\".", "Cite it, or take the entry out."));
            }
        }
    }

    private Book book(Configuration configuration, Contents contents, Map<String, Section> sections, List<Mistake> mistakes) {
        var problems = new Severities(configuration.rules()).problems(mistakes);
        var byFile = new HashMap<String, List<Problem>>();
        problems.forEach(p -> byFile.computeIfAbsent(p.file(), f -> new ArrayList<>()).add(p));
        var whole = new LinkedHashMap<String, Section>();
        sections.forEach((file, section) -> {
            var own = byFile.getOrDefault(file, List.of());
            // the same section as before stays the same object, so that nobody downstream works for nothing
            var now = section.problems().equals(own) ? section : section.with(own);
            made.get(file).section = now;
            whole.put(file, now);
        });
        return new Book(folder.root(), configuration.title().isEmpty() ? String.valueOf(folder.root().getFileName()) : configuration.title(), configuration.description(), configuration.authors(),
                configuration.license(), configuration.edition(), configuration.report(), Chapters.of(contents, configuration, whole), List.copyOf(whole.values()), configuration.redirects(), pictures.used(), lexicon(configuration), configuration.voice(), problems);
    }

    private Lexicon lexicon(Configuration configuration) {
        var names = new ArrayList<>(knownSymbols.names());
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
        threads.shutdown();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tex.close();
    }
}
