package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms that published books use and ours does not, by one small book, {@code books/published.txt}. */
class PublishedFormsTest {
    @TempDir
    static Path folder;
    private static Book book;

    @BeforeAll
    static void read() throws Exception {
        try (var in = PublishedFormsTest.class.getResourceAsStream("/books/published.txt")) {
            book = Books.read(Books.write(folder.resolve("b"), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static void shows(String page, String... pieces) {
        var html = Books.html(book.section(page).orElseThrow());
        for (var piece : pieces) {
            assertTrue(html.contains(piece), () -> piece + " in\n" + html);
        }
    }

    @Test
    void theBookHasNoProblem() {
        assertEquals(List.of(), book.problems());
    }

    @Test
    void aConfigurationAddsToTheOneItExtends() {
        assertEquals("Own", book.title());
        shows("index", "<mi mathvariant=\"double-struck\">R</mi>");
    }

    @Test
    void aChangeOfTheExtendedConfigurationIsSeen() throws Exception {
        var changing = Books.write(folder.resolve("c"), "=== base.yml\nproject: {title: Before}\n=== myst.yml\nextends: base.yml\nproject: {toc: [{file: a.md}]}\n=== a.md\n# A\n");
        try (var reader = new BookReader(changing, folder.resolve("c-cache"))) {
            assertEquals("Before", reader.read().title());
            Files.writeString(changing.resolve("base.yml"), "project: {title: After all}\n");
            assertEquals("After all", reader.read().title());
        }
    }

    @Test
    void theContentsLeadElsewhereWhereTheBookSaysSo() {
        assertEquals("index; -> Elsewhere https://example.org/more; a; -> Inside https://example.org/in; b; c", String.join("; ", book.chapters().stream().flatMap(c -> c.entries().stream())
                .map(e -> switch (e) {
                    case Chapter.Entry.Written(Section s) -> s.path();
                    case Chapter.Entry.Planned planned -> planned.title();
                    case Chapter.Entry.Link(String title, String url) -> "-> " + title + " " + url;
                }).toList()));
    }

    @Test
    void aTreeOfContentsIsDrawnUnlessItIsHidden() {
        shows("index", "<p class=\"rubric\">Pages</p><ul class=\"contents\"><li><a href=\"/a\">A</a></li><li><a href=\"/b\">The other</a></li><li><a href=\"https://example.org/x\">https://example.org/x</a></li></ul>");
        assertEquals(1, Books.html(book.section("index").orElseThrow()).split("class=\"contents\"", -1).length - 1);
    }

    @Test
    void twoTildesStrikeOut() {
        shows("index", "<del>struck <strong>out</strong></del> but not ~once~.");
    }

    @Test
    void aGridHasAsManyColumnsAsItAsksFor() {
        shows("index", "<div class=\"grid\" style=\"grid-template-columns:repeat(auto-fit,minmax(max(9rem,calc(100%/4 - 1.5rem)),1fr))\">");
    }

    @Test
    void attributesOfABlockNameAndStyleIt() {
        shows("index", "<p class=\"wide tinted\" id=\"special\">A paragraph", "href=\"/index#special\"", "<blockquote class=\"only-class\">", "Text\n{.not-attributes}");
    }

    @Test
    void anEquationChoosesAmongTheMeaningsOfASymbol() {
        var meanings = book.section("index").orElseThrow().formulas().stream().filter(used -> used.formula().display()).map(used -> used.formula().setting().meanings().get("x").id()).toList();
        assertEquals(List.of("obs", "pose"), meanings);
    }

    @Test
    void whatACellDrawsIsAFigureThatOthersReferTo() {
        shows("a", "<a href=\"/a#fig-cell\" title=\"Histogram of y\">Figure 1</a>", "<span class=\"label\">Figure 1</span> Histogram of <span class=\"katex\">", "<details><summary>Code</summary><pre");
    }

    @Test
    void referencesOfEveryFormHaveWords() {
        shows("a", ">A deep heading</a>, <a href=\"/a#named\">?? or A deep heading</a>, <a href=\"/a#ex-plain\">Exercise</a>",
                "<a href=\"https://en.wikipedia.org/wiki/Robot_arm\">Robot arm</a>", "<a href=\"https://doi.org/10.1/x\">a work</a>");
    }

    @Test
    void anchorsInHtmlAndHeadingsByTheirTextAreFound() {
        shows("a", "<a id=\"Spot\"></a>", "<a href=\"/a#Spot\">spot</a>", "<a href=\"/a#named\" title=\"A deep heading\">below</a>");
        shows("b", "<a href=\"/a#named\" title=\"A deep heading\">there</a>", "<a href=\"/a#Spot\">spot</a>");
    }

    @Test
    void aCardHasAHeaderAndAFooterAndAnAdmonitionTheTitleItOpensWith() {
        shows("a", "<p class=\"card-header\">Header</p><p class=\"card-title\">Title</p><p>Content</p><p class=\"card-footer\">Footer</p>",
                "<p class=\"admonition-title\">A <strong>better</strong> title</p><p>Text</p>");
        assertEquals(List.of("A deep heading"), book.section("a").orElseThrow().outline().stream().map(Heading::text).toList());
    }

    @Test
    void aPageCountsAsItsFrontMatterSays() {
        shows("c", "<a href=\"/c#eq-first\">(C.5)</a>, <a href=\"/c#eq-second\">(C.6)</a>, <a href=\"/c#tab-plain\">Plain</a>");
    }

    @Test
    void aVersionIsSaidInWordsAndALineStandsInTheMiddle() {
        shows("c", "<p class=\"admonition-title\">Added in version 1.2</p><p>It moves.</p>", "<p class=\"admonition-title\">Deprecated since version 2</p>", "<p class=\"align-center\">In the <em>middle</em></p>");
    }

    @Test
    void numbersOfWorksFollowTheirFirstCitation() {
        shows("a", ">1</a>]", ">Lee", "[<a", ">2</a>, <a");
    }

    @Test
    void theListOfWorksStandsWhereTheBookPutsIt() {
        var b = book.section("b").orElseThrow();
        assertTrue(b.listed() && !book.section("a").orElseThrow().listed());
        var html = Books.html(b);
        assertEquals(List.of("ref-zoe", "ref-lee", "ref-abe"), Jsoup.parse(html).select("ol.refs > li").eachAttr("id"));
        assertTrue(html.indexOf("ref-abe") < html.indexOf("After it."));
        assertFalse(html.substring(html.indexOf("ref-zoe"), html.indexOf("ref-lee")).contains("class=\"back\""));
        assertTrue(html.substring(html.indexOf("id=\"ref-abe\"")).contains("class=\"back\""));
    }
}
