package lectern.widgets.autodiff;

import lectern.widgets.math.Vec;

/** Derivatives from differences of values: the check on every other way, with an error of its own. */
public final class Differences {
    private Differences() {}

    /** A number that depends on n others. */
    @FunctionalInterface
    public interface Scalar {
        double at(double... x);
    }

    /** (f(x + h) − f(x)) / h along axis i: error of order h, plus rounding of order ε/h. */
    public static double forward(Scalar f, double[] x, int i, double h) {
        double[] up = x.clone();
        up[i] += h;
        return (f.at(up) - f.at(x)) / h;
    }

    /** (f(x + h) − f(x − h)) / 2h along axis i: error of order h², plus rounding of order ε/h. */
    public static double central(Scalar f, double[] x, int i, double h) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[i] += h;
        down[i] -= h;
        return (f.at(up) - f.at(down)) / (2 * h);
    }

    /** f(x + t d) − f(x) − t gᵀ d, what the linear approximation with slope g leaves out. */
    public static double remainder(Scalar f, double[] x, double[] g, double[] d, double t) {
        return f.at(Vec.plusScaled(x, t, d)) - f.at(x) - t * Vec.dot(g, d);
    }
}
