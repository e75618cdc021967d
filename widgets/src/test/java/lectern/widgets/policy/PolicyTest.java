package lectern.widgets.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.math.Mat;
import org.junit.jupiter.api.Test;

class PolicyTest {
    @Test
    void noActionIsFartherFromItsTokenThanHalfABin() {
        Random random = Seeded.random("action tokens");
        ActionTokens tokens = new ActionTokens(256, -1, 1, 32000);
        for (int i = 0; i < 2000; i++) {
            double action = 2 * random.nextDouble() - 1;
            assertTrue(tokens.error(action) <= tokens.largestError() + 1e-15);
            assertEquals(tokens.token(action), tokens.token(tokens.action(tokens.token(action))));
        }
    }

    @Test
    void gaussianFlowEndsAtTheActions() {
        double[] end = FlowMatching.path(FlowMatching.gaussian(1.5, 0.2), new double[] {-1, 0, 2}, 4000).row(4000);
        assertArrayEquals(new double[] {1.3, 1.5, 1.9}, end, 1e-3);
    }

    @Test
    void noiseIsAtTimeOne() {
        double[] noise = {1, 2};
        double[] action = {-3, 5};
        assertArrayEquals(noise, FlowMatching.between(noise, action, 1));
        assertArrayEquals(action, FlowMatching.between(noise, action, 0));
    }

    @Test
    void patchesHoldEveryPixelOnce() {
        double[] pixels = new double[4 * 6 * 3];
        for (int i = 0; i < pixels.length; i++) pixels[i] = i;
        Mat patches = new Image(4, 6, 3, pixels).patches(2, 3);
        assertEquals(4, patches.rows());
        boolean[] seen = new boolean[pixels.length];
        for (double each : patches.entries()) seen[(int) each] = true;
        for (boolean each : seen) assertTrue(each);
        assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 18, 19, 20, 21, 22, 23, 24, 25, 26}, patches.row(0));
    }
}
