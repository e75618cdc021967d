package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The search box and the search page as a reader meets them. */
class SearchBrowserTest extends BrowserTest {
    private static final String SECTION = "/ch03/vectors";

    @AfterEach
    void quiet() {
        assertEquals(List.of(), complaints);
    }

    private static Page searched(Page page, String typed) {
        page.navigate(book.url(SECTION));
        page.keyboard().press("/");
        page.keyboard().type(typed);
        page.locator("#search .hits mark, #search .hits .match").first().waitFor();
        return page;
    }

    @Test
    void slashOpensTheBoxThatListsHitsAsYouType() {
        Page page = searched(visit(1280), "jacobian");
        page.keyboard().press("ArrowDown");
        assertEquals(true, page.evaluate("() => document.activeElement.matches('.hits a')"));
        page.keyboard().press("Escape");
        assertEquals(0, page.locator("#search:popover-open").count());
        page.keyboard().press("Control+k");
        assertEquals(1, page.locator("#search:popover-open").count());
    }

    @Test
    void whatWasSearchedIsOfferedAgainAndForgottenOnRequest() {
        Page page = searched(visit(1280), "jacobian");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.endsWith(SECTION));
        page.navigate(book.url("/"));
        page.keyboard().press("/");
        page.locator("#search .row .btn").first().waitFor();
        assertEquals(List.of("jacobian", "Forget these"), page.locator("#search .row .btn").allTextContents());
        page.locator("#search .row .btn").last().click();
        page.locator("#search .row").waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    @Test
    void aFormulaIsShownWithThePartThatMatches() {
        Page page = visit(1280);
        page.navigate(book.url("/search?q=" + URLEncoder.encode("\\dot x = J(q)\\dot q", StandardCharsets.UTF_8)));
        var first = page.locator(".hits li").first();
        assertEquals("Equation 3.4", first.locator("a > span").nth(1).textContent());
        assertTrue(first.locator("math .match").count() >= 6, "marked signs");
        first.locator(".like").click();
        assertEquals("Equation 3.4", page.locator(".hits li a > span").nth(1).textContent());
    }

    @Test
    void aFacetConfinesTheSearchAndFreesItAgain() {
        Page page = visit(1280);
        page.navigate(book.url("/search?q=jacobian"));
        page.locator(".facets a", new Page.LocatorOptions().setHasText("Equation")).click();
        assertEquals(List.of("Equation"), page.locator(".hits .kind").allTextContents().stream().distinct().toList());
        page.locator(".facets a[aria-current]").click();
        assertTrue(page.locator(".hits .kind").allTextContents().stream().distinct().count() > 1, "all kinds again");
    }

    @Test
    void axeFindsNothingInTheOpenBox() throws IOException {
        Page page = searched(page(new Browser.NewContextOptions().setViewportSize(320, 900).setReducedMotion(ReducedMotion.REDUCE)), "gradient");
        assertEquals(List.of(), inBothThemes(page, "#search", "header"));
        assertTrue(page.locator("#search").isVisible());
    }
}
