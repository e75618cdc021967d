package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** §3.1 as a reader meets it. */
class PageBrowserTest extends BrowserTest {
    private static final String SECTION = "/ch03/vectors";

    private static void open(Page page, String path) {
        page.navigate(book.url(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    }

    /** Brings every widget near the screen, so that the module is loaded and has taken over. */
    private static void takeOver(Page page) {
        page.locator("lectern-widget").first().scrollIntoViewIfNeeded();
        page.waitForFunction("() => customElements.get('lectern-widget')");
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", SECTION, "/search?q=jacobian", "/widgets/two-link", "/nowhere"})
    void noPageScrollsSideways(String path) {
        Page page = page(320);
        open(page, path);
        for (int width : List.of(320, 768, 1280)) {
            page.setViewportSize(width, 900);
            int wide = (int) page.evaluate("() => document.documentElement.scrollWidth");
            assertTrue(wide <= width, path + " is " + wide + " px wide at " + width);
        }
        complaints.removeIf(c -> c.contains("404")); // the missing page is asked for on purpose
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", SECTION, "/search?q=jacobian", "/widgets/two-link"})
    void axeFindsNothing(String path) throws IOException {
        Page page = page(new Browser.NewContextOptions().setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE));
        open(page, path);
        if (page.locator("lectern-widget").count() > 0) {
            takeOver(page);
        }
        assertEquals(List.of(), inBothThemes(page));
        page.setViewportSize(320, 900);
        assertEquals(List.of(), atThisWidth(page));
        assertEquals(List.of(), inThisLook(page, "header", "footer"), "the text is that of the wide page; what stands around it is not");
    }

    @Test
    void withoutScriptsTheTextAndEveryFormulaAndPictureAreThere() {
        Page with = visit(1280);
        open(with, SECTION);
        Page without = page(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 900));
        open(without, SECTION);
        int formulas = with.locator(".katex").count();
        assertTrue(formulas >= 30, formulas + " formulas");
        assertEquals(formulas, without.locator(".katex").count());
        assertEquals(with.locator("main p").count(), without.locator("main p").count());
        assertTrue(without.locator("lectern-widget svg").first().isVisible(), "the server's picture");
        assertEquals(0, without.locator(".katex-error").count());
    }

    @Test
    void thePageIsQuietAndNothingShiftsWhileItLoadsAndTheWidgetTakesOver() {
        Page page = page(1280);
        page.addInitScript("window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { window.shift += e.value; }))"
                + ".observe({type: 'layout-shift', buffered: true})");
        open(page, SECTION);
        takeOver(page);
        double shift = ((Number) page.evaluate("() => window.shift")).doubleValue();
        assertEquals(0, shift, 1e-3);
        assertEquals(List.of(), complaints, "no error, and nothing asked off the machine");
    }

    /** A face that comes late has the whole page laid out again, and one that comes in vain is a line in the browser's console. */
    @Test
    void eachPageLoadsAheadTheSmallFacesThatItShowsAndNoOther() {
        Page page = visit(1280);
        for (var section : book.library.snapshot().book().sections()) {
            open(page, section.url());
            var faces = (List<?>) page.evaluate("""
                async () => {
                  await document.fonts.ready;
                  const ahead = [...document.querySelectorAll('link[rel=preload]')].map(link => link.href.replace(/.*\\/math-|\\.woff2/g, '')).filter(name => /^(size\\d|ams)$/.test(name));
                  const shown = [...document.fonts].filter(face => face.status === 'loaded' && /KaTeX_(Size\\d|AMS)/.test(face.family) && face.unicodeRange !== 'U+0-10FFFF')
                      .map(face => face.family.replace(/"|KaTeX_/g, '').toLowerCase());
                  return [ahead.sort().join(), shown.sort().join()];
                }""");
            assertEquals(faces.getLast(), faces.getFirst(), section.path());
        }
    }

    @Test
    void theContentsOpenBesideThePage() {
        Page page = visit(1280);
        open(page, SECTION);
        page.locator("[data-open=contents]").click();
        page.locator("#contents a[aria-current=page]").waitFor();
        assertEquals(List.of(), complaints);
    }

    @Test
    void aChosenThemeIsKept() {
        Page page = visit(1280);
        open(page, SECTION);
        page.locator(".aa").click();
        page.locator("[data-theme-is=sepia]").click();
        open(page, "/");
        assertEquals("sepia", page.evaluate("() => document.documentElement.dataset.theme"));
        assertEquals("rgb(242, 230, 207)", page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor"));
    }

    /** What a screen reader is told of the section, its widgets apart, which have goldens of their own; rewritten with {@code -Dgolden=write}. */
    @Test
    void theAccessibilityTreeIsAsRead() throws IOException {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 900));
        open(page, SECTION);
        page.evaluate("() => document.querySelectorAll('lectern-widget').forEach(widget => widget.remove())");
        String tree = page.locator("body").ariaSnapshot() + "\n";
        Path golden = Path.of("src/test/resources/golden/vectors.aria.txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, tree);
        }
        assertTrue(Files.exists(golden), golden + " is missing; read it, then write it with -Dgolden=write");
        assertEquals(Files.readString(golden), tree, golden + " changed; read it, then rewrite it with -Dgolden=write");
    }
}
