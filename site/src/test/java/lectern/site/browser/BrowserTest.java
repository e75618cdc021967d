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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What every test in a real browser has: Chromium, the shipped book on a server, and an ear for errors and for requests off the machine. */
abstract class BrowserTest {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private static Playwright playwright;
    static Browser browser;
    static ServedBook book;

    /** What the pages of this test complained about: console errors, uncaught exceptions, requests to other hosts. */
    final List<String> complaints = new ArrayList<>();

    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        launch();
        book = ServedBook.serve(ServedBook.SHIPPED);
    }

    private static void launch() throws IOException, InterruptedException {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Browsers.find()).setArgs(FLAGS));
    }

    @AfterAll
    static void close() throws Exception {
        playwright.close();
        book.close();
    }

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

    /** What axe finds on the page as it stands: nothing that floats over it is closed by the asking. */
    static Object violations(Page page) throws IOException {
        try (var axe = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        return page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].target))");
    }
}
