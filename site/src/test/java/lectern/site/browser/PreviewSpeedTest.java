package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark's figure on whatever machine this is; only ten times the bar fails. */
class PreviewSpeedTest extends BrowserTest {
    @Test
    void aSaveIsNotTenTimesSlowerThanItMayBe(@TempDir Path folder) throws Exception {
        var benchmark = new PreviewBenchmark();
        try {
            assertTrue(benchmark.measure(folder, 20) <= 10 * PreviewBenchmark.BAR);
        } finally {
            benchmark.closePages();
        }
    }
}
