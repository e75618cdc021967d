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
    void onlyTheHarmfulStyleIsAProblem() {
        assertEquals(List.of("one.md:5:1 raw-html"), Books.problems(book));
    }

    @Test
    void chaptersCountOnThroughTheParts() {
        assertEquals(List.of("intro ", "one 1", "sub/two 1.1", "sub/deep 1.1.1", "run 2", "old 3", "forms 4"), book.sections().stream().map(s -> s.path() + " " + s.number()).toList());
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
        shows("intro", "<ul class=\"contents\"><li><a href=\"/one\">1 One</a></li><li><a href=\"/sub/two\">1.1 Two</a></li><li><a href=\"/sub/deep\">1.1.1 Deep</a></li><li><a href=\"/run\">2 Run</a></li>");
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
        shows("one", "<figure id=\"fig-a\">", "src=\"/pic.svg\"", "style=\"float:right\"", "<span class=\"label\">Abb. 1.1</span> The <em>caption</em>.", "class=\"wide\"", "style=\"width:50%;\"",
                ">Abb. 1.1</a> and <a href=\"/one#eq-a\">(1.1)</a>", "Theorem 1.1", "<details class=\"admonition toggle\">", "<video controls src=\"/film.mp4\"></video>",
                "<a href=\"https://www.youtube.com/watch?v=abc123\">▶");
        assertFalse(html("one").contains("position:fixed") || html("one").contains("<iframe"));
    }

    @Test
    void pagesInRestructuredTextAreRead() {
        shows("old", "<h2 id=\"sec-r\"><span class=\"no\">3.1</span> A part", "<code>x_y</code>, <a href=\"https://example.org/r\">a link</a> and <a href=\"/old#sec-r\">A part</a>, $5 and $6<sup>",
                "<li>one\ntwo</li>", "<dt>Term</dt><dd>Meaning.</dd>", "<code>if x:\n    y\n</code>", "<p class=\"admonition-title\">Tip</p><p>Inside <em>it</em>.</p>", "id=\"eq-r\"", "<span class=\"label\">Abb. 3.1</span> Drawn <span",
                "<th scope=\"col\">h</th>", "id=\"fn-1\"><p>A note.");
        assertFalse(html("old").contains("hidden words"));
        shows("forms", "<p class=\"admonition-title\">Warning</p><p>From <code>rst</code>.</p>");
    }

    @Test
    void namesStandInAnyCaseAndOptionsInQuotes() {
        shows("forms", "<p class=\"admonition-title\">Note</p><p>Capital.</p>", "<figure id=\"fig-q\"", "alt=\"a box\" width=\"40\" height=\"20\" style=\"width:20px;\"", "<a href=\"/forms#fig-q\" title=\"Half.\">Abb. 4.1</a>");
    }

    @Test
    void separatedValuesAreMarkdownAndMayStandInAFile() {
        shows("forms", "<span class=\"label\">Table 4.1</span> With <em>words</em>", "<th scope=\"col\">Name, first</th>", "<td><strong>bold</strong>, yes</td><td><a href=\"/one\" title=\"One\">page</a></td>", "<td>two\nlines</td><td>-</td>");
    }

    @Test
    void aDefinitionOfALinkChangesNoTableAndNoTitle() {
        shows("forms", "<p class=\"admonition-title\">See <a href=\"https://example.org/d\">there</a></p>", "<td>only</td>");
    }

    @Test
    void partsOfCodeAreTakenByNameAndCaptionsAreMarkdown() {
        shows("forms", "<span class=\"label\">Program 4.1</span> A <em>method</em></figcaption><pre tabindex=\"0\"><code class=\"language-py\"><span class=\"line\" data-n=\"1  \">");
        assertEquals("# part of a class\ndef go(self):\n    return 1", Jsoup.parse(html("forms")).select("#lst-go code").text());
    }

    @Test
    void citationsOfEveryFormHaveWords() {
        shows("forms", ">2020</a> (<a", ">Lee</a>, ", "(see <a class=\"cite\"", ">Lee 2020</a>, p. 3)", ">A title</a>.");
    }

    @Test
    void whatIsToBeUnfoldedIsFolded() {
        shows("forms", "<details class=\"block def dropdown own\" id=\"th-f\"><summary><b>Theorem 4.1</b></summary>", "<details class=\"block proof\"><summary><b>Proof</b></summary>");
    }

    @Test
    void aCardShowsItsPictureAndMarkdownInHeaderAndFooter() {
        shows("forms", "<img src=\"/pic.svg\" alt=\"Card\" width=\"40\"", "<p class=\"card-header\"><strong>Above</strong></p>", "<p class=\"card-footer\">Below <a href=\"/one\"");
    }

    @Test
    void panelsAreCards() {
        shows("forms", "<div class=\"grid\"><div class=\"card-block\"><p class=\"card-header\">Head</p><p>First words.</p></div>\n<div class=\"card-block\"><p>Second words.</p><p class=\"card-footer\">Foot</p></div></div>");
    }

    @Test
    void headingsOfNumberedPagesHaveNumbersWhereNoPageStandsBelow() {
        shows("forms", "<h2 id=\"lower\"><span class=\"no\">4.1</span> Lower", "<h3 id=\"lowest\"><span class=\"no\">4.1.1</span> Lowest", "<a href=\"/forms#lower\">Lower</a>, <a href=\"/forms#lowest\" title=\"Lowest\">Section 4.1.1</a>");
        assertEquals(List.of("4.1 Lower", "4.1.1 Lowest"), book.section("forms").orElseThrow().outline().stream().map(Heading::text).toList());
        assertFalse(html("one").contains("class=\"no\""));
    }

    @Test
    void pagesThatOnlySphinxMakesAreNoMistake() {
        shows("forms", "Index, <a href=\"/search\">Search Page</a>.");
    }

    @Test
    void anEquationAndAnotherThingMayHaveOneName() {
        shows("forms", "<a href=\"/forms#same-1\">(4.1)</a>, <a href=\"/forms#same\">same</a>.");
    }

    @Test
    void severalPicturesAreOneFigure() {
        assertEquals(2, Jsoup.parse(html("forms")).select("figure#fig-sub img").size());
        assertEquals("Abb. 4.2 Two at once.", Jsoup.parse(html("forms")).select("figure#fig-sub figcaption").text());
    }

    @Test
    void aPageOpensWithItsHeadingThoughUnseenThingsStandBefore() {
        assertEquals("Forms and more", book.section("forms").orElseThrow().title());
        assertFalse(html("forms").contains("<h1") || html("forms").contains("more</h2>"));
    }

    @Test
    void aNotebookShowsWhatItsCellsWroteDrewAndThrew() {
        shows("run", "src=\"data:image/png;base64,AAAA\"", "<summary>Code</summary>", "<code>red\n</code>", "base64,iVBORw0KGgo=", "<td>cell</td>", "class=\"katex\"", "data:image/svg+xml;base64,PHN2Zy8+", "<code>ValueError: no\n",
                "<summary>Output</summary>");
        assertFalse(html("run").contains("secret") || html("run").contains("scoped"));
        assertEquals(0, Jsoup.parse(html("run")).select(".problem").size());
    }
}
