package lectern.widgets.browser;

import java.util.List;
import lectern.widgets.draw.Element;
import lectern.widgets.draw.Foreign;
import lectern.widgets.draw.Shown;
import lectern.widgets.math.Digits;
import lectern.widgets.widget.Control;
import lectern.widgets.widget.Desk;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.History;
import lectern.widgets.widget.Panel;
import lectern.widgets.widget.Place;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Units;
import lectern.widgets.widget.Widget;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** One widget on the page: it holds the state, computes the next tree, and patches the nodes that the server wrote. */
final class Shell<S> {
    /** What the server alone writes. */
    private static final Foreign NOTES = new Foreign("details", "more", "");

    private final JSObject host;
    private final Page page;
    private final Panel<S> panel;
    private final String caption;
    private final Patch patch = new Patch();
    private final Voice voice;

    private final String start;
    private History<S> history;
    private Desk desk = Desk.FRESH;
    private Element tree;
    /** The latest pull or slide, applied in the next frame. */
    private @Nullable Event pending;
    private String regime;
    private boolean visible = true;

    Shell(JSObject host, Widget<S> widget, Page page) {
        this.host = host;
        this.page = page;
        String hide = text("data-hide");
        String label = text("id");
        this.panel = new Panel<>(widget, new Place(label.isEmpty() ? widget.id() : label, text("data-number"), text("data-state"),
            !hide.contains("presets"), !hide.contains("ask")));
        this.caption = Dom.find(host, "figcaption") == null ? "" : " ";
        Fields fields = panel.fields();
        this.history = History.of(widget.read(fields));
        this.start = widget.write(history.now());
        this.desk = Desk.FRESH.saying(joined(fields.mistakes()));
        this.regime = widget.regime(history.now());
        this.tree = panel.view(history, desk, caption, true, NOTES);
        boolean standing = Dom.child(host, "firstChild") != null;
        if (!standing) {
            patch.change(host, Element.of(tree.name()), tree.with(), null);
        }
        patch.adopt(host, tree, null);
        JSObject spoken = Dom.find(host, ".spoken");
        this.voice = new Voice(spoken == null ? host : spoken);
        recall();
        Hands<S> hands = new Hands<>(this);
        Dom.listen(host, "click input change keydown keyup focusout pointerdown pointermove pointerup pointercancel lectern-set", hands::hear);
    }

    private String text(String attribute) {
        String value = Dom.get(host, attribute);
        return value == null ? "" : value;
    }

    String label() {
        return panel.place().label();
    }

    Widget<S> widget() {
        return panel.widget();
    }

    S state() {
        return history.now();
    }

    String written() {
        return widget().write(history.now());
    }

    boolean degrees() {
        return desk.degrees();
    }

    boolean isLocked() {
        return panel.isLocked(desk);
    }

    /** Whether its state is the one it was placed with. */
    boolean isAtStart() {
        return written().equals(start);
    }

    /** Whether its element still stands in the document. */
    boolean isOnPage() {
        return Dom.is(host, "isConnected");
    }

    boolean isHost(JSObject node) {
        return Dom.same(host, node);
    }

    void visible(boolean now) {
        visible = now;
        page.wake(this);
    }

