package lectern.widgets.browser;

import lectern.widgets.draw.Shown;
import lectern.widgets.math.Digits;
import lectern.widgets.widget.Control;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Units;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** Sentences linked to a widget: numbers that show it and can be dragged, stepped or typed, and links that set its state. */
final class Prose {
    /** Pixels of a drag for one step of the quantity. */
    private static final double PIXELS = 2;

    private final Page page;
    private @Nullable JSObject held;
    private double from;
    private double steps;
    private String typed = "";

    Prose(Page page) {
        this.page = page;
        Dom.listen(Dom.document(), "click keydown keyup pointerdown pointermove pointerup pointercancel focusout", this::hear);
    }

    /** Makes the numbers of a widget sliders, where the quantity can be set. */
    void bind(Shell<?> shell) {
        Dom.each(selector(shell), node -> {
            Control.Slider slider = shell.slider(name(node));
            if (slider != null) {
                Dom.set(node, "role", "slider");
                Dom.set(node, "tabindex", "0");
                Dom.set(node, "aria-label", slider.symbol().words());
            }
        });
    }

    /** Brings the numbers of a widget up to date. */
    void show(Shell<?> shell) {
        Dom.each(selector(shell), node -> {
            if (typed.isEmpty() || !Dom.same(node, held)) {
                show(shell, node);
            }
        });
    }

    private static <S> void show(Shell<S> shell, JSObject node) {
        String name = name(node);
        for (Quantity quantity : shell.widget().quantities(shell.state())) {
            if (quantity.name().equals(name)) {
                Quantity shown = Units.shown(quantity, shell.degrees());
                String text = shown.text() + (shown.exists() && !shown.unit().isEmpty() ? " " + shown.unit() : "");
                if (!Dom.property(node, "textContent").equals(text)) {
                    Dom.property(node, "textContent", text);
                }
                Control.Slider slider = shell.slider(name);
                if (slider != null) {
                    double factor = Units.factor(slider.unit(), shell.degrees());
                    Dom.set(node, "aria-valuemin", Digits.text(slider.low() * factor, 6));
                    Dom.set(node, "aria-valuemax", Digits.text(slider.high() * factor, 6));
                    Dom.set(node, "aria-valuenow", Digits.text(slider.value() * factor, 6));
                    Dom.set(node, "aria-valuetext", Shown.fixed(slider.value() * factor, slider.decimals()) + " " + shown.unit());
                }
            }
        }
    }

    private static String selector(Shell<?> shell) {
        return ".scrub[data-widget=\"" + shell.label() + "\"]";
    }

    private static String name(JSObject node) {
        String name = Dom.get(node, "data-quantity");
        return name == null ? "" : name;
    }

    private void hear(JSObject event) {
        JSObject target = Dom.child(event, "target");
        JSObject node = target == null ? null : Dom.closest(target, "a.state[data-widget],.scrub[role]");
        String label = node == null ? null : Dom.get(node, "data-widget");
        Shell<?> shell = label == null ? null : page.find(label);
        if (node == null || shell == null) {
            return;
        }
        String state = Dom.get(node, "data-state");
        String type = Dom.property(event, "type");
        if (type.equals("click")) {
            if (state != null && !Dom.is(event, "ctrlKey") && !Dom.is(event, "metaKey") && !Dom.is(event, "shiftKey")) {
                Dom.prevent(event);
                shell.load(state);
            }
        } else if (state != null) {
            return;
        } else if (type.equals("keydown")) {
            key(shell, node, event);
        } else if (type.equals("focusout")) {
            finish(shell, node, true);
        } else if (type.equals("pointerdown")) {
            held = node;
            from = Dom.number(event, "clientX");
            steps = 0;
            Dom.capture(node, event);
        } else if (type.equals("pointermove")) {
            double now = Math.floor((Dom.number(event, "clientX") - from) / PIXELS);
            if (Dom.same(held, node) && Dom.is(event, "buttons") && now != steps) {
                shell.nudge(name(node), now - steps);
                steps = now;
            }
        } else {
            shell.settle();
        }
    }

    private void key(Shell<?> shell, JSObject node, JSObject event) {
        String key = Dom.property(event, "key");
        double move = Keys.steps(key, Dom.is(event, "shiftKey") ? 0.1 : 1);
        if (move != 0) {
            typed = "";
            shell.nudge(name(node), move);
            Dom.prevent(event);
        } else if (key.equals("Enter") || key.equals("Escape")) {
            finish(shell, node, key.equals("Enter"));
            shell.cancelIf(key.equals("Escape"));
            Dom.prevent(event);
        } else if (key.length() == 1 && "0123456789.-e".contains(key) && typed.length() < 20) {
            held = node;
            typed += key;
            Dom.property(node, "textContent", typed);
            Dom.prevent(event);
        } else if (key.equals("Backspace") && !typed.isEmpty()) {
            typed = typed.substring(0, typed.length() - 1);
            Dom.property(node, "textContent", typed);
            Dom.prevent(event);
        }
    }

    /** Ends typing: the number is taken, or the old one shown again. */
    private void finish(Shell<?> shell, JSObject node, boolean take) {
        if (!typed.isEmpty()) {
            double value = Digits.parse(typed);
            typed = "";
            if (take) {
                shell.typed(name(node), value);
            }
            shell.settle();
            page.wake(shell);
        }
    }
}
