package lectern.widgets.browser;

import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.math.Digits;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.History;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** One widget on the page: it holds the state, and brings what the server wrote from one state to the next. */
final class Shell<S> {
    private static final int UNASKED = -1;
    private static final int SKIPPED = -2;

    final JSObject host;
    /** The other widgets of the page. */
    final @Nullable Shell<?> next;
    boolean visible = true;
    boolean awake;

    private final Page page;
    private final Widget<S> widget;
    private final JSObject svg;
    private final JSObject slots;
    private final String start;
    private Node[] marks;
    private final String[] shown;
    private History<S> history;
    /** The latest pull or slide, applied in the next frame. */
    private @Nullable Event pending;
    /** The field being typed into: its text is the reader's until they leave it. */
    private @Nullable JSObject typing;
    private String regime;
    private boolean degrees;
    private int guess = UNASKED;

    Shell(JSObject host, Widget<S> widget, Page page, JSObject svg, @Nullable Shell<?> next) {
        this.host = host;
        this.widget = widget;
        this.page = page;
        this.svg = svg;
        this.next = next;
        S state = widget.read(new Fields(Dom.get(host, "data-state")));
        history = History.of(state);
        start = widget.write(state);
        regime = widget.regime(state);
        marks = widget.view(state);
        shown = widget.live(state);
        slots = Dom.all(host, "[data-v]");
        String remembered = Dom.remember(key(), "");
        if (!remembered.isEmpty()) {
            guess = remembered.equals("skip") ? SKIPPED : (int) Digits.parse(remembered);
        }
    }

    private String key() {
        return "lectern.guess." + widget.id();
    }

    String label() {
        String id = Dom.get(host, "id");
        return id.isEmpty() ? widget.id() : id;
    }

    /** What stands before the state's keys in the address: nothing on a page of its own. */
    String prefix() {
        return Dom.isAt(widget.id()) ? "" : label() + ".";
    }

    boolean isLocked() {
        return Dom.find(host, "fieldset[disabled]") != null;
    }

    /** Whether it wants further frames. */
    boolean restless() {
        return visible && (pending != null || widget.plays(history.now()) && !Dom.still());
    }

    // ---- what the reader does -------------------------------------------------

    /** Part of a gesture, applied in the next frame; later parts replace earlier ones. */
    void during(Event event) {
        pending = event;
        page.wake(this);
    }

    /** Applies what waits. */
    private void flush() {
        Event event = pending;
        pending = null;
        if (event != null) {
            history = history.move(widget.update(history.now(), event));
        }
    }

    void settle() {
        flush();
        if (history.held() != null) {
            go(history.settle());
        }
        page.wake(this);
    }

    /** Takes a gesture back; false when there is none. */
    boolean cancel() {
        boolean moving = pending != null || history.held() != null;
        pending = null;
        history = history.cancel();
        page.wake(this);
        return moving;
    }

    private void at(Event event) {
        settle();
        S state = widget.update(history.now(), event);
        if (widget.plays(state) && Dom.still()) {
            // motion is not wanted: each press is half a second, then rest
            state = widget.update(state, new Event.Pass(0.5));
            state = widget.plays(state) ? widget.update(state, event) : state;
        }
        go(history.step(state));
    }

    /** Sets the state of a text, as a step that can be undone. */
    void load(String text) {
        settle();
        Fields fields = new Fields(text);
        go(history.step(widget.read(fields)));
        String mistaken = fields.mistaken();
        say(mistaken.isEmpty() ? "" : "Not read in this address, and left as usual: " + mistaken);
    }

    private void go(History<S> there) {
        history = there;
        page.wake(this);
        String text = widget.write(there.now());
        Dom.address(prefix(), text.equals(start) ? "" : text, true);
        Dom.say(host, widget.describe(there.now()));
        Dom.tell(host, text);
    }

    void press(String action, JSObject button) {
        if (action.equals("undo")) {
            go(history.undo());
        } else if (action.equals("redo")) {
            go(history.redo());
        } else if (action.equals("reset")) {
            load(start);
        } else if (action.equals("skip")) {
            guess(SKIPPED);
        } else if (action.equals("share")) {
            String text = widget.write(history.now());
            String address = Dom.address(prefix(), text.equals(start) ? "" : text, false);
            Dom.copy(address, done -> say("Copied: " + address), failed -> say("This state is at " + address));
        } else if (action.equals("check")) {
            say("Checking …");
            Dom.check(host, Dom.get(button, "data-proof"), found -> say(!Dom.is(found, "cases") ? "The check could not be loaded; try again with a connection."
                : Dom.property(found, "passed") + " of " + Dom.property(found, "cases") + " cases agree in this browser. Largest difference "
                    + Shown.value(Dom.number(found, "worst")) + ", against values computed with " + Dom.property(found, "sources") + "."));
        } else {
            at(new Event.Press(action.substring(6)));
        }
    }

    void choose(String name, JSObject input) {
        if (name.isEmpty()) {
            degrees = Dom.is(input, "checked");
            page.wake(this);
        } else {
            at(new Event.Choose(name, Dom.property(input, "value")));
        }
    }

    void guess(int option) {
        guess = option;
        Dom.remember(key(), option == SKIPPED ? "skip" : "" + option);
        page.wake(this);
    }

    private void say(String line) {
        JSObject place = Dom.find(host, ".checkline");
        if (place != null) {
            Dom.property(place, "textContent", line);
        }
    }

    private @Nullable Quantity quantity(String name) {
        for (Quantity quantity : widget.quantities(history.now())) {
            if (quantity.name().equals(name)) {
                return quantity;
            }
        }
        return null;
    }

