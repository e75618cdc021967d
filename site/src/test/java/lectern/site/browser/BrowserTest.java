package lectern.site.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every test in a real browser has: Chromium, the shipped book on a server, and an ear for errors and for requests off the machine. */
abstract class BrowserTest {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    static Browser browser;
    static ServedBook book;

    /** What the pages of this test complained about: console errors, uncaught exceptions, requests to other hosts. */
    final List<String> complaints = new ArrayList<>();

    private final List<BrowserContext> contexts = new ArrayList<>();

    /** One browser and one server for every class of a run, closed after the last. */
    private record Shared(Playwright playwright, Browser browser, ServedBook book) implements AutoCloseable {
        static Shared open() {
            try {
                var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var options = new BrowserType.LaunchOptions().setExecutablePath(Browsers.find()).setArgs(FLAGS);
                return new Shared(playwright, playwright.chromium().launch(options), ServedBook.serve(ServedBook.SHIPPED));
            } catch (Exception e) {
                throw new IllegalStateException("no browser and server to test with", e);
            }
        }

        @Override
        public void close() throws IOException {
            playwright.close();
            book.close();
        }
    }

    @RegisterExtension
    static final BeforeAllCallback SHARED = context -> {
        Shared shared = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(Shared.class, key -> Shared.open(), Shared.class);
        browser = shared.browser;
        book = shared.book;
    };

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
    }

    /** A page of this width, in a context of its own. */
    Page page(int width) {
        return page(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(ColorScheme.LIGHT));
    }

    Page page(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith("http://127.0.0.1:") && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
                complaints.add("request off the machine: " + request.url());
            }
        });
        return page;
    }

    /** What axe finds in these parts of the page as they stand, or on all of it: nothing that floats over it is closed by the asking. */
    static Object violations(Page page, String... parts) throws IOException {
        return axe(page, "{}", parts);
    }

    /** The same of what another theme or width can change: contrast, and the size of what is touched. */
    static Object inThisLook(Page page, String... parts) throws IOException {
        return axe(page, "{runOnly: ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'], rules: {'target-size': {enabled: true}}}", parts);
    }

    private static Object axe(Page page, String options, String... parts) throws IOException {
        // the script itself: the library's Java part needs a newer Jackson than the citations do
        try (var axe = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        return page.evaluate("""
            parts => axe.run(parts.length ? {include: parts.map(part => [part])} : document, OPTIONS)
              .then(result => result.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.html).join(' | ')))""".replace("OPTIONS", options), List.of(parts));
    }
}
