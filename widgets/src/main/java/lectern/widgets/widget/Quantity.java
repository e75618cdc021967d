package lectern.widgets.widget;

import lectern.widgets.draw.Shown;
import lectern.widgets.math.Digits;

/**
 * A number of a widget.
 *
 * @param name as sentences and sliders call it, {@code q2}
 * @param value in SI units and radians; NaN where it does not exist
 * @param unit empty for a pure number
 * @param low smallest value a reader may set, as {@code high} the largest
 * @param step one press of an arrow key; 0 for a number that cannot be set
 * @param decimals in its number box
 */
public record Quantity(String name, double value, String unit, double low, double high, double step, int decimals) {
    private static final double DEGREES = 180 / Math.PI;

    /** A number that follows from others. */
    public static Quantity of(String name, double value, String unit) {
        return new Quantity(name, value, unit, 0, 0, 0, 0);
    }

    /** Whether the number exists: a singular matrix has no inverse. */
    public boolean exists() {
        return value - value == 0;
    }

    /** How many shown units a unit of the model is. */
    public double factor(boolean degrees) {
        return degrees && unit.startsWith("rad") ? DEGREES : 1;
    }

    /** The quantity as the reader wants angles: in radians, or in degrees. */
    public Quantity shown(boolean degrees) {
        double factor = factor(degrees);
        return factor == 1 ? this
            : new Quantity(name, value * factor, "°" + unit.substring(3), low * factor, high * factor, step, Math.max(0, decimals - 2));
    }

    /** The value as printed, without its unit; in words where it does not exist. */
    public String text() {
        return !exists() ? "none" : step > 0 && decimals == 0 ? Shown.fixed(value, 0) : Shown.value(value);
    }

    /** The value as printed in a sentence. */
    public String phrase() {
        return exists() && !unit.isEmpty() ? text() + " " + unit : text();
    }

    /** What a slider says. */
    public String spoken() {
        return Shown.fixed(value, decimals) + " " + unit;
    }

    /** As many decimals as the box holds, or more significant digits where those would say zero. */
    public String box() {
        String text = Digits.fixed(value, decimals);
        return value != 0 && Digits.parse(text) == 0 ? Digits.text(value, 2) : text;
    }

    /** How far along its slider the value is. */
    public String part() {
        return Digits.fixed((value - low) / (high - low) * 100, 1) + "%";
    }
}
