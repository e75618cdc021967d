package lectern.widgets.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Numbers as text and back, correctly rounded (a tie goes away from zero), so digit for digit the same on the JVM and in the browser: there the build
 * puts {@code browser/NativeDigits} in this class's place, since the browser's own functions round as exactly and weigh nothing.
 */
public final class Digits {
    private static final Pattern NUMBER = Pattern.compile("[+−-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+−-]?\\d+)?");

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
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_UP)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -5 || exponent >= 9 ? rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent : rounded.toPlainString();
    }

    /**
     * The number with exactly the given number of decimals, {@code -0.50}; never "-0.00". Sizes of 1e9 and above are written by {@link #text} with
     * six digits.
     *
     * @param decimals 0 to 6
     */
    public static String fixed(double value, int decimals) {
        return Math.abs(value) < 1e9 ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString() : text(value, 6);
    }

    /** The number to hundredths, half of one upward, without needless zeros; at most 99,999 in size. */
    public static String hundredths(double value) {
        return text(Math.floor(value * 100 + 0.5) / 100, 7);
    }

    /**
     * The number written in a text such as {@code 12}, {@code -0.5}, {@code .5}, {@code 1e-3}; both minus signs are read.
     * Not-a-number when the text is anything else.
     */
    public static double parse(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text.replace('−', '-')) : Double.NaN;
    }
}
