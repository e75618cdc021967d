package lectern.site.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every test in a real browser has: Chromium, the shipped book on a server, and an ear for errors and for requests off the machine. */
abstract class BrowserTest {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private static final int HEIGHT = 900;

    static ServedBook book;

    /** The browser of the class that runs on this thread. */
    private static final ThreadLocal<Chromium> RUNNING = new ThreadLocal<>();

    /** What the pages of this test complained about: console errors, uncaught exceptions, requests to other hosts. */
    final List<String> complaints = new ArrayList<>();

    private final List<BrowserContext> contexts = new ArrayList<>();

    /** A browser, which one class at a time uses. */
    private static final class Chromium {
        final Playwright playwright;
        final Browser browser;
        /** The page that one test after the other opens, once there is one, and the test that has it. */
        Page visited;
        BrowserTest visitor;

        Chromium(Playwright playwright, Browser browser) {
            this.playwright = playwright;
            this.browser = browser;
        }

        static Chromium start() {
            try {
                var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Browsers.find()).setArgs(FLAGS)));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("no browser to test with", e);
            }
        }
    }

    /** One server for every class of a run, and as many browsers as classes run at once; closed after the last. */
    private record Shared(ServedBook book, ConcurrentLinkedDeque<Chromium> idle) implements AutoCloseable {
        static Shared open() {
            try {
                return new Shared(ServedBook.serve(ServedBook.SHIPPED), new ConcurrentLinkedDeque<>());
            } catch (Exception e) {
                throw new IllegalStateException("no server to test with", e);
            }
        }

        @Override
        public void close() throws IOException {
            idle.forEach(chromium -> chromium.playwright.close());
            book.close();
        }
    }

    private static Shared shared;

    @RegisterExtension
    static final BeforeAllCallback SHARED = context -> {
        shared = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(Shared.class, key -> Shared.open(), Shared.class);
        book = shared.book;
        var idle = shared.idle.poll();
        RUNNING.set(idle == null ? Chromium.start() : idle);
    };

    @AfterAll
    static void leaveTheBrowser() {
        shared.idle.add(RUNNING.get());
        RUNNING.remove();
    }

    static Browser browser() {
        return RUNNING.get().browser;
    }

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        var chromium = RUNNING.get();
        if (chromium.visitor != null) {
            chromium.visited.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }");
            chromium.visitor = null;
        }
    }

    /** A page of this width, in a context of its own. */
    Page page(int width) {
        return page(options(width));
    }

    Page page(Browser.NewContextOptions options) {
        var context = browser().newContext(options);
        contexts.add(context);
        return heard(context.newPage(), complaints::add);
    }

    /** A page of this width that earlier tests have left, without what they stored: half the work of a fresh one. For a test that does not ask how a page comes the first time. */
    Page visit(int width) {
        var chromium = RUNNING.get();
        chromium.visitor = this;
        if (chromium.visited == null) {
            chromium.visited = heard(chromium.browser.newContext(options(width)).newPage(), complaint -> {
                if (chromium.visitor == null) {
                    throw new AssertionError("a page that its test has left complains: " + complaint);
                }
                chromium.visitor.complaints.add(complaint);
            });
        }
        chromium.visited.setViewportSize(width, HEIGHT);
        chromium.visited.mouse().move(0, 0);
        return chromium.visited;
    }

    private static Browser.NewContextOptions options(int width) {
        return new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(ColorScheme.LIGHT);
    }

    /** Of faces loaded in vain {@link PageBrowserTest} asks; here parts of pages are emptied before they were ever seen. */
    private static Page heard(Page page, Consumer<String> complain) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning") && !message.text().contains("was preloaded using link preload but not used")) {
                complain.accept("console: " + message.text());
            }
        });
        page.onPageError(error -> complain.accept("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith("http://127.0.0.1:") && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
                complain.accept("request off the machine: " + request.url());
            }
        });
        return page;
    }

    /** Waits until nothing on a page of the shipped book moves: the forms of its exercises, which come when the first is near and push what stands below, are there, and its height is what it was. */
    static void settle(Page page) {
        page.locator(".answer[data-answer]").first().evaluate("answer => answer.scrollIntoView({behavior: 'instant'})");
        page.waitForFunction("() => [...document.querySelectorAll('.answer[data-answer]')].every(answer => answer.querySelector('form'))");
        page.waitForFunction("""
                () => {
                  const [height, now] = [document.documentElement.scrollHeight, performance.now()];
                  if (window.settled?.height !== height) window.settled = {height, since: now};
                  return now - window.settled.since > 700;
                }""");
    }

    /** What axe finds in these parts of the page as they stand, or on all of it: nothing that floats over it is closed by the asking. */
    static Object violations(Page page, String... parts) throws IOException {
        return axe(page, "{resultTypes: ['violations']}", parts);
    }

    /** The same of what another theme or width can change: contrast, and the size of what is touched. */
    static Object inThisLook(Page page, String... parts) throws IOException {
        return axe(page, "{resultTypes: ['violations'], runOnly: ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'], rules: {'target-size': {enabled: true}}}", parts);
    }

    /** The first in the light and the second in the dark, in one visit: axe takes less time than a page to load. */
    static List<Object> inBothThemes(Page page, String... parts) throws IOException {
        // colours that change by and by would be measured half-way
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setReducedMotion(ReducedMotion.REDUCE));
        var found = new ArrayList<Object>((List<?>) violations(page, parts));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        found.addAll((List<?>) inThisLook(page, parts));
        return found;
    }

    /** The same of what a narrow page can change: the size of what is touched, and what scrolls in a box of its own. */
    static Object atThisWidth(Page page, String... parts) throws IOException {
        return axe(page, "{resultTypes: ['violations'], runOnly: ['target-size', 'scrollable-region-focusable'], rules: {'target-size': {enabled: true}}}", parts);
    }

    /**
     * Axe looks at every node of a page for each part it is asked about, and most are symbols of formulas. Blocks without such a part, and without the pointer, keep their place and size but are empty
     * meanwhile; of a whole page, the formulas that show no colour in no size that another of the same kind of block has not shown are passed over.
     */
    private static final String AXE = """
            async parts => {
              // a widget that is near may be about to take its panel over
              const coming = block => block.localName === 'lectern-widget' && !block.alive && block.getBoundingClientRect().top < innerHeight + 600 && block.getBoundingClientRect().bottom > -600;
              const emptied = !parts.length ? [] : [...document.querySelectorAll('main > *')].filter(block => !block.matches(':hover') && !block.querySelector('lectern-widget, form, :focus') && !coming(block)
                && !parts.some(part => block.matches(part) || block.closest(part) || block.querySelector(part))).map(block => {
                  block.style.height = getComputedStyle(block).height;
                  return [block, [...block.childNodes]];
                });
              for (const [block] of emptied) block.replaceChildren();
              const shown = new Set();
              const looks = formula => [...formula.querySelectorAll('.katex-html *')].filter(symbol => symbol.firstChild?.nodeType === Node.TEXT_NODE).map(symbol => {
                const {color, fontSize} = getComputedStyle(symbol);
                return [color, fontSize, symbol.closest('main > *')?.className, symbol.closest('a, th, td, button')?.localName].join();
              });
              const twice = parts.length ? [] : [...document.querySelectorAll('.katex')].filter(formula => {
                const known = shown.size;
                looks(formula).forEach(look => shown.add(look));
                return shown.size === known;
              });
              try {
                const {violations} = await axe.run({include: parts.length ? parts.map(part => [part]) : [document], exclude: twice}, OPTIONS);
                return violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.html).join(' | '));
              } finally {
                for (const [block, nodes] of emptied) {
                  block.append(...nodes);
                  block.style.height = '';
                }
              }
            }""";

    private static Object axe(Page page, String options, String... parts) throws IOException {
        // the script itself: the library's Java part needs a newer Jackson than the citations do
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            try (var axe = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
                page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
            }
        }
        return page.evaluate(AXE.replace("OPTIONS", options), List.of(parts));
    }
}
