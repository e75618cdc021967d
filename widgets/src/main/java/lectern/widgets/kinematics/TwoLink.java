package lectern.widgets.kinematics;

import lectern.widgets.math.Mat;
import lectern.widgets.math.Num;

/**
 * A planar arm of two links, in metres; q₁ is measured from the base's x axis, q₂ from link 1, both in radians and counter-clockwise.
 *
 * <p>Points and velocities are in the base frame B (rows x, y); the hand H is the end of link 2, the elbow E the end of link 1.
 * Source: SymPy's Jacobian and Orocos KDL, by the oracle topics {@code two-link} and {@code two-link-track}.
 */
public record TwoLink(double l1, double l2) {
    public TwoLink {
        if (!(l1 > 0 && l2 > 0)) throw new IllegalArgumentException("both links need a positive length");
    }

    /** p_BE = (l₁ cos q₁, l₁ sin q₁). */
    public double[] elbow(double q1) {
        return new double[] {l1 * Math.cos(q1), l1 * Math.sin(q1)};
    }

    /** p_BH = (l₁ cos q₁ + l₂ cos(q₁ + q₂), l₁ sin q₁ + l₂ sin(q₁ + q₂)). */
    public double[] position(double q1, double q2) {
        return new double[] {l1 * Math.cos(q1) + l2 * Math.cos(q1 + q2), l1 * Math.sin(q1) + l2 * Math.sin(q1 + q2)};
    }

    /** J with ẋ = J q̇, 2×2, rows (vx, vy). */
    public Mat jacobian(double q1, double q2) {
        double s = l2 * Math.sin(q1 + q2);
        double c = l2 * Math.cos(q1 + q2);
        return Mat.of(2, 2, -l1 * Math.sin(q1) - s, -s, l1 * Math.cos(q1) + c, c);
    }

    /** J in the hand's frame with the turn rate as third row, 3×2, rows (vx, vy, ωz). */
    public Mat handJacobian(double q2) {
        return Mat.of(3, 2, l1 * Math.sin(q2), 0, l1 * Math.cos(q2) + l2, l2, 1, 1);
    }

    /** det J = l₁ l₂ sin q₂. */
    public double determinant(double q2) {
        return l1 * l2 * Math.sin(q2);
    }

    /** σ₁ ≥ σ₂ of J, the half axes of the ellipse of hand velocities for ‖q̇‖ = 1. */
    public double[] singularValues(double q2) {
        // σ₁ ± σ₂ are lengths of the two parts of J that turn vectors by +θ and by −θ; σ₂ = |det J| / σ₁ loses no digits near straight
        double a = l1 * Math.cos(q2) + l2;
        double b = l1 * Math.sin(q2);
        double sum = Num.hypot(b + l2, a);
        double difference = Num.hypot(b - l2, a);
        double sigma1 = (sum + difference) / 2;
        return new double[] {sigma1, Math.abs(determinant(q2)) / sigma1};
    }

    /** Whether σ₂ ≤ 4 ε σ₁: J has no inverse that means anything. */
    public boolean isSingular(double q2) {
        double[] sigma = singularValues(q2);
        return sigma[1] <= 4 * Num.EPSILON * sigma[0];
    }

    /** κ = σ₁ / σ₂; infinite when {@link #isSingular}. */
    public double condition(double q2) {
        double[] sigma = singularValues(q2);
        return isSingular(q2) ? Double.POSITIVE_INFINITY : sigma[0] / sigma[1];
    }

    /** Yoshikawa's manipulability √det(J Jᵀ) = |det J|, in m². */
    public double manipulability(double q2) {
        return Math.abs(determinant(q2));
    }

    /** Angle of the ellipse's longer axis from the base's x axis, in [0, π): half the angle of (m₁₁ − m₂₂, 2 m₁₂) for M = J Jᵀ. */
    public double majorAxis(double q1, double q2) {
        double[] j = jacobian(q1, q2).entries();
        double difference = j[0] * j[0] + j[1] * j[1] - j[2] * j[2] - j[3] * j[3];
        double angle = Math.atan2(2 * (j[0] * j[2] + j[1] * j[3]), difference) / 2;
        return angle < 0 ? angle + Math.PI : angle;
    }

    /**
     * The joint velocities for hand velocity (vx, vy) in m/s.
     *
     * @param lambda damping of {@link Solver#DAMPED}, in metres; not used by the others
     */
    public Rates rates(Solver solver, double q1, double q2, double vx, double vy, double lambda) {
        Mat J = jacobian(q1, q2);
        double[] rates = switch (solver) {
            case TRANSPOSE -> transpose(J.entries(), vx, vy);
            case INVERSE -> inverse(J.entries(), determinant(q2), vx, vy);
            case PSEUDO_INVERSE -> isSingular(q2) ? singularInverse(J.entries(), q1, q2, vx, vy) : inverse(J.entries(), determinant(q2), vx, vy);
            case DAMPED -> damped(J.entries(), determinant(q2), lambda, vx, vy);
        };
        return residual(J.entries(), rates, vx, vy);
    }

