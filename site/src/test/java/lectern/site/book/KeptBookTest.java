package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import lectern.site.library.Snapshot;
import lectern.site.markup.html.UsedFormula;
import lectern.site.markup.tex.Formula;
import lectern.site.markup.tex.Setting;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book that was kept is the book that would be read, or it is not taken. */
class KeptBookTest {
    /** Everything that a file of the book can be: configuration, page, part of a page, bibliography, table of symbols, picture, a file that is led to. */
    private static final String ALL = """
            === myst.yml
            project: {title: T, bibliography: [r.bib], toc: [{file: a.md}, {pattern: c/*.md}]}
            === a.md
            # A

            {cite:p}`k`, $q$, [](other.txt), [](gone.txt).

            ![A dot](p.svg)

            ```{include} part.txt
            ```
            === c/b.md
            # B
            === part.txt
            Part.
            === other.txt
            Other.
            === r.bib
            @book{k, title = {Title}, author = {Author, An}, year = 2001}
            === symbols.yml
            - {id: q, tex: q, meaning: joint angles, shape: [n]}
            === p.svg
            <svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>
            """;

    @TempDir
    Path folder;

    /** Of two formulas the words that stand with their setting, which differs in what only writing needs. */
    private record Shown(String tex, boolean display, String setting, Map<String, String> macros, Map<String, String> meanings, UsedFormula rest) {
        static Shown of(UsedFormula used) {
            var formula = used.formula();
            var meanings = formula.setting().meanings().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
            return new Shown(formula.tex(), formula.display(), formula.setting().json(), formula.setting().macros(), meanings,
                    new UsedFormula(new Formula("", false, Setting.NONE), used.mathMl(), used.shapes(), used.place()));
        }
    }

    @Test
    void theShippedBookAndTheGuideAreTheSameWhenTheyWereKept() throws Exception {
        for (var root : List.of(Path.of("../content"), Path.of("src/main/guide"), Books.write(folder.resolve("all"), ALL + "A[](#nowhere) {wrong}`x`.\n"))) {
            var cache = folder.resolve("cache-" + root.getFileName());
            var read = open(root, cache);
            assertTrue(Files.exists(cache.resolve("book.bin")), () -> root + " was not kept");
            var kept = open(root, cache);
            assertEquals(fields(read), fields(kept));
            assertEquals(pages(read), pages(kept));
        }
    }

    /** All but the sections' formulas, which are compared by what is shown of them, and their pages. */
    private static List<Object> fields(Book book) {
        return List.of(book.folder(), book.title(), book.description(), book.authors(), book.license(), book.edition(), book.report(), book.redirects(), book.images(), book.lexicon(), book.voice(), book.problems(),
                book.chapters().stream().map(chapter -> List.of(chapter.number(), chapter.title(), chapter.description(),
                        chapter.entries().stream().map(entry -> entry instanceof Chapter.Entry.Written(Section section) ? section.path() : entry).toList())).toList(),
                book.sections().stream().map(section -> List.of(section.formulas().stream().map(Shown::of).toList(), new Section(section.path(), section.file(), section.number(), section.title(),
                        section.titleHtml(), section.shortTitle(), section.chapter(), section.chapterTitle(), section.description(), section.words(), section.figures(), section.exercises(), section.goals(),
                        section.blocks(), section.outline(), section.references(), section.listed(), section.widgets(), List.of(), section.computed(), section.symbols(), section.kinds(), section.passages(),
                        section.problems()))).toList());
    }

    private static Map<String, String> pages(Book book) {
        var pages = new TreeMap<String, String>();
        var nothing = new Snapshot(0, book, new FutureTask<>(() -> null), Map.of());
        new Pages(new Assets(), false).print(book, nothing).pages().forEach((path, body) -> pages.put(path, body.hash()));
        return pages;
    }

    @Test
    void whateverChangesIsSeen() throws Exception {
        var root = Books.write(folder.resolve("b"), ALL);
        var cache = folder.resolve("cache");
        open(root, cache);
        for (var edit : List.of("a.md:A:Z", "part.txt:Part:Bart", "other.txt:Other:Otter", "r.bib:2001:2002", "symbols.yml:angles:speeds", "p.svg:30:40", "myst.yml:title\\: T:title\\: U", "c/b.md:B:C")) {
            var parts = edit.split("(?<!\\\\):");
            var file = root.resolve(parts[0]);
            var time = Files.getLastModifiedTime(file);
            Files.writeString(file, Files.readString(file).replace(parts[1].replace("\\:", ":"), parts[2].replace("\\:", ":")));
            boolean picture = parts[0].equals("p.svg") || parts[0].equals("other.txt");
            Files.setLastModifiedTime(file, picture ? FileTime.fromMillis(time.toMillis() + 1) : time); // texts are known by what they hold
            var kept = Files.readAllBytes(cache.resolve("book.bin"));
            assertEquals(fields(Books.read(root)), fields(open(root, cache)), edit);
            assertFalse(Arrays.equals(kept, Files.readAllBytes(cache.resolve("book.bin"))), edit);
        }
        Files.writeString(root.resolve("gone.txt"), "Here.\n");
        assertEquals(fields(Books.read(root)), fields(open(root, cache)), "a file that was missing");
        Files.writeString(root.resolve("c/new.md"), "# New\n");
        assertEquals(3, open(root, cache).sections().size(), "a page by its pattern");
        Files.delete(root.resolve("c/new.md"));
        assertEquals(2, open(root, cache).sections().size(), "a page that is gone");
        Files.move(root, folder.resolve("moved"));
        assertEquals(folder.resolve("moved").toAbsolutePath(), open(folder.resolve("moved"), cache).folder());
    }

