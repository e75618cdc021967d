package lectern.widgets.math;

/**
 * Elementary functions that are accurate at extreme arguments and give the same digits on the JVM and in the browser.
 *
 * <p>Each is accurate to 4e-15 relative; the oracle topic {@code numerics} shows it on both platforms. Only {@code exp}, {@code log},
 * {@code sin}, {@code cos} and {@code sqrt} of the platform are used, which agree to one unit in the last place.
 */
public final class Num {
    /** Distance from 1 to the next larger double, 2⁻⁵². */
    public static final double EPSILON = 0x1p-52;

    /** From here on every double is whole, so adding it rounds. */
    private static final double ROUNDS_TO_WHOLE = 0x1p52;
    private static final double LARGEST_WITH_UNIT_STEP = 0x1p53;
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double ROOT_PI = 1.772453850905516;

    private Num() {}

    /** The nearest whole number, the even one of two equally near: the platform's own differs between JVM and browser. */
    public static double rint(double x) {
        double size = Math.abs(x);
        if (!(size < ROUNDS_TO_WHOLE)) return x;
        double whole = size + ROUNDS_TO_WHOLE - ROUNDS_TO_WHOLE;
        return x < 0 ? -whole : whole;
    }

    /** A number in [0, 1) from two small integers, the same on every platform. */
    public static double random(int seed, int draw) {
        int x = seed * 747_796_405 + draw * 277_803_737;
        x ^= x >>> 15;
        x *= 739_982_445;
        x ^= x >>> 13;
        return (x >>> 8) / 16_777_216.0;
    }

    /** eˣ − 1 without cancellation near zero (Kahan). */
    public static double expm1(double x) {
        if (!(Math.abs(x) < 0.5)) return Math.exp(x) - 1;
        double u = Math.exp(x);
        return u == 1 ? x : (u - 1) * x / Math.log(u);
    }

    /** ln(1 + x) without cancellation near zero (Kahan). */
    public static double log1p(double x) {
        if (x > LARGEST_WITH_UNIT_STEP) return Math.log(x);
        double u = 1 + x;
        return u == 1 ? x : Math.log(u) * x / (u - 1);
    }

    /** Hyperbolic tangent. */
    public static double tanh(double x) {
        double size = Math.abs(x);
        if (size > 20) return x > 0 ? 1 : -1;
        double t = expm1(2 * size);
        double y = t / (t + 2);
        return x < 0 ? -y : y;
    }

    /** √(x² + y²) without overflow or underflow of the squares. */
    public static double hypot(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        if (a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY) return Double.POSITIVE_INFINITY;
        double large = Math.max(a, b);
        if (large == 0) return 0;
        double ratio = Math.min(a, b) / large;
        return large * Math.sqrt(1 + ratio * ratio);
    }

    /** 1 / (1 + e⁻ˣ). */
    public static double sigmoid(double x) {
        if (x >= 0) return 1 / (1 + Math.exp(-x));
        double e = Math.exp(x);
        return e / (1 + e);
    }

    /** ln(1 + eˣ). */
    public static double softplus(double x) {
        return Math.max(x, 0) + log1p(Math.exp(-Math.abs(x)));
    }

    /** ln sigmoid(x). */
    public static double logSigmoid(double x) {
        return -softplus(-x);
    }

    /** ln Σ eᶻ over the given numbers; −∞ for none. */
    public static double logSumExp(double... z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : z) largest = Math.max(largest, value);
        if (Double.isInfinite(largest)) return largest;
        double sum = 0;
        for (double value : z) sum += Math.exp(value - largest);
        return largest + Math.log(sum);
    }

    /** sin(x/2) / x, which is ½ at zero: the factor from a rotation vector to the vector part of its quaternion. */
    public static double sincHalf(double x) {
        return x == 0 ? 0.5 : Math.sin(x / 2) / x;
    }

    /** (1 − cos x) / x², which is ½ at zero. */
    public static double oneMinusCosOverSquare(double x) {
        double s = sincHalf(x);
        return 2 * s * s;
    }

    /** (x − sin x) / x³, which is ⅙ at zero; a series below 2, where the difference would cancel. */
    public static double xMinusSinOverCube(double x) {
        double square = x * x;
        if (square > 4) return (x - Math.sin(x)) / (square * x);
        double sum = 0;
        for (int k = 13; k >= 1; k--) sum = (1 - square * sum) / ((2 * k + 2) * (2 * k + 3));
        return (1 - square * sum) / 6;
    }

    /** Error function 2/√π ∫₀ˣ e^(−t²) dt. */
    public static double erf(double x) {
        double size = Math.abs(x);
        double y = size < 2.5 ? erfSeries(size) : 1 - erfcFraction(size);
        return x < 0 ? -y : y;
    }

    /** Complementary error function 1 − erf x, without cancellation for large x. */
    public static double erfc(double x) {
        if (x >= 2.5) return erfcFraction(x);
        return 1 - erf(x);
    }

    /** Standard normal cumulative distribution Φ(x). */
    public static double normalCdf(double x) {
        return 0.5 * erfc(-x * Math.sqrt(0.5));
    }

    /** erf x = 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!, all terms positive. */
    private static double erfSeries(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
    }

    /** erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))), from the tail. */
    private static double erfcFraction(double x) {
        if (x > 27) return 0;
        double tail = x;
        for (int n = 60; n >= 1; n--) tail = x + 0.5 * n / tail;
        return Math.exp(-x * x) / (ROOT_PI * tail);
    }
}