    /** Whether it wants further frames. */
    boolean restless() {
        return visible && (pending != null || widget().plays(history.now()) && !Dom.still());
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
            history = history.move(widget().update(history.now(), event));
        }
    }

    void settle() {
        flush();
        if (history.held() != null) {
            history = history.settle();
            changed();
        }
    }

    void cancel() {
        pending = null;
        history = history.cancel();
        page.wake(this);
    }

    void at(Event event) {
        settle();
        history = history.step(widget().update(history.now(), event));
        if (widget().plays(history.now()) && Dom.still()) {
            // motion is not wanted: each press is half a second, then rest
            S later = widget().update(history.now(), new Event.Pass(0.5));
            history = history.step(widget().plays(later) && event instanceof Event.Press press ? widget().update(later, press) : later);
        }
        changed();
    }

    /** Sets the state of a text, as a step that can be undone. */
    void load(String state) {
        settle();
        Fields fields = new Fields(state);
        history = history.step(widget().read(fields));
        desk = desk.saying(joined(fields.mistakes()));
        changed();
    }

    void press(String action) {
        int space = action.indexOf(' ');
        String name = action.substring(space + 1);
        if (action.equals("undo") || action.equals("redo")) {
            history = action.equals("undo") ? history.undo() : history.redo();
            changed();
        } else if (action.equals("reset")) {
            load(panel.place().start());
        } else if (action.equals("skip")) {
            guess(Desk.SKIPPED);
        } else if (action.equals("share")) {
            share();
        } else if (action.equals("check")) {
            check();
        } else if (action.startsWith("press ")) {
            at(new Event.Press(name));
        } else {
            Preset preset = panel.preset(name);
            if (preset != null) {
                load(preset.state());
            }
        }
    }

    void choose(String name, String option) {
        if (name.equals("degrees")) {
            desk = desk.inDegrees(!option.isEmpty());
            page.wake(this);
        } else {
            at(new Event.Choose(name, option));
        }
    }

    void guess(int option) {
        desk = desk.guessing(option);
        if (!Dom.framed()) {
            Dom.remember("lectern.guess." + widget().id(), option == Desk.SKIPPED ? "skip" : "" + option);
        }
        page.wake(this);
    }

    private void recall() {
        String guess = Dom.framed() ? "" : Dom.recall("lectern.guess." + widget().id());
        double option = guess.equals("skip") ? Desk.SKIPPED : Digits.parse(guess);
        if (option < widget().question().options().length) {
            desk = desk.guessing((int) option);
        }
    }

    private void share() {
        String address = Dom.address(page.query(this));
        Dom.Task copied = () -> say("Copied: " + address);
        Dom.copy(address, copied, () -> say("This state is at " + address));
    }

    /** Has the page run this widget's oracle cases on the compiled kernels, here and now. */
    private void check() {
        say("Checking …");
        StringBuilder topics = new StringBuilder();
        for (String topic : widget().proof()) {
            topics.append(topics.length() == 0 ? "" : " ").append(topic);
        }
        Dom.check(host, topics.toString(), (cases, passed, worst, sources) -> say(cases == 0 ? "The check could not be loaded; try again with a connection."
            : Digits.fixed(passed, 0) + " of " + Digits.fixed(cases, 0) + " cases agree in this browser. Largest difference " + Shown.value(worst)
                + ", against values computed with " + sources + "."));
    }

    private void say(String line) {
        desk = desk.saying(line);
        page.wake(this);
    }

    /** The slider of a quantity; null when it cannot be set. */
    Control.@Nullable Slider slider(String name) {
        for (Control control : widget().controls(history.now())) {
            if (control instanceof Control.Slider slider && slider.name().equals(name)) {
                return slider;
            }
        }
        return null;
    }

    /** A number as the reader typed it, in the unit shown. */
    void typed(String name, double value) {
        Control.Slider slider = slider(name);
        if (slider != null && value - value == 0) {
            during(new Event.Put(name, value / Units.factor(slider.unit(), desk.degrees())));
        }
    }

    /** Moves a quantity by arrow keys; an infinite number of steps goes to the limit. */
    void nudge(String name, double steps) {
        flush();
        Control.Slider slider = slider(name);
        if (slider != null) {
            double value = steps == Double.POSITIVE_INFINITY ? slider.high() : steps == Double.NEGATIVE_INFINITY ? slider.low()
                : slider.value() + steps * slider.step();
            during(new Event.Put(name, value));
        }
    }

    /** A frame after the browser has opened or closed a part. */
    void refresh() {
        page.wake(this);
    }

    /** Whether a gesture is under way. */
    boolean moving() {
        return pending != null || history.held() != null;
    }

    void cancelIf(boolean asked) {
        if (asked) {
            cancel();
        }
    }

    /** Shows the state's own text in a field once the reader has left it. */
    void settled(JSObject field) {
        frame(0);
        String value = Dom.get(field, "value");
        if (value != null) {
            Dom.property(field, "value", value);
        }
    }

    void typing(@Nullable JSObject field) {
        patch.typing(field);
    }

    private void changed() {
        page.wake(this);
        page.keep(this);
        voice.say(widget().describe(history.now()));
        Dom.tell(host, written());
    }

    // ---- frames ----------------------------------------------------------------

    /** One frame: apply what waits, compute the tree, patch the nodes. */
    void frame(double seconds) {
        flush();
        if (visible && widget().plays(history.now()) && !Dom.still()) {
            history = history.move(widget().update(history.now(), new Event.Pass(seconds)));
            if (!widget().plays(history.now())) {
                settle();
            }
        }
        Element next = panel.view(history, desk, caption, Dom.find(host, "details[open]") != null, NOTES);
        patch.change(host, tree, next, null);
        tree = next;
        String now = widget().regime(history.now());
        if (!now.equals(regime)) {
            regime = now;
            if (!now.isEmpty()) {
                voice.say(now);
            }
        }
    }

    private static String joined(List<String> sentences) {
        StringBuilder all = new StringBuilder();
        for (String sentence : sentences) {
            all.append(all.length() == 0 ? "" : " ").append(sentence);
        }
        return all.toString();
    }
}
