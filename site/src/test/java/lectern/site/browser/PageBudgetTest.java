package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What §3.1 may weigh on the wire, gzip; fonts as they are. */
class PageBudgetTest extends BrowserTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static byte[] get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(book.url(path))).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    /** What a reader's browser is sent when it takes gzip. */
    private static int zipped(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(book.url(path))).header("Accept-Encoding", "gzip").build();
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""), path);
        return answer.body().length;
    }

    private static int zip(String html) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(html.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.size();
    }

    private static void within(String what, int bytes, int most) {
        System.out.printf("%-14s %,6d of %,6d bytes%n", what, bytes, most);
        assertTrue(bytes <= most, what + ": " + bytes + " bytes, over " + most);
    }

    @Test
    void theSectionKeepsItsBudget() throws Exception {
        String html = new String(get("/ch03/vectors"), StandardCharsets.UTF_8);
        within("HTML", zipped("/ch03/vectors"), 20 * 1024);
        within("its text", zip(html.replaceAll("(?s)<lectern-widget.*?</lectern-widget>", "")), 18 * 1024);
        within("CSS", zipped(match(html, "/assets/[0-9a-f]+/lectern\\.css")), 12 * 1024);
        within("JS", zipped(match(html, "/assets/[0-9a-f]+/theme\\.js")) + zipped(match(html, "/assets/[0-9a-f]+/app\\.js"))
                + zipped(match(html, "/assets/[0-9a-f]+/shell\\.js")), 8 * 1024);
    }

    /** All that comes while nobody touches the page, also late; what belongs to widgets, their shell among it, has a budget of its own. */
    @Test
    void whatComesWithoutAHandKeepsItsBudgetToo() throws Exception {
        Page page = page(1280);
        var loaded = new ArrayList<String>();
        page.onRequest(request -> loaded.add(URI.create(request.url()).getPath()));
        page.navigate(book.url("/ch03/vectors"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        page.locator(".listen .play").waitFor();
        page.locator(".symbol-card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        String widgets = match(new String(get("/ch03/vectors"), StandardCharsets.UTF_8), "data-widgets=\"[^\"]*/").replaceFirst(".*\"", "");
        within("all JS", sum(loaded, path -> path.endsWith(".js") && !path.startsWith(widgets)), 12 * 1024);
        within("all CSS", sum(loaded, path -> path.endsWith(".css")), 13 * 1024);
    }

    private static int sum(List<String> loaded, Predicate<String> counted) throws Exception {
        int total = 0;
        for (String path : loaded.stream().filter(counted).distinct().toList()) {
            int size = zipped(path);
            System.out.printf("  %-14s %,6d%n", path.substring(path.lastIndexOf('/') + 1), size);
            total += size;
        }
        return total;
    }

    @Test
    void theFontsItLoadsKeepTheirs() throws Exception {
        Page page = page(1280);
        var fonts = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().endsWith(".woff2")) {
                fonts.add(URI.create(request.url()).getPath());
            }
        });
        page.navigate(book.url("/ch03/vectors"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        int total = 0;
        for (String font : fonts.stream().distinct().toList()) {
            int size = get(font).length;
            System.out.printf("  %s %,d%n", font.substring(font.lastIndexOf('/') + 1), size);
            total += size;
        }
        within("fonts", total, 40 * 1024);
    }

    private static String match(String html, String pattern) {
        var found = Pattern.compile(pattern).matcher(html);
        assertTrue(found.find(), pattern);
        return found.group();
    }

    /** Kept beside the budgets, so that what is measured is what is meant. */
    @Test
    void noWidgetModuleIsLoadedBeforeAWidgetIsNear() {
        Page page = page(1280);
        List<String> loaded = new ArrayList<>();
        page.onRequest(request -> loaded.add(request.url()));
        page.navigate(book.url("/"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        assertTrue(loaded.stream().noneMatch(u -> u.endsWith("shell.js") || u.endsWith("widgets.js")), loaded.toString());
    }

    /** The reader of §3.1 loads the bench; the skip-test's code, with its reader of formulas, waits for a touch. */
    @Test
    void aWidgetThatIsOnlyTypedIntoLoadsWhenTouched() throws Exception {
        Page page = page(1280);
        List<String> loaded = new ArrayList<>();
        page.onRequest(request -> loaded.add(request.url()));
        page.navigate(book.url("/ch03/vectors"));
        page.locator("#skip").scrollIntoViewIfNeeded();
        page.locator("#arm").scrollIntoViewIfNeeded();
        page.waitForCondition(() -> loaded.stream().filter(url -> url.matches(".*/(widgets|two-link)\\.js")).distinct().count() == 2);
        assertTrue(loaded.stream().noneMatch(url -> url.endsWith("/skip-test.js")), loaded.toString());
        int bytes = 0;
        for (String url : loaded.stream().filter(url -> url.matches(".*/(widgets|two-link)\\.js")).distinct().toList()) {
            bytes += zipped(URI.create(url).getPath());
        }
        within("first widget", bytes, 15 * 1024);
        page.locator("#skip-a").focus();
        page.waitForCondition(() -> loaded.stream().anyMatch(url -> url.endsWith("/skip-test.js")));
    }
}
