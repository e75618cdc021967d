package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left out of a script on its way to a page. */
class AssetsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        // a line|f();|               > f();|
        f(); // beside code|          > f(); // beside code|
        /** What it does. */|f();|    > f();|
        /**| * Two lines.| */|f();|   > f();|
        {|  // within|  f();|}|       > {|  f();|}|
        /* before code */ f();|       > /* before code */ f();|
        /* one */ f();|g(); /* two */|> /* one */ f();|g(); /* two */|
        const a = 'https://b';|       > const a = 'https://b';|
        const a = 6|  / 2;|           > const a = 6|  / 2;|
        """)
    void linesThatAreCommentsAlone(String script, String served) {
        assertEquals(served.replace('|', '\n'), Assets.code(script.replace('|', '\n')));
    }
}
