package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Share": what is offered for a widget, a figure, an equation and a section, in the state they are in. */
class ShareBrowserTest extends BrowserTest {
    @TempDir
    Path folder;

    @AfterEach
    void quiet() {
        assertEquals(List.of(), complaints);
    }

    private static Page opened(Page page, String address) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(address);
        return page;
    }

    private static Locator item(Page page, String name) {
        return page.locator(".share-menu:popover-open > *").filter(new Locator.FilterOptions().setHas(page.locator("span", new Page.LocatorOptions().setHasText(name))));
    }

    private static String copied(Page page, Locator opener, String name) {
        opener.click();
        item(page, name).click();
        page.locator(".said", new Page.LocatorOptions().setHasText(name + " copied")).waitFor();
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    private static HttpResponse<byte[]> get(String url) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aWidgetIsSharedInTheStateItIsIn() throws Exception {
        Page page = opened(visit(1280), book.url("/ch03/vectors"));
        page.locator("#arm").scrollIntoViewIfNeeded();
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("() => !!document.querySelector('#arm').alive")));
        page.locator("#arm .ask button").click();
        page.locator("#arm-q2:enabled").focus();
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> page.url().contains("arm.q="));
        String state = page.url().replaceFirst(".*arm\\.(q=[^&#]*).*", "$1");
        Locator share = page.locator("#arm [data-do=share]");
        assertEquals(page.url() + "#arm", copied(page, share, "Link"));
        assertEquals("", page.locator("#arm .checkline").textContent(), "the shell copies nothing beside");
        assertTrue(copied(page, share, "Frame").contains("src=\"" + book.url("/embed/two-link?")), "a frame");
        for (String name : List.of("Element", "Pinned", "Frame", "Markdown", "MyST")) {
            String text = copied(page, share, name);
            assertTrue(text.contains(state), name + ": " + text);
        }
        share.click();
        for (String kind : List.of("svg", "png")) {
            String address = page.locator(".share-menu a[href*='." + kind + "']").getAttribute("href");
            assertTrue(address.contains(state), address);
            var drawn = get(address);
            assertEquals(200, drawn.statusCode());
            assertTrue(drawn.headers().firstValue("Content-Type").orElse("").startsWith(kind.equals("svg") ? "image/svg+xml" : "image/png"));
        }
    }

    @Test
    void aSectionAndAnEquationAreShared() throws Exception {
        Page page = opened(visit(1280), book.url("/ch03/vectors"));
        Locator share = page.locator("main > footer .btn", new Page.LocatorOptions().setHasText("Share"));
        assertEquals(book.url("/ch03/vectors"), copied(page, share, "Link"));
        String link = copied(page, share, "Markdown");
        assertTrue(link.startsWith("[3.1 Vectors") && link.endsWith("](" + book.url("/ch03/vectors") + ")"), link);
        share.click();
        assertEquals(200, get(page.locator(".share-menu a").getAttribute("href")).statusCode());
        page.keyboard().press("Escape");
        page.locator("#eq-dls").hover();
        page.locator("#eq-dls .eq-more").click();
        page.locator(".eq-menu:popover-open button", new Page.LocatorOptions().setHasText("MyST")).click();
        page.locator(".said", new Page.LocatorOptions().setHasText("MyST copied")).waitFor();
        String equation = (String) page.evaluate("navigator.clipboard.readText()");
        assertTrue(equation.startsWith(":::{math}\n\\dot q = J") && equation.endsWith("(" + book.url("/ch03/vectors#eq-dls") + ")"), equation);
    }

    @Test
    void aFigureIsShared() throws Exception {
        Files.writeString(folder.resolve("myst.yml"), "project: {title: T, toc: [{file: arm.md}]}\n");
        Files.writeString(folder.resolve("arm.md"), "# The arm\n\n```{figure} arm.svg\n:label: fig-arm\n:alt: An arm\n\nTwo links.\n```\n");
        Files.writeString(folder.resolve("arm.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" width=\"90\" height=\"90\"><path d=\"M1 1h7v7z\"/></svg>");
        try (var own = ServedBook.serve(folder)) {
            Page page = opened(page(1280), own.url("/arm"));
            page.locator("h1").hover();
            Locator share = page.locator("figure .fig-more");
            assertEquals(own.url("/arm#fig-arm"), copied(page, share, "Link"));
            assertEquals("[![An arm](" + own.url("/arm.svg") + ")](" + own.url("/arm#fig-arm") + ")", copied(page, share, "Markdown"));
            assertTrue(copied(page, share, "MyST").contains("Two links."));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "320, DARK"})
    void axeFindsNothingInTheMenu(int width, ColorScheme scheme) throws Exception {
        Page page = opened(page(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme)), book.url("/ch03/vectors"));
        page.locator("main > footer .btn", new Page.LocatorOptions().setHasText("Share")).click();
        item(page, "Link").waitFor();
        assertEquals(List.of(), violations(page, ".share-menu"));
        assertEquals(List.of(), violations(page, "main > footer"));
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
    }
}
