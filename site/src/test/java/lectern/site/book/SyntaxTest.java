package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What MyST's forms become on a page, by one small book, {@code books/syntax.txt}. */
class SyntaxTest {
    @TempDir
    static Path folder;
    private static Book book;
    private static Section page;
    private static String html;

    @BeforeAll
    static void read() throws Exception {
        try (var in = SyntaxTest.class.getResourceAsStream("/books/syntax.txt")) {
            book = Books.read(Books.write(folder.resolve("b"), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
        page = book.section("one/a").orElseThrow();
        html = Books.html(page);
    }

    private static void shows(String... pieces) {
        for (var piece : pieces) {
            assertTrue(html.contains(piece), piece + " in\n" + html);
        }
    }

    @Test
    void theBookHasNoProblem() {
        assertEquals(List.of(), book.problems());
    }

    @Test
    void citationsTakeTheirFormAndAccents() {
        shows("Gödel 1931</a>; see <a", "Black et al. 2024</a>, p. 5)", ">Black et al. (2024)</a> says");
        assertTrue(page.references().getLast().html().contains("Über formal unentscheidbare Sätze.</em> Monatshefte, 38, 173–198. <a href=\"https://doi.org/10.1007/BF01700692\">"), page.references().toString());
        assertTrue(page.references().getFirst().html().startsWith("<li id=\"ref-pi0\">") && page.references().getFirst().html().contains("class=\"katex\"") && page.references().getFirst().html().contains("and others (2024)"));
    }

    @Test
    void everyLabelledLineHasItsNumber() {
        shows("<a href=\"/one/a#eq-one\">(1.1)</a>, <a href=\"/one/a#eq-two\">(1.2)</a>", "<span id=\"eq-two\"></span>");
    }

    @Test
    void referencesTakeTheNameOfWhatTheyLeadTo() {
        shows(">Table 1.1</a>", ">Theorem 1.1</a>", ">B title</a>", "<a href=\"/one/b\">Section B</a>", ">Section 1.2</a>", "<a href=\"/one/b#sub\">Sub</a>");
        assertTrue(Books.html(book.section("one/b").orElseThrow()).contains("<a href=\"/one/a#eq-z\">(*)</a>"));
    }

    @Test
    void blocksThatEndAtAnotherHoldWhatIsBetween() {
        shows("<b>Exercise 1.2</b></p><p>Gated text.</p></section>");
    }

    @Test
    void definitionListsTabsCardsAndCodeAreDrawn() {
        shows("<dl><dt>Term</dt><dd>Meaning one</dd><dd>Meaning two</dd><dt>Other</dt>", "open><summary>One</summary>", "<a href=\"/one/b\">Title</a>", "<span class=\"hljs-keyword\">def</span>",
                "class=\"label\">Program 1.1</span> Listing");
    }

    @Test
    void picturesHaveTheirSize() {
        shows("<img src=\"/one/pic.svg\" alt=\"Alt text\" width=\"40\" height=\"20\"");
    }

    @Test
    void abbreviationsAndSubstitutionsAreFilledIn() {
        shows("<abbr title=\"vision-language-action\">VLA</abbr> model, the <em>arm</em>", "<abbr title=\"damped least squares\">DLS</abbr>");
    }

    @Test
    void everyBlockIsOneElementAndEveryIdStandsOnce() {
        for (var section : book.sections()) {
            var ids = new HashSet<String>();
            for (var block : section.blocks()) {
                var body = Jsoup.parseBodyFragment(block.html().toString()).body();
                assertEquals(1, body.childrenSize(), block.html().toString());
                body.select("[id]").forEach(e -> assertTrue(ids.add(e.id()), e.id()));
            }
        }
    }
}
