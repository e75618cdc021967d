package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RereadTest {
    private static final String TWO = """
            === myst.yml
            project: {title: T, toc: [{title: One, children: [{file: c/a.md}, {file: c/b.md}]}]}
            lectern: {numbers: {c: 1}}
            === c/a.md
            # A

            $$ x $$ (eq-x)

            Wrong {nope}`x`.
            === c/b.md
            # B

            $$ y $$ (eq-y)

            See [](#eq-x) and [](#eq-y).
            """;
    private static final List<String> BLOCKS = List.of("$$ z $$ (eq-%d)\n\n", "## Heading %d\n\n", "Text [](#eq-%d) and [^n].\n\n", "```{figure} p.png\n:label: fig-%d\nCaption\n```\n\n", "{numref}`fig-%d` {wrong}`x`\n\n",
            "[^n]: Note %d\n\n", ":::{prf:theorem} T\n:label: thm-%d\nText.\n:::\n\n", "Same.\n\n", "(lab-%d)=\nLabelled.\n\n", ":::{aside} Note %d\nBeside.\n:::\n\n", "[](b.md#heading-%d)\n\n");

    @TempDir
    Path folder;

    @Test
    void aPageThatDidNotChangeStaysTheSameObject() throws Exception {
        var book = Books.write(folder.resolve("b"), TWO);
        try (var reader = new BookReader(book, folder.resolve("cache"))) {
            var first = reader.read();
            Files.writeString(book.resolve("c/b.md"), Files.readString(book.resolve("c/b.md")) + "\nMore.\n");
            var second = reader.read();
            assertSame(first.sections().getFirst(), second.sections().getFirst());
            assertNotSame(first.sections().getLast(), second.sections().getLast());
            assertSame(first.sections().getLast().blocks().getFirst().html(), second.sections().getLast().blocks().getFirst().html());
        }
    }

    @Test
    void aNumberThatChangesReachesTheOtherPage() throws Exception {
        var book = Books.write(folder.resolve("b"), TWO);
        try (var reader = new BookReader(book, folder.resolve("cache"))) {
            assertTrue(Books.html(reader.read().sections().getLast()).contains("(1.1)</a> and <a href=\"/c/b#eq-y\">(1.2)</a>"));
            Files.writeString(book.resolve("c/a.md"), "# A\n\n$$ w $$ (eq-w)\n\n$$ x $$ (eq-x)\n\nWrong {nope}`x`.\n");
            var read = reader.read();
            assertTrue(Books.html(read.sections().getLast()).contains("(1.2)</a> and <a href=\"/c/b#eq-y\">(1.3)</a>"));
            // the problem moved down with its block, which was not rendered again
            assertEquals(List.of("c/a.md:7:7 unknown-role"), Books.problems(read));
        }
    }

    /** A new equation, and a new title of the page that heads a chapter: the other page's number and chapter follow, at once or when they are asked for. */
    @Test
    void theRestComesAfterThePageThatWasSaved() throws Exception {
        var book = Books.write(folder.resolve("b"), """
                === myst.yml
                project: {title: T, toc: [{file: a.md, children: [{file: b.md}]}]}
                === a.md
                # A

                $$ x $$ (eq-x)
                === b.md
                # B

                See [](#eq-x).
                """);
        try (var reader = new BookReader(book, folder.resolve("cache"))) {
            assertEquals("A", reader.read().sections().getLast().chapterTitle());
            Files.writeString(book.resolve("a.md"), "# New\n\n$$ w $$ (eq-w)\n\n$$ x $$ (eq-x)\n");
            var first = reader.readFirst(Set.of("a.md"));
            assertTrue(Books.html(first.sections().getFirst()).contains("eq-w"));
            assertEquals("A", first.sections().getLast().chapterTitle());
            assertTrue(reader.isOwing());
            var rest = reader.rest();
            assertFalse(reader.isOwing());
            assertEquals("New", rest.sections().getLast().chapterTitle());
            assertTrue(Books.html(rest.sections().getLast()).contains(">(2)<"), Books.html(rest.sections().getLast()));
            Files.writeString(book.resolve("a.md"), "# Newer\n\n$$ x $$ (eq-x)\n");
            var whole = reader.read(Set.of("a.md")).sections().getLast();
            assertEquals("Newer", whole.chapterTitle());
            assertTrue(Books.html(whole).contains(">(1)<"), Books.html(whole));
        }
    }

    @Test
    void readingAgainIsAsGoodAsReadingAnew() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var book = Books.write(folder.resolve("b"), TWO);
        try (var reader = new BookReader(book, folder.resolve("cache"))) {
            for (int round = 0; round < 25; round++) {
                var text = new StringBuilder("# Page\n\n");
                for (int i = random.nextInt(12); i >= 0; i--) {
                    text.append(BLOCKS.get(random.nextInt(BLOCKS.size())).formatted(random.nextInt(4)));
                }
                Files.writeString(book.resolve(random.nextBoolean() ? "c/a.md" : "c/b.md"), text.toString());
                var again = reader.read();
                Book anew;
                try (var other = new BookReader(book, folder.resolve("cache"))) {
                    anew = other.read();
                }
                assertEquals(anew.problems(), again.problems(), "-Dseed=" + seed + "\n" + text);
                assertEquals(anew.sections(), again.sections(), "-Dseed=" + seed + "\n" + text);
            }
        }
    }
}
