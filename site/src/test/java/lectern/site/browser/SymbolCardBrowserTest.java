package lectern.site.browser;

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
import org.junit.jupiter.params.provider.ValueSource;

/** The card of a symbol as a reader meets it: by pointer, by touch, by keyboard. */
class SymbolCardBrowserTest extends BrowserTest {
    private static final String USES = "() => [CSS.highlights.get('symbol-uses')?.size ?? 0, CSS.highlights.get('symbol')?.size ?? 0]";

    @AfterEach
    void quiet() {
        assertEquals(List.of(), complaints);
    }

    private static Page opened(Page page) {
        page.navigate(book.url("/ch03/vectors"));
        page.locator(".symbol-card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    private static Locator symbol(Page page, String equation, String letter) {
        return page.locator(equation + " .katex-html .mathnormal").filter(new Locator.FilterOptions().setHasText(letter)).first();
    }

    private static void waitForCard(Page page, String words) {
        page.locator(".symbol-card:popover-open").filter(new Locator.FilterOptions().setHasText(words)).waitFor();
    }

    @Test
    void pointingAtASymbolShowsItsCardAndMarksItsOtherUses() {
        Page page = opened(visit(1280));
        symbol(page, "#eq-velocity", "J").hover();
        waitForCard(page, "manipulator Jacobian");
        assertTrue(page.locator(".symbol-card").innerText().contains("m × n"));
        assertTrue(((Number) ((List<?>) page.evaluate(USES)).getFirst()).intValue() > 5, "J stands in many formulas of the page");
        page.keyboard().press("Escape");
        assertEquals(false, page.locator(".symbol-card").isVisible());
        assertEquals(List.of(0, 0), page.evaluate(USES));
    }

    @Test
    void oneLetterHasTheMeaningThatHoldsWhereItStands() {
        Page page = opened(visit(1280));
        symbol(page, "#eq-hand", "x").hover();
        waitForCard(page, "pose of the hand");
        page.locator("#eq-layer-loss").scrollIntoViewIfNeeded();
        symbol(page, "#eq-layer-loss", "x").hover();
        waitForCard(page, "input of a layer");
    }

    @Test
    void aFormulaIsOneStopAndTheArrowsWalkItsSymbols() {
        Page page = opened(visit(1280));
        page.locator("#eq-dls .eq-box").focus();
        page.keyboard().press("ArrowRight");
        waitForCard(page, "joint velocity");
        page.keyboard().press("ArrowRight");
        waitForCard(page, "manipulator Jacobian");
        page.keyboard().press("ArrowLeft");
        waitForCard(page, "joint velocity");
        assertEquals(true, page.evaluate("() => document.activeElement.matches('#eq-dls .eq-box')"));
        page.keyboard().press("Tab");
        assertEquals(false, page.evaluate("() => document.activeElement.matches('#eq-dls .eq-box')"), "focus is never held");
        assertEquals(false, page.locator(".symbol-card").isVisible());
        assertEquals(0, page.locator("main .katex[tabindex] .katex[tabindex], .eq-box .katex[tabindex], a .katex[tabindex]").count());
    }

    @Test
    void aTapShowsTheCardAndATapBesideItClosesIt() {
        Page page = opened(page(new Browser.NewContextOptions().setViewportSize(320, 640).setHasTouch(true)));
        symbol(page, "#eq-dls", "J").tap();
        waitForCard(page, "manipulator Jacobian");
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
        page.locator("h1").tap();
        page.locator(".symbol-card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void axeFindsNothingWithACardOpen(int width) throws IOException {
        Page page = opened(page(width));
        symbol(page, "#eq-velocity", "J").hover();
        waitForCard(page, "manipulator Jacobian");
        assertEquals(List.of(), inBothThemes(page, ".symbol-card"));
        assertEquals(true, page.locator(".symbol-card").isVisible());
    }
}
