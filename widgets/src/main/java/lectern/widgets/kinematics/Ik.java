package lectern.widgets.kinematics;

import lectern.widgets.math.Damped;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Num;
import lectern.widgets.math.Svd;
import lectern.widgets.rotation.Quaternion;

/**
 * Inverse kinematics of one arm: single steps from a hand velocity to joint velocities, and the solution for a pose.
 *
 * <p>Room for all steps is kept. Twists are [v; ω] in the base frame, in m/s and rad/s. Source: Orocos KDL and mpmath by the oracle topic
 * {@code panda-pinv-dls}.
 */
public final class Ik {
    private static final double NEAR_HALF_TURN = 1e-6;

    private final Arm arm;
    private final int n;
    private final Posture posture;
    private final Mat J;
    private final Mat free;
    private final Damped damped;
    private final Svd svd;
    private final double[] error = new double[6];
    private final double[] step;

    public Ik(Arm arm) {
        this.arm = arm;
        n = arm.size();
        posture = new Posture(arm);
        J = new Mat(6, n);
        free = new Mat(6, n);
        damped = new Damped(6, n);
        svd = new Svd(6, n);
        step = new double[n];
    }

    /** The arm at the configuration of the last step. */
    public Posture posture() {
        return posture;
    }

    /**
     * Joint velocities for a twist at q.
     *
     * @param lambda damping of {@link Solver#DAMPED}, not used by the others
     */
    public double[] rates(Solver solver, double[] q, double[] twist, double lambda) {
        posture.moveTo(q).jacobianInto(J);
        double[] rates = new double[n];
        solveInto(solver, J, twist, lambda, rates);
        return rates;
    }

    /** As {@link #rates}, plus the part of another wish for q̇ that does not move the hand: q̇ + (I − J⁺ J) wish. */
    public double[] ratesWithNullSpace(Solver solver, double[] q, double[] twist, double lambda, double[] wish) {
        double[] rates = rates(solver, q, twist, lambda);
        double[] still = svd.decompose(J).nullProjector().times(wish);
        for (int i = 0; i < n; i++) rates[i] += still[i];
        return rates;
    }

    /** As {@link #rates}, with joints that stand at a limit and would be pushed past it held still and the others solved again. */
    public double[] ratesWithinLimits(Solver solver, double[] q, double[] twist, double lambda) {
        posture.moveTo(q).jacobianInto(J);
        System.arraycopy(J.entries(), 0, free.entries(), 0, J.entries().length);
        double[] rates = new double[n];
        boolean changed = true;
        while (changed) {
            solveInto(solver, free, twist, lambda, rates);
            changed = false;
            for (int i = 0; i < n; i++) {
                Joint joint = arm.joints().get(i);
                boolean pushed = q[i] <= joint.lower() && rates[i] < 0 || q[i] >= joint.upper() && rates[i] > 0;
                if (pushed) {
                    for (int row = 0; row < 6; row++) free.set(row, i, 0);
                    changed = true;
                }
            }
        }
        return rates;
    }

    /** The direction of q̇ that leaves the hand where it is: last right singular vector of J, its largest component positive. */
    public double[] nullDirection(double[] q) {
        posture.moveTo(q).jacobianInto(J);
        svd.decompose(J);
        double[] direction = new double[n];
        int largest = 0;
        for (int i = 0; i < n; i++) {
            direction[i] = svd.v(i, n - 1);
            if (Math.abs(direction[i]) > Math.abs(direction[largest])) largest = i;
        }
        if (direction[largest] < 0) for (int i = 0; i < n; i++) direction[i] = -direction[i];
        return direction;
    }

    /** I − J⁺ J at q, n×n. */
    public Mat nullProjector(double[] q) {
        posture.moveTo(q).jacobianInto(J);
        return svd.decompose(J).nullProjector();
    }

    /**
     * Moves q, in place and within the limits, until the end frame stands at the target; allocates nothing.
     *
     * @param tolerance largest error that counts as reached, metres and rad together
     * @return steps taken, or −1 when not reached within the given number
     */
    public int solve(Pose target, double[] q, double lambda, double tolerance, int steps) {
        for (int taken = 0; taken <= steps; taken++) {
            posture.moveTo(q);
            if (errorTo(target) <= tolerance) return taken;
            posture.jacobianInto(J);
            damped.solveInto(J, error, lambda, step);
            for (int i = 0; i < n; i++) q[i] += step[i];
            arm.clamp(q);
        }
        return -1;
    }

    /** Fills {@code error} with [p_WT − p_WE; log R_WT R_EW]; its length. */
    private double errorTo(Pose target) {
        double[] wanted = target.R().entries();
        double wx = 0;
        double wy = 0;
        double wz = 0;
        double trace = 0;
        for (int c = 0; c < 3; c++) {
            // column c of R_WE against column c of R_WT: the sum of their cross products is 2 sin θ times the axis
            double ax = posture.axis(n, c, 0), ay = posture.axis(n, c, 1), az = posture.axis(n, c, 2);
            double bx = wanted[c], by = wanted[3 + c], bz = wanted[6 + c];
            wx += ay * bz - az * by;
            wy += az * bx - ax * bz;
            wz += ax * by - ay * bx;
            trace += ax * bx + ay * by + az * bz;
        }
        double sine = Math.sqrt(wx * wx + wy * wy + wz * wz) / 2;
        double cosine = (trace - 1) / 2;
        if (cosine < 0 && sine < NEAR_HALF_TURN) {
            double[] w = Quaternion.ofMatrix(target.R().times(posture.pose().R().transposed())).rotationVector();
            error[3] = w[0];
            error[4] = w[1];
            error[5] = w[2];
        } else {
            double factor = sine < Num.EPSILON ? 0.5 : Math.atan2(sine, cosine) / (2 * sine);
            error[3] = factor * wx;
            error[4] = factor * wy;
            error[5] = factor * wz;
        }
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            error[k] = target.p()[k] - posture.origin(n, k);
            sum += error[k] * error[k] + error[3 + k] * error[3 + k];
        }
        return Math.sqrt(sum);
    }

    private void solveInto(Solver solver, Mat jacobian, double[] twist, double lambda, double[] rates) {
        switch (solver) {
            case TRANSPOSE -> {
                Mat.transposedTimesInto(jacobian, twist, rates);
                double[] reached = jacobian.times(rates);
                double square = 0;
                double along = 0;
                for (int row = 0; row < 6; row++) {
                    square += reached[row] * reached[row];
                    along += reached[row] * twist[row];
                }
                for (int i = 0; i < n; i++) rates[i] *= square == 0 ? 0 : along / square;
            }
            // a wide J has no inverse other than the pseudo-inverse
            case INVERSE, PSEUDO_INVERSE -> svd.decompose(jacobian).solveInto(twist, rates);
            case DAMPED -> damped.solveInto(jacobian, twist, lambda, rates);
        }
    }
}
