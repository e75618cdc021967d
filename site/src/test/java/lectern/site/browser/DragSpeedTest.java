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
                // what else the machine does is slowed with the page: once more, before it is believed
                var believed = keeps(cost) ? cost : benchmark.measure(cost.id(), MOVES);
                assertTrue(keeps(believed), believed::toString);
            }
            assertEquals(List.of(), benchmark.complaints);
        } finally {
            benchmark.closePages();
        }
    }

    private static boolean keeps(DragBenchmark.Cost cost) {
        return cost.p95() <= 10 * DragBenchmark.FRAME_BAR && cost.longest() <= 10 * DragBenchmark.TASK_BAR;
    }
}
