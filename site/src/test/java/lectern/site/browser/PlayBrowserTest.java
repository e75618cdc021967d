package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A widget that moves by itself, and a formula typed into it. */
class PlayBrowserTest extends BrowserTest {
    private static final String WORDS = "document.querySelector('lectern-widget svg').children[1].textContent";

    @Test
    void whatPlaysAsksForOneFrameAtATime() {
        Page page = taken();
        page.evaluate("() => {const ask = requestAnimationFrame; let asked = 0; window.frames_ = 0; window.most = 0;"
            + "window.requestAnimationFrame = done => {window.most = Math.max(window.most, ++asked); return ask(time => {asked--; window.frames_++; done(time);});};}");
        page.locator("[data-do='press play']").click();
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("window.frames_ > 20")));
        assertEquals(1, page.evaluate("window.most"));
        page.waitForCondition(() -> words(page).contains("step 1 of 13"));
    }

    @Test
    void aFormulaThatCannotBeReadKeepsThePictureAndSaysWhy() {
        Page page = taken();
        page.locator("[data-fill=f]").fill("w*x+");
        page.waitForCondition(() -> words(page).contains("no formula yet"));
        assertTrue(page.locator("lectern-widget svg text").count() > 10);
        assertTrue(page.locator(".said").textContent().startsWith("✕"), page.locator(".said").textContent());
    }

    private static String words(Page page) {
        return (String) page.evaluate(WORDS);
    }

    private Page taken() {
        Page page = page(new Browser.NewContextOptions().setViewportSize(768, 900));
        page.navigate(book.url("/widgets/backprop"));
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!document.querySelector('lectern-widget').alive")));
        page.evaluate("document.querySelector('[data-do=skip]')?.click()");
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!document.querySelector('fieldset[disabled]')")));
        return page;
    }
}
