package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a reader finds the way, keeps the place, sets the text and cites the page. */
class WayBrowserTest extends BrowserTest {
    @AfterEach
    void quiet() {
        assertEquals(List.of(), complaints);
    }

    /** The page with its scripts of the second hour: the panel is filled last. */
    private static Page opened(Page page, String path) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(book.url(path));
        page.waitForCondition(() -> page.locator(".settings .btn", new Page.LocatorOptions().setHasText("Keys")).count() > 0);
        page.evaluate("() => import(new URL('way.js', document.querySelector('script[data-widgets]').src)).then(() => true)"); // the same module: it listens from then on
        return page;
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    @Test
    void arrowsTurnThePagesButNotInAWidgetOrABox() {
        Page page = opened(visit(1280), "/ch03/vectors");
        page.locator("#eq-dls .eq-box").focus();
        press(page, "ArrowRight");
        page.locator("#arm [tabindex='0'], #arm button, #arm input").first().focus();
        press(page, "ArrowRight");
        press(page, "/");
        page.keyboard().type("a");
        press(page, "ArrowRight", "Escape", "Escape");
        assertTrue(page.url().endsWith("/ch03/vectors") || page.url().contains("/ch03/vectors?"), page.url());
        page.evaluate("document.activeElement.blur()");
        press(page, "ArrowRight");
        page.waitForURL(url -> url.endsWith("/ch03/randomness"));
        opened(page, "/ch03/randomness");
        press(page, "ArrowLeft");
        page.waitForURL(url -> url.endsWith("/ch03/vectors"));
    }

    @Test
    void theLinkOfAHeadingAndOfABlockIsCopied() {
        Page page = opened(visit(1280), "/ch03/vectors");
        settle(page);
        for (String id : List.of("recap", "def-singular")) {
            page.locator("#" + id).hover();
            page.locator("#" + id + " .perma").first().click();
            page.locator(".said", new Page.LocatorOptions().setHasText("Link copied")).waitFor();
            assertEquals(book.url("/ch03/vectors#" + id), page.evaluate("navigator.clipboard.readText()"));
        }
    }

    @Test
    void theContentsLeadBackToThePlaceAndTellWhatWasRead() {
        Page page = opened(page(1280), "/ch03/vectors");
        page.locator("#recap").evaluate("heading => heading.scrollIntoView({behavior: 'instant'})");
        opened(page, "/");
        var way = page.locator("a.continue");
        assertTrue(way.innerText().startsWith("Continue: 3.1"), way.innerText());
        assertTrue(way.innerText().endsWith("· Recap"), way.innerText());
        assertTrue(page.locator(".toc a[href='/ch03/vectors']").textContent().matches("(?s).*(\\d+ % )?read"), "told in words");
        way.click();
        page.waitForURL(url -> url.endsWith("/ch03/vectors#recap"));
    }

    @Test
    void theWayBackMovesNothing() {
        Page page = opened(page(320), "/ch03/vectors");
        page.navigate(book.url("/ch03/randomness"));
        String top = "document.querySelector('.toc section').getBoundingClientRect().top + scrollY";
        Page fresh = page(320);
        Object before = opened(fresh, "/").evaluate(top);
        assertEquals(0, fresh.locator(".continue").count());
        opened(page, "/");
        page.locator(".continue").waitFor();
        assertEquals(before, page.evaluate(top));
    }

    @Test
    void theSizeOfTheTextIsKeptAndThereBeforeTheFirstPaint() {
        Page page = opened(page(1280), "/ch03/vectors");
        String size = "getComputedStyle(document.querySelector('main > p')).fontSize";
        assertEquals("21px", page.evaluate(size));
        page.locator(".aa").click();
        page.locator(".settings button[value=large]").click();
        assertEquals("24px", page.evaluate(size));
        assertEquals("true", page.locator(".settings button[value=large]").getAttribute("aria-pressed"));
        page.addInitScript("document.addEventListener('readystatechange', () => { window.early ??= document.documentElement.dataset.size; })");
        opened(page, "/appendix-a/vectors");
        assertEquals("large", page.evaluate("window.early"), "set while the page was being read");
        assertEquals("24px", page.evaluate(size));
    }

    @Test
    void thePageIsCitedFromThePanelAndFromItsEnd() {
        Page page = opened(visit(1280), "/ch03/vectors");
        page.locator("main > footer .btn", new Page.LocatorOptions().setHasText("Cite")).click();
        page.locator(".citing:popover-open").getByText("Copy BibTeX").click();
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertTrue(copied.startsWith("@incollection{pixels-to-torques-ch03-vectors,") && copied.contains("chapter = {3.1}"), copied);
        assertTrue(copied.contains("url = {" + book.url("/ch03/vectors") + "}"), copied);
        page.locator(".aa").click();
        page.locator(".settings .btn", new Page.LocatorOptions().setHasText("Cite")).click();
        page.locator(".citing:popover-open").waitFor();
        press(page, "Escape");
        assertEquals(false, page.locator(".citing").isVisible());
        assertTrue(page.locator("main > footer").innerText().startsWith("First edition"), "the page carries its edition");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void axeFindsNothingWithEachPanelOpen(int width) throws IOException {
        Page page = opened(page(width), "/ch03/vectors");
        page.locator(".aa").click();
        page.locator(".settings .btn", new Page.LocatorOptions().setHasText("Cite")).click();
        page.locator(".citing:popover-open").waitFor();
        assertEquals(List.of(), inBothThemes(page, ".citing"));
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
        opened(page, "/"); // what opens on every page is looked at where axe has less around it to read
        page.locator(".continue").waitFor();
        assertEquals(List.of(), inBothThemes(page, ".continue"));
        press(page, "?");
        assertTrue(page.locator(".keys").isVisible());
        assertEquals(List.of(), inBothThemes(page, ".keys"));
        press(page, "Escape");
        assertEquals(false, page.locator(".keys").isVisible());
        page.locator(".aa").click();
        assertEquals(List.of(), inBothThemes(page, ".settings"));
    }
}
