package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jsoup.Jsoup;

/** Any order of marks makes a page, whole or with problems. A failure prints its seed, and the text made as small as it can be. */
class FuzzTest {
    /** Later texts are passed over, so that a slow machine does not wait. */
    private static final Duration ENOUGH = Duration.ofSeconds(5);
    private static final List<String> PIECES = List.of("$", "$$", "$$\n", "`", "```", "```{note}\n", ":::", ":::{note} a\n", "{", "}", "{ref}`", "{{", "}}", "{{ a }}", "(a)=\n", "@", "@a", "[", "]", "[@a]", "[^a]",
            "[^a]: b\n", "[](#a)", "![", "](", "<", ">", "<b>", "</b>", "*", "**", "_", "> ", "- ", "1. ", "# ", "\n", "\n\n", "    ", "\\", "%", "+++\n", "---\n", ": a\n", "|", "|-|\n", "a ", "é", "\0", "\uD83D\uDE00",
            "\\begin{align}\n", "\\end{align}\n", "x^{", "\\frac", "&amp;", "~~", "{.a}\n", "{#a}\n", "```{toctree}\n", "```{bibliography}\n", "<!--", "-->", ":label: a\n");

    private static Path folder = Path.of("");
    private static BookReader reader;
    private static long end;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("fuzz");
        Books.page(folder.resolve("b"), "x");
        reader = new BookReader(folder.resolve("b"), folder.resolve("cache"));
        end = System.nanoTime() + ENOUGH.toNanos();
    }

    @AfterContainer
    static void close() {
        reader.close();
    }

    @Provide
    Arbitrary<String> pages() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(150).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void anyTextMakesAPageOfWholeBlocks(@ForAll("pages") String text) throws UnreadableBook {
        if (System.nanoTime() > end) {
            return;
        }
        Books.page(folder.resolve("b"), text);
        var sections = reader.read().sections();
        assertEquals(1, sections.size());
        sections.getFirst().blocks().forEach(block -> assertEquals(1, Jsoup.parseBodyFragment(block.html().toString()).body().childrenSize(), block.html()::toString));
    }
}
