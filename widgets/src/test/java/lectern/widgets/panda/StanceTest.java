package lectern.widgets.panda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.Widgets;
import lectern.widgets.math.Vec;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import org.junit.jupiter.api.Test;

class StanceTest {
    private static Moment preset(String name) {
        return Moment.of(Stance.read(new Fields(Widgets.preset("panda", name).orElseThrow())));
    }

    @Test
    void theHandFollowsThePointerAndKeepsItsOrientation() {
        Random random = Seeded.random("hand of the arm");
        for (int i = 0; i < 50; i++) {
            Moment m = preset("ready");
            double x = m.camera().toX(m.hand()) + random.nextGaussian() * 20;
            double y = m.camera().toY(m.hand()) + random.nextGaussian() * 20;
            Moment moved = Moment.of(Pulls.update(m.stance(), new Event.Drag("hand", x, y)));
            assertEquals(x, moved.camera().toX(moved.hand()), 1);
            assertEquals(y, moved.camera().toY(moved.hand()), 1);
            assertArrayEquals(m.axis(7, 2), moved.axis(7, 2), 0.02);
        }
    }

    @Test
    void aHandPulledOutOfReachStopsWithinTheLimits() {
        Moment m = preset("ready");
        Stance far = Pulls.update(m.stance(), new Event.Drag("hand", 3000, -2000));
        assertTrue(Stance.ARM.allows(far.q()));
        assertTrue(Vec.norm(Moment.of(far).hand()) < 1.3);
    }

    @Test
    void aLinkFollowsThePointer() {
        Moment m = preset("ready");
        double[] wrist = m.origin(4);
        Stance stance = m.stance();
        for (int i = 0; i < 10; i++) {
            stance = Pulls.update(stance, new Event.Drag("fore", m.camera().toX(wrist) + 10, m.camera().toY(wrist) - 20));
        }
        Moment moved = Moment.of(stance);
        assertEquals(m.camera().toY(wrist) - 20, moved.camera().toY(moved.origin(4)), 4);
    }

    @Test
    void crossProductsAndAutodiffGiveOneMatrixInBothKindsOfRows() {
        for (String rows : new String[] {"geometric", "analytic"}) {
            Moment m = Moment.of(Stance.read(new Fields("q=0.3,-0.5,0.2,-2,0.4,1.8,0.9&rows=" + rows)));
            assertArrayEquals(m.J().entries(), m.byAutodiff().entries(), 1e-12);
        }
    }

    @Test
    void thePresetsAreWhatTheirNamesSay() {
        assertEquals(4.2, preset("elbow").all().condition() / preset("ready").all().condition(), 0.1);
        assertTrue(preset("singular").all().isSingular());
        assertEquals(5, preset("singular").all().rank());
        assertArrayEquals(Vec.scaled(-1, preset("wrist").axis(4, 2)), preset("wrist").axis(6, 2), 1e-9);
        assertTrue(Widgets.describe("panda", Widgets.preset("panda", "singular").orElseThrow()).contains("Singular"));
        assertTrue(Widgets.quantity("panda", preset("singular").stance().write(), "kappa").isEmpty());
    }
}
