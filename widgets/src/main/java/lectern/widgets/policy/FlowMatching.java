package lectern.widgets.policy;

import lectern.widgets.math.Mat;
import lectern.widgets.math.Vec;

/**
 * Flow matching with the time of π0's code: x_t = t · noise + (1 − t) · action, noise at t = 1, action at t = 0, velocity noise − action.
 * Sampling goes from t = 1 to 0 in equal Euler steps.
 */
public final class FlowMatching {
    private FlowMatching() {}

    /** A velocity at a place and time. */
    @FunctionalInterface
    public interface Velocity {
        double[] at(double[] x, double t);
    }

    /** x_t. */
    public static double[] between(double[] noise, double[] action, double t) {
        return Vec.plusScaled(Vec.scaled(t, noise), 1 - t, action);
    }

    /** noise − action, what the network learns to say. */
    public static double[] velocity(double[] noise, double[] action) {
        return Vec.minus(noise, action);
    }

    /** The places on the way from x at t = 1 to t = 0, steps + 1 rows. */
    public static Mat path(Velocity field, double[] x, int steps) {
        if (steps < 1) throw new IllegalArgumentException("at least one step is needed, not " + steps);
        double[][] rows = new double[steps + 1][];
        rows[0] = x.clone();
        for (int k = 0; k < steps; k++) {
            double t = 1 - (double) k / steps;
            rows[k + 1] = Vec.plusScaled(rows[k], -1.0 / steps, field.at(rows[k], t));
        }
        return Mat.ofRows(rows);
    }

    /** The best velocity E[noise − action | x_t = x] for actions N(μ, σ²) and noise N(0, 1), entry by entry. */
    public static Velocity gaussian(double mu, double sigma) {
        return (x, t) -> {
            double rest = (1 - t) * sigma * sigma;
            double slope = (t - rest) / (t * t + (1 - t) * rest);
            double[] u = new double[x.length];
            for (int i = 0; i < u.length; i++) u[i] = slope * (x[i] - (1 - t) * mu) - mu;
            return u;
        };
    }
}
