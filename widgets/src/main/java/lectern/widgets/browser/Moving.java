package lectern.widgets.browser;

import lectern.widgets.draw.Element;
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

/** A widget with its history and what of it is on the screen: all that is computed, and nothing of how a page is heard or held. */
final class Moving<S> implements Handle {
    /** Live texts shown in a frame of a drag: each costs the browser a layout of its own, and nobody reads twenty numbers sixty times a second. */
    private static final int AT_ONCE = 5;

    private final Widget<S> widget;
    private History<S> history;
    private Node[] marks;
    /** The live texts, and those that are shown. */
    private String[] texts;
    private final String[] live;
    private Quantity[] quantities;
    private S drawn;
    /** Whether parts of the figure are older than the state. */
    private boolean waiting;
    /** Whether the present gesture is a pointer's, which follows no handle: it holds one. */
    private boolean pulled;
    /** The live text to look at first, so that each has its turn. */
    private int next;

    Moving(Widget<S> widget, String start) {
        this.widget = widget;
        S state = widget.read(new Fields(start));
        history = History.of(state);
        drawn = state;
        marks = widget.view(state);
        texts = widget.live(state);
        live = texts.clone();
        quantities = new Quantity[0];
    }

    // ---- the state --------------------------------------------------------------

    @Override
    public String write() {
        return widget.write(history.now());
    }

    @Override
    public String plain(String text) {
        return widget.write(widget.read(new Fields(text)));
    }

    @Override
    public String load(String text) {
        Fields fields = new Fields(text);
        history = history.step(widget.read(fields));
        return fields.mistaken();
    }

    @Override
    public boolean held() {
        return history.held() != null;
    }

    @Override
    public boolean past() {
        return history.past() != null;
    }

    @Override
    public boolean future() {
        return history.future() != null;
    }

    @Override
    public boolean plays() {
        return widget.plays(history.now());
    }

    @Override
    public void settle() {
        history = history.settle();
    }

    @Override
    public void cancel() {
        history = history.cancel();
    }

    @Override
    public void undo() {
        history = history.undo();
    }

    @Override
    public void redo() {
        history = history.redo();
    }

    // ---- events, each a part of a gesture until it is settled ---------------------

    private void move(Event event) {
        pulled = false;
        history = history.move(widget.update(history.now(), event));
    }

    @Override
    public void drag(String handle, double x, double y) {
        move(new Event.Drag(handle, x, y));
        pulled = true;
    }

    @Override
    public void step(String handle, double right, double up) {
        move(new Event.Step(handle, right, up));
    }

    @Override
    public void limit(String handle, boolean upper) {
        move(new Event.Limit(handle, upper));
    }

    @Override
    public void choose(String choice, String option) {
        move(new Event.Choose(choice, option));
    }

    @Override
    public void fill(String field, String text) {
        move(new Event.Fill(field, text));
    }

    @Override
    public void press(String button) {
        move(new Event.Press(button));
    }

    @Override
    public void pass(double seconds) {
        move(new Event.Pass(seconds));
    }

    @Override
    public void type(String name, String text, boolean degrees) {
        put(name, Digits.parse(text), 0, degrees);
    }

    @Override
    public void nudge(String name, double steps) {
        put(name, Double.NaN, steps, false);
    }

    private void put(String name, double typed, double steps, boolean degrees) {
        for (Quantity quantity : widget.quantities(history.now())) {
            double value = steps == 0 ? typed / quantity.factor(degrees) : quantity.value() + steps * quantity.step();
            if (quantity.name().equals(name) && value - value == 0) {
                move(new Event.Put(name, value));
            }
        }
    }

    // ---- what is shown --------------------------------------------------------------

    @Override
    public String describe() {
        return widget.describe(history.now());
    }

    @Override
    public String regime() {
        return widget.regime(history.now());
    }

    @Override
    public boolean draw(JSObject svg, @Nullable JSObject first, Show show) {
        S state = history.now();
        if (state != drawn || waiting && !held()) {
            drawn = state;
            waiting = held();
            Node[] now = waiting ? widget.dragged(state) : widget.view(state);
            for (int i = 0; i < now.length && waiting && pulled; i++) {
                if (now[i] instanceof Element mark && mark.attribute("data-grip") != null) {
                    now[i] = Node.KEPT;
                }
            }
            Patch.children(svg, first, marks, now);
            marks = now;
            texts = widget.live(state);
        }
        int room = waiting && pulled ? AT_ONCE : texts.length;
        int from = next;
        for (int i = 0; i < texts.length; i++) {
            int at = (from + i) % texts.length;
            if (!texts[at].equals(live[at])) {
                if (room == 0) {
                    return true;
                }
                room--;
                live[at] = texts[at];
                show.text(at, texts[at]);
                next = at + 1;
            }
        }
        return false;
    }

    @Override
    public void numbers(boolean degrees, boolean anew, Show show) {
        Quantity[] before = quantities;
        quantities = widget.quantities(history.now());
        for (int i = 0; i < quantities.length; i++) {
            quantities[i] = quantities[i].shown(degrees);
            if (anew || i >= before.length || differs(quantities[i], before[i])) {
                show.text(i, quantities[i].name());
            }
        }
    }

    private static boolean differs(Quantity one, Quantity other) {
        boolean both = one.value() != one.value() && other.value() != other.value(); // not-a-number stays what it is
        return !both && one.value() != other.value() || one.low() != other.low() || one.high() != other.high();
    }

    @Override
    public String number(int index, int form) {
        Quantity quantity = quantities[index];
        return form == 0 ? quantity.phrase() : form == 1 ? Digits.text(quantity.value(), 6) : form == 2 ? Digits.text(quantity.low(), 6)
            : form == 3 ? Digits.text(quantity.high(), 6) : form == 4 ? quantity.part() : form == 5 ? quantity.spoken()
            : form == 6 ? quantity.box() : quantity.unit();
    }

    @Override
    public boolean settable(int index) {
        return quantities[index].step() > 0;
    }

    @Override
    public String shown(double value) {
        return Shown.value(value);
    }
}
