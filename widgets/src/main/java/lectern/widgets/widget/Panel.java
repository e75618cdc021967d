package lectern.widgets.widget;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Foreign;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Text;
import lectern.widgets.math.Digits;

/**
 * The whole element of a widget as the server writes it: header, question, figure, readout, controls, presets, tools and notes. The browser makes
 * none of it: it takes over the figure's marks, the slots ({@code data-v}) and the quantities ({@code data-quantity}).
 *
 * <p>What the reader can press carries {@code data-do} or {@code data-load}; what can be set, {@code data-quantity}, {@code data-choose} or
 * {@code data-fill}; what can be dragged, {@code data-grip}. On a page with text the closed parts stay empty but for a link: opened, they are
 * fetched from the widget's own page, where everything is printed in full.
 *
 * @param sheet words and layout
 * @param place where the widget stands
 */
public record Panel<S>(Sheet<S> sheet, Place place) {

    /** The element in a state, with a sentence on what could not be read. */
    public Element view(S state, String line) {
        Nodes inside = new Nodes().add(Element.of("header").with(
            Element.of("p", "class", "title", "id", id("title")).with(sheet.title()),
            Element.of("p").with((place.number().isEmpty() ? "" : "Figure " + place.number() + " · ") + sheet.units())));
        if (asks()) {
            inside.add(question());
        }
        Slots slots = new Slots(sheet.widget().live(state));
        Nodes readout = new Nodes().add(sheet.readout(slots));
        Element beside = sliders(state, 0, sheet.beside(), true);
        Node[] choices = sheet.choices(slots, id(""));
        boolean fields = sheet.beside() == 0;
        readout.add(fields ? controls(Element.of("div", "class", "ctl").with(choices)) : controls(beside));
        Node figure = figure(state);
        inside.add(Element.of("div", "class", "stage").with(
            Element.of("figure").with(place.caption().isEmpty() ? new Node[] {figure}
                : new Node[] {figure, new Foreign("figcaption", "cap", place.caption())}),
            Element.of("div", "class", "readout").with(readout.all())));
        if (!fields) {
            inside.add(controls(Element.of("div", "class", "choices").with(new Nodes().add(choices).add(angles(state)).all())));
        }
        if (place.presets()) {
            inside.add(presets(sheet.widget().write(state)));
        }
        Nodes all = new Nodes().add(Element.of("div", "class", "in").with(inside.all()), tools(),
            Element.of("p", "class", "checkline", "role", "status").with(line), Element.of("p", "class", "vh spoken", "aria-live", "polite"));
        Element further = sliders(state, sheet.beside(), sheet.symbols().length, false);
        if (!fields && further.children().length > 0) {
            all.add(more("More controls", controls(further)));
        }
        all.add(more("Numbers", numbers(state)), more("What is modelled", notes()));
        return Element.of("lectern-widget", "class", "widget wide", "name", sheet.widget().id(), "id", place.label(), "role", "group",
            "aria-labelledby", id("title"), "data-state", place.start().isEmpty() ? null : place.start(), "data-locked", asks() ? "" : null)
            .with(all.all());
    }

    /** The figure with its name and its description. */
    public Element figure(S state) {
        Node[] marks = sheet.widget().view(state);
        boolean movable = marks[marks.length - 1] instanceof Element last && last.attribute("data-grip") != null;
        return Element.of("svg", "viewBox", "0 0 520 " + sheet.height(), "role", movable ? "group" : "img", "aria-labelledby", id("fig"), "aria-describedby", id("desc"))
            .with(new Nodes().add(Element.of("title", "id", id("fig")).with(sheet.figure()),
                Element.of("desc", "id", id("desc")).with(sheet.widget().describe(state))).add(marks).all());
    }

    /** Whether a question is asked first; a widget that is itself a question has no options to pick. */
    private boolean asks() {
        return place.ask() && sheet.question().options().length > 0;
    }

    private Element controls(Element inside) {
        return Element.of("fieldset", "class", "controls", "disabled", asks() ? "" : null).with(inside);
    }

    private Element question() {
        Question question = sheet.question();
        Nodes options = new Nodes();
        for (int i = 0; i < question.options().length; i++) {
            options.add(Element.of("label", "class", "opt").with(
                Element.of("input", "type", "radio", "name", id("ask"), "data-guess", "" + i), new Text(question.options()[i])));
        }
        options.add(Element.of("button", "class", "btn bare", "data-do", "skip").with("Skip"));
        return Element.of("fieldset", "class", "ask", "data-right", "" + question.right(), "data-see", "" + question.preset()).with(
            Element.of("legend").with(question.text()),
            Element.of("div", "class", "opts").with(options.all()),
            Element.of("output").with("Pick one, or skip; then everything below can be moved."),
            Element.of("p", "hidden", "").with(question.answer()));
    }

