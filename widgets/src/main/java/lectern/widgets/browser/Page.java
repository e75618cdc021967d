package lectern.widgets.browser;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.Catalogue;
import lectern.widgets.widget.Widget;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** All widgets of the page: one animation loop, the page's address, and the sentences that show or set a state. */
final class Page {
    private final List<Shell<?>> shells = new ArrayList<>();
    private final List<Shell<?>> awake = new ArrayList<>();
    private final JSObject observer = Dom.observer(this::seen);
    private final Prose prose = new Prose(this);
    private boolean running;
    private double last;

    void open() {
        Dom.define("lectern-widget", this::connected, this::gone);
    }

    private void connected(JSObject host) {
        String name = Dom.get(host, "name");
        Widget<?> widget = name == null ? null : Catalogue.find(name);
        Shell<?> standing = find(host);
        if (standing != null) { // moved within the page: it keeps its state and its listeners
            Dom.observe(observer, host);
            wake(standing);
            return;
        }
        if (widget == null) {
            return;
        }
        Shell<?> shell = new Shell<>(host, widget, this);
        shells.add(shell);
        Dom.observe(observer, host);
        String asked = Address.own(Dom.query(), prefix(shell));
        if (!asked.isEmpty()) {
            shell.load(asked);
        }
        prose.bind(shell);
        wake(shell);
    }

    private void gone(JSObject host) {
        Shell<?> shell = find(host);
        if (shell != null) {
            Dom.unobserve(observer, host);
            awake.remove(shell);
        }
    }

    private @Nullable Shell<?> find(JSObject host) {
        for (Shell<?> shell : shells) {
            if (shell.isHost(host)) {
                return shell;
            }
        }
        return null;
    }

    /** The widget of a label; null when the page has none. */
    @Nullable Shell<?> find(String label) {
        for (Shell<?> shell : shells) {
            if (shell.label().equals(label) && shell.isOnPage()) {
                return shell;
            }
        }
        return null;
    }

    private void seen(JSObject entry) {
        JSObject host = Dom.child(entry, "target");
        Shell<?> shell = host == null ? null : find(host);
        if (shell != null) {
            shell.visible(Dom.is(entry, "isIntersecting"));
        }
    }

    // ---- the loop -----------------------------------------------------------------

    /** Gives a widget a frame soon. */
    void wake(Shell<?> shell) {
        if (!awake.contains(shell)) {
            awake.add(shell);
        }
        if (!running) {
            running = true;
            last = Dom.now();
            Dom.frame(this::tick);
        }
    }

    private void tick(double now) {
        double seconds = Math.max(0, Math.min(0.1, (now - last) / 1000));
        last = now;
        List<Shell<?>> turn = new ArrayList<>(awake);
        awake.clear();
        for (Shell<?> shell : turn) {
            shell.frame(seconds);
            prose.show(shell);
            if (shell.restless() && !awake.contains(shell)) {
                awake.add(shell);
            }
        }
        running = !awake.isEmpty();
        if (running) {
            Dom.frame(this::tick);
        }
    }

    // ---- the address ----------------------------------------------------------------

    /** On a page of its own a widget's state stands bare, elsewhere behind its label. */
    private static String prefix(Shell<?> shell) {
        return Dom.path().endsWith("/" + shell.widget().id()) ? "" : shell.label() + ".";
    }

    /** The page's query with a widget's present state in it. */
    String query(Shell<?> shell) {
        return Address.with(Dom.query(), prefix(shell), shell.isAtStart() ? "" : shell.written());
    }

    /** Keeps a widget's state in the page's address. */
    void keep(Shell<?> shell) {
        Dom.query(query(shell));
    }
}
