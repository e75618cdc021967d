package lectern.widgets.browser;

import lectern.widgets.widget.Event;
import org.jspecify.annotations.Nullable;

/** What the keys mean: arrows step, Shift makes it fine, PageUp and PageDown coarse, Home and End go to the limits. */
final class Keys {
    private static final double COARSE = 10;

    private Keys() {}

    /** Steps of a quantity; infinite for a limit, 0 for other keys. */
    static double steps(String key, double pace) {
        return switch (key) {
            case "ArrowRight", "ArrowUp" -> pace;
            case "ArrowLeft", "ArrowDown" -> -pace;
            case "PageUp" -> COARSE;
            case "PageDown" -> -COARSE;
            case "End" -> Double.POSITIVE_INFINITY;
            case "Home" -> Double.NEGATIVE_INFINITY;
            default -> 0;
        };
    }

    /** Whether a number box keeps the key for its caret. */
    static boolean isCaret(String key) {
        return key.equals("ArrowLeft") || key.equals("ArrowRight") || key.equals("Home") || key.equals("End");
    }

    /** The event of a handle in the plane; null for other keys. */
    static @Nullable Event moved(String handle, String key, double pace) {
        return switch (key) {
            case "ArrowRight" -> new Event.Step(handle, pace, 0);
            case "ArrowLeft" -> new Event.Step(handle, -pace, 0);
            case "ArrowUp" -> new Event.Step(handle, 0, pace);
            case "ArrowDown" -> new Event.Step(handle, 0, -pace);
            case "PageUp" -> new Event.Step(handle, 0, COARSE);
            case "PageDown" -> new Event.Step(handle, 0, -COARSE);
            case "Home" -> new Event.Limit(handle, false);
            case "End" -> new Event.Limit(handle, true);
            default -> null;
        };
    }
}
