package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the oracle cases, those of {@code -Doracle.dir=} or this project's, in the compiled JavaScript in Chromium. */
class OracleInBrowserTest extends BrowserTest {
    private static final String PLACE = "http://127.0.0.1:9/";

    @Test
    void compiledKernelsAgreeWithEveryCase() throws IOException {
        Page page = page(1000);
        page.route(PLACE + "**", OracleInBrowserTest::serve);
        page.navigate(PLACE);
        int cases = 0;
        for (Path file : caseFiles()) {
            Object answer = page.evaluate("""
                async text => {
                  const proof = await import('/proof.js');
                  const tally = JSON.parse(proof.prove(text));
                  return {cases: JSON.parse(text).cases.length, counted: tally.cases, passed: tally.passed, table: proof.table(text)};
                }""", Files.readString(file));
            var tally = (Map<?, ?>) answer;
            System.out.println(file.getFileName() + "\n" + tally.get("table"));
            assertEquals(tally.get("cases"), tally.get("counted"), "every case of " + file + " is counted");
            assertEquals(tally.get("cases"), tally.get("passed"), () -> (String) tally.get("table"));
            cases += (Integer) tally.get("cases");
        }
        assertTrue(cases > 0, "there are cases");
        assertEquals(List.of(), complaints);
    }

    private static List<Path> caseFiles() throws IOException {
        Path folder = Path.of(System.getProperty("oracle.dir", "../widgets/src/test/resources/oracle"));
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static void serve(Route route) {
        if (!route.request().url().endsWith("/proof.js")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html><html lang=en><title>Proof</title>"));
            return;
        }
        try (var module = OracleInBrowserTest.class.getResourceAsStream("/public/proof.js")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBodyBytes(module.readAllBytes()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
