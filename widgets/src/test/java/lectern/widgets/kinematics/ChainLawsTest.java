package lectern.widgets.kinematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Svd;
import lectern.widgets.math.Vec;
import lectern.widgets.rotation.Quaternion;
import org.junit.jupiter.api.Test;

class ChainLawsTest {
    @Test
    void chainByDhIsTheChainByScrews() {
        Random random = Seeded.random("DH is screws");
        Arm arm = Panda.hand();
        List<double[]> space = Screw.of(arm);
        Pose M = new Posture(arm).pose();
        List<double[]> body = new ArrayList<>();
        for (double[] s : space) body.add(Screw.adjoint(M.inverse()).times(s));
        for (int trial = 0; trial < 100; trial++) {
            double[] q = angles(random);
            Posture posture = new Posture(arm).moveTo(q);
            Mat T = posture.pose().matrix();
            assertNear(T, Screw.inSpace(M, space, q).matrix(), 1e-13);
            assertNear(T, Screw.inBody(M, body, q).matrix(), 1e-13);
            Mat J = Jacobian.inFrame(posture.jacobian(), posture.pose().R());
            assertNear(J, Jacobian.swapped(Screw.bodyJacobian(body, q)), 1e-13);
            assertNear(Screw.spaceJacobian(space, q), Screw.adjoint(posture.pose()).times(Screw.bodyJacobian(body, q)), 1e-13);
        }
    }

    @Test
    void jacobianByCrossProductsIsTheOneByAutodiff() {
        Random random = Seeded.random("Jacobian by autodiff");
        ArmTape tape = new ArmTape(Panda.hand());
        Posture posture = new Posture(Panda.hand());
        for (int trial = 0; trial < 100; trial++) {
            double[] q = angles(random);
            assertArrayEquals(posture.moveTo(q).jacobian().entries(), tape.jacobian(q).entries(), 1e-12);
        }
    }

    @Test
    void rotationsStayOrthonormal() {
        Random random = Seeded.random("orthonormal");
        for (int trial = 0; trial < 100; trial++) {
            Mat R = new Posture(Panda.flange()).moveTo(angles(random)).pose().R();
            assertNear(Mat.identity(3), R.times(R.transposed()), 1e-14);
            assertEquals(1, Vec.dot(Vec.cross(R.column(0), R.column(1)), R.column(2)), 1e-14);
        }
    }

    @Test
    void singularValuesDoNotDependOnTheBasesRotation() {
        Random random = Seeded.random("base rotation");
        for (int trial = 0; trial < 100; trial++) {
            Mat J = new Posture(Panda.hand()).moveTo(angles(random)).jacobian();
            Mat R = Quaternion.ofRotationVector(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).matrix();
            assertArrayEquals(Svd.of(J).sigma(), Svd.of(Jacobian.inFrame(J, R)).sigma(), 1e-13);
        }
    }

    @Test
    void analyticJacobianIsTheSlopeOfTheRotationVector() {
        Random random = Seeded.random("analytic Jacobian");
        for (int trial = 0; trial < 50; trial++) {
            double[] q = angles(random);
            Posture posture = new Posture(Panda.hand()).moveTo(q);
            double[] r = Screw.log3(posture.pose().R());
            if (Vec.norm(r) > 2.9) continue;
            Mat J = Jacobian.analytic(posture.jacobian(), r);
            double h = 1e-6;
            for (int k = 0; k < 7; k++) {
                q[k] += h;
                double[] up = Screw.log3(posture.moveTo(q).pose().R());
                q[k] -= 2 * h;
                double[] down = Screw.log3(posture.moveTo(q).pose().R());
                q[k] += h;
                for (int i = 0; i < 3; i++) assertEquals((up[i] - down[i]) / (2 * h), J.get(3 + i, k), 1e-7);
            }
        }
    }

    @Test
    void leftJacobiansAreInverseAtEverySize() {
        Random random = Seeded.random("left Jacobian");
        for (double size : new double[] {0, 1e-9, 1e-4, 0.1, 0.499, 0.501, 1, 3, 3.14159265, 5}) {
            double[] r = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            r = Vec.scaled(size / Vec.norm(r), r);
            assertNear(Mat.identity(3), Jacobian.left(r).times(Jacobian.inverseLeft(r)), 1e-13);
        }
    }

    @Test
    void exponentialUndoesTheLogarithm() {
        Random random = Seeded.random("exp after log");
        for (double size : new double[] {0, 1e-12, 1e-6, 1e-3, 1, 3, 3.1415, Math.PI}) {
            double[] s = new double[6];
            for (int i = 0; i < 6; i++) s[i] = random.nextGaussian();
            double length = Vec.norm(new double[] {s[0], s[1], s[2]});
            for (int i = 0; i < 3; i++) s[i] *= size / length;
            Pose X = Screw.exp6(s, 1);
            assertNear(X.matrix(), Screw.exp6(Screw.log6(X), 1).matrix(), 1e-9);
            if (size < 3.14) assertArrayEquals(s, Screw.log6(X), 1e-11);
        }
    }

