package lectern.widgets.widget;

import lectern.widgets.draw.Shown;

/**
 * A number of a widget.
 *
 * @param symbol how it is written
 * @param name as sentences and controls call it, {@code q2}
 * @param value in SI units and radians; NaN where it does not exist
 * @param unit empty for a pure number
 */
public record Quantity(Symbol symbol, String name, double value, String unit) {

    /** Whether the number exists: a singular matrix has no inverse. */
    public boolean exists() {
        return value - value == 0;
    }

    /** The value as printed, without its unit; in words where it does not exist. */
    public String text() {
        return exists() ? Shown.value(value) : "none, singular";
    }
}
