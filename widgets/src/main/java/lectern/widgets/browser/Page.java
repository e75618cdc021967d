package lectern.widgets.browser;

import lectern.widgets.Catalogue;
import lectern.widgets.widget.Widget;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** All widgets of the page and their one animation loop. */
final class Page {
    private @Nullable Shell<?> shells;
    private boolean running;
    private double last;

    void open() {
        Dom.listen("click input change keydown keyup focusout pointerdown pointermove pointerup pointercancel lectern-set", new Hands(this)::hear);
        Dom.define("lectern-widget", this::connected, this::seen);
    }

    private void connected(JSObject host) {
        Shell<?> standing = find(host);
        Widget<?> widget = Catalogue.find(Dom.get(host, "name"));
        JSObject svg = Dom.find(host, "svg");
        if (standing != null) { // moved within the page: it keeps its state
            wake(standing);
        } else if (widget != null && svg != null) {
            Shell<?> shell = new Shell<>(host, widget, this, svg, shells);
            shells = shell;
            String asked = Dom.state(shell.prefix());
            if (!asked.isEmpty()) {
                shell.load(asked);
            }
            wake(shell);
        }
    }

    private @Nullable Shell<?> find(JSObject host) {
        for (Shell<?> shell = shells; shell != null; shell = shell.next) {
            if (Dom.same(shell.host, host)) {
                return shell;
            }
        }
        return null;
    }

    /** The widget of a label; null when the page has none. */
    @Nullable Shell<?> find(String label) {
        for (Shell<?> shell = shells; shell != null; shell = shell.next) {
            if (Dom.is(shell.host, "isConnected") && shell.label().equals(label)) {
                return shell;
            }
        }
        return null;
    }

    private void seen(JSObject entry) {
        JSObject host = Dom.child(entry, "target");
        Shell<?> shell = host == null ? null : find(host);
        if (shell != null) {
            shell.visible = Dom.is(entry, "isIntersecting");
            wake(shell);
        }
    }

    /** Gives a widget a frame soon. */
    void wake(Shell<?> shell) {
        shell.awake = true;
        if (!running) {
            running = true;
            last = Dom.now();
            Dom.frame(this::tick);
        }
    }

    private void tick(JSObject time) {
        double now = Dom.now();
        double seconds = Math.min(0.1, (now - last) / 1000);
        last = now;
        running = false;
        boolean again = false;
        for (Shell<?> shell = shells; shell != null; shell = shell.next) {
            if (shell.awake && Dom.is(shell.host, "isConnected")) {
                running = true;
                shell.awake = false;
                shell.frame(seconds);
                again |= shell.awake |= shell.restless();
            }
        }
        running = again;
        if (again) {
            Dom.frame(this::tick);
        }
    }
}