    @Test
    void manipulabilityGradientAgreesWithDifferences() {
        Random random = Seeded.random("manipulability gradient");
        for (int trial = 0; trial < 20; trial++) {
            double[] q = angles(random);
            Posture posture = new Posture(Panda.tool()).moveTo(q);
            double[] gradient = Jacobian.manipulabilityGradient(posture.jacobian());
            for (int k = 0; k < 7; k++) {
                q[k] += 1e-6;
                double up = Jacobian.manipulability(posture.moveTo(q).jacobian());
                q[k] -= 2e-6;
                double down = Jacobian.manipulability(posture.moveTo(q).jacobian());
                q[k] += 1e-6;
                assertEquals((up - down) / 2e-6, gradient[k], 1e-8);
            }
        }
    }

    @Test
    void stepsMeetTheirDefinitions() {
        Random random = Seeded.random("arm steps");
        Ik ik = new Ik(Panda.hand());
        for (int trial = 0; trial < 50; trial++) {
            double[] q = angles(random);
            double[] twist = new double[6];
            for (int i = 0; i < 6; i++) twist[i] = random.nextGaussian();
            Mat J = new Posture(Panda.hand()).moveTo(q).jacobian();
            double[] shortest = ik.rates(Solver.PSEUDO_INVERSE, q, twist, 0);
            assertArrayEquals(twist, J.times(shortest), 1e-9);
            double[] still = ik.nullDirection(q);
            assertEquals(0, Vec.norm(J.times(still)), 1e-13);
            assertEquals(0, Vec.dot(still, shortest), 1e-9);
            double[] wish = angles(random);
            assertArrayEquals(twist, J.times(ik.ratesWithNullSpace(Solver.PSEUDO_INVERSE, q, twist, 0, wish)), 1e-9);
            double[] damped = ik.rates(Solver.DAMPED, q, twist, 0.1);
            assertTrue(Vec.norm(damped) <= Vec.norm(shortest));
            double[] transpose = ik.rates(Solver.TRANSPOSE, q, twist, 0);
            assertTrue(Vec.norm(Vec.minus(J.times(transpose), twist)) <= Vec.norm(twist));
        }
    }

    @Test
    void jointsAtALimitAreNotPushedPastIt() {
        Random random = Seeded.random("limits");
        Arm arm = Panda.hand();
        Ik ik = new Ik(arm);
        for (int trial = 0; trial < 100; trial++) {
            double[] q = Panda.ready();
            for (int i = 0; i < 7; i++) {
                if (random.nextInt(3) == 0) q[i] = random.nextBoolean() ? arm.joints().get(i).lower() : arm.joints().get(i).upper();
            }
            double[] twist = {0.1, -0.1, 0.2, 0.3, 0, -0.2};
            double[] rates = ik.ratesWithinLimits(Solver.DAMPED, q, twist, 0.05);
            for (int i = 0; i < 7; i++) {
                if (q[i] == arm.joints().get(i).lower()) assertTrue(rates[i] >= 0);
                if (q[i] == arm.joints().get(i).upper()) assertTrue(rates[i] <= 0);
            }
        }
    }

    @Test
    void solveReachesPosesOfTheArm() {
        Random random = Seeded.random("inverse kinematics");
        Arm arm = Panda.hand();
        Ik ik = new Ik(arm);
        int reached = 0;
        for (int trial = 0; trial < 100; trial++) {
            double[] goal = Panda.ready();
            double[] q = Panda.ready();
            for (int i = 0; i < 7; i++) goal[i] += 0.4 * random.nextGaussian();
            arm.clamp(goal);
            Pose target = new Posture(arm).moveTo(goal).pose();
            if (ik.solve(target, q, 0.01, 1e-9, 200) < 0) continue;
            reached++;
            assertNear(target.matrix(), new Posture(arm).moveTo(q).pose().matrix(), 1e-8);
            assertTrue(arm.allows(q));
        }
        assertTrue(reached >= 80, "reached " + reached + " of 100");
    }

    private static double[] angles(Random random) {
        double[] q = new double[7];
        for (int i = 0; i < 7; i++) q[i] = 6 * random.nextDouble() - 3;
        return q;
    }

    private static void assertNear(Mat expected, Mat got, double tolerance) {
        assertTrue(expected.minus(got).norm() <= tolerance * (1 + expected.norm()), "off by " + expected.minus(got).norm());
    }
}
