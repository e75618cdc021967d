package lectern.widgets.draw;

import lectern.widgets.math.Digits;

/** Numbers as a reader sees them: a typographic minus, powers of ten with raised digits, never more than six significant digits. */
public final class Shown {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Shown() {}

    /** A number with a fixed count of decimals; from a hundred thousand on as 1.23·10⁵. */
    public static String fixed(double value, int decimals) {
        return Math.abs(value) < 1e5 ? signed(Digits.fixed(value, decimals)) : scientific(value);
    }

    /** A number with three to four significant digits: 0.0212, 1.635, 191.0, 1.91·10⁶. */
    public static String value(double value) {
        double size = Math.abs(value);
        if (size < 1e-3) {
            return size == 0 ? "0" : scientific(value);
        }
        return fixed(value, size < 0.1 ? 4 : size < 10 ? 3 : size < 100 ? 2 : size < 1000 ? 1 : 0);
    }

    private static String scientific(double value) {
        int power = 0;
        double rest = value;
        while (Math.abs(rest) >= 9.995) {
            rest /= 10;
            power++;
        }
        while (Math.abs(rest) < 0.9995) {
            rest *= 10;
            power--;
        }
        return signed(Digits.text(rest, 3)) + "·" + power(power);
    }

    /** A power of ten: 10⁻²⁰. */
    public static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        String digits = "" + exponent;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            text.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
        }
        return text.toString();
    }

    private static String signed(String text) {
        return text.charAt(0) == '-' ? "−" + text.substring(1) : text;
    }
}
