package lectern.widgets.rotations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.Widgets;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import org.junit.jupiter.api.Test;

class WireTest {
    private static Wire wire(String preset) {
        return Wire.read(new Fields(Widgets.preset("rotations", preset).orElseThrow()));
    }

    /** SciPy: 1.9473854e-4 rad, oracle case misread small_rotvec_as_rpy; the preset holds six digits of it. */
    @Test
    void aSmallRotationVectorReadAsRollPitchYawHidesItsError() {
        assertEquals(1.9473854e-4, wire("small").error(), 2e-9);
        assertTrue(Widgets.describe("rotations", Widgets.preset("rotations", "small").orElseThrow()).contains("hides"));
    }

    @Test
    void theSameMistakeIsExactAboutOneAxisAndFarOffAboutASlantedOne() {
        assertEquals(0, Wire.read(new Fields("rpy=0,0,1.5708&from=rotvec&to=rpy")).error(), 1e-12);
        assertEquals(2 * Math.PI / 3, wire("large").meant().angle(), 1e-12);
        assertTrue(wire("large").error() > 0.3, () -> "off by " + wire("large").error());
    }

    @Test
    void theOtherQuaternionIsTheSameRotation() {
        assertEquals(0, wire("cover").error(), 1e-12);
        assertTrue(wire("cover").numbers()[3] < 0);
    }

    @Test
    void aWrongCountIsRefusedAndNotDrawn() {
        assertFalse(wire("shape").fits());
        assertTrue(Widgets.quantity("rotations", wire("shape").write(), "error").isEmpty());
        assertTrue(Widgets.describe("rotations", wire("shape").write()).contains("needs 3 numbers and gets 4"));
    }

    @Test
    void theRingsLockAtAQuarterTurnOfPitch() {
        Wire locked = wire("lock");
        assertTrue(locked.locked());
        Wire other = locked.turned(locked.roll() + 0.3, locked.pitch(), locked.yaw() + 0.3);
        assertEquals(0, locked.meant().distance(other.meant()), 1e-12);
    }

    @Test
    void theFingertipsFollowThePointerAndRingsTheirKnobs() {
        Random random = Seeded.random("fingertips");
        double radius = Picture.TIPS * Picture.MEANT.scale();
        double near = 1e-5 * radius; // two angles, each within 5e-6 of a quarter turn, are taken for the quarter
        for (int i = 0; i < 100; i++) {
            double x = 128 + random.nextGaussian() * 30;
            double y = 138 + random.nextGaussian() * 30;
            Wire pulled = Turns.update(wire("quaternion"), new Event.Drag("tips", x, y));
            double[] tips = pulled.meant().rotate(0, 0, Picture.TIPS);
            double reach = Math.hypot(x - 128, y - 138);
            double share = Math.min(1, radius / reach);
            assertEquals(128 + share * (x - 128), Picture.MEANT.toX(tips), near);
            assertEquals(138 + share * (y - 138), Picture.MEANT.toY(tips), near);
        }
        double[][] ring = Picture.ring(wire("quaternion"), 0);
        Event drag = new Event.Drag("roll", 128 + Picture.RINGS.alongX(ring[1]) * 3, 372 + Picture.RINGS.alongY(ring[1]) * 3);
        assertEquals(Math.PI / 2, Turns.update(wire("quaternion"), drag).roll(), 1e-9);
    }
}
