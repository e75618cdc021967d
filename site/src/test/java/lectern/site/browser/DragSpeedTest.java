package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark's figures on whatever machine this is; only ten times the bars fail. */
class DragSpeedTest extends BrowserTest {
    /** Enough that one slow frame among them is not the 95th percentile. */
    private static final int MOVES = 20;

    @Test
    void noFrameIsTenTimesSlowerThanItMayBe() {
        var benchmark = new DragBenchmark();
        try {
            for (var cost : benchmark.measureAll(MOVES)) {
                assertTrue(cost.p95() <= 10 * DragBenchmark.FRAME_BAR && cost.longest() <= 10 * DragBenchmark.TASK_BAR, cost::toString);
            }
            assertEquals(List.of(), benchmark.complaints);
        } finally {
            benchmark.closePages();
        }
    }
}
