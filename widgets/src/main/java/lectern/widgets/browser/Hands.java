package lectern.widgets.browser;

import lectern.widgets.math.Digits;
import lectern.widgets.widget.Event;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** Pointer, keys and fields of the page's widgets, and of the numbers and links in its sentences, as events of their states. */
final class Hands {
    /** Pixels of a drag on a number in a sentence for one step of the quantity. */
    private static final double PIXELS = 2;
    private static final double LIMIT = 1e9;
    private static final double COARSE = 10;

    private final Page page;

    /** What is being dragged, and how far from its centre it was grasped. */
    private @Nullable JSObject held;
    private double offX;
    private double offY;
    /** The number being typed into a sentence. */
    private String typed = "";

    Hands(Page page) {
        this.page = page;
    }

    void hear(JSObject event) {
        Shell<?> shell = page.find(Dom.owner(event));
        if (shell == null) {
            return;
        }
        JSObject target = Dom.target(event);
        String type = Dom.property(event, "type");
        if (type.equals("pointermove")) {
            pull(shell, event);
        } else if (type.equals("click")) {
            click(shell, target, event);
        } else if (type.equals("input")) {
            input(shell, target);
        } else if (type.equals("keydown")) {
            key(shell, target, event);
        } else if (type.equals("pointerdown")) {
            grasp(shell, target, event);
        } else if (type.equals("lectern-set")) {
            shell.load(Dom.property(event, "detail"));
        } else {
            held = null;
            if (!type.equals("keyup")) {
                shell.typing(null);
                typed = "";
            }
            shell.settle();
        }
    }

    private static void click(Shell<?> shell, JSObject target, JSObject event) {
        JSObject node = Dom.closest(target, "[data-do],[data-load],a[data-state],summary");
        if (node == null) {
            return;
        }
        String action = Dom.get(node, "data-do");
        if (!action.isEmpty()) {
            shell.press(action, node);
        } else if (Dom.property(node, "localName").equals("summary")) {
            Dom.fill(shell.host, node, done -> shell.settle());
        } else if (!Dom.is(event, "ctrlKey") && !Dom.is(event, "metaKey") && !Dom.is(event, "shiftKey")) {
            Dom.prevent(event);
            shell.load(Dom.get(node, "data-load") + Dom.get(node, "data-state"));
        }
    }

    private static void input(Shell<?> shell, JSObject target) {
        String name = Dom.get(target, "data-quantity");
        String field = Dom.get(target, "data-fill");
        String guess = Dom.get(target, "data-guess");
        String value = Dom.property(target, "value");
        if (!guess.isEmpty()) {
            shell.guess((int) Digits.parse(guess));
        } else if (Dom.closest(target, "[data-choose]") != null) {
            shell.choose(Dom.get(target, "data-choose"), target);
        } else {
            shell.typing(Dom.property(target, "type").equals("range") ? null : target);
            if (field.isEmpty()) {
                shell.typed(name, value);
            } else {
                shell.during(new Event.Fill(field, value));
            }
        }
    }

    private void key(Shell<?> shell, JSObject target, JSObject event) {
        String key = Dom.property(event, "key");
        if (key.equals("Escape")) {
            typed = "";
            shell.typing(null);
            if (shell.cancel() || held != null) {
                Dom.prevent(event);
            }
            held = null;
            return;
        }
        String name = Dom.get(target, "data-quantity");
        String grip = Dom.get(target, "data-grip");
        if (Dom.is(event, "ctrlKey") || Dom.is(event, "metaKey") || Dom.is(event, "altKey") || name.isEmpty() && grip.isEmpty() || shell.isLocked()) {
            return;
        }
        double size = key.startsWith("Arrow") ? Dom.is(event, "shiftKey") ? 0.1 : 1 : key.startsWith("Page") ? COARSE
            : key.equals("Home") || key.equals("End") ? LIMIT : 0;
        boolean vertical = key.endsWith("Up") || key.endsWith("Down");
        double steps = key.endsWith("Left") || key.endsWith("Down") || key.equals("Home") ? -size : size;
        if (size == 0) {
            type(shell, target, key, event);
        } else if (vertical || !Dom.property(target, "type").equals("number")) { // a number box keeps the other keys for its caret
            Dom.prevent(event);
            typed = "";
            shell.typing(null);
            if (grip.isEmpty()) {
                shell.nudge(name, steps);
            } else {
                shell.during(size == LIMIT ? new Event.Limit(grip, steps > 0) : new Event.Step(grip, vertical ? 0 : steps, vertical ? steps : 0));
            }
        }
    }

    /** A number typed over one in a sentence; Enter takes it. */
    private void type(Shell<?> shell, JSObject target, String key, JSObject event) {
        boolean back = key.equals("Backspace") && !typed.isEmpty();
        if (Dom.get(target, "data-widget").isEmpty()) {
            return;
        }
        if (key.equals("Enter")) {
            shell.typing(null);
            shell.typed(Dom.get(target, "data-quantity"), typed);
            typed = "";
            shell.settle();
        } else if (back || key.length() == 1 && "0123456789.-e".contains(key) && typed.length() < 20) {
            typed = back ? typed.substring(0, typed.length() - 1) : typed + key;
            shell.typing(target);
            Dom.property(target, "textContent", typed);
            Dom.prevent(event);
        }
    }

    private void grasp(Shell<?> shell, JSObject target, JSObject event) {
        boolean grip = !Dom.get(target, "data-grip").isEmpty();
        if (shell.isLocked() || Dom.number(event, "button") != 0 || !grip && Dom.get(target, "role").isEmpty()) {
            return;
        }
        held = target;
        offX = Dom.number(event, "clientX");
        offY = 0;
        if (grip) {
            String x = Dom.get(target, "cx");
            offX = x.isEmpty() ? 0 : Dom.place(target, event, false) - Digits.parse(x);
            offY = x.isEmpty() ? 0 : Dom.place(target, event, true) - Digits.parse(Dom.get(target, "cy"));
        }
        Dom.capture(target, event);
    }

    private void pull(Shell<?> shell, JSObject event) {
        JSObject node = held;
        if (node == null) {
            return;
        }
        String grip = Dom.get(node, "data-grip");
        if (grip.isEmpty()) {
            double steps = Math.floor((Dom.number(event, "clientX") - offX) / PIXELS);
            if (steps != 0) {
                offX += steps * PIXELS;
                shell.nudge(Dom.get(node, "data-quantity"), steps);
            }
        } else {
            shell.during(new Event.Drag(grip, Dom.place(node, event, false) - offX, Dom.place(node, event, true) - offY));
        }
    }
}
