package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book of {@code _toc.yml} and {@code _config.yml} as they are published, by one small book, {@code books/jupyter.txt}. */
class JupyterBookTest {
    @TempDir
    static Path folder;
    private static Book book;

    @BeforeAll
    static void read() throws Exception {
        try (var in = JupyterBookTest.class.getResourceAsStream("/books/jupyter.txt")) {
            book = Books.read(Books.write(folder.resolve("b"), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static String html(String page) {
        return Books.html(book.section(page).orElseThrow());
    }

    private static void shows(String page, String... pieces) {
        for (var piece : pieces) {
            assertTrue(html(page).contains(piece), () -> piece + " in\n" + html(page).replaceAll("<svg.*?</svg>", ""));
        }
    }

    @Test
    void onlyThePageInAnotherLanguageAndTheHarmfulStyleAreProblems() {
        assertEquals(List.of("old.rst:0:0 unreadable-page", "one.md:5:1 raw-html"), Books.problems(book));
        shows("old", "math:: a = b");
    }

    @Test
    void chaptersCountOnThroughTheParts() {
        assertEquals(List.of("intro ", "one 1", "sub/two 1.1", "run 2", "old 3"), book.sections().stream().map(s -> s.path() + " " + s.number()).toList());
        assertEquals("Welcome", book.section("intro").orElseThrow().title());
    }

    @Test
    void wordsAreSetAsTheConfigurationSays() {
        shows("intro", "“Quoted” words – and more… by @someone, see <a href=\"https://example.org/a_b\">https://example.org/a_b</a>. Not <em>Ada</em>’s.",
                "<input type=\"checkbox\" disabled aria-label=\"to do\"> open", "disabled checked aria-label=\"done\"> done");
    }

    @Test
    void linksOfEveryFormArrive() {
        shows("intro", "<a href=\"/one\" title=\"One\">As printed</a>", "<a href=\"/one\" title=\"One\">older form</a>", "<a href=\"/sub/two\" title=\"Two\">scheme</a>", "href=\"https://other.example/book/page.html\"",
                "href=\"https://other.example/book\"", "<a href=\"/one\">Go on</a>", "<a href=\"https://example.org\">https://example.org</a>");
        shows("one", "<a href=\"/sub/two\">two</a>");
    }

    @Test
    void rolesOfSphinxAreWords() {
        shows("intro", "<span class=\"badge\">new</span>  <code>Thing</code> <a href=\"https://peps.python.org/pep-0008/\">PEP 8</a>");
    }

    @Test
    void theContentsListThePagesBelow() {
        shows("intro", "<ul class=\"contents\"><li><a href=\"/one\">1 One</a></li><li><a href=\"/sub/two\">1.1 Two</a></li><li><a href=\"/run\">2 Run</a></li>");
    }

    @Test
    void linesOfCodeAreNumberedAndMarked() {
        shows("one", "<span class=\"line\" data-n=\" 9  \">a = <span class=\"hljs-string\">&#x27;&#x27;&#x27;one</span></span>\n",
                "<span class=\"line hl\" data-n=\"10  \"><span class=\"hljs-string\">two&#x27;&#x27;&#x27;</span></span>\n");
    }

    @Test
    void aGlossaryMayBeIndented() {
        shows("intro", "<dt id=\"term:gain\">Gain</dt><dd>How much larger\nthe output is.</dd>", "<a href=\"/intro#term:gain\">Gain</a>");
    }

    @Test
    void figuresPicturesAndFilmsAreShown() {
        shows("one", "<figure id=\"fig-a\">", "src=\"/pic.svg\"", "style=\"float:right\"", "<span class=\"label\">Figure 1.1</span> The <em>caption</em>.", "class=\"wide\"", "style=\"width:50%;\"",
                ">Figure 1.1</a> and <a href=\"/one#eq-a\">(1.1)</a>", "Theorem 1.1", "<details class=\"admonition toggle\">", "<video controls src=\"/film.mp4\"></video>",
                "<a href=\"https://www.youtube.com/watch?v=abc123\">▶");
        assertFalse(html("one").contains("position:fixed") || html("one").contains("<iframe"));
    }

    @Test
    void aNotebookShowsWhatItsCellsWroteDrewAndThrew() {
        shows("run", "src=\"data:image/png;base64,AAAA\"", "<summary>Code</summary>", "<code>red\n</code>", "base64,iVBORw0KGgo=", "<td>cell</td>", "class=\"katex\"", "data:image/svg+xml;base64,PHN2Zy8+", "<code>ValueError: no\n",
                "<summary>Output</summary>");
        assertFalse(html("run").contains("secret") || html("run").contains("scoped"));
        assertEquals(0, Jsoup.parse(html("run")).select(".problem").size());
    }
}
