package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labelled things that stand in a second place, and the names that a MyST book gives to what it shows, by one small book, {@code books/copies.txt}. */
class CopiesTest {
    @TempDir
    static Path folder;
    private static Book book;

    @BeforeAll
    static void read() throws Exception {
        try (var in = CopiesTest.class.getResourceAsStream("/books/copies.txt")) {
            book = Books.read(Books.write(folder.resolve("b"), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static String html(String page) {
        return Books.html(book.section(page).orElseThrow());
    }

    private static void shows(String page, String... pieces) {
        for (var piece : pieces) {
            assertTrue(html(page).contains(piece), () -> piece + " in\n" + html(page));
        }
    }

    @Test
    void theBookHasNoProblem() {
        assertEquals(List.of(), Books.problems(book));
    }

    @Test
    void aCopyThatHoldsItselfEndsInALink() {
        assertEquals(3, Jsoup.parse(html("b")).select(".copy .copy h3, .copy > h3").size());
        shows("b", "<p><a href=\"/b#with-1\" title=\"Deeper\">Section B.1.1.1</a></p>");
        assertEquals(0, Jsoup.parse(html("a")).select(".problem").size());
    }

    @Test
    void aLabelledBlockIsShownOnAnotherPageWithItsLinksAndWithoutItsId() {
        shows("b", "<div class=\"copy\"><aside class=\"admonition tip\" role=\"note\"><p class=\"admonition-title\">About <a href=\"/b#the-figure\" title=\"As drawn.\">Fig. B.1</a></p><p>Words with a note<sup><a class=\"fn\" href=\"/a#fn-1\" "
                + "aria-label=\"Footnote 1\">1</a></sup> and <a href=\"/a#eq-one\">(1)</a>.</p></aside></div>");
        assertEquals(0, Jsoup.parse(html("b")).select(".copy [id]").size());
    }

    @Test
    void aBlockBreakNamesAllUpToTheNext() {
        shows("b", "<div class=\"copy\"><p>First of two.</p><p>Second of two.</p></div>");
    }

    @Test
    void ofACellTheCodeOrWhatItDrewIsShown() {
        shows("b", "<figure id=\"the-figure\"><div class=\"copy\"><p class=\"picture\"><img src=\"data:image/png;base64,iVBORw0KGgo=\"", "<div class=\"copy\"><details><summary>Code</summary><pre tabindex=\"0\"><code class=\"language-python\">plot()\n");
        assertEquals(1, Jsoup.parse(html("b")).select(".copy img[src^=data]").size());
        shows("run", "<div id=\"drawn\"><details>", "<figure id=\"fig-cap\">", "<span class=\"label\">Fig. 1</span> Of <span", "<a href=\"/run#more-words\" title=\"More Words\">below</a>");
        assertFalse(html("run").contains("#|") || html("run").contains("warned"));
    }

    @Test
    void anyBlockMayHaveALabel() {
        shows("a", "<div id=\"a-list\"><ul>", "<div id=\"some-code\"><pre");
        shows("b", "<a href=\"/a#a-list\">a-list</a>, <a href=\"/a#some-code\">some-code</a>, <a href=\"/b#the-figure\" title=\"As drawn.\">Fig. B.1</a>");
    }

    @Test
    void headingsCountWhereTheBookSaysSoAndMayNameThings() {
        assertEquals("B.1", book.section("b").orElseThrow().number());
        assertEquals("", book.section("a").orElseThrow().number());
        shows("b", "<h2 id=\"with\"><span class=\"no\">B.1.1</span> With <a href=\"/b#the-figure\" title=\"As drawn.\">Fig. B.1</a>", "<h3 id=\"with-1\"><span class=\"no\">B.1.1.1</span> Deeper", "<a href=\"/b#with-1\" title=\"Deeper\">Section B.1.1.1</a>");
        assertTrue(book.section("b").orElseThrow().outline().getFirst().html().contains(">Fig. B.1</a>"));
        assertFalse(html("a").contains("class=\"no\""));
    }

    @Test
    void picturesOfOneFigureHaveLettersAndNames() {
        shows("b", "<img src=\"/pic.svg\" alt=\"left\" id=\"pair-a\"", "id=\"right-one\"", "<a href=\"/b#pair-a\">Fig. B.2a</a>, <a href=\"/b#right-one\">Fig. B.2b</a>, <span class=\"katex\">");
        assertEquals("Fig. B.2 Two pictures.", Jsoup.parse(html("b")).select("figure#pair figcaption").text());
    }

    @Test
    void rolesMayHaveAttributesAndGatedExercisesTitles() {
        shows("b", "<mi>y</mi>", "{no role}<code>x</code>", "</b> Named</p><p>Inside.</p>");
        assertFalse(html("b").contains("Not shown"));
    }

    @Test
    void linksToOtherProjectsAndFilmsHaveWords() {
        shows("b", "<a href=\"https://spec.example/book/page#t\">T</a>", "▶ Quoted</a><figcaption>A <em>caption</em></figcaption>");
        shows("a", "<video controls src=\"/clip.webm\" aria-label=\"clip\"></video>");
    }

    @Test
    void aCopyFollowsASaveOfWhatItShows() throws Exception {
        var changing = Books.write(folder.resolve("c"), "=== myst.yml\nproject: {title: T, toc: [{file: a.md}, {file: b.md}]}\n=== a.md\n# A\n\n(x)=\nBefore.\n=== b.md\n# B\n\n```{embed} #x\n```\n");
        try (var reader = new BookReader(changing, folder.resolve("c-cache"))) {
            assertTrue(Books.html(reader.read().section("b").orElseThrow()).contains("<p>Before.</p>"));
            Files.writeString(changing.resolve("a.md"), "# A\n\n(x)=\nAfter that.\n");
            assertTrue(Books.html(reader.read(Set.of("a.md")).section("b").orElseThrow()).contains("<p>After that.</p>"));
        }
    }
}
