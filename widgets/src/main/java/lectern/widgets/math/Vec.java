package lectern.widgets.math;

/** Operations on vectors, which are plain arrays of doubles; sizes are checked. */
public final class Vec {
    private Vec() {}

    /** Σ aᵢ bᵢ. */
    public static double dot(double[] a, double[] b) {
        same(a, b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** Euclidean length, without overflow of the squares. */
    public static double norm(double[] a) {
        double large = 0;
        for (double value : a) large = Math.max(large, Math.abs(value));
        if (large == 0 || Double.isInfinite(large)) return large;
        if (large > 1e-140 && large < 1e140) return Math.sqrt(dot(a, a));
        double sum = 0;
        for (double value : a) {
            double share = value / large;
            sum += share * share;
        }
        return large * Math.sqrt(sum);
    }

    /** a + b, a new vector. */
    public static double[] plus(double[] a, double[] b) {
        return plusScaled(a, 1, b);
    }

    /** a − b, a new vector. */
    public static double[] minus(double[] a, double[] b) {
        return plusScaled(a, -1, b);
    }

    /** a + factor · b, a new vector. */
    public static double[] plusScaled(double[] a, double factor, double[] b) {
        same(a, b);
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) sum[i] = a[i] + factor * b[i];
        return sum;
    }

    /** factor · a, a new vector. */
    public static double[] scaled(double factor, double[] a) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) product[i] = factor * a[i];
        return product;
    }

    /** a × b for two vectors of three numbers, a new vector. */
    public static double[] cross(double[] a, double[] b) {
        if (a.length != 3 || b.length != 3) throw new IllegalArgumentException("cross product of sizes " + a.length + " and " + b.length + ", not 3");
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static void same(double[] a, double[] b) {
        if (a.length != b.length) throw new IllegalArgumentException("vectors of sizes " + a.length + " and " + b.length);
    }
}
