package lectern.widgets.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.math.Vec;
import org.junit.jupiter.api.Test;

class CameraTest {
    @Test
    void aPointIsFoundAgainFromItsPlaceAndItsDepth() {
        Random random = Seeded.random("camera");
        for (int i = 0; i < 200; i++) {
            var camera = new Camera(100, 200, 50 + i, random.nextDouble() * 6, random.nextDouble() * 1.5);
            double[] p = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            assertArrayEquals(p, camera.point(camera.toX(p), camera.toY(p), camera.depth(p)), 1e-12);
        }
    }

    @Test
    void upIsUpAndTheViewersSideIsNear() {
        var camera = new Camera(0, 0, 1, 0.4, 0.3);
        assertTrue(camera.toY(new double[] {0, 0, 1}) < 0);
        assertEquals(0, camera.toX(new double[] {0, 0, 1}), 1e-15);
        assertEquals(1, camera.depth(camera.towards()), 1e-15);
    }

    @Test
    void theNearestCapsuleIsDrawnLast() {
        var camera = new Camera(0, 0, 1, 0.4, 0.3);
        double[] near = camera.towards();
        double[] far = Vec.scaled(-1, near);
        Node[] drawn = new Solids(camera, 3).capsule(near, near, 1).capsule(far, far, 2).capsule(new double[3], new double[3], 3).drawn();
        assertEquals("4", width(drawn[0]));
        assertEquals("6", width(drawn[1]));
        assertEquals("2", width(drawn[2]));
    }

    private static String width(Node capsule) {
        return String.valueOf(((Element) ((Element) capsule).children()[1]).attribute("stroke-width"));
    }
}
