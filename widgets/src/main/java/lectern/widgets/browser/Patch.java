package lectern.widgets.browser;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Text;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** Brings the marks of a figure from one tree to the next by touching only what differs, so that focus and pointer capture survive. */
final class Patch {
    private Patch() {}

    /** Changes the children of a node, from its given child on. */
    static void children(JSObject dom, @Nullable JSObject first, Node[] before, Node[] after) {
        JSObject child = first;
        for (int i = 0; i < before.length || i < after.length; i++) {
            JSObject next = child == null ? null : Dom.next(child);
            if (i >= after.length || child == null) {
                Dom.replace(dom, i < after.length ? create(after[i]) : null, child);
            } else if (after[i] == Node.KEPT) {
                after[i] = before[i];
            } else if (before[i] != after[i]) {
                change(dom, child, before[i], after[i]);
            }
            child = next;
        }
    }

    private static void change(JSObject parent, JSObject dom, Node before, Node after) {
        if (before instanceof Text was && after instanceof Text now) {
            if (!was.text().equals(now.text())) {
                Dom.data(dom, now.text());
            }
        } else if (before instanceof Element was && after instanceof Element now && was.name().equals(now.name())) {
            attributes(dom, was, now);
            children(dom, Dom.first(dom), was.children(), now.children());
        } else {
            Dom.replace(parent, create(after), dom);
        }
    }

    private static JSObject create(Node node) {
        if (!(node instanceof Element element)) {
            return Dom.text(((Text) node).text());
        }
        JSObject dom = Dom.create(element.name());
        attributes(dom, Element.of(""), element);
        children(dom, null, element.children().length == 0 ? element.children() : new Node[0], element.children());
        return dom;
    }

    /** Most marks keep their attributes in one order from frame to frame; what only the old mark had is taken off before the new one is put on. */
    private static void attributes(JSObject dom, Element was, Element now) {
        @Nullable String[] before = was.attributes();
        @Nullable String[] after = now.attributes();
        for (int i = 0; i < before.length; i += 2) {
            String name = before[i];
            if (name != null && (i >= after.length || !name.equals(after[i]))) {
                Dom.set(dom, name, null);
            }
        }
        for (int i = 0; i < after.length; i += 2) {
            String name = after[i];
            String value = after[i + 1];
            if (name != null && (i >= before.length || !same(name, before[i]) || !same(value, before[i + 1]))) {
                Dom.set(dom, name, value);
            }
        }
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }
}
