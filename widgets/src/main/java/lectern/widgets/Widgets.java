package lectern.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.widgets.draw.Markup;
import lectern.widgets.widget.Desk;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.History;
import lectern.widgets.widget.Panel;
import lectern.widgets.widget.Place;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Widget;

/**
 * The front door: the widgets by name, drawn as text on the server. Every method but {@link #ids} throws {@link IllegalArgumentException} for a name
 * that is not among them; none fails on a state, whatever it holds.
 */
public final class Widgets {
    private Widgets() {}

    /** Names of all widgets, in order of the catalogue. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Widget<?> widget : Catalogue.all()) {
            ids.add(widget.id());
        }
        return List.copyOf(ids);
    }

    /** Title of a widget, "Two-link bench". */
    public static String title(String id) {
        return widget(id).title();
    }

    /** Its first frame and its controls: one element that the browser takes over in place. */
    public static String panel(String id, Placement placement) {
        return panel(widget(id), placement);
    }

    /** The figure alone, as a standalone SVG document for the given state. */
    public static String figure(String id, String state) {
        return figure(widget(id), state);
    }

    /** What the figure shows, in words, for the given state. */
    public static String describe(String id, String state) {
        return describe(widget(id), state);
    }

    /** What is wrong with a state text, one sentence each; empty when it reads. */
    public static List<String> mistakes(String id, String state) {
        Fields fields = new Fields(state);
        widget(id).read(fields);
        return List.copyOf(fields.mistakes());
    }

    /** Names of the presets that {@code :preset:} may give. */
    public static List<String> presets(String id) {
        List<String> names = new ArrayList<>();
        for (Preset preset : widget(id).presets()) {
            names.add(preset.name());
        }
        return List.copyOf(names);
    }

    /** State text of a preset; empty for an unknown name. */
    public static Optional<String> preset(String id, String name) {
        for (Preset preset : widget(id).presets()) {
            if (preset.name().equals(name)) {
                return Optional.of(preset.state());
            }
        }
        return Optional.empty();
    }

    /** Topics of the oracle that prove a widget: their cases stand at {@code /public/oracle/TOPIC.json} on the class path. */
    public static List<String> proof(String id) {
        return List.of(widget(id).proof());
    }

    /** Names of the numbers that a sentence may show or compute: {@code q2}, {@code qdot2}. */
    public static List<String> quantities(String id) {
        List<String> names = new ArrayList<>();
        for (lectern.widgets.widget.Quantity quantity : quantities(widget(id), "")) {
            names.add(quantity.name());
        }
        return List.copyOf(names);
    }

    /** One number of the widget in the given state; empty for an unknown name, or where the number does not exist (a singular inverse). */
    public static Optional<Quantity> quantity(String id, String state, String name) {
        for (lectern.widgets.widget.Quantity quantity : quantities(widget(id), state)) {
            if (quantity.name().equals(name) && quantity.exists()) {
                return Optional.of(new Quantity(quantity.value(), quantity.unit(), quantity.text()));
            }
        }
        return Optional.empty();
    }

    private static Widget<?> widget(String id) {
        Widget<?> widget = Catalogue.find(id);
        if (widget == null) {
            throw new IllegalArgumentException("no widget is called " + id + "; there are " + ids());
        }
        return widget;
    }

    private static <S> String panel(Widget<S> widget, Placement placement) {
        String start = preset(widget.id(), placement.preset()).orElse(placement.state());
        String label = placement.label().isEmpty() ? widget.id() : placement.label();
        Place place = new Place(label, placement.number(), start, !placement.hide().contains("presets"), !placement.hide().contains("ask"));
        Fields fields = new Fields(start);
        S state = widget.read(fields);
        Desk desk = Desk.FRESH.saying(String.join(" ", fields.mistakes()));
        Panel<S> panel = new Panel<>(widget, place);
        return Markup.write(panel.view(History.of(state), desk, placement.caption(), true, panel.notes()));
    }

    private static <S> String figure(Widget<S> widget, String state) {
        return Markup.write(Standalone.document(widget.view(widget.read(new Fields(state)), widget.id())));
    }

    private static <S> String describe(Widget<S> widget, String state) {
        return widget.describe(widget.read(new Fields(state)));
    }

    private static <S> lectern.widgets.widget.Quantity[] quantities(Widget<S> widget, String state) {
        return widget.quantities(widget.read(new Fields(state)));
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
