package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Compiled Java against JavaScript written by hand ({@code benchmark/by-hand.js}), turn by turn in one page of Chromium. Not part of the build:
 * {@code mvn -Pbenchmark -pl site -am test -Dtest=KernelsBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class KernelsBenchmark {
    private static final Path COMPILED = Path.of("../widgets/target/benchmark/kernels.js");
    private static final String PLACE = "http://127.0.0.1:9/";
    private static final int ROUNDS = 60;

    /** A kernel and how often one turn runs it. */
    private record Kernel(String name, int times) {}

    private static final List<Kernel> KERNELS = List.of(
        new Kernel("jacobian", 20_000), new Kernel("inverseKinematics", 1_500), new Kernel("tape", 150), new Kernel("layers", 8));

    @Test
    void compiledKernelsKeepUpWithHandWrittenOnes() throws Exception {
        assertTrue(Files.exists(COMPILED), "there is no " + COMPILED + ": run with -Pbenchmark");
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Browsers.find()).setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            Page page = browser.newPage();
            page.route(PLACE + "**", KernelsBenchmark::serve);
            page.navigate(PLACE);
            System.out.printf(Locale.ROOT, "%-20s %12s %12s %7s%n", "µs each", "compiled", "by hand", "ratio");
            double logs = 0;
            double largest = 0;
            for (Kernel kernel : KERNELS) {
                double ratio = race(page, kernel);
                logs += Math.log(ratio);
                largest = Math.max(largest, ratio);
            }
            double mean = Math.exp(logs / KERNELS.size());
            System.out.printf(Locale.ROOT, "geometric mean %.2f (bar 1.15), largest %.2f (bar 1.30)%n", mean, largest);
        }
    }

    private static double race(Page page, Kernel kernel) {
        var result = (Map<?, ?>) page.evaluate("""
            async ([name, times, rounds]) => {
              const compiled = (await import('/kernels.js'))[name], byHand = (await import('/by-hand.js'))[name];
              const sums = [compiled(times), byHand(times)], spent = [[], []];
              for (let round = 0; round < rounds; round++) {
                for (const turn of round % 2 ? [0, 1] : [1, 0]) {
                  const start = performance.now();
                  (turn ? byHand : compiled)(times);
                  spent[turn].push(performance.now() - start);
                }
              }
              // the quickest turn: whatever else the machine does only ever adds time
              const quickest = list => Math.min(...list) * 1000 / times;
              return {compiledSum: sums[0], byHandSum: sums[1], compiled: quickest(spent[0]), byHand: quickest(spent[1])};
            }""", List.of(kernel.name(), kernel.times(), ROUNDS));
        double sum = number(result, "byHandSum");
        assertEquals(sum, number(result, "compiledSum"), 1e-7 * Math.abs(sum), kernel.name() + " does the same work on both sides");
        double ratio = number(result, "compiled") / number(result, "byHand");
        System.out.printf(Locale.ROOT, "%-20s %12.2f %12.2f %7.2f%n", kernel.name(), number(result, "compiled"), number(result, "byHand"), ratio);
        return ratio;
    }

    private static double number(Map<?, ?> result, String name) {
        return ((Number) result.get(name)).doubleValue();
    }

    private static void serve(Route route) {
        String url = route.request().url();
        try {
            if (url.endsWith("/kernels.js")) script(route, Files.readAllBytes(COMPILED));
            else if (url.endsWith("/by-hand.js")) script(route, Files.readAllBytes(Path.of("src/test/resources/benchmark/by-hand.js")));
            else route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html><html lang=en><title>Race</title>"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void script(Route route, byte[] body) {
        route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBodyBytes(body));
    }
}
