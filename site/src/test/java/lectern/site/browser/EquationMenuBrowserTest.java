package lectern.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The menu of an equation: what it copies, and how it is reached. */
class EquationMenuBrowserTest extends BrowserTest {
    @AfterEach
    void quiet() {
        assertEquals(List.of(), complaints);
    }

    private static Page opened(Page page) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(book.url("/ch03/vectors"));
        page.locator("h1").dispatchEvent("touchstart");
        page.locator(".eq-menu:not(.share-menu)").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    private static Locator item(Page page, String name) {
        return page.locator(".eq-menu:popover-open > *").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static String copied(Page page, String equation, String name) {
        page.locator(equation).hover();
        page.locator(equation + " .eq-more").click();
        item(page, name).click();
        page.locator(".said", new Page.LocatorOptions().setHasText(name + " copied")).waitFor();
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    @Test
    void eachFormIsCopiedAsItIsWritten() {
        Page page = opened(visit(1280));
        assertEquals("\\dot q = J^\\top \\left( J J^\\top + \\lambda^2 I \\right)^{-1} \\dot x .", copied(page, "#eq-dls", "LaTeX"));
        assertTrue(copied(page, "#eq-dls", "Plain text").startsWith("q̇ = J"));
        assertTrue(copied(page, "#eq-dls", "Spoken form").startsWith("q dot equals J transpose times the quantity"));
        String mathMl = copied(page, "#eq-dls", "MathML");
        assertTrue(mathMl.startsWith("<math ") && mathMl.contains("xmlns=\"http://www.w3.org/1998/Math/MathML\"") && mathMl.endsWith("</math>"), mathMl);
        assertEquals("mrow", page.evaluate("text => new DOMParser().parseFromString(text, 'application/xml').documentElement.firstElementChild.localName", mathMl));
        assertEquals(book.url("/ch03/vectors#eq-dls"), copied(page, "#eq-dls", "Link"));
    }

    @Test
    void everyEquationOfThePageHasWhatItsAuthorWrote() {
        Page page = opened(visit(1280));
        assertEquals(List.of(), page.evaluate("""
                async () => {
                  const written = await (await fetch('/card/ch03/vectors/equations')).json();
                  const letters = eq => [...eq.querySelectorAll('.katex-html')].map(k => k.textContent.replace(/[\\s\\u200b]/g, '')).join('');
                  return [...document.querySelectorAll('main .eq')].map(letters).filter(seen => !written.some(([known, tex]) => known === seen && tex));
                }"""));
        assertTrue(page.locator("main .eq").count() > 15);
    }

    @Test
    void theKeyboardReachesItAndEscapeGivesTheFocusBack() {
        Page page = opened(visit(1280));
        page.locator("#eq-dls .eq-box").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertEquals("Copy equation 3.7", page.evaluate("document.activeElement.getAttribute('aria-label')"));
        page.keyboard().press("Enter");
        item(page, "LaTeX").waitFor();
        page.waitForCondition(() -> page.evaluate("document.activeElement.textContent").toString().startsWith("LaTeX"));
        page.keyboard().press("ArrowDown");
        assertTrue(page.evaluate("document.activeElement.textContent").toString().startsWith("Plain text"));
        page.keyboard().press("Escape");
        assertEquals("Copy equation 3.7", page.evaluate("document.activeElement.getAttribute('aria-label')"));
        assertThat(page.locator("#eq-dls .eq-more")).hasAttribute("aria-expanded", "false");
    }

    @Test
    void formulasLikeItAreFound() {
        Page page = opened(visit(1280));
        page.locator("#eq-dls").hover();
        page.locator("#eq-dls .eq-more").click();
        item(page, "Find similar formulas").click();
        page.waitForURL(url -> url.contains("/search?q="));
        assertTrue(page.locator("main .hits .f").count() > 0, "formulas among the hits");
    }

    @Test
    void itsButtonMovesNothing() {
        Page page = opened(page(1280));
        String box = "JSON.stringify(document.querySelector('#eq-dls').getBoundingClientRect())";
        page.locator("#eq-dls").scrollIntoViewIfNeeded();
        Object before = page.evaluate(box);
        page.locator("#eq-dls").hover();
        page.locator("#eq-dls .eq-more").waitFor();
        assertEquals(before, page.evaluate(box));
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "320, true"})
    void axeFindsNothingWithTheMenuOpen(int width, boolean touch) throws IOException {
        Page page = opened(page(new Browser.NewContextOptions().setViewportSize(width, 900).setHasTouch(touch).setIsMobile(touch)));
        page.locator("#eq-dls").hover();
        page.locator("#eq-dls .eq-more").click();
        item(page, "LaTeX").waitFor();
        assertEquals(List.of(), inBothThemes(page, ".eq-menu", "#eq-dls"));
        assertTrue(page.locator(".eq-menu:not(.share-menu)").isVisible());
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
    }
}
