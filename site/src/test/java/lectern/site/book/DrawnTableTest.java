package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as reStructuredText draws them with signs. */
class DrawnTableTest {
    @TempDir
    Path folder;

    private int books;

    private String html(String table) {
        var book = Books.read(Books.write(folder.resolve("b" + books++), "=== myst.yml\nproject: {title: T, toc: [{file: page.rst}]}\n=== page.rst\nPage\n====\n\n" + table));
        assertEquals(List.of(), book.problems());
        return Books.html(book.sections().getFirst());
    }

    /** Cells by row, those of the head in brackets. */
    private static List<String> cells(String html) {
        return Jsoup.parse(html).select("tr").stream().map(row -> String.join(" | ", row.select("th, td").stream().map(cell -> cell.normalName().equals("th") ? "[" + cell.text() + "]" : cell.text()).toList())).toList();
    }

    @Test
    void aGridWithAHead() {
        assertEquals(List.of("[Joint] | [Limit]", "elbow of the arm | 2 rad", "wrist | a|b"), cells(html("""
                +--------+--------+
                | Joint  | Limit  |
                +========+========+
                | elbow  | 2 rad  |
                | of the |        |
                | arm    |        |
                +--------+--------+
                | wrist  | a|b    |
                +--------+--------+
                """)));
    }

    @Test
    void aGridWithoutAHeadAndWithBlocksInItsCells() {
        var html = html("""
                +-----------+------------------+
                | - one     | See ``code`` and |
                | - two     |                  |
                |           | :math:`x^2`.     |
                +-----------+------------------+
                """);
        assertEquals(List.of("one", "two"), Jsoup.parse(html).select("td li").eachText());
        assertEquals("code", Jsoup.parse(html).select("td code").text());
        assertEquals(1, Jsoup.parse(html).select("td .katex").size());
    }

    @Test
    void columnsUnderLines() {
        assertEquals(List.of("[Name] | [Meaning]", "q | joint angles, and more of them", "x | hand, further than its line", "J | the Jacobian"), cells(html("""
                =====  =======
                Name   Meaning
                =====  =======
                q      joint angles,
                       and more of them
                x      hand, further than its line

                J      the *Jacobian*
                =====  =======

                After it.
                """)));
    }

    @Test
    void columnsWithoutAHead() {
        assertEquals(List.of("1 | 2", "3 | 4"), cells(html("== ==\n1  2\n3  4\n== ==\n")));
    }

    @Test
    void aCaptionedTableIsNumbered() {
        var html = html(".. table:: Limits\n   :name: limits\n\n   ==== ===\n   a    b\n   ==== ===\n   1    2\n   ==== ===\n\nSee :numref:`limits`.\n");
        assertEquals(List.of("[a] | [b]", "1 | 2"), cells(html));
        assertTrue(html.contains("Limits") && Jsoup.parse(html).select("a[href$=#limits]").text().contains("Table"), html);
    }

    @Test
    void aCellOverSeveralColumnsIsShownAsItIsDrawn() {
        var drawn = "+---+---+\n| a     |\n+---+---+\n| b | c |\n+---+---+";
        assertEquals(drawn, Jsoup.parse(html(drawn + "\n")).select("pre").text().strip());
        var under = "==== ===\n a and b\n--------\n1    2\n==== ===";
        var h = html(under + "\n"); System.out.println("HH " + h); assertEquals(under, Jsoup.parse(h).select("pre").text().strip());
    }

    @Test
    void linesThatDrawNothingAreText() {
        assertTrue(html("==== ===\nno end\n").contains("no end"));
        assertEquals(List.of("one", "two"), Jsoup.parse(html("+ one\n+ two\n")).select("li").eachText());
        assertTrue(html("+---\n| a\n").contains("a"));
    }
}
