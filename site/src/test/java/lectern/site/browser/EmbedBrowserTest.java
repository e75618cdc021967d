package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lectern.widgets.Widgets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A widget on a page of another origin, whose policy takes scripts from ours only and wants trusted types. */
class EmbedBrowserTest extends BrowserTest {
    private HttpServer host = emptyHost();

    private static HttpServer emptyHost() {
        try {
            return HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stopHost() {
        host.stop(0);
    }

    /** A page of the other site with this body. */
    private String hosted(String body) {
        byte[] page = ("<!doctype html><title>A course</title><style>*{all:unset!important;display:block!important;color:red!important}</style>" + body).getBytes(StandardCharsets.UTF_8);
        host.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().add("Content-Security-Policy", "script-src " + book.url("") + "; require-trusted-types-for 'script'");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        host.start();
        return "http://127.0.0.1:" + host.getAddress().getPort() + "/";
    }

    private static String script() {
        return "<script type=\"module\" src=\"" + book.url("/embed/1/widget.js") + "\"></script>";
    }

    static List<String> ids() {
        return Widgets.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void oneLineShowsALivingWidgetOfItsOwnHeight(String id) {
        Page page = page(1024);
        page.navigate(hosted(script() + "<lectern-widget name=\"" + id + "\"></lectern-widget>"));
        FrameLocator frame = page.frameLocator("lectern-widget iframe");
        frame.locator("lectern-widget svg").first().waitFor();
        page.waitForCondition(() -> !"".equals(page.locator("lectern-widget iframe").evaluate("f => f.style.height")));
        int height = (int) page.locator("lectern-widget iframe").evaluate("f => f.clientHeight");
        int content = ((Number) frame.locator("body").evaluate("b => Math.ceil(b.getBoundingClientRect().height)")).intValue();
        assertTrue(Math.abs(height - content) <= 2, height + " px for " + content);
        assertEquals(List.of(), page.context().cookies());
        assertEquals(List.of(), complaints);
    }

    @Test
    void theHostSetsAStateAndHearsOfOne() {
        Page page = page(1024);
        page.navigate(hosted(script() + "<lectern-widget name=\"two-link\"></lectern-widget>"));
        FrameLocator frame = page.frameLocator("lectern-widget iframe");
        var living = frame.locator("lectern-widget");
        page.waitForCondition(() -> Boolean.TRUE.equals(living.evaluate("w => w.alive === true")));
        String before = frame.locator("lectern-widget desc").first().textContent();
        page.evaluate("() => { const frame = document.querySelector('lectern-widget').shadowRoot.querySelector('iframe').contentWindow; window.postMessage({type: 'lectern:set', v: 1, state: 'q=1,1'}, '*'); frame.postMessage({type: 'lectern:set', v: 2, state: 'q=1,1'}, '*'); frame.postMessage('junk', '*'); }");
        page.evaluate("() => document.querySelector('lectern-widget').addEventListener('lectern-state', e => { document.title = e.detail.state; })");
        assertEquals(before, frame.locator("lectern-widget desc").first().textContent(), "messages that are none of ours");
        page.locator("lectern-widget").evaluate("w => w.setAttribute('state', 'q=0.5,1.25')");
        page.waitForCondition(() -> page.title().contains("1.25"));
        page.waitForCondition(() -> !before.equals(frame.locator("lectern-widget desc").first().textContent()));
    }

    @Test
    void severalLateAndMovedCopiesLive() {
        Page page = page(1024);
        page.navigate(hosted(script() + "<div id=a><lectern-widget name=\"two-link\"></lectern-widget></div><div id=b></div>"));
        page.frameLocator("lectern-widget iframe").locator("lectern-widget svg").first().waitFor();
        page.evaluate("() => { const late = document.createElement('lectern-widget'); late.setAttribute('name', 'skip-test'); document.getElementById('a').append(late);"
                + " document.getElementById('b').append(document.querySelector('lectern-widget')); }");
        page.frameLocator("#b lectern-widget iframe").locator("lectern-widget svg").first().waitFor();
        page.frameLocator("#a lectern-widget iframe").locator("lectern-widget svg").first().waitFor();
        assertEquals(List.of(), complaints);
    }

    @Test
    void aSandboxedFrameWorksWithoutOurScriptsOnTheHost() {
        Page page = page(340);
        page.navigate(hosted("<iframe style='width:320px!important;height:700px!important' sandbox='allow-scripts' src='" + book.url("/embed/two-link?theme=dark&hide=ask") + "'></iframe>"));
        var widget = page.frameLocator("iframe").locator("lectern-widget");
        page.waitForCondition(() -> Boolean.TRUE.equals(widget.evaluate("w => w.alive === true")));
        assertEquals("dark", page.frameLocator("iframe").locator("html").getAttribute("data-theme"));
        assertEquals(0, page.frameLocator("iframe").locator(".ask").count());
        assertTrue((boolean) page.frameLocator("iframe").locator("html").evaluate("h => h.scrollWidth <= innerWidth"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void withoutScriptsTheFrameHoldsPictureWordsAndLink() {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(800, 900));
        page.navigate(book.url("/embed/two-link"));
        assertTrue(page.locator("svg").first().isVisible());
        assertTrue(page.locator(".credit a").first().isVisible());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(book.url(path))).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void thePinnedScriptIsTheOneThatItsIntegrityNames() throws Exception {
        String page = get("/widgets/two-link?q=0.5,1").body();
        var found = java.util.regex.Pattern.compile("/embed/([0-9a-f]{8})/widget\\.js\" integrity=\"(sha384-[^\"&]+)\"").matcher(page.replace("&quot;", "\""));
        assertTrue(found.find(), "a line that names the version");
        var script = get("/embed/" + found.group(1) + "/widget.js");
        String digest = java.util.Base64.getEncoder().encodeToString(java.security.MessageDigest.getInstance("SHA-384").digest(script.body().getBytes(StandardCharsets.UTF_8)));
        assertEquals(found.group(2), "sha384-" + digest);
        assertTrue(script.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertEquals(404, get("/embed/00000000/widget.js").statusCode());
    }

    @Test
    void oEmbedAnswersForOurWidgetsOnly() throws Exception {
        String ask = "/oembed?url=" + URLEncoder.encode(book.url("/widgets/two-link?q=0.5,1"), StandardCharsets.UTF_8);
        var answer = JsonParser.parseString(get(ask + "&maxwidth=400&maxheight=300").body()).getAsJsonObject();
        assertEquals("rich", answer.get("type").getAsString());
        assertEquals(400, answer.get("width").getAsInt());
        assertEquals(300, answer.get("height").getAsInt());
        assertTrue(answer.get("html").getAsString().contains("width=\"400\" height=\"300\""), "the frame keeps to what was asked");
        assertTrue(answer.get("html").getAsString().contains("/embed/two-link?q=0.5,1"), answer.toString());
        assertEquals(501, get(ask + "&format=xml").statusCode());
        assertEquals(404, get("/oembed?url=https%3A%2F%2Felsewhere.example%2Fwidgets%2Ftwo-link").statusCode());
        assertEquals(404, get("/oembed").statusCode());
        assertTrue(get("/widgets/two-link").headers().firstValue("Link").orElse("").contains("application/json+oembed"));
        assertTrue(get("/embed/two-link").headers().firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors *"));
    }
}
