package lectern.widgets.math;

/**
 * Numbers as text and back, digit for digit the same on the JVM and in the browser.
 *
 * <p>Only IEEE products, quotients and integers are used, so no platform conversion (and none of its code) takes part. Reading is exact for
 * up to 15 digits and exponents up to ±22, and within two units in the last place beyond.
 */
public final class Digits {
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    private Digits() {}

    /**
     * The shortest text with at most the given number of significant digits: {@code 0.3}, {@code -12.5}, {@code 2.5e-7}, {@code 1e9}.
     * Plain notation from 1e-5 up to 1e9; infinities and not-a-number are {@code inf}, {@code -inf}, {@code nan}.
     *
     * @param significant 1 to 9
     */
    public static String text(double value, int significant) {
        if (value != value) return "nan";
        if (Double.isInfinite(value)) return value > 0 ? "inf" : "-inf";
        if (value == 0) return "0";
        double size = Math.abs(value);
        int exponent = exponent(size);
        int digits = (int) Num.rint(scaled(size, significant - 1 - exponent));
        if (digits >= (int) TENS[significant]) {
            digits /= 10;
            exponent++;
        }
        int count = significant;
        while (count > 1 && digits % 10 == 0) {
            digits /= 10;
            count--;
        }
        String sign = value < 0 ? "-" : "";
        String all = Integer.toString(digits);
        if (exponent < -5 || exponent >= 9) return sign + point(all, 1) + "e" + exponent;
        if (exponent < 0) return sign + "0." + zeros(-exponent - 1) + all;
        return sign + (exponent + 1 >= count ? all + zeros(exponent + 1 - count) : point(all, exponent + 1));
    }

    /**
     * The number with exactly the given number of decimals, {@code -0.50}; never "-0.00". Sizes of {@code 2e9 / 10^decimals} and above
     * are written by {@link #text} with six digits.
     *
     * @param decimals 0 to 6
     */
    public static String fixed(double value, int decimals) {
        double scaled = Math.abs(value) * TENS[decimals];
        if (!(scaled < 2e9)) return text(value, 6);
        int digits = (int) Num.rint(scaled);
        String sign = value < 0 && digits > 0 ? "-" : "";
        if (decimals == 0) return sign + digits;
        String all = Integer.toString(digits);
        if (all.length() <= decimals) all = zeros(decimals + 1 - all.length()) + all;
        return sign + point(all, all.length() - decimals);
    }

    /**
     * The number written in a text such as {@code 12}, {@code -0.5}, {@code .5}, {@code 1e-3}; both minus signs are read.
     * Not-a-number when the text is anything else.
     */
    public static double parse(String text) {
        int end = text.length();
        int i = 0;
        boolean negative = false;
        if (i < end && (isMinus(text.charAt(i)) || text.charAt(i) == '+')) negative = isMinus(text.charAt(i++));
        double mantissa = 0;
        int shift = 0;
        int seen = 0;
        int kept = 0;
        boolean fraction = false;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.' && !fraction) {
                fraction = true;
            } else if (c >= '0' && c <= '9') {
                seen++;
                if (kept < 17) {
                    mantissa = mantissa * 10 + (c - '0');
                    if (mantissa > 0) kept++;
                    if (fraction) shift--;
                } else if (!fraction) {
                    shift++;
                }
            } else {
                break;
            }
        }
        if (seen == 0) return Double.NaN;
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int sign = 1;
            i++;
            if (i < end && (isMinus(text.charAt(i)) || text.charAt(i) == '+')) sign = isMinus(text.charAt(i++)) ? -1 : 1;
            int power = 0;
            int start = i;
            for (; i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) power = Math.min(9999, power * 10 + text.charAt(i) - '0');
            if (i == start) return Double.NaN;
            shift += sign * power;
        }
        if (i < end) return Double.NaN;
        double value = scaled(mantissa, shift);
        return negative ? -value : value;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '−';
    }

    /** Largest k with 10ᵏ ≤ size; size is positive and finite. */
    private static int exponent(double size) {
        int k = (int) Math.floor(Math.log(size) / Math.log(10));
        if (scaled(size, -k) >= 10) return k + 1;
        return scaled(size, -k) < 1 ? k - 1 : k;
    }

    /** size · 10ᵖᵒʷᵉʳ by exact powers of ten. */
    private static double scaled(double size, int power) {
        double value = size;
        int left = Math.min(Math.abs(power), 700);
        while (left > 0) {
            int step = Math.min(left, 22);
            value = power > 0 ? value * TENS[step] : value / TENS[step];
            left -= step;
        }
        return value;
    }

    private static String point(String digits, int before) {
        return digits.length() <= before ? digits : digits.substring(0, before) + "." + digits.substring(before);
    }

    private static String zeros(int count) {
        return "0000000000".substring(0, count);
    }
}
