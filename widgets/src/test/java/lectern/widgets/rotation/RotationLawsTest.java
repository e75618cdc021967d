package lectern.widgets.rotation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Vec;
import org.junit.jupiter.api.Test;

class RotationLawsTest {
    @Test
    void everyFormGivesTheRotationBack() {
        Random random = Seeded.random("rotation forms");
        for (int i = 0; i < 500; i++) {
            Quaternion q = random(random);
            assertEquals(0, q.distance(Quaternion.ofMatrix(q.matrix())), 1e-14);
            assertEquals(0, q.distance(Quaternion.ofRotationVector(q.rotationVector())), 1e-14);
            assertEquals(0, q.distance(Quaternion.ofXyzw(q.xyzw())), 1e-14);
            assertEquals(0, q.distance(q.negated()), 1e-14);
            for (Euler order : Euler.all()) {
                double[] angles = order.angles(q);
                assertEquals(0, q.distance(order.rotation(angles)), 1e-7, order.label());
                double low = order.isProper() ? 0 : -Math.PI / 2;
                assertTrue(angles[1] >= low && angles[1] <= low + Math.PI, order.label());
            }
        }
    }

    @Test
    void matrixOfAProductIsTheProductOfMatrices() {
        Random random = Seeded.random("product");
        for (int i = 0; i < 200; i++) {
            Quaternion a = random(random);
            Quaternion b = random(random);
            assertTrue(a.times(b).matrix().minus(a.matrix().times(b.matrix())).norm() < 1e-14);
            assertTrue(a.matrix().times(a.matrix().transposed()).minus(Mat.identity(3)).norm() < 1e-14);
            assertTrue(a.conjugate().matrix().minus(a.matrix().transposed()).norm() < 1e-15);
        }
    }

    @Test
    void extrinsicAnglesAreTheIntrinsicOnesBackwards() {
        Random random = Seeded.random("extrinsic");
        for (Euler order : Euler.all()) {
            double[] a = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            Euler back = new Euler(new StringBuilder(order.sequence()).reverse().toString(), !order.intrinsic());
            assertEquals(0, order.rotation(a).distance(back.rotation(a[2], a[1], a[0])), 1e-15);
        }
    }

    @Test
    void lockedAnglesStillMeanTheSameRotation() {
        for (Euler order : Euler.all()) {
            Quaternion q = order.rotation(0.4, order.isProper() ? 0 : Math.PI / 2, 0.9);
            assertTrue(order.isLocked(q), order.label());
            assertEquals(0, order.angles(q)[2], 0.0);
            assertEquals(0, q.distance(order.rotation(order.angles(q))), 1e-7);
        }
    }

    @Test
    void slerpHasConstantSpeedAlongTheShorterWay() {
        Random random = Seeded.random("slerp");
        for (int i = 0; i < 100; i++) {
            Quaternion a = random(random);
            Quaternion b = random(random);
            for (double t : new double[] {0, 0.3, 1}) assertEquals(t * a.distance(b), a.distance(a.slerp(b.negated(), t)), 1e-13);
        }
    }

    @Test
    void tinyRotationVectorsKeepTheirDigits() {
        double[] r = {1e-12, -2e-12, 3e-13};
        assertArrayEquals(r, Quaternion.ofRotationVector(r).rotationVector(), 1e-26);
        assertArrayEquals(new double[3], Quaternion.IDENTITY.rotationVector());
    }

    @Test
    void readingTheWrongLayoutIsAnotherRotation() {
        Quaternion q = Quaternion.ofRotationVector(0.3, -0.2, 0.5);
        Convention wxyz = new Convention.Wxyz();
        Convention xyzw = new Convention.Xyzw();
        assertEquals(0, q.distance(wxyz.read(wxyz.write(q))), 1e-15);
        assertTrue(q.distance(xyzw.read(wxyz.write(q))) > 0.5);
        for (Convention each : List.of(wxyz, xyzw, new Convention.RotationVector(), new Convention.Angles(Euler.ofLabel("extrinsic xyz"), true), new Convention.Inverse(wxyz))) {
            assertEquals(each.size(), each.write(q).length);
            assertEquals(0, q.distance(each.read(each.write(q))), 1e-14);
        }
    }

    @Test
    void rotatingIsByTheMatrix() {
        assertArrayEquals(new double[] {0, 1, 0}, Quaternion.about(2, Math.PI / 2).rotate(1, 0, 0), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Quaternion.ofWxyz(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Euler("xxy", true));
    }

    static Quaternion random(Random random) {
        double[] q = new double[4];
        for (int i = 0; i < 4; i++) q[i] = random.nextGaussian();
        return Quaternion.ofWxyz(Vec.scaled(1 / Vec.norm(q), q));
    }
}
