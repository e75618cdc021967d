package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reference leads to, shown without leaving the page: by pointer, by touch, by keyboard. */
class ReferenceCardBrowserTest extends BrowserTest {
    private static final String SECTION = "main > p a[href='/appendix-a/matrices']";
    private static final String EQUATION = "main > p a[href='/ch03/vectors#eq-descent']";

    @AfterEach
    void quiet() {
        assertEquals(List.of(), complaints);
    }

    private static Page opened(Page page, String path) {
        page.navigate(book.url(path));
        page.locator("h1").dispatchEvent("touchstart");
        page.locator(".card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        // a face that comes late would move the link from under the finger
        page.evaluate("() => document.fonts.ready");
        return page;
    }

    /** A narrow page under a finger, at which nothing moves any more. */
    private Page touched() {
        Page page = opened(page(new Browser.NewContextOptions().setViewportSize(320, 640).setHasTouch(true)), "/ch03/vectors");
        settle(page);
        return page;
    }

    private static Locator card(Page page, String words) {
        var card = page.locator(".card:popover-open").filter(new Locator.FilterOptions().setHasText(words));
        card.waitFor();
        return card;
    }

    private static void waitUntilClosed(Page page) {
        page.locator(".card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void pointingAtAPageShowsItsTitleAndFirstParagraph() {
        Page page = opened(visit(1280), "/ch03/vectors");
        page.locator(SECTION).first().hover();
        var card = card(page, "Matrices as maps");
        assertTrue(card.innerText().contains("A matrix is a table of numbers"), card.innerText());
        page.keyboard().press("Escape");
        waitUntilClosed(page);
    }

    @Test
    void aCitationShowsItsEntryAndAnEquationItself() {
        Page page = opened(visit(1280), "/ch03/vectors");
        page.locator("a[href='#ref-buss2004introduction']").first().hover();
        card(page, "Damped Least Squares Methods");
        page.locator(EQUATION).first().hover();
        page.locator(".card:popover-open .katex").waitFor();
        page.mouse().move(2, 2);
        waitUntilClosed(page);
    }

    private static final List<String> BLOCKS = List.of("eq-descent", "recap", "def-singular", "arm", "ref-buss2004introduction", "ex-predict");

    /** Both ways to cut give the same card: out of the open page, and out of what the server sends to another page. */
    @Test
    void theServersCutHoldsTheBlock() throws Exception {
        for (String block : BLOCKS) {
            var asked = HttpRequest.newBuilder(URI.create(book.url("/card/ch03/vectors/" + block))).build();
            var answer = HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("id=\"" + block + "\""));
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            var again = HttpRequest.newBuilder(asked.uri()).header("If-None-Match", tag).build();
            assertEquals(304, HttpClient.newHttpClient().send(again, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
        var there = cards("/ch03/depth", "/ch03/vectors#");
        assertEquals(cards("/ch03/vectors", "#"), there);
        assertTrue(there.stream().noneMatch(String::isBlank), there.toString());
    }

    /** What the cards of the blocks say on a page. @param link to a block, up to its name */
    private List<String> cards(String path, String link) {
        Page page = opened(visit(1280), path);
        page.evaluate("links => { document.querySelector('main > p').innerHTML = links.map(link => `<a href=\"${link}\">there</a>`).join(' '); }",
                BLOCKS.stream().map(block -> link + block).toList());
        return page.locator("main > p").first().locator("a").all().stream().map(to -> {
            to.hover();
            String said = card(page, "").innerText();
            page.mouse().move(2, 2);
            waitUntilClosed(page);
            return said;
        }).toList();
    }

    @Test
    void aBlockThatIsNotThereHasNoCard() throws Exception {
        for (String path : List.of("/card/ch03/vectors/nowhere", "/card/nowhere/text")) {
            var asked = HttpRequest.newBuilder(URI.create(book.url(path))).build();
            assertEquals(404, HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString()).statusCode(), path);
        }
    }

    @Test
    void theCardComesAndGoesWithTheFocusAndNeverTakesIt() {
        Page page = opened(visit(1280), "/ch03/vectors");
        page.locator("a[href='#ref-buss2004introduction']").first().focus();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Tab");
        card(page, "Damped Least Squares Methods");
        assertEquals(0, page.locator(".card a, .card button, .card [tabindex]").count());
        page.keyboard().press("Tab");
        waitUntilClosed(page);
        assertEquals(false, page.evaluate("() => document.activeElement.closest('.card') !== null"));
    }

    @Test
    void theFirstTapShowsAndTheSecondFollows() {
        Page page = touched();
        page.locator(EQUATION).first().tap();
        card(page, "");
        assertFalse(page.url().contains("#"), page.url());
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
        page.locator(EQUATION).first().tap();
        page.waitForURL(url -> url.endsWith("#eq-descent"));
    }

    @Test
    void aMouseThatLiesStillDoesNotCloseWhatATapOpened() {
        Page page = touched();
        page.mouse().move(160, 200);
        page.locator(EQUATION).first().tap();
        card(page, "");
        page.evaluate("scrollBy({top: 40, behavior: 'instant'})");
        page.waitForTimeout(500); // longer than a pointer that left is waited for
        assertTrue(page.locator(".card:popover-open").isVisible());
    }

    @Test
    void onANarrowPageTheCardLeavesItsLinkInSight() {
        Page page = touched();
        for (double height : List.of(.04, .4, .5, .6, .96)) {
            page.locator(EQUATION).first().evaluate("(link, height) => scrollBy({top: link.getBoundingClientRect().top - innerHeight * height, behavior: 'instant'})", height);
            page.locator(EQUATION).first().tap();
            var card = card(page, "").boundingBox();
            var link = page.locator(EQUATION).first().boundingBox();
            assertTrue(card.y >= link.y + link.height || card.y + card.height <= link.y, "card " + card.y + " + " + card.height + ", link at " + link.y);
            page.keyboard().press("Escape");
            waitUntilClosed(page);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, /ch03/vectors#arm", "768, DARK, /ch03/vectors#eq-descent", "320, LIGHT, /appendix-a/matrices", "320, DARK, /ch03/vectors#def-singular"})
    void axeFindsNothingWithACardOpen(int width, ColorScheme scheme, String to) throws IOException {
        Page page = opened(page(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme)), "/ch03/vectors");
        page.evaluate("to => { const p = document.querySelector('main > p'); p.innerHTML = `<a href=\"${to}\">there</a>`; }", to);
        page.locator("main > p a").first().hover();
        card(page, "");
        assertEquals(List.of(), violations(page, ".card"));
        assertTrue(page.locator(".card").isVisible());
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
    }
}
