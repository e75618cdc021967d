package lectern.widgets;

import java.util.List;
import java.util.Optional;

/** The front door: the widgets by name, drawn as text on the server. */
public final class Widgets {
    private Widgets() {}

    /** Names of all widgets, in order of the catalogue. */
    public static List<String> ids() {
        return List.of("two-link", "skip-test");
    }

    /** Title of a widget, "Two-link bench". */
    public static String title(String id) {
        return id;
    }

    /** Its first frame and its controls: one element that the browser takes over in place. */
    public static String panel(String id, Placement placement) {
        return "<lectern-widget name=\"" + id + "\"></lectern-widget>";
    }

    /** The figure alone, as a standalone SVG document for the given state. */
    public static String figure(String id, String state) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    }

    /** What the figure shows, in words, for the given state. */
    public static String describe(String id, String state) {
        return "";
    }

    /** What is wrong with a state text, one sentence each; empty when it reads. */
    public static List<String> mistakes(String id, String state) {
        return List.of();
    }

    /** Names of the presets that {@code :preset:} may give. */
    public static List<String> presets(String id) {
        return List.of();
    }

    /** Names of the numbers that a sentence may show or compute: {@code q2}, {@code qdot2}. */
    public static List<String> quantities(String id) {
        return List.of();
    }

    /** One number of the widget in the given state; empty for an unknown name, or where the number does not exist (a singular inverse). */
    public static Optional<Quantity> quantity(String id, String state, String name) {
        return Optional.empty();
    }

    /**
     * A number as a sentence shows it.
     *
     * @param value in SI units and radians; always finite
     * @param unit {@code rad/s}; empty for a pure number
     * @param text the value as the widget prints it, without its unit
     */
    public record Quantity(double value, String unit, String text) {}

    /**
     * Where and how a widget stands.
     *
     * @param label element id and prefix of its state in the page's address
     * @param number figure number, {@code 3.2}; empty on a page of its own
     * @param caption rendered HTML; may be empty
     * @param state text form; empty for the default
     * @param preset name of a preset to start from; empty for the state
     * @param hide parts left out, of {@code presets}, {@code ask}
     */
    public record Placement(String label, String number, String caption, String state, String preset, List<String> hide) {}
}