    /** As servers have them: a link to the newest edition, and in it links to what several editions share, here in a folder that is not listed. */
    @Test
    void whatChangesBehindALinkIsSeen() throws Exception {
        var root = Books.write(folder.resolve("releases/1"), ALL);
        Files.createDirectories(root.resolve(".shared"));
        for (var name : List.of("c", "p.svg")) {
            Files.move(root.resolve(name), root.resolve(".shared").resolve(name));
            Files.createSymbolicLink(root.resolve(name), Path.of(".shared", name));
        }
        var link = Files.createSymbolicLink(folder.resolve("current"), Path.of("releases", "1"));
        Files.writeString(root.resolve("myst.yml"), "project: {title: T, toc: [{file: a.md}, {file: c/b.md}]}\n");
        var cache = folder.resolve("cache");
        assertEquals(2, open(link, cache).sections().size());
        assertTrue(new KeptBook(cache, new Folder(link), KeptBook::program).read().isPresent());
        for (var edit : List.of("c/b.md:B:C", "p.svg:30:400", "a.md:A:Z")) {
            var parts = edit.split(":");
            Files.writeString(link.resolve(parts[0]), Files.readString(link.resolve(parts[0])).replace(parts[1], parts[2]));
            assertEquals(fields(Books.read(link)), fields(open(link, cache)), edit);
        }
        Files.delete(link);
        Books.write(folder.resolve("releases/2"), ALL.replace("# A", "# Second"));
        Files.createSymbolicLink(link, Path.of("releases", "2"));
        assertEquals("Second", open(link, cache).sections().getFirst().title());
    }

    @Test
    void editsAtRandomAreSeen() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var root = Books.write(folder.resolve("b"), ALL);
        var cache = folder.resolve("cache");
        for (int round = 0; round < 25; round++) {
            var files = List.of("a.md", "c/b.md", "part.txt", "r.bib", "symbols.yml");
            var file = root.resolve(files.get(random.nextInt(files.size())));
            var text = Files.readString(file);
            int at = random.nextInt(text.length() + 1);
            if (random.nextInt(3) > 0) { // else nothing is edited, and the kept book is taken
                Files.writeString(file, random.nextBoolean() ? text.substring(0, at) + "x" + text.substring(at) : text.substring(0, at) + text.substring(Math.min(text.length(), at + 1)));
            }
            assertEquals(fields(Books.read(root)), fields(open(root, cache)), "-Dseed=" + seed);
        }
    }

    @Test
    void whatIsDamagedOrOfAnotherProgramIsReadAnew() throws Exception {
        var root = Books.write(folder.resolve("b"), ALL);
        var cache = folder.resolve("cache");
        var read = fields(open(root, cache));
        var file = cache.resolve("book.bin");
        var good = Files.readAllBytes(file);
        var random = new Random(1);
        for (int i = 0; i < 60; i++) {
            var bad = i < 30 ? good.clone() : Arrays.copyOf(good, random.nextInt(good.length));
            if (i < 30) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            assertTrue(new KeptBook(cache, new Folder(root), KeptBook::program).read().isEmpty());
        }
        assertEquals(read, fields(open(root, cache)));
        assertTrue(new KeptBook(cache, new Folder(root), KeptBook::program).read().isPresent());
        assertFalse(new KeptBook(cache, new Folder(root), () -> "another").read().isPresent());
    }

    /** A book from elsewhere may bring a cache; what it says to show still lies in the book's folder. */
    @Test
    void aKeptBookShowsNoFileOutsideItsFolder() throws Exception {
        var root = Books.write(folder.resolve("b"), ALL);
        Files.writeString(folder.resolve("secret.txt"), "secret");
        var book = Books.read(root);
        var kept = new KeptBook(folder.resolve("cache"), new Folder(root), KeptBook::program);
        kept.write(book, kept.listing());
        assertTrue(kept.read().isPresent());
        kept.write(new Book(book.folder(), book.title(), book.description(), book.authors(), book.license(), book.edition(), book.report(), book.chapters(), book.sections(), book.redirects(),
                Map.of("shown.txt", folder.resolve("secret.txt")), book.lexicon(), book.voice(), book.problems()), kept.listing());
        assertTrue(kept.read().isEmpty());
    }

    @Test
    void whatChangesWhileItIsReadIsNotKept() throws Exception {
        var root = Books.write(folder.resolve("b"), ALL);
        var cache = folder.resolve("cache");
        try (var reader = new BookReader(root, cache)) {
            reader.open();
            Files.writeString(root.resolve("c/b.md"), "# Saved meanwhile\n");
        }
        assertFalse(Files.exists(cache.resolve("book.bin")));
    }

    @Test
    void aCacheBesideThePagesIsNoPartOfTheBook() throws Exception {
        var root = Books.write(folder.resolve("b"), ALL);
        open(root, root.resolve("cache"));
        assertTrue(new KeptBook(root.resolve("cache"), new Folder(root), KeptBook::program).read().isPresent());
    }

    /** The cards of a page ask about formulas that this run did not draw. */
    @Test
    void formulasThatThisRunDidNotAskForStayKept() throws Exception {
        var root = Books.write(folder.resolve("b"), ALL.replace("$q$", "$q$ and $q + 1$"));
        var cache = folder.resolve("cache");
        open(root, cache);
        long before = Files.size(cache.resolve("formulas.bin"));
        try (var reader = new BookReader(root, cache)) {
            var book = reader.open();
            reader.spots(book.sections().getFirst().formulas().getFirst().formula());
        }
        assertTrue(Files.size(cache.resolve("formulas.bin")) > before);
    }

    private static Book open(Path root, Path cache) throws UnreadableBook {
        try (var reader = new BookReader(root, cache)) {
            return reader.open();
        }
    }
}