    /** Both elbow postures that bring the hand to (x, y): q₁, q₂ with q₂ ≥ 0, then with q₂ ≤ 0. Out of reach, the nearest one twice. */
    public double[][] reach(double x, double y) {
        double square = x * x + y * y;
        double cosine = Math.max(-1, Math.min(1, (square - l1 * l1 - l2 * l2) / (2 * l1 * l2)));
        double bend = Math.acos(cosine);
        double toHand = square == 0 ? 0 : Math.atan2(y, x);
        double inner = Math.atan2(l2 * Math.sin(bend), l1 + l2 * cosine);
        return new double[][] {{toHand - inner, bend}, {toHand + inner, -bend}};
    }

    /**
     * A run of explicit Euler steps q ← q + Δt q̇ toward a constant hand velocity (vx, vy), with J computed anew in each.
     *
     * @return steps + 1 rows of (q₁, q₂)
     */
    public Track track(Solver solver, double q1, double q2, double vx, double vy, double lambda, double dt, int steps) {
        Mat path = new Mat(steps + 1, 2);
        double fastest = 0;
        double a = q1;
        double b = q2;
        path.set(0, 0, a);
        path.set(0, 1, b);
        for (int step = 1; step <= steps; step++) {
            Rates rates = rates(solver, a, b, vx, vy, lambda);
            fastest = Math.max(fastest, Num.hypot(rates.q1, rates.q2));
            a += dt * rates.q1;
            b += dt * rates.q2;
            path.set(step, 0, a);
            path.set(step, 1, b);
        }
        return new Track(path, fastest);
    }

    /** Joint velocities in rad/s and the task residual ‖J q̇ − ẋ‖ in m/s; all infinite where the inverse does not exist. */
    public record Rates(double q1, double q2, double residual) {
        /** Whether the solver had an answer. */
        public boolean exist() {
            return !Double.isInfinite(q1);
        }
    }

    /** Joint angles of a run, one row a step, and the largest ‖q̇‖ on the way in rad/s. */
    public record Track(Mat q, double fastest) {}

    private static double[] transpose(double[] j, double vx, double vy) {
        double q1 = j[0] * vx + j[2] * vy;
        double q2 = j[1] * vx + j[3] * vy;
        double ax = j[0] * q1 + j[1] * q2;
        double ay = j[2] * q1 + j[3] * q2;
        double square = ax * ax + ay * ay;
        double alpha = square == 0 ? 0 : (vx * ax + vy * ay) / square;
        return new double[] {alpha * q1, alpha * q2};
    }

    private double[] inverse(double[] j, double det, double vx, double vy) {
        if (det == 0) return new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        return new double[] {(j[3] * vx - j[1] * vy) / det, (j[0] * vy - j[2] * vx) / det};
    }

    /** J⁺ = Jᵀ / σ₁² for a matrix of rank one. */
    private double[] singularInverse(double[] j, double q1, double q2, double vx, double vy) {
        double sigma = singularValues(q2)[0];
        double square = sigma * sigma;
        return new double[] {(j[0] * vx + j[2] * vy) / square, (j[1] * vx + j[3] * vy) / square};
    }

    /** (J Jᵀ + λ² I)⁻¹ in closed form: its determinant is det² + λ² (σ₁² + σ₂² + λ²), a sum of squares. */
    private static double[] damped(double[] j, double det, double lambda, double vx, double vy) {
        double square = lambda * lambda;
        double a = j[0] * j[0] + j[1] * j[1] + square;
        double b = j[0] * j[2] + j[1] * j[3];
        double d = j[2] * j[2] + j[3] * j[3] + square;
        double determinant = det * det + square * (a + d - square);
        if (determinant == 0) return new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double yx = (d * vx - b * vy) / determinant;
        double yy = (a * vy - b * vx) / determinant;
        return new double[] {j[0] * yx + j[2] * yy, j[1] * yx + j[3] * yy};
    }

    private static Rates residual(double[] j, double[] rates, double vx, double vy) {
        if (Double.isInfinite(rates[0])) return new Rates(rates[0], rates[1], Double.POSITIVE_INFINITY);
        double ex = j[0] * rates[0] + j[1] * rates[1] - vx;
        double ey = j[2] * rates[0] + j[3] * rates[1] - vy;
        return new Rates(rates[0], rates[1], Num.hypot(ex, ey));
    }
}
