package lectern.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The book that a reader chose to keep, with the server gone. */
class OfflineBrowserTest extends BrowserTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENT = new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void theBookIsKeptWhenAskedForReadsWithoutAServerAndIsRemovedAgain() throws Exception {
        Page page = page(1280);
        Locator settings = page.locator("#settings");
        String host;
        try (var server = ServedBook.serve(ServedBook.SHIPPED)) {
            host = server.url("");
            page.navigate(host + "/");
            assertEquals(0, page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length"), "nothing is kept unasked");
            page.locator(".aa").click();
            settings.getByText("Keep this book").click();
            assertThat(settings.locator(".kept")).containsText(Pattern.compile("Kept on this device: [1-9][0-9.]* MB"), PATIENT);
            Object manifest = page.evaluate("async () => (await (await fetch(document.querySelector('link[rel=manifest]').href)).json()).name");
            assertEquals(server.library.snapshot().book().title(), manifest);
            page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("() => !!navigator.serviceWorker.controller")));
        }
        page.navigate(host + "/ch03/vectors?arm.q=0.3,0.2");
        assertTrue(page.locator("main .katex").count() > 30);
        page.locator("#arm").scrollIntoViewIfNeeded();
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("() => !!document.querySelector('#arm').alive")));
        page.navigate(host + "/appendix-a/matrices");
        assertThat(page.locator("h1")).containsText("Matri");
        page.locator(".aa").click();
        settings.getByText("Remove").click();
        assertThat(settings.getByText("Keep this book")).isVisible();
        assertEquals(0, page.evaluate("async () => (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length"));
    }
}
