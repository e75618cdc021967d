package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.site.book.BookReader;
import lectern.site.export.Export;
import lectern.site.library.Library;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped book as files, served by a plain file server below a folder. */
class ExportBrowserTest extends BrowserTest {
    @TempDir
    static Path host;

    private static Path site;
    private static HttpServer files;

    @BeforeAll
    static void export() throws Exception {
        site = host.resolve("courses/robots");
        exportTo(site);
        files = SimpleFileServer.createFileServer(new InetSocketAddress("127.0.0.1", 0), host, SimpleFileServer.OutputLevel.NONE);
        files.start();
    }

    @AfterAll
    static void stop() {
        files.stop(0);
    }

    private static void exportTo(Path folder) throws Exception {
        var assets = new Assets();
        var pages = new Pages(assets, false, null, "https://example.org/robots");
        try (var library = Library.open(new BookReader(ServedBook.SHIPPED, host.resolve("cache")), pages, host.resolve("cache"))) {
            new Export(library, pages, assets, "https://example.org/robots").to(folder);
        }
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + files.getAddress().getPort() + "/courses/robots/" + path;
    }

    private static List<Path> all(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void everyLinkLeadsToAFileAndAnAnchorInIt() throws IOException {
        Map<Path, Document> read = new HashMap<>();
        for (Path file : all(site)) {
            if (file.toString().endsWith(".html")) {
                read.put(file, Jsoup.parse(file, "UTF-8", file.toUri().toString()));
            }
        }
        var broken = new ArrayList<String>();
        int links = 0;
        for (var page : read.entrySet()) {
            for (var element : page.getValue().select("[href], [src], [action], [data-widgets]")) {
                for (String name : List.of("href", "src", "action", "data-widgets")) {
                    String link = element.attr(name);
                    if (link.isEmpty() || link.matches("(https?|mailto|data):.*")) {
                        continue;
                    }
                    links++;
                    URI to = page.getKey().toUri().resolve(link);
                    Path target = Path.of(to.getPath());
                    boolean anchored = Optional.ofNullable(to.getFragment()).filter(f -> !f.isEmpty())
                            .map(f -> !read.containsKey(target) || read.get(target).getElementById(f) != null).orElse(true);
                    if (!Files.isRegularFile(target) || !anchored) {
                        broken.add(site.relativize(page.getKey()) + " → " + link);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 500, links + " links");
    }

    @Test
    void aPageHoldsTheSameTextAndFormulasAsTheServers() throws IOException {
        Page page = page(1280);
        page.navigate(book.url("/ch03/vectors"));
        String served = (String) page.evaluate("async () => new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html').querySelector('main').textContent");
        Document exported = Jsoup.parse(site.resolve("ch03/vectors.html"), "UTF-8");
        assertEquals(served.replaceAll("\\s+", ""), exported.selectFirst("main").wholeText().replaceAll("\\s+", ""));
    }

    @Test
    void twoExportsAreTheSameBytes() throws Exception {
        Path again = host.resolve("again");
        exportTo(again);
        List<Path> first = all(site);
        assertEquals(first.stream().map(site::relativize).toList(), all(again).stream().map(again::relativize).toList());
        for (Path file : first) {
            assertEquals(-1, Files.mismatch(file, again.resolve(site.relativize(file))), file.toString());
        }
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws IOException {
        Path mine = Files.createDirectories(host.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "years of work");
        assertThrows(IOException.class, () -> exportTo(mine));
        assertEquals(List.of(mine.resolve("thesis.txt")), all(mine));
        assertFalse(Files.list(host).anyMatch(p -> p.getFileName().toString().startsWith(".lectern-export-")));
    }

    @Test
    void widgetsContentsAndSearchRunBelowAFolder() {
        Page page = page(1280);
        page.navigate(url("ch03/vectors.html"));
        page.locator("lectern-widget").first().scrollIntoViewIfNeeded();
        page.waitForFunction("() => customElements.get('lectern-widget')");
        page.keyboard().press("/");
        page.keyboard().type("damped least");
        page.locator("#search .hits mark").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(u -> u.contains("#"));
        assertTrue(page.url().startsWith(url("")), page.url());
        page.locator("[data-open=contents]").click();
        page.locator("#contents a[aria-current=page]").waitFor();
        page.navigate(url("search.html?q=jacobian"));
        page.locator("main .hits mark").first().waitFor();
        assertEquals(List.of(), complaints);
    }

    @Test
    void aFrameBelowAFolderTakesTheStateOfItsAddress() {
        Page page = page(1280);
        page.navigate(url("embed/two-link.html?q=0.3,0.5"));
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("() => !!document.querySelector('lectern-widget').alive")));
        page.waitForCondition(() -> page.locator("#two-link-q2").inputValue().startsWith("0.5"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void theElementMakesAFrameOfThisSite() {
        Page page = page(1280);
        page.navigate(url("404.html"));
        page.evaluate("src => import(src)", url("embed/1/widget.js"));
        page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<lectern-widget name=two-link state=\"q=0.3,0.5\"></lectern-widget>')");
        page.waitForCondition(() -> page.frames().stream().anyMatch(frame -> frame.url().equals(url("embed/two-link.html?q=0.3,0.5"))));
        page.frameLocator("iframe").locator("lectern-widget svg").first().waitFor();
    }

    @Test
    void aWidgetIsSharedInItsState() {
        Page page = page(1280);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(url("ch03/vectors.html?arm.q=0.3,0.5&arm.solver=pinv"));
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("() => !!document.querySelector('#arm').alive")));
        page.locator("#arm [data-do=skip]").click();
        page.locator("#arm-q2:enabled").focus();
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> !page.url().matches(".*arm\\.q=0\\.3,0\\.5(&.*)?"));
        String state = URI.create(page.url()).getQuery().replace("arm.", "");
        assertTrue(state.contains("&q=0.3,0.5") && state.contains("&solver=pinv"), state);
        page.locator("#arm [data-do=share]").click();
        page.locator(".share-menu:popover-open button").first().waitFor();
        var lines = new HashMap<String, String>();
        for (var name : List.of("Element", "Frame", "Markdown", "MyST")) {
            page.locator("#arm [data-do=share]").dispatchEvent("click");
            page.locator(".share-menu:popover-open button", new Page.LocatorOptions().setHasText(name)).first().click();
            page.locator(".said", new Page.LocatorOptions().setHasText(name + " copied")).waitFor();
            lines.put(name, (String) page.evaluate("navigator.clipboard.readText()"));
        }
        String told = state.replace("&", "&amp;");
        assertEquals("<script type=\"module\" src=\"https://example.org/robots/embed/1/widget.js\"></script>\n<lectern-widget name=\"two-link\" state=\"" + told + "\"></lectern-widget>", lines.get("Element"));
        assertTrue(lines.get("Frame").startsWith("<iframe src=\"https://example.org/robots/embed/two-link.html?" + told + "\""), lines.get("Frame"));
        assertTrue(lines.get("Markdown").endsWith("](https://example.org/robots/widgets/two-link.html?" + state + ")"), lines.get("Markdown"));
        assertTrue(lines.get("MyST").startsWith(":::{iframe} https://example.org/robots/embed/two-link.html?" + state + "\n"), lines.get("MyST"));
        assertEquals(List.of(), complaints);
    }

    /** The host is gone when the book is read: what the reader kept is enough. */
    @Test
    void theBookIsKeptBelowAFolderAndReadWithoutItsHost() throws Exception {
        HttpServer own = SimpleFileServer.createFileServer(new InetSocketAddress("127.0.0.1", 0), host, SimpleFileServer.OutputLevel.NONE);
        own.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        own.start();
        String base = "http://127.0.0.1:" + own.getAddress().getPort() + "/courses/robots/";
        Page page = page(1280);
        page.navigate(base + "index.html");
        page.locator(".aa").click();
        page.locator("#settings").getByText("Keep this book").click();
        page.locator("#settings .kept", new Page.LocatorOptions().setHasText("Kept on this device:")).waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("() => !!navigator.serviceWorker.controller")));
        own.stop(0);
        page.navigate(base + "ch03/vectors.html");
        assertTrue(page.locator("main .katex").count() > 30);
        page.locator("#arm").scrollIntoViewIfNeeded();
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("() => !!document.querySelector('#arm').alive")));
        page.keyboard().press("/");
        page.keyboard().type("jacobian");
        page.locator("#search .hits mark").first().waitFor();
    }

    @Test
    void aReferenceShowsItsCardBelowAFolder() {
        Page page = page(1280);
        page.navigate(url("ch03/vectors.html"));
        page.locator("main > p a[href*='appendix-a/matrices']").first().hover();
        page.locator(".card:popover-open").getByText("Matrices as maps").waitFor();
        page.locator("#eq-dls .eq-box").focus();
        page.locator("#eq-dls .eq-more").click();
        page.locator(".eq-menu:popover-open").getByText("LaTeX").waitFor();
        assertEquals(List.of(), complaints);
    }
}
