package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import lectern.site.Settings;
import lectern.site.browser.ServedBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
    private static final Path SMALL = Path.of("src/test/resources/books/small");
    private static ServedBook book;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws Exception {
        book = ServedBook.serve(SMALL);
    }

    @AfterAll
    static void stop() throws Exception {
        book.close();
    }

    private static HttpResponse<byte[]> ask(String method, String path, String... headers) throws IOException, InterruptedException {
        return ask(book, method, path, headers);
    }

    private static HttpResponse<byte[]> ask(ServedBook at, String method, String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(at.url(path))).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(String path) throws IOException, InterruptedException {
        return new String(ask("GET", path).body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aPageIsTheSameInEveryEncoding() throws Exception {
        var plain = ask("GET", "/one");
        var gzip = ask("GET", "/one", "Accept-Encoding", "gzip");
        var brotli = ask("GET", "/one", "Accept-Encoding", "gzip, br");
        assertEquals("gzip", header(gzip, "Content-Encoding"));
        assertEquals("br", header(brotli, "Content-Encoding"));
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes());
        assertArrayEquals(plain.body(), new BrotliInputStream(new ByteArrayInputStream(brotli.body())).readAllBytes());
        assertEquals(3, List.of(header(plain, "ETag"), header(gzip, "ETag"), header(brotli, "ETag")).stream().distinct().count(), "a strong tag names one representation");
        assertEquals("Accept-Encoding", header(plain, "Vary"));
        assertEquals(String.valueOf(plain.body().length), header(plain, "Content-Length"));
    }

    /** A server that logs its requests takes no shortcut. */
    @Test
    void aPageIsAnsweredAheadOfTheRoutesJustAsByThem() throws Exception {
        String tag = header(ask("GET", "/one", "Accept-Encoding", "br"), "ETag");
        try (var routed = ServedBook.serve(SMALL, Settings.read(null, Map.of(), Map.of("port", "0", "logRequests", "true")))) {
            for (String method : List.of("GET", "HEAD", "POST")) {
                for (String path : List.of("/", "/one", "/one?a=b", "/one;a=b", "/%6Fne", "/one/", "/one.md", "/nothing", "/search")) {
                    for (var headers : List.of(new String[0], new String[] {"Accept-Encoding", "br"}, new String[] {"Accept-Encoding", "gzip;q=0.5"}, new String[] {"Accept-Encoding", "br", "If-None-Match", tag})) {
                        var ahead = ask(book, method, path, headers);
                        var behind = ask(routed, method, path, headers);
                        String asked = method + " " + path + " " + List.of(headers);
                        assertEquals(told(behind), told(ahead), asked);
                        assertArrayEquals(behind.body(), ahead.body(), asked);
                    }
                }
            }
        }
    }

    @Test
    void aRouteIsTakenWhateverThePagesAreCalled(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("myst.yml"), "project: {title: T, toc: [{file: search.md}, {file: searching.md}]}\n");
        Files.writeString(folder.resolve("search.md"), "# A page of its own\n");
        Files.writeString(folder.resolve("searching.md"), "# Another\n");
        try (var named = ServedBook.serve(folder)) {
            assertFalse(new String(ask(named, "GET", "/search").body(), StandardCharsets.UTF_8).contains("<h1>A page of its own"), "the search");
            assertTrue(new String(ask(named, "GET", "/searching").body(), StandardCharsets.UTF_8).contains("<h1>Another"));
        }
    }

    private static Map<String, List<String>> told(HttpResponse<?> answer) {
        var told = new TreeMap<>(answer.headers().map());
        told.remove("date");
        told.put("status", List.of(String.valueOf(answer.statusCode())));
        return told;
    }

    @Test
    void anEncodingThatIsRefusedIsNotSent() throws Exception {
        assertEquals("", header(ask("GET", "/one", "Accept-Encoding", "br;q=0, gzip;q=0.0, identity"), "Content-Encoding"));
    }

    @Test
    void aClientThatHasThePageIsToldSo() throws Exception {
        String tag = header(ask("GET", "/one"), "ETag");
        var again = ask("GET", "/one", "If-None-Match", "\"other\", " + tag);
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        assertEquals(tag, header(again, "ETag"));
    }

    @Test
    void headAnswersAsGetWithoutTheBody() throws Exception {
        var get = ask("GET", "/one");
        var head = ask("HEAD", "/one");
        assertEquals(200, head.statusCode());
        assertEquals(0, head.body().length);
        for (String name : List.of("Content-Length", "ETag", "Content-Type")) {
            assertEquals(header(get, name), header(head, name), name);
        }
    }

    @Test
    void aPageCarriesItsMathsRenderedAndNoScriptForIt() throws Exception {
        String page = text("/one");
        assertTrue(page.contains("class=\"katex\"") && page.contains("<math"), "HTML and MathML of the formulas");
        assertFalse(page.contains("katex.min.js"));
        assertTrue(page.contains("(1)<"), "the equation's number");
        assertTrue(page.contains("href=\"/sub/two\""), "a link to a file becomes a link to its page");
    }

    @Test
    void theContentsLinkToPagesByAbsoluteAddresses() throws Exception {
        String contents = text("/");
        assertTrue(contents.contains("href=\"/one\"") && contents.contains("href=\"/sub/two\""));
    }

    @Test
    void assetsNeverChangeUnderTheirAddress() throws Exception {
        var found = Pattern.compile("/assets/[0-9a-f]{16}/[\\w.-]+").matcher(text("/one"));
        int seen = 0;
        while (found.find()) {
            var asset = ask("GET", found.group());
            assertEquals(200, asset.statusCode(), found.group());
            assertEquals("public, max-age=31536000, immutable", header(asset, "Cache-Control"), found.group());
            seen++;
        }
        assertTrue(seen >= 5, "style, scripts and fonts: " + seen);
    }

    @Test
    void anAddressThatLeadsNowhereIsToldWithHelp() throws Exception {
        var missing = ask("GET", "/second/jacobian");
        String page = new String(missing.body(), StandardCharsets.UTF_8);
        assertEquals(404, missing.statusCode());
        assertTrue(page.contains("There is no page here") && page.contains("href=\"/sub/two\""), "it offers the page that was meant");
    }

    @Test
    void oldAddressesLeadToTheirPages() throws Exception {
        for (String old : List.of("/old/one", "/one.md", "/one.html", "/one/")) {
            var moved = ask("GET", old);
            assertEquals(301, moved.statusCode(), old);
            assertEquals("/one", URI.create(header(moved, "Location")).getPath(), old);
        }
    }

    @Test
    void searchFindsAsPageFragmentAndJson() throws Exception {
        assertTrue(text("/search?q=jacobian").contains("/sub/two"));
        assertTrue(text("/search?q=jacobian&fragment=1").startsWith("<p class=\"kinds\"") && !text("/search?q=jacobian&fragment=1").contains("<html"));
        var json = JsonParser.parseString(text("/search.json?q=jacobian&limit=1")).getAsJsonObject();
        assertEquals("jacobian", json.get("query").getAsString());
        assertTrue(json.has("tookMs"));
        var hit = json.getAsJsonArray("hits").get(0).getAsJsonObject();
        assertTrue(hit.get("url").getAsString().startsWith("/sub/two"));
        assertTrue(hit.keySet().containsAll(List.of("title", "trail", "kind", "snippet", "score")));
    }

    @Test
    void hostileQueriesAreWordsLikeAnyOther() throws Exception {
        for (String q : List.of("%3Cscript%3Ealert(1)%3C/script%3E", "%22%22%22", "a*:b~99(", "%00%0A", "x".repeat(3_000))) {
            var answer = ask("GET", "/search?q=" + q);
            assertEquals(200, answer.statusCode(), q.substring(0, Math.min(40, q.length())));
            assertFalse(new String(answer.body(), StandardCharsets.UTF_8).contains("<script>alert"));
        }
    }

    @Test
    void everyAnswerHasTheHeaderSet() throws Exception {
        for (String path : List.of("/", "/one", "/nowhere", "/search", "/livez")) {
            var answer = ask("GET", path);
            assertTrue(header(answer, "Content-Security-Policy").contains("default-src 'none'"), path);
            assertTrue(header(answer, "Content-Security-Policy").contains("frame-ancestors 'none'"), path);
            assertEquals("nosniff", header(answer, "X-Content-Type-Options"), path);
            assertEquals("same-origin", header(answer, "Cross-Origin-Opener-Policy"), path);
            assertEquals("", header(answer, "Server"), path);
        }
    }

    @Test
    void nothingIsWrittenOverTheNetwork() throws Exception {
        // a client of its own: what is not GET is not tried again on a kept connection that a refused request of another test has closed meanwhile
        try (var client = HttpClient.newHttpClient()) {
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                var request = HttpRequest.newBuilder(URI.create(book.url("/one"))).method(method, HttpRequest.BodyPublishers.noBody()).build();
                assertEquals(405, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode(), method);
            }
        }
    }

    @Test
    void traversalLeadsNowhere() throws Exception {
        for (String path : List.of("/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fx/y", "/myst.yml", "/one.md%00")) {
            var answer = ask("GET", path);
            assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path + " " + answer.statusCode());
        }
    }

    @Test
    void operatorsAreToldThatItLivesAndIsReady() throws Exception {
        assertEquals(200, ask("GET", "/livez").statusCode());
        assertEquals(200, ask("GET", "/readyz").statusCode());
        assertTrue(text("/sitemap.xml").contains(book.url("/sub/two")));
    }

    @Test
    void aWidgetStandsOnAPageOfItsOwnAndAsAPicture() throws Exception {
        assertTrue(text("/widgets/two-link?q=0.3,0.001").contains("<lectern-widget"));
        var figure = ask("GET", "/figures/two-link.svg?q=0.3,0.001");
        assertTrue(header(figure, "Content-Type").startsWith("image/svg+xml"));
        assertEquals("cross-origin", header(figure, "Cross-Origin-Resource-Policy"));
        assertEquals(404, ask("GET", "/widgets/nosuch").statusCode());
        assertEquals(404, ask("GET", "/figures/two-link.gif").statusCode());
    }
}
