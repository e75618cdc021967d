package lectern.widgets.kinematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.math.Svd;
import org.junit.jupiter.api.Test;

class TwoLinkTest {
    @Test
    void closedFormAgreesWithTheGeneralDecomposition() {
        Random random = Seeded.random("two-link singular values");
        for (int i = 0; i < 500; i++) {
            TwoLink arm = new TwoLink(0.1 + random.nextDouble(), 0.1 + random.nextDouble());
            double q1 = random.nextDouble() * 6;
            double q2 = random.nextDouble() * 6;
            Svd svd = Svd.of(arm.jacobian(q1, q2));
            assertArrayEquals(svd.sigma(), arm.singularValues(q2), 1e-14);
            double angle = Math.atan2(svd.u(1, 0), svd.u(0, 0));
            if (svd.condition() > 1.01) assertEquals(0, Math.sin(angle - arm.majorAxis(q1, q2)), 1e-11);
        }
    }

    @Test
    void everySolverMeetsItsDefinition() {
        Random random = Seeded.random("two-link solvers");
        for (int i = 0; i < 500; i++) {
            TwoLink arm = new TwoLink(0.1 + random.nextDouble(), 0.1 + random.nextDouble());
            double q1 = random.nextDouble() * 6;
            double q2 = 0.1 + random.nextDouble() * 2.8;
            assertEquals(0, arm.rates(Solver.INVERSE, q1, q2, 0.1, -0.2, 0).residual(), 1e-12);
            var best = arm.rates(Solver.PSEUDO_INVERSE, q1, 0, 0.1, -0.2, 0);
            var damped = arm.rates(Solver.DAMPED, q1, 0, 0.1, -0.2, 1e-4);
            assertEquals(best.q1(), damped.q1(), 1e-5);
            assertEquals(best.q2(), damped.q2(), 1e-5);
            var transpose = arm.rates(Solver.TRANSPOSE, q1, q2, 0.1, -0.2, 0);
            assertTrue(transpose.residual() <= Math.hypot(0.1, 0.2));
        }
    }

    @Test
    void straightArmHasNoInverse() {
        assertFalse(new TwoLink(1, 1).rates(Solver.INVERSE, 0.3, 0, 0.1, 0, 0).exist());
        assertTrue(new TwoLink(1, 1).isSingular(Math.PI));
        assertEquals(0, new TwoLink(1, 1).rates(Solver.TRANSPOSE, 0, 0, 0.1, 0, 0).q1());
    }

    @Test
    void bothElbowsReachTheHand() {
        Random random = Seeded.random("two-link reach");
        TwoLink arm = new TwoLink(0.7, 0.4);
        for (int i = 0; i < 500; i++) {
            double[] hand = arm.position(random.nextDouble() * 6, random.nextDouble() * 6);
            for (double[] q : arm.reach(hand[0], hand[1])) assertArrayEquals(hand, arm.position(q[0], q[1]), 1e-7);
        }
        for (double[] q : arm.reach(0, 5)) assertArrayEquals(new double[] {0, 1.1}, arm.position(q[0], q[1]), 1e-12);
    }
}
