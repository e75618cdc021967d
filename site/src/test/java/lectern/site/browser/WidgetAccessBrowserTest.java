package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader with a screen reader, high contrast or a narrow screen meets in each widget. */
class WidgetAccessBrowserTest extends BrowserTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** The accessibility tree, read by eye; rewritten with {@code -Dgolden=write}. */
    @ParameterizedTest
    @MethodSource("lectern.widgets.Widgets#ids")
    void accessibilityTreeIsAsRead(String id) throws IOException {
        Page page = taken(new Browser.NewContextOptions().setViewportSize(1280, 900), id);
        page.locator("lectern-widget summary").first().click();
        String tree = page.locator("lectern-widget").ariaSnapshot() + "\n";
        Path golden = FOLDER.resolve(id + ".aria.txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, tree);
        }
        assertTrue(Files.exists(golden), golden + " is missing; read it, then write it with -Dgolden=write");
        assertEquals(Files.readString(golden), tree, golden + " changed; read it, then rewrite it with -Dgolden=write");
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @CsvSource({"two-link,1280,LIGHT,NONE", "two-link,320,DARK,NONE", "two-link,768,DARK,ACTIVE", "skip-test?a=sin(,1280,DARK,NONE", "skip-test?a=sin(,320,LIGHT,ACTIVE"})
    void axeFindsNothing(String widget, int width, ColorScheme scheme, ForcedColors forced) throws IOException {
        Page page = taken(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme).setForcedColors(forced), widget);
        page.locator("lectern-widget summary").first().click();
        // the script itself: the library's Java part needs a newer Jackson than the citations do
        try (var axe = WidgetAccessBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        assertEquals(List.of(), page.evaluate("axe.run('lectern-widget').then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].target))"));
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
    }

    private Page taken(Browser.NewContextOptions options, String widget) {
        Page page = page(options);
        page.navigate(book.url("/widgets/" + widget));
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!customElements.get('lectern-widget')")));
        return page;
    }
}
