package lectern.widgets.depth;

import lectern.widgets.autodiff.Precision;
import lectern.widgets.math.Num;
import lectern.widgets.math.Vec;
import org.jspecify.annotations.Nullable;

/**
 * One way through the chain and back, every number kept in the chain's format.
 *
 * <p>Four numbers enter, the first of them 0.7. Layer k gives φ(w u), or h + φ(w u), entry by entry; u is h, or h less its mean and over its deviation.
 * The loss is the first entry of the output. Without normalisation the entries do not meet, so the first is the chain of single numbers.
 */
final class Run {
    private static final double[] INPUT = {0.7, -0.4, 0.2, -0.5};
    private static final int WIDTH = 4;
    /** Keeps the deviation from zero, as PyTorch does. */
    private static final double EPSILON = 1e-5;
    /** As in the kernel's clip, whose lists the browser is spared. */
    private static final double KEEPS_FROM_ZERO = 1e-6;

    /** The numbers that enter layer k, and last the output. */
    final double[][] h;
    /** ∂L/∂h as it was kept, with the loss scaled. */
    final double[][] bar;
    /** ‖∂L/∂h‖, the scale taken out again. */
    final double[] size;
    /** Norm of the weights' gradient before the clip. */
    final double norm;
    /** What the clip multiplies the gradient by. */
    final double clipped;
    /** First step whose result is not finite, and first whose result is not a number: forward, backward, clip, update; 0 when there is none. */
    final int infinite;
    final int nan;

    private final Chain chain;
    private final @Nullable Precision format;

    Run(Chain chain) {
        this.chain = chain;
        format = chain.precision();
        int n = chain.layers();
        h = new double[n + 1][];
        bar = new double[n + 1][];
        size = new double[n + 1];
        int firstInfinite = 0;
        int firstNan = 0;
        double[][] u = new double[n][];
        double[] deviation = new double[n];
        h[0] = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            h[0][i] = rounded(INPUT[i]);
        }
        for (int k = 0; k < n; k++) {
            u[k] = new double[WIDTH];
            deviation[k] = normalise(h[k], u[k]);
            h[k + 1] = new double[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                double y = rounded(activation(rounded(chain.w() * u[k][i]), false));
                h[k + 1][i] = chain.residual() ? rounded(h[k][i] + y) : y;
            }
            firstInfinite = first(firstInfinite, k + 1, h[k + 1], false);
            firstNan = first(firstNan, k + 1, h[k + 1], true);
        }
        double scale = 1 << chain.scale();
        double[] slopes = new double[n];
        bar[n] = new double[WIDTH];
        bar[n][0] = rounded(scale);
        size[n] = bar[n][0] / scale;
        for (int k = n - 1; k >= 0; k--) {
            bar[k] = back(h[k], u[k], deviation[k], bar[k + 1]);
            size[k] = Vec.norm(bar[k]) / scale;
            slopes[k] = slope(u[k], bar[k + 1]) / scale;
            firstInfinite = first(firstInfinite, 2 * n - k, bar[k], false);
            firstNan = first(firstNan, 2 * n - k, bar[k], true);
        }
        double before = Vec.norm(slopes);
        norm = before;
        clipped = chain.clip() > 0 ? Math.min(1, chain.clip() / (before + KEEPS_FROM_ZERO)) : 1;
        infinite = firstInfinite;
        // an infinite gradient is clipped by the factor 0, and ∞ · 0 is not a number
        nan = firstNan > 0 ? firstNan : before - before == 0 || chain.clip() == 0 ? 0 : 2 * n + 1;
    }

    private double rounded(double x) {
        return format == null ? x : format.round(x);
    }

    private static int first(int before, int step, double[] values, boolean nan) {
        for (int i = 0; i < WIDTH && before == 0; i++) {
            if (nan ? values[i] != values[i] : values[i] - values[i] != 0) {
                return step;
            }
        }
        return before;
    }

    /** u = (h − mean) / deviation, and the deviation; without normalisation u = h. */
    private double normalise(double[] from, double[] to) {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < WIDTH; i++) {
            mean += from[i] / WIDTH;
        }
        for (int i = 0; i < WIDTH; i++) {
            square += (from[i] - mean) * (from[i] - mean) / WIDTH;
        }
        double deviation = Math.sqrt(square + EPSILON);
        for (int i = 0; i < WIDTH; i++) {
            to[i] = chain.norm() ? rounded((from[i] - mean) / deviation) : from[i];
        }
        return deviation;
    }

    /** The layer's φ′(w u). */
    private double slopeAt(double u) {
        return rounded(activation(rounded(chain.w() * u), true));
    }

    /** φ(z) or φ′(z): those of the kernel, without the dozen others that would come with them. */
    private double activation(double z, boolean slope) {
        if (chain.act() == 0) {
            return Num.sigmoid(z) * (slope ? Num.sigmoid(-z) : 1);
        }
        if (chain.act() == 1) {
            double t = Num.tanh(z);
            return slope ? 1 - t * t : t;
        }
        double linear = slope ? 1 : z;
        return chain.act() == 2 && z <= 0 ? 0 : linear;
    }

    /** One vector–Jacobian product. */
    private double[] back(double[] entered, double[] u, double deviation, double[] after) {
        double[] d = new double[WIDTH];
        double mean = 0;
        double along = 0;
        for (int i = 0; i < WIDTH; i++) {
            d[i] = rounded(rounded(after[i] * slopeAt(u[i])) * chain.w());
            mean += d[i] / WIDTH;
            along += d[i] * u[i] / WIDTH;
        }
        for (int i = 0; i < WIDTH; i++) {
            double through = chain.norm() ? rounded((d[i] - mean - u[i] * along) / deviation) : d[i];
            d[i] = chain.residual() ? rounded(after[i] + through) : through;
        }
        return d;
    }

    /** ∂L/∂w of one layer. */
    private double slope(double[] u, double[] after) {
        double sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            sum += after[i] * slopeAt(u[i]) * u[i];
        }
        return rounded(sum);
    }

    /** How many times longer the gradient is after layer k, backwards; NaN where it is lost. */
    double factor(int k) {
        double factor = size[k] / size[k + 1];
        return factor > 0 && factor - factor == 0 ? factor : Double.NaN;
    }

    /** The least or the greatest factor; NaN when a layer loses the gradient altogether. */
    double extreme(boolean greatest) {
        double best = factor(0);
        for (int k = 1; k < chain.layers(); k++) {
            double factor = factor(k);
            best = factor != factor || best != best ? Double.NaN : greatest ? Math.max(best, factor) : Math.min(best, factor);
        }
        return best;
    }

    /** Whether the gradient at the input is there at all: neither zero nor beyond all numbers. */
    boolean arrives() {
        return size[0] > 0 && size[0] - size[0] == 0;
    }

    /** The last layer on the way back whose gradient is still there. */
    int reached() {
        int k = chain.layers();
        while (k > 0 && size[k - 1] > 0 && size[k - 1] - size[k - 1] == 0) {
            k--;
        }
        return k;
    }
}
