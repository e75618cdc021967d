package lectern.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A widget whose picture stands on the page until a reader asks for it. */
class PosterBrowserTest extends BrowserTest {
    private static final String PAGE = "/ch03/vectors";

    private static void alive(Page page, String id) {
        page.waitForCondition(() -> (boolean) page.evaluate("id => document.getElementById(id)?.alive === true", id));
    }

    @ParameterizedTest
    @CsvSource({"bill, 320", "cells, 1280"})
    void theWidgetComesInThePlaceOfItsPicture(String id, int width) throws Exception {
        Page page = page(new Browser.NewContextOptions().setViewportSize(width, 900).setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(book.url(PAGE));
        settle(page);
        var picture = page.locator("#" + id + " img");
        picture.scrollIntoViewIfNeeded();
        page.waitForCondition(() -> (boolean) picture.evaluate("image => image.complete && image.naturalWidth === 520"));
        var label = page.locator("#" + id + " .label").textContent();
        var words = page.locator("#" + id + " figcaption").textContent();
        double before = page.locator("#" + id).boundingBox().y;
        page.locator("#" + id + " .try").focus();
        page.keyboard().press("Enter");
        alive(page, id);
        assertEquals("LECTERN-WIDGET", page.evaluate("document.activeElement.tagName"), "the keyboard goes on from here");
        assertEquals(before, page.locator("#" + id).boundingBox().y, 1, "what stands above does not move");
        assertThat(page.locator("#" + id + "-title + p")).containsText(label);
        assertEquals(words, label + " " + page.locator("#" + id + " .cap").textContent().strip());
        assertEquals(List.of(), page.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"), "each name once");
        assertEquals(List.of(), inBothThemes(page, "#" + id));
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no scrolling to the side");

        page.locator("#" + id + " [data-do=skip]").click();
        var described = page.locator("#" + id + "-desc");
        String first = described.textContent();
        page.locator("#" + id + " .presets button").nth(1).click();
        page.waitForCondition(() -> page.url().contains("?" + id + ".") && !described.textContent().equals(first));
        String shown = described.textContent();
        page.reload();
        alive(page, id);
        assertThat(described).hasText(shown);
        assertEquals(List.of(), complaints);
    }

    @Test
    void aLinkThatSetsAStateAsksForTheWidget(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("myst.yml"), "project: {title: T, toc: [{file: arm.md}]}\n");
        Files.writeString(folder.resolve("arm.md"), "# The arm\n\n{state}`Straight <arm?q=0.6,0>` it is.\n\n:::{widget} two-link\n:label: arm\n:poster:\n:::\n");
        try (var own = ServedBook.serve(folder)) {
            Page page = page(1280);
            page.navigate(own.url("/arm"));
            page.locator("a.state").click();
            alive(page, "arm");
            page.waitForCondition(() -> page.url().contains("?arm.v=1&") && page.url().contains("arm.q=0.6,0"));
            assertThat(page.locator("#arm input[type=number][data-quantity=q2]")).hasValue("0.000"); // with the next frame
            assertEquals(List.of(), complaints);

            page.route("**/widgets/two-link*", route -> {
                if (route.request().isNavigationRequest()) {
                    route.resume();
                } else {
                    route.abort();
                }
            });
            page.navigate(own.url("/arm"));
            page.locator("a.state").click();
            page.waitForURL("**/widgets/two-link?q=0.6,0");
        }
    }

    @Test
    void withoutScriptsThePictureLeadsToTheWidget() {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(book.url(PAGE));
        page.locator("#cells .try").click();
        assertThat(page.locator("h1")).hasText("Outer product");
        page.goBack();
        assertTrue(page.locator("#cells img").getAttribute("alt").startsWith("The errors are"), "what the picture shows, in words");
    }

    @Test
    void whereTheWidgetCannotBeHadItsLinkIsFollowed() {
        Page page = page(1280);
        page.route("**/widgets/outer-product", route -> {
            if (route.request().isNavigationRequest()) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions().setStatus(503));
            }
        });
        page.navigate(book.url(PAGE));
        page.locator("#cells .try").click();
        page.waitForURL("**/widgets/outer-product");
        complaints.removeIf(complaint -> complaint.contains("503"));
        assertEquals(List.of(), complaints);
    }
}
