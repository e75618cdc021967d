package lectern.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.widgets.backprop.BackpropSheet;
import lectern.widgets.depth.DepthSheet;
import lectern.widgets.draw.Markup;
import lectern.widgets.gradient.GradientSheet;
import lectern.widgets.outer.OuterSheet;
import lectern.widgets.panda.PandaSheet;
import lectern.widgets.price.PriceSheet;
import lectern.widgets.rotations.RotationsSheet;
import lectern.widgets.skiptest.SkipTestSheet;
import lectern.widgets.twolink.TwoLinkSheet;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Mistakes;
import lectern.widgets.widget.Panel;
import lectern.widgets.widget.Place;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Widget;

/**
 * The front door: the widgets by name, drawn as text on the server. Every method but {@link #ids} throws {@link IllegalArgumentException} for a name
 * that is not among them; none fails on a state, whatever it holds.
 */
public final class Widgets {
    /** All widgets, in the order of the book. */
    private static final List<Sheet<?>> SHEETS = List.of(new SkipTestSheet(), new TwoLinkSheet(), new DepthSheet(),
        new PriceSheet(), new OuterSheet(), new GradientSheet(), new BackpropSheet(), new RotationsSheet(), new PandaSheet());

    private Widgets() {}

    /** Names of all widgets, in order of the catalogue. */
    public static List<String> ids() {
        return SHEETS.stream().map(sheet -> sheet.widget().id()).toList();
    }

    /** All widgets as the server prints them. */
    static List<Sheet<?>> sheets() {
        return SHEETS;
    }

    /** Title of a widget, "Two-link bench". */
    public static String title(String id) {
        return sheet(id).title();
    }

    /** What a widget asks before its controls unlock, or is itself; may be empty. */
    public static String question(String id) {
        return sheet(id).question().text();
    }

    /** Its first frame and its controls: one element that the browser takes over in place. */
    public static String panel(String id, Placement placement) {
        return panel(sheet(id), placement);
    }

    /** The figure alone, as a standalone SVG document for the given state. */
    public static String figure(String id, String state) {
        return figure(sheet(id), state);
    }

    /** What the figure shows, in words, for the given state. */
    public static String describe(String id, String state) {
        return describe(sheet(id).widget(), state);
    }

    /** What is wrong with a state text, one sentence each; empty when it reads. */
    public static List<String> mistakes(String id, String state) {
        Mistakes mistakes = new Mistakes();
        Fields fields = mistakes.fields(state);
        sheet(id).widget().read(fields);
        return mistakes.of(fields);
    }

    /** Names of the presets that {@code :preset:} may give. */
    public static List<String> presets(String id) {
        List<String> names = new ArrayList<>();
        for (Preset preset : sheet(id).presets()) {
            names.add(preset.name());
        }
        return List.copyOf(names);
    }

    /** State text of a preset; empty for an unknown name. */
    public static Optional<String> preset(String id, String name) {
        for (Preset preset : sheet(id).presets()) {
            if (preset.name().equals(name)) {
                return Optional.of(preset.state());
            }
        }
        return Optional.empty();
    }

    /** Topics of the oracle that prove a widget: their cases stand at {@code /public/oracle/TOPIC.json} on the class path. */
    public static List<String> proof(String id) {
        return List.of(sheet(id).proof());
    }

    /** Names of the numbers that a sentence may show or compute: {@code q2}, {@code qdot2}. */
    public static List<String> quantities(String id) {
        List<String> names = new ArrayList<>();
        for (lectern.widgets.widget.Quantity quantity : quantities(sheet(id).widget(), "")) {
            names.add(quantity.name());
        }
        return List.copyOf(names);
    }

    /** One number of the widget in the given state; empty for an unknown name, or where the number does not exist (a singular inverse). */
    public static Optional<Quantity> quantity(String id, String state, String name) {
        Sheet<?> sheet = sheet(id);
        lectern.widgets.widget.Quantity[] quantities = quantities(sheet.widget(), state);
        for (int i = 0; i < quantities.length; i++) {
            if (quantities[i].name().equals(name) && quantities[i].exists()) {
                return Optional.of(new Quantity(quantities[i].value(), quantities[i].unit(), quantities[i].text(), sheet.symbols()[i].words()));
            }
        }
        return Optional.empty();
    }

    private static Sheet<?> sheet(String id) {
        for (Sheet<?> sheet : SHEETS) {
            if (sheet.widget().id().equals(id)) {
                return sheet;
            }
        }
        throw new IllegalArgumentException("no widget is called " + id + "; there are " + ids());
    }

    private static <S> String panel(Sheet<S> sheet, Placement placement) {
        String id = sheet.widget().id();
        String start = preset(id, placement.preset()).orElse(placement.state());
        Place place = new Place(placement.label().isEmpty() ? id : placement.label(), placement.number(), placement.caption(), start,
            !placement.hide().contains("presets"), !placement.hide().contains("ask"));
        Mistakes mistakes = new Mistakes();
        Fields fields = mistakes.fields(start);
        S state = sheet.widget().read(fields);
        return Markup.write(new Panel<>(sheet, place).view(state, String.join(" ", mistakes.of(fields))));
    }

    private static <S> String figure(Sheet<S> sheet, String state) {
        Place place = new Place(sheet.widget().id(), "", "", state, false, false);
        return Markup.write(Standalone.document(new Panel<>(sheet, place).figure(sheet.widget().read(new Fields(state)))));
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
     * @param words its name, {@code joint 2}
     */
    public record Quantity(double value, String unit, String text, String words) {}

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
