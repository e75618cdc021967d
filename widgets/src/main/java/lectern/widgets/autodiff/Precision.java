package lectern.widgets.autodiff;

import lectern.widgets.math.Num;

/**
 * A binary floating-point format shorter than a double; rounding is to nearest, ties to even, by the bits of the double.
 *
 * <p>Source: IEEE 754 (half and single), bfloat16 as in PyTorch; oracle topic {@code precision}.
 */
public enum Precision {
    FP32(8, 23), FP16(5, 10), BF16(8, 7);

    private final int exponentBits;
    private final int fractionBits;

    Precision(int exponentBits, int fractionBits) {
        this.exponentBits = exponentBits;
        this.fractionBits = fractionBits;
    }

    public int exponentBits() {
        return exponentBits;
    }

    public int fractionBits() {
        return fractionBits;
    }

    /** The nearest number of this format; beyond its largest, infinite. */
    public double round(double x) {
        if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) return x;
        int exponent = Math.max(exponentOf(x), 1 - bias());
        // one unit in the last place of this format at x; dividing by a power of two is exact
        double unit = powerOfTwo(exponent - fractionBits);
        double rounded = Num.rint(x / unit) * unit;
        return Math.abs(rounded) > largest() ? (x > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY) : rounded;
    }

    /** a + b, of rounded numbers, rounded. */
    public double add(double a, double b) {
        return round(round(a) + round(b));
    }

    /** Largest finite number. */
    public double largest() {
        return (2 - powerOfTwo(-fractionBits)) * powerOfTwo(bias());
    }

    /** Smallest positive number with a full fraction. */
    public double smallestNormal() {
        return powerOfTwo(1 - bias());
    }

    /** Smallest positive number. */
    public double smallest() {
        return powerOfTwo(1 - bias() - fractionBits);
    }

    /** Sign, exponent and fraction as they stand in memory, highest bit first, of the number nearest to x. */
    public int bits(double x) {
        double y = round(x);
        int sign = y < 0 || 1 / y < 0 ? 1 << (exponentBits + fractionBits) : 0;
        int full = ((1 << exponentBits) - 1) << fractionBits;
        if (y != y) return full | 1 << (fractionBits - 1);
        double size = Math.abs(y);
        if (size == Double.POSITIVE_INFINITY) return sign | full;
        if (size < smallestNormal()) return sign | (int) (size / smallest());
        int exponent = exponentOf(size);
        int fraction = (int) ((size / powerOfTwo(exponent) - 1) / powerOfTwo(-fractionBits));
        return sign | (exponent + bias()) << fractionBits | fraction;
    }

    private int bias() {
        return (1 << (exponentBits - 1)) - 1;
    }

    /** k with 2ᵏ ≤ |x| < 2ᵏ⁺¹, from the double's own bits; −1023 for numbers too small for that. */
    private static int exponentOf(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 52 & 0x7ff) - 1023;
    }

    /** 2ᵏ, exact for −1074 ≤ k ≤ 1023. */
    private static double powerOfTwo(int k) {
        double power = 1;
        double base = k < 0 ? 0.5 : 2;
        for (int left = Math.abs(k); left > 0; left >>= 1) {
            if ((left & 1) != 0) power *= base;
            base *= base;
        }
        return power;
    }
}
