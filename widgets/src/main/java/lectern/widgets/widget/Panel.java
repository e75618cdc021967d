package lectern.widgets.widget;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Foreign;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Text;
import org.jspecify.annotations.Nullable;

/**
 * The whole element of a widget as one tree: header, question, figure, readout, controls, presets, tools and notes. The server writes it, the
 * browser computes the same tree and takes over the nodes that stand. What the reader can press carries {@code data-do}; what can be set,
 * {@code data-put}, {@code data-choose} or {@code data-fill}; what can be dragged, {@code data-grip}.
 */
public final class Panel<S> {
    private final Widget<S> widget;
    private final Place place;
    /** The presets' states as the widget writes them, to see which one stands. */
    private final String[] written;

    /** Parts that hardly change, and what they showed: given again as they are, the browser need not look at them. */
    private Element tools = Element.of("footer");
    private String toolsShown = "";
    private Element presets = Element.of("div");
    private String presetsShown = "";
    private Element question = Element.of("fieldset");
    private String questionShown = "";
    private Element numbers = Element.of("details");

    /** The panel of a widget at its place. */
    public Panel(Widget<S> widget, Place place) {
        this.widget = widget;
        this.place = place;
        Preset[] all = widget.presets();
        this.written = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            written[i] = widget.write(widget.read(new Fields(all[i].state())));
        }
    }

    public Widget<S> widget() {
        return widget;
    }

    public Place place() {
        return place;
    }

    /** The state it starts from. */
    public Fields fields() {
        return new Fields(place.start());
    }

    /**
     * The element.
     *
     * @param caption finished markup; in the browser any text where there is a caption, empty where there is none
     * @param table whether the table of numbers is open; closed, it may show the numbers of an earlier state
     * @param notes {@link #notes}, which the browser leaves as the server wrote it
     */
    public Element view(History<S> history, Desk desk, String caption, boolean table, Node notes) {
        S state = history.now();
        String text = widget.write(state);
        boolean locked = isLocked(desk);
        Node[] header = {
            Element.of("p", "class", "title", "id", id("title")).with(widget.title()),
            Element.of("p").with((place.number().isEmpty() ? "" : "Figure " + place.number() + " · ") + widget.units())};
        Nodes inside = new Nodes().add(Element.of("header").with(header));
        if (asks()) {
            inside.add(question(text, desk));
        }
        Control[] all = widget.controls(state);
        Controls controls = new Controls(id(""), desk.degrees());
        Node figure = widget.view(state, place.label());
        inside.add(Element.of("div", "class", "stage").with(
            Element.of("figure").with(caption.isEmpty() ? new Node[] {figure} : new Node[] {figure, new Foreign("figcaption", "cap", caption)}),
            Element.of("div", "class", "readout").with(new Nodes().add(widget.readout(state))
                .add(controls.view(all, 0, widget.beside(), locked)).all())));
        if (widget.beside() < all.length) {
            inside.add(controls.view(all, widget.beside(), all.length, locked));
        }
        if (place.presets()) {
            inside.add(presets(text, locked));
        }
        return Element.of("lectern-widget", "class", "widget wide", "name", widget.id(), "id", place.label(), "role", "group",
                "aria-labelledby", id("title"), "data-number", place.number(), "data-state", place.start(),
                "data-hide", (place.presets() ? "" : "presets ") + (place.ask() ? "" : "ask"), "data-locked", locked ? "" : null)
            .with(Element.of("div", "class", "in").with(inside.all()), tools(history, locked),
                Element.of("p", "class", "checkline", "role", "status").with(desk.line()),
                Element.of("p", "class", "vh spoken", "aria-live", "polite"), table ? numbers(state, desk) : numbers, notes);
    }

    /** Whether a question is asked first; a widget that is itself a question has no options to pick. */
    private boolean asks() {
        return place.ask() && widget.question().options().length > 0;
    }

    /** Whether the controls wait for the question. */
    public boolean isLocked(Desk desk) {
        return asks() && desk.guess() == Desk.UNASKED;
    }

    private Element question(String text, Desk desk) {
        Question question = widget.question();
        String answer = answer(question, text, desk);
        String shown = answer + desk.guess();
        if (!shown.equals(questionShown)) {
            questionShown = shown;
            this.question = question(question, answer, desk);
        }
        return this.question;
    }

    private Element question(Question question, String answer, Desk desk) {
        Node[] options = new Node[question.options().length + 1];
        for (int i = 0; i < question.options().length; i++) {
            options[i] = Element.of("label", "class", "opt").with(
                Element.of("input", "type", "radio", "name", id("ask"), "data-guess", "" + i, "checked", desk.guess() == i ? "" : null),
                Element.of("span").with(question.options()[i]));
        }
        options[options.length - 1] = Element.of("button", "type", "button", "class", "btn bare", "data-do", "skip",
            "disabled", desk.guess() == Desk.UNASKED ? null : "").with("Skip");
        return Element.of("fieldset", "class", "ask").with(
            Element.of("legend").with(question.text()),
            Element.of("div", "class", "opts").with(options),
            Element.of("output").with(answer));
    }

    private String answer(Question question, String text, Desk desk) {
        if (desk.guess() == Desk.UNASKED) {
            return "Pick one, or skip; then everything below can be moved.";
        }
        for (int i = 0; i < written.length; i++) {
            Preset preset = widget.presets()[i];
            if (preset.name().equals(question.preset()) && !written[i].equals(text)) {
                return (desk.guess() == Desk.SKIPPED ? "Skipped. " : "Your guess is kept. ") + "Press “" + preset.title() + "” below to see.";
            }
        }
        String verdict = desk.guess() == Desk.SKIPPED ? "" : desk.guess() == question.right() ? "You were right. " : "Not quite. ";
        return verdict + question.answer();
    }

    /** The preset of a name; null when there is none. */
    public @Nullable Preset preset(String name) {
        for (Preset preset : widget.presets()) {
            if (preset.name().equals(name)) {
                return preset;
            }
        }
        return null;
    }

    private Element presets(String text, boolean locked) {
        int pressed = -1;
        for (int i = 0; i < written.length; i++) {
            pressed = written[i].equals(text) ? i : pressed;
        }
        String shown = locked + " " + pressed;
        if (!shown.equals(presetsShown)) {
            presetsShown = shown;
            presets = presets(pressed, locked);
        }
        return presets;
    }

    private Element presets(int pressed, boolean locked) {
        Preset[] presets = widget.presets();
        Node[] buttons = new Node[presets.length + 1];
        buttons[0] = Element.of("span").with("Set to");
        for (int i = 0; i < presets.length; i++) {
            buttons[i + 1] = Element.of("button", "type", "button", "class", "btn", "data-do", "preset " + presets[i].name(),
                "aria-pressed", i == pressed ? "true" : "false", "disabled", locked ? "" : null).with(presets[i].title());
        }
        return Element.of("div", "class", "row presets").with(buttons);
    }

    private Element tools(History<S> history, boolean locked) {
        boolean first = history.past() == null || locked;
        boolean last = history.future() == null || locked;
        String shown = first + " " + last + " " + locked;
        if (!shown.equals(toolsShown)) {
            toolsShown = shown;
            tools = tools(first, last, locked);
        }
        return tools;
    }

    private Element tools(boolean first, boolean last, boolean locked) {
        return Element.of("footer").with(
            Element.of("div", "class", "row").with(
                tool("undo", "Undo", false, first, "M8 6L4 10l4 4M4 10h10a5 5 0 010 10h-3"),
                tool("redo", "Redo", false, last, "M16 6l4 4-4 4M20 10H10a5 5 0 000 10h3"),
                tool("reset", "Reset", true, locked, "M5 12a7 7 0 107-7H7m3-3L7 5l3 3")),
            Element.of("div", "class", "row").with(
                tool("check", "Check this widget", true, false, "M5 13l4.5 4.5L19 7"),
                tool("share", "Share this state", true, false, "M12 15V4m-4 4l4-4 4 4M6 12v7h12v-7")));
    }

    private Element tool(String action, String words, boolean named, boolean disabled, String icon) {
        Element picture = Element.of("svg", "viewBox", "0 0 24 24", "aria-hidden", "true").with(Element.of("path", "class", "i", "d", icon));
        Element name = Element.of("span").with(words);
        return Element.of("button", "type", "button", "class", "btn bare", "data-do", action, "aria-label", named ? null : words,
            "disabled", disabled ? "" : null).with(named ? new Node[] {picture, name} : new Node[] {picture});
    }

    private Element numbers(S state, Desk desk) {
        Quantity[] quantities = widget.quantities(state);
        Node[] rows = new Node[quantities.length];
        for (int i = 0; i < rows.length; i++) {
            Quantity quantity = Units.shown(quantities[i], desk.degrees());
            rows[i] = Element.of("tr").with(
                Element.of("td").with(quantity.symbol().mark()),
                Element.of("th", "scope", "row").with(quantity.symbol().words()),
                Element.of("td", "class", "num").with(quantity.text()),
                Element.of("td").with(quantity.exists() ? quantity.unit() : ""));
        }
        numbers = Element.of("details", "class", "more").with(
            Element.of("summary").with("Numbers"),
            Element.of("p", "class", "words").with(widget.describe(state)),
            Element.of("div", "class", "table-box", "tabindex", "0", "role", "group", "aria-label", "Numbers of this widget").with(Element.of("table").with(Element.of("tbody").with(rows))));
        return numbers;
    }

    /** What is modelled, what is left out, and sources. */
    public Element notes() {
        String[] paragraphs = widget.model();
        Node[] children = new Node[paragraphs.length + 1];
        children[0] = Element.of("summary").with("What is modelled");
        for (int i = 0; i < paragraphs.length; i++) {
            children[i + 1] = Element.of("p").with(new Text(paragraphs[i]));
        }
        return Element.of("details", "class", "more").with(children);
    }

    private String id(String part) {
        return place.label() + "-" + part;
    }
}