    /** The choice of degrees, where a number is an angle. */
    private Node[] angles(S state) {
        for (Quantity quantity : sheet.widget().quantities(state)) {
            if (quantity.unit().startsWith("rad")) {
                return new Node[] {Element.of("label", "class", "pick").with(Element.of("input", "type", "checkbox", "data-choose", ""), new Text("degrees"))};
            }
        }
        return new Node[0];
    }

    private Element presets(String text) {
        Nodes buttons = new Nodes().add(Element.of("legend").with("Set to"));
        for (Preset preset : sheet.presets()) {
            Widget<S> widget = sheet.widget();
            boolean pressed = widget.write(widget.read(new Fields(preset.state()))).equals(text);
            buttons.add(Element.of("button", "class", "btn", "data-load", preset.state(), "aria-pressed", pressed ? "true" : null).with(preset.title()));
        }
        return Element.of("fieldset", "class", "row presets", "disabled", asks() ? "" : null).with(buttons.all());
    }

    private Element tools() {
        return Element.of("footer").with(
            tool("undo", "Undo"), tool("redo", "Redo"), tool("reset", "Reset"),
            Element.of("button", "class", "btn bare", "data-do", "check", "data-proof", String.join(" ", sheet.proof())).with("Check this widget"),
            tool("share", "Share this state"));
    }

    private static Element tool(String action, String words) {
        return Element.of("button", "class", "btn bare", "data-do", action, "disabled", action.endsWith("do") ? "" : null).with(words);
    }

    private Element sliders(S state, int from, int to, boolean named) {
        Quantity[] quantities = sheet.widget().quantities(state);
        Nodes grid = new Nodes();
        for (int i = from; i < to; i++) {
            Quantity quantity = quantities[i];
            Symbol symbol = sheet.symbols()[i];
            if (quantity.step() > 0) {
                grid.add(symbol.mark(),
                    Element.of("input", "id", named ? id(quantity.name()) : null, "type", "range", "class", "r-" + symbol.role(),
                        "min", number(quantity.low()), "max", number(quantity.high()), "step", "any", "value", number(quantity.value()),
                        "style", "--p:" + quantity.part(), "data-quantity", quantity.name(), "aria-label", symbol.words(),
                        "aria-valuetext", quantity.spoken()),
                    Element.of("span", "class", "box").with(
                        Element.of("input", "type", "number", "value", quantity.box(), "data-quantity", quantity.name(), "aria-label", symbol.words()),
                        Element.of("span").with(quantity.unit())));
            }
        }
        return Element.of("div", "class", "ctl").with(grid.all());
    }

    private static String number(double value) {
        return Digits.text(value, 6);
    }

    /** A closed part: in full on the widget's own page, elsewhere a link to it that the browser replaces. */
    private Element more(String title, Element... inside) {
        Node[] shown = place.number().isEmpty() ? inside
            : new Node[] {Element.of("a", "href", "/widgets/" + sheet.widget().id()).with("On a page of its own")};
        return Element.of("details", "class", "more").with(new Nodes().add(Element.of("summary").with(title)).add(shown).all());
    }

    private Element numbers(S state) {
        Quantity[] quantities = sheet.widget().quantities(state);
        Node[] rows = new Node[quantities.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Element.of("tr").with(
                Element.of("td").with(sheet.symbols()[i].mark()),
                Element.of("th", "scope", "row").with(sheet.symbols()[i].words()),
                Element.of("td", "class", "num", "data-quantity", quantities[i].name()).with(quantities[i].phrase()));
        }
        return Element.of("div", "class", "table-box", "tabindex", "0", "role", "group", "aria-label", "Numbers of this widget").with(
            Element.of("table").with(Element.of("tbody").with(rows)));
    }

    private Element[] notes() {
        String[] paragraphs = sheet.model();
        Element[] children = new Element[paragraphs.length];
        for (int i = 0; i < paragraphs.length; i++) {
            children[i] = Element.of("p").with(paragraphs[i]);
        }
        return children;
    }

    private String id(String part) {
        return place.label() + "-" + part;
    }
}
