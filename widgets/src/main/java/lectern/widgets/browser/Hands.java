package lectern.widgets.browser;

import lectern.widgets.math.Digits;
import lectern.widgets.widget.Event;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** Pointer, keys and fields of one widget, as events of its state. */
final class Hands<S> {
    private final Shell<S> shell;

    /** The handle being dragged, its picture, and how far from its centre it was grasped. */
    private @Nullable JSObject held;
    private @Nullable JSObject picture;
    private double offX;
    private double offY;

    Hands(Shell<S> shell) {
        this.shell = shell;
    }

    void hear(JSObject event) {
        JSObject target = Dom.child(event, "target");
        if (target == null) {
            return;
        }
        String type = Dom.property(event, "type");
        if (type.equals("pointermove")) {
            pull(event);
        } else if (type.equals("click")) {
            click(target);
        } else if (type.equals("input")) {
            input(target);
        } else if (type.equals("change")) {
            change(target);
        } else if (type.equals("keydown")) {
            key(target, event);
        } else if (type.equals("keyup")) {
            shell.settle();
        } else if (type.equals("focusout")) {
            shell.typing(null);
            shell.settle();
        } else if (type.equals("pointerdown")) {
            grasp(target, event);
        } else if (type.equals("pointerup")) {
            letGo();
        } else if (type.equals("pointercancel")) {
            drop();
        } else {
            shell.load(Dom.property(event, "detail"));
        }
    }

    private void click(JSObject target) {
        JSObject button = Dom.closest(target, "[data-do]");
        String action = button == null ? null : Dom.get(button, "data-do");
        if (action != null) {
            shell.press(action);
        } else if (Dom.closest(target, "summary") != null) {
            shell.refresh();
        }
    }

    private void input(JSObject target) {
        String name = Dom.get(target, "data-put");
        String field = Dom.get(target, "data-fill");
        if (name != null) {
            if (Dom.property(target, "type").equals("number")) {
                shell.typing(target);
            }
            shell.typed(name, Digits.parse(Dom.property(target, "value")));
        } else if (field != null) {
            shell.typing(target);
            shell.during(new Event.Fill(field, Dom.property(target, "value")));
        }
    }

    private void change(JSObject target) {
        String choice = Dom.get(target, "data-choose");
        String guess = Dom.get(target, "data-guess");
        if (choice != null) {
            shell.choose(choice, Dom.property(target, "value"));
        } else if (guess != null) {
            shell.guess((int) Digits.parse(guess));
        } else {
            shell.typing(null);
            shell.settle();
            // what was typed and could not be read, or was cut to a limit, gives way to the state
            String shown = Dom.get(target, "value");
            if (shown != null && Dom.get(target, "data-put") != null) {
                shell.settled(target);
            }
        }
    }

    private void key(JSObject target, JSObject event) {
        String key = Dom.property(event, "key");
        if (key.equals("Escape") && (held != null || shell.moving())) {
            Dom.prevent(event);
            drop();
            shell.cancel();
            return;
        }
        if (Dom.is(event, "ctrlKey") || Dom.is(event, "metaKey") || Dom.is(event, "altKey")) {
            return;
        }
        double pace = Dom.is(event, "shiftKey") ? 0.1 : 1;
        String name = Dom.get(target, "data-put");
        String grip = Dom.get(target, "data-grip");
        if (name != null) {
            boolean box = Dom.property(target, "type").equals("number");
            double steps = Keys.steps(key, pace);
            if (steps != 0 && !(box && Keys.isCaret(key))) {
                Dom.prevent(event);
                shell.typing(null);
                shell.nudge(name, steps);
            }
        } else if (grip != null && !shell.isLocked()) {
            Event moved = Keys.moved(grip, key, pace);
            if (moved != null) {
                Dom.prevent(event);
                shell.during(moved);
            }
        }
    }

    private void grasp(JSObject target, JSObject event) {
        String grip = Dom.get(target, "data-grip");
        if (grip == null || shell.isLocked() || Dom.number(event, "button") != 0) {
            return;
        }
        JSObject svg = Dom.child(target, "ownerSVGElement");
        if (svg == null) {
            return;
        }
        held = target;
        picture = svg;
        String x = Dom.get(target, "cx");
        String y = Dom.get(target, "cy");
        offX = x == null ? 0 : Dom.place(svg, event, false) - Digits.parse(x);
        offY = y == null ? 0 : Dom.place(svg, event, true) - Digits.parse(y);
        Dom.capture(target, event);
        Dom.prevent(event);
        Dom.focus(target);
    }

    private void pull(JSObject event) {
        JSObject svg = picture;
        String grip = held == null ? null : Dom.get(held, "data-grip");
        if (grip != null && svg != null) {
            shell.during(new Event.Drag(grip, Dom.place(svg, event, false) - offX, Dom.place(svg, event, true) - offY));
        }
    }

    private void letGo() {
        if (held != null) {
            drop();
            shell.settle();
        }
    }

    private void drop() {
        held = null;
        picture = null;
    }
}
