package lectern.widgets.twolink;

import lectern.widgets.kinematics.Solver;
import lectern.widgets.kinematics.TwoLink;
import lectern.widgets.math.Num;
import org.jspecify.annotations.Nullable;

/**
 * Everything that follows from a state: the pose shown, its Jacobian and what the chosen solver asks of the joints.
 *
 * @param vx wanted hand velocity, as {@code vy}
 * @param J 2×2, row by row, m/rad
 * @param sigma singular values, larger first
 * @param axis angle of the velocity ellipse's longer axis
 * @param rates of the joints; they do not exist where the solver has no answer
 * @param circle the run so far; null off the circle
 */
record Moment(Bench bench, double q1, double q2, double vx, double vy, double[] hand, double[] elbow, double[] J, double[] sigma, double axis,
        boolean singular, TwoLink.Rates rates, @Nullable Circle circle) {

    /** κ above which the words call a pose nearly singular. */
    static final double ILL = 100;

    static Moment of(Bench bench) {
        Circle circle = bench.lap() < 0 ? null : Circle.run(bench);
        double q1 = circle == null ? bench.q1() : circle.q1();
        double q2 = circle == null ? bench.q2() : circle.q2();
        double vx = circle == null ? bench.vx() : circle.vx();
        double vy = circle == null ? bench.vy() : circle.vy();
        TwoLink arm = bench.arm();
        return new Moment(bench, q1, q2, vx, vy, arm.position(q1, q2), arm.elbow(q1), arm.jacobian(q1, q2).entries(), arm.singularValues(q2),
            arm.majorAxis(q1, q2), arm.isSingular(q2), rates(bench, q1, q2, vx, vy), circle);
    }

    /** The chosen solver's answer; none where the inverse is asked of a singular matrix or the answer is beyond all numbers. */
    static TwoLink.Rates rates(Bench bench, double q1, double q2, double vx, double vy) {
        TwoLink arm = bench.arm();
        TwoLink.Rates rates = arm.rates(bench.solver(), q1, q2, vx, vy, bench.lambda());
        boolean none = bench.solver() == Solver.INVERSE && arm.isSingular(q2) || !(Num.hypot(rates.q1(), rates.q2()) < 1e12);
        return none ? new TwoLink.Rates(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY) : rates;
    }

    /** κ = σ₁/σ₂; NaN when singular. */
    double condition() {
        return singular ? Double.NaN : sigma[0] / sigma[1];
    }

    double determinant() {
        return singular ? 0 : bench.arm().determinant(q2);
    }

    boolean nearlySingular() {
        return !singular && sigma[0] > ILL * sigma[1];
    }

    /** A number that exists only where the solver had an answer. */
    double ifSolved(double value) {
        return rates.exist() ? value : Double.NaN;
    }
}
