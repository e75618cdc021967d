package lectern.site.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.site.browser.ServedBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that no browser sends, byte by byte: each gets the right status, and nothing that is not the book's to tell. */
class AbuseTest {
    private static final String SECRET = "the-secret-outside-the-book";

    /** Spellings of a way out of the book; {@code %s} is the file outside. */
    private static final List<String> TRAVERSALS = List.of(
            "/../%s", "/../../%s", "/pages/../../%s", "/..%%2f%s", "/%%2e%%2e/%s", "/%%2e%%2e%%2f%s", "/%%2E%%2E%%2F%s", "/.%%2e/%s", "/..;/%s", "/..;x=y/%s", "/..%%5c%s", "/..\\%s",
            "/%%252e%%252e%%252f%s", "/%%c0%%ae%%c0%%ae/%s", "/%%c0%%ae%%c0%%ae%%c0%%af%s", "/%%uff0e%%uff0e/%s", "/....//%s", "//../%s", "/./../%s", "/assets/../../%s", "/assets/..%%2f..%%2f%s/x",
            "/assets/0000000000000000/..%%2f..%%2f%s", "/figures/..%%2f%s.svg", "/embed/..%%2f%s/widget.js", "/card/..%%2f%s/x", "/shown.svg/../../%s", "/%%2fetc/passwd", "//etc/passwd",
            "/%s%%00.svg", "/file:///etc/passwd", "/leak.svg", "/linked/%s", "/.lectern/formulas.bin", "/myst.yml", "/.git/config");

    @TempDir
    private static Path folder;

    private static ServedBook book;

