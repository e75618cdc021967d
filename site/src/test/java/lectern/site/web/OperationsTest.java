package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lectern.site.Settings;
import lectern.site.browser.ServedBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs a server sees of it, and what a proxy in front of it may say about readers. */
class OperationsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    /** One server with a proxy on this machine, one without. */
    private static ServedBook proxied;
    private static ServedBook open;

    @BeforeAll
    static void serve() throws Exception {
        var book = Path.of("src/test/resources/books/small");
        Path config = Files.writeString(folder.resolve("server.yml"), "port: 0\ntrustedProxies: [127.0.0.1, 10.0.0.0/8]\nmetricsFor: ['192.0.2.0/24', '2001:db8::/32']\n");
        proxied = ServedBook.serve(book, Settings.read(config, Map.of(), Map.of()));
        open = ServedBook.serve(book);
    }

    @AfterAll
    static void stop() throws IOException {
        proxied.close();
        open.close();
    }

    private static HttpResponse<String> ask(ServedBook server, String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void requestsAreCountedByRouteAndStatus() throws Exception {
        ask(open, "/one");
        ask(open, "/no/such/page");
        var metrics = ask(open, "/metrics");
        assertTrue(metrics.headers().firstValue("Content-Type").orElse("").startsWith("text/plain; version=0.0.4"), metrics.headers().toString());
        for (String line : List.of("lectern_requests_total\\{route=\"/<path>\",status=\"200\"} [1-9]", "lectern_requests_total\\{route=\"/<path>\",status=\"404\"} [1-9]",
                "lectern_request_duration_seconds_bucket\\{route=\"/<path>\",le=\"0\\.25\"} ", "lectern_book_pages 2\\.0", "lectern_ready 1\\.0", "jvm_memory_used_bytes\\{area=\"heap\"} ",
                "lectern_connections [1-9]")) {
            assertTrue(Pattern.compile("^" + line, Pattern.MULTILINE).matcher(metrics.body()).find(), line + " in\n" + metrics.body());
        }
        assertFalse(metrics.body().contains("no/such"), "an address is no label");
    }

    @Test
    void metricsAreForThisMachineAndThoseConfigured() throws Exception {
        assertEquals(200, ask(open, "/metrics").statusCode());
        assertEquals(404, ask(open, "/metrics", "X-Forwarded-For", "127.0.0.1").statusCode(), "a proxy that nobody trusts");
        assertEquals(404, ask(proxied, "/metrics", "X-Forwarded-For", "203.0.113.7").statusCode());
        assertEquals(404, ask(proxied, "/metrics", "X-Forwarded-For", "127.0.0.1, 203.0.113.7").statusCode(), "the reader made up the first");
        assertEquals(200, ask(proxied, "/metrics", "X-Forwarded-For", "192.0.2.9, 10.1.2.3").statusCode(), "through two proxies");
        assertEquals(200, ask(proxied, "/metrics", "X-Forwarded-For", "2001:db8::7").statusCode());
        assertEquals(404, ask(proxied, "/metrics", "X-Forwarded-For", "2001:db9::7").statusCode());
    }

    @Test
    void aTrustedProxyTellsSchemeAndHost() throws Exception {
        String[] said = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "book.example.org", "X-Forwarded-For", "203.0.113.7"};
        var believed = ask(proxied, "/sitemap.xml", said);
        assertTrue(believed.body().contains("<loc>https://book.example.org/one</loc>"), believed.body());
        assertTrue(believed.headers().firstValue("Strict-Transport-Security").isPresent());
        var doubted = ask(open, "/sitemap.xml", said);
        assertTrue(doubted.body().contains("<loc>" + open.url("/one") + "</loc>"), doubted.body());
        assertFalse(doubted.headers().firstValue("Strict-Transport-Security").isPresent());
    }

    @Test
    void aHostThatIsNoneIsNotRepeated() throws Exception {
        var answer = ask(proxied, "/sitemap.xml", "X-Forwarded-Host", "evil\"/><script>.example");
        assertFalse(answer.body().contains("script"), answer.body());
    }

    @Test
    void addressesThatAreNoneAreToldAtTheStart() {
        for (String wrong : List.of("localhost", "10.0.0.0/33", "1.2.3.4.5", "10.0.0.0/x")) {
            var told = assertThrows(Settings.Unusable.class, () -> Settings.read(null, Map.of("LECTERN_TRUSTED_PROXIES", wrong), Map.of()));
            assertTrue(String.valueOf(told.getMessage()).contains(wrong), told.getMessage());
        }
    }
}
