package lectern.widgets.browser;

import lectern.widgets.widget.Event;
import org.jspecify.annotations.Nullable;

/** What the keys mean: arrows step, Shift makes it fine, PageUp and PageDown coarse, Home and End go to the limits. */
final class Keys {
    private static final double COARSE = 10;

    private Keys() {}

    /** Steps of a quantity; infinite for a limit, 0 for other keys. */
    static double steps(String key, double pace) {
        if (key.equals("End") || key.equals("Home")) {
            return key.equals("End") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double size = key.startsWith("Arrow") ? pace : key.startsWith("Page") ? COARSE : 0;
        return key.endsWith("Left") || key.endsWith("Down") ? -size : size;
    }

    /** Whether a number box keeps the key for its caret. */
    static boolean isCaret(String key) {
        return key.equals("ArrowLeft") || key.equals("ArrowRight") || key.equals("Home") || key.equals("End");
    }

    /** The event of a handle in the plane; null for other keys. */
    static @Nullable Event moved(String handle, String key, double pace) {
        double steps = steps(key, pace);
        if (steps == 0) {
            return null;
        }
        if (steps - steps != 0) {
            return new Event.Limit(handle, steps > 0);
        }
        return key.endsWith("Left") || key.endsWith("Right") ? new Event.Step(handle, steps, 0) : new Event.Step(handle, 0, steps);
    }
}