    @BeforeAll
    static void serve() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.svg"), SECRET);
        Path inside = Files.createDirectories(folder.resolve("book"));
        Files.writeString(inside.resolve("myst.yml"), "version: 1\nproject:\n  title: A book\n  toc:\n    - file: one.md\n");
        Files.writeString(inside.resolve("one.md"), "# One\n\n![shown](shown.svg) ![leak](leak.svg) ![up](../outside.svg) ![linked](linked/outside.svg)\n\n```{include} leak.svg\n```\n\n$x$\n");
        Files.writeString(inside.resolve("shown.svg"), "<svg viewBox='0 0 1 1'/>");
        Files.createSymbolicLink(inside.resolve("leak.svg"), outside);
        Files.createSymbolicLink(inside.resolve("linked"), folder);
        book = ServedBook.serve(inside);
    }

    @AfterAll
    static void stop() throws IOException {
        book.close();
    }

    /** What comes back for these bytes on a connection of their own. */
    private static Client.Answer said(String bytes) throws IOException {
        try (var client = new Client(book.port())) {
            client.send(bytes);
            return client.answer(!bytes.startsWith("HEAD"));
        }
    }

    private static void tellsNothing(String what, Client.Answer answer) {
        for (String leak : List.of(SECRET, "root:", "\tat ", "Exception", "jetty", "Jetty", "javalin", "java.", folder.toString())) {
            assertFalse(answer.text().contains(leak) || answer.headers().toString().contains(leak), what + " tells " + leak + ": " + answer.text());
        }
    }

    @Test
    void noSpellingLeadsOutOfTheBook() throws IOException {
        try (var client = new Client(book.port())) {
            assertEquals(200, client.get("/shown.svg").status(), "what the book shows");
        }
        var statuses = new TreeMap<String, Integer>();
        for (String spelling : TRAVERSALS) {
            String path = spelling.formatted("outside.svg");
            var answer = said("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            statuses.put(path, answer.status());
            tellsNothing(path, answer);
        }
        statuses.values().removeIf(status -> status == 404 || status == 400);
        assertEquals(Map.of(), statuses);
        assertTrue(book.library.snapshot().pages().values().stream().noneMatch(page -> new String(page.identity(), StandardCharsets.UTF_8).contains(SECRET)),
                "nothing is included from outside");
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        String host = "Host: localhost\r\n";
        var cases = new LinkedHashMap<String, Integer>();
        cases.put("GET /one HTTP/1.1\r\n\r\n", 400); // no host
        cases.put("GET /one HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
        cases.put("GET /one HTTP/9.9\r\n" + host + "\r\n", 505);
        cases.put("GET\r\n\r\n", 400);
        cases.put("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n", 400); // TLS
        cases.put("GET /one\u0000 HTTP/1.1\r\n" + host + "\r\n", 400);
        cases.put("GET /one HTTP/1.1\r\n" + host + "No colon here\r\n\r\n", 400);
        cases.put("GET /one HTTP/1.1\r\n" + host + "X : space\r\n\r\n", 400);
        cases.put("GET /one HTTP/1.1\r\n" + host + "X: a\r\n folded\r\n\r\n", 400);
        cases.put("GET /one HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n", 400);
        cases.put("GET /one HTTP/1.1\r\n" + host + "Content-Length: -5\r\n\r\n", 400);
        cases.put("POST /one HTTP/1.1\r\n" + host + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400);
        cases.put("POST /one HTTP/1.1\r\n" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400); // smuggling
        cases.put("POST /one HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n", 400);
        cases.put("GET /%zz HTTP/1.1\r\n" + host + "\r\n", 400);
        cases.put("GET /%c3%28 HTTP/1.1\r\n" + host + "\r\n", 400);
        cases.put("CONNECT elsewhere:80 HTTP/1.1\r\n" + host + "\r\n", 400);
        cases.put("TRACE /one HTTP/1.1\r\n" + host + "\r\n", 405);
        cases.put("OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 404);
        cases.put("PROPFIND /one HTTP/1.1\r\n" + host + "\r\n", 405);
        cases.put("POST /one HTTP/1.1\r\n" + host + "Content-Length: 1000000000\r\n\r\n", 405);
        cases.put("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n" + host + "\r\n", 414);
        cases.put("GET /one HTTP/1.1\r\n" + host + "X: " + "a".repeat(9_000) + "\r\n\r\n", 431);
        cases.put("GET /one HTTP/1.1\r\n" + host + "X: a\r\n".repeat(3_000) + "\r\n", 431);
        cases.put("GET http://elsewhere.example/one HTTP/1.1\r\n" + host + "\r\n", 400); // this is no proxy
        cases.put("GET http://localhost/one HTTP/1.1\r\n" + host + "\r\n", 200);
        var wrong = new LinkedHashMap<String, Integer>();
        for (var expected : cases.entrySet()) {
            String shown = expected.getKey().substring(0, Math.min(80, expected.getKey().length()));
            var answer = said(expected.getKey());
            tellsNothing(shown, answer);
            if (answer.status() != expected.getValue()) {
                wrong.put(shown, answer.status());
            }
            if (answer.status() != 405) {
                assertEquals("", HeaderGrade.faults(shown, answer), shown);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void aRefusedBodyIsNotWaitedFor() throws IOException {
        try (var client = new Client(book.port())) {
            client.send("POST /one HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nxyz");
            var answer = client.answer(true);
            assertEquals(405, answer.status());
            assertTrue(client.isClosed(10_000), "nobody reads the rest");
        }
    }

    @Test
    void everyKindOfAddressCarriesTheHeaderSet() throws IOException {
        var faults = new TreeMap<String, String>();
        try (var client = new Client(book.port())) {
            String asset = client.get("/one").text().replaceAll("(?s).*?(/assets/[0-9a-f]{16}/[\\w.-]+).*", "$1");
            String version = client.get("/widgets/two-link").text().replaceAll("(?s).*?(/embed/[0-9a-f]{8}/widget\\.js).*", "$1");
            for (String path : List.of("/", "/one", "/one.md", "/shown.svg", "/nowhere", "/search?q=x", "/search?fragment=1&q=x", "/search.json?q=x", "/widgets/two-link", "/widgets/none",
                    "/figures/two-link.svg", "/embed/two-link", "/embed/1/widget.js", version, "/oembed?url=http://localhost/widgets/two-link", "/card/one/symbols", "/card/one/equations",
                    "/card/one/cite", "/notation", "/how-we-know", asset, "/assets/0000000000000000/x.js", "/livez", "/readyz", "/metrics", "/robots.txt", "/sitemap.xml", "/preview/events")) {
                String fault = HeaderGrade.faults(path, client.get(path));
                if (!fault.isEmpty()) {
                    faults.put(path, fault);
                }
            }
        }
        assertEquals(Map.of(), faults);
    }
}
