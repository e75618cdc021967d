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

/** Formulas as authors write them for MathJax, by one small book, {@code books/mathjax.txt}. */
class MathJaxTest {
    @TempDir
    static Path folder;
    private static Book book;
    private static String html;

    @BeforeAll
    static void read() throws Exception {
        try (var in = MathJaxTest.class.getResourceAsStream("/books/mathjax.txt")) {
            book = Books.read(Books.write(folder.resolve("b"), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
        html = Books.html(book.sections().getFirst());
    }

    @Test
    void everyFormulaIsDrawn() {
        assertEquals(List.of(), book.problems());
        assertFalse(html.contains("katex-error"));
    }

    @Test
    void aBlockThatOnlyDefinesMacrosShowsNothing() {
        assertTrue(html.strip().startsWith("<p>Speed"), html.substring(0, 80));
    }

    @Test
    void macrosOfThePageAndOfTheConfigurationAreUsed() {
        var maths = Jsoup.parse(html).select("p").first().select("math");
        assertEquals(List.of("q˙2", "trA", "xˉn", "⟨a,b⟩", "E"), maths.stream().map(m -> m.selectFirst("mrow").text().replaceAll("[\\s\\u2061]", "")).toList());
    }

    @Test
    void equationsAreFoundByTheReferencesWithinFormulas() {
        assertTrue(html.contains("By <a href=\"/page#first\">(1)</a>, <a href=\"/page#second\">(B)</a>"));
        assertTrue(Jsoup.parse(html).select("mtext").eachText().containsAll(List.of("from", "(B)")));
    }

    @Test
    void linesPartedByAnEmptyLineStandBelowEachOther() {
        var stacked = Jsoup.parse(html).select("math:contains(t)").select("[display]:contains(hree)").first();
        assertEquals(2, stacked.selectFirst("mtable").childrenSize());
    }
}