    /** A number as the reader typed it, in the unit shown. */
    void typed(String name, String text) {
        double value = Digits.parse(text);
        Quantity quantity = quantity(name);
        if (quantity != null && value - value == 0) {
            during(new Event.Put(name, value / quantity.factor(degrees)));
        }
    }

    /** Moves a quantity by arrow keys; the widget keeps it within its limits. */
    void nudge(String name, double steps) {
        flush();
        Quantity quantity = quantity(name);
        if (quantity != null) {
            during(new Event.Put(name, quantity.value() + steps * quantity.step()));
        }
    }

    void typing(@Nullable JSObject field) {
        typing = field;
    }

    // ---- frames ----------------------------------------------------------------

    /** One frame: apply what waits, compute, and touch what differs. */
    void frame(double seconds) {
        flush();
        if (visible && widget.plays(history.now()) && !Dom.still()) {
            history = history.move(widget.update(history.now(), new Event.Pass(seconds)));
            if (!widget.plays(history.now())) {
                settle();
            }
        }
        S state = history.now();
        JSObject title = Dom.child(svg, "firstChild");
        JSObject words = title == null ? null : Dom.child(title, "nextSibling");
        if (words != null) {
            Dom.property(words, "textContent", widget.describe(state));
            Node[] now = widget.view(state);
            Patch.children(svg, Dom.child(words, "nextSibling"), marks, now);
            marks = now;
        }
        String[] live = widget.live(state);
        for (int i = 0; i < live.length; i++) {
            if (!live[i].equals(shown[i])) {
                Dom.slot(Dom.at(slots, i), live[i], typing);
                shown[i] = live[i];
            }
        }
        Quantity[] quantities = widget.quantities(state);
        show(Dom.all(host, "[data-quantity]"), quantities);
        show(Dom.all(Dom.document(), "span[data-widget='" + label() + "']"), quantities);
        if (history.held() == null) { // presets are compared by their texts: not during a gesture
            buttons(widget.write(state));
        }
        String now = widget.regime(state);
        if (!now.equals(regime)) {
            regime = now;
            Dom.say(host, now);
        }
    }

    private void show(JSObject nodes, Quantity[] quantities) {
        for (int i = 0; i < Dom.number(nodes, "length"); i++) {
            JSObject node = Dom.at(nodes, i);
            for (Quantity quantity : quantities) {
                if (quantity.name().equals(Dom.get(node, "data-quantity")) && !Dom.same(node, typing)) {
                    show(node, quantity.shown(degrees));
                }
            }
        }
    }

    private static void show(JSObject node, Quantity quantity) {
        String type = Dom.property(node, "type");
        JSObject unit = Dom.child(node, "nextSibling");
        if (type.equals("number") && unit != null) {
            Dom.property(node, "value", quantity.box());
            Dom.property(unit, "textContent", quantity.unit());
            return;
        }
        String value = Digits.text(quantity.value(), 6);
        boolean range = type.equals("range");
        if (range) {
            Dom.set(node, "min", Digits.text(quantity.low(), 6));
            Dom.set(node, "max", Digits.text(quantity.high(), 6));
            Dom.property(node, "value", value);
            Dom.part(node, quantity.part());
        } else {
            Dom.property(node, "textContent", quantity.phrase());
        }
        if (quantity.step() > 0 && (range || !Dom.get(node, "data-widget").isEmpty())) {
            if (!range) {
                Dom.set(node, "role", "slider");
                Dom.set(node, "tabindex", "0");
                Dom.set(node, "aria-valuemin", Digits.text(quantity.low(), 6));
                Dom.set(node, "aria-valuemax", Digits.text(quantity.high(), 6));
                Dom.set(node, "aria-valuenow", value);
            }
            Dom.set(node, "aria-valuetext", quantity.spoken());
        }
    }

    /** Which preset stands, what can be undone, and the answer to the question once its preset was pressed. */
    private void buttons(String text) {
        JSObject ask = Dom.find(host, ".ask");
        boolean seen = true;
        String see = "";
        JSObject presets = Dom.all(host, "[data-load]");
        for (int i = 0; i < Dom.number(presets, "length"); i++) {
            JSObject preset = Dom.at(presets, i);
            boolean stands = widget.write(widget.read(new Fields(Dom.get(preset, "data-load")))).equals(text);
            Dom.set(preset, "aria-pressed", stands ? "true" : null);
            if (ask != null && Dom.get(ask, "data-see").equals("" + i)) {
                seen = stands;
                see = Dom.property(preset, "textContent");
            }
        }
        able("undo", history.past() != null);
        able("redo", history.future() != null);
        if (guess == UNASKED) {
            return;
        }
        Dom.unlock(host, guess);
        JSObject line = Dom.find(host, ".ask output");
        JSObject answer = line == null ? null : Dom.child(line, "nextSibling");
        if (ask != null && line != null && answer != null) {
            boolean skipped = guess == SKIPPED;
            Dom.property(line, "textContent", seen
                ? (skipped ? "" : Dom.get(ask, "data-right").equals("" + guess) ? "You were right. " : "Not quite. ") + Dom.property(answer, "textContent")
                : (skipped ? "Skipped. " : "Your guess is kept. ") + "Press “" + see + "” below to see.");
        }
    }

    private void able(String action, boolean can) {
        JSObject button = Dom.find(host, "[data-do=" + action + "]");
        if (button != null) {
            Dom.flag(button, "disabled", !can);
        }
    }
}
