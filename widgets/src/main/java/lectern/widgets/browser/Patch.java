package lectern.widgets.browser;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Foreign;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Text;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** Brings standing nodes from one tree to the next by touching only what differs, so that focus and pointer capture survive. */
final class Patch {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String MATH = "http://www.w3.org/1998/Math/MathML";

    /** The field being typed into: its text is the reader's until they leave it. */
    private @Nullable JSObject typing;

    void typing(@Nullable JSObject field) {
        typing = field;
    }

    /** Takes over the children of a node that the server wrote; those that differ from the tree are made anew. */
    void adopt(JSObject dom, Element tree, @Nullable String space) {
        JSObject child = Dom.child(dom, "firstChild");
        for (Node node : tree.children()) {
            if (child == null) {
                Dom.append(dom, create(node, space));
                continue;
            }
            JSObject next = Dom.child(child, "nextSibling");
            switch (node) {
                case Text text -> {
                    if (!Dom.property(child, "nodeType").equals("3")) {
                        Dom.replace(child, create(node, space));
                    } else if (!Dom.property(child, "data").equals(text.text())) {
                        Dom.property(child, "data", text.text());
                    }
                }
                case Foreign foreign -> {}
                case Element element -> {
                    if (Dom.property(child, "localName").equals(element.name())) {
                        adopt(child, element, space(element, space));
                    } else {
                        Dom.replace(child, create(node, space));
                    }
                }
            }
            child = next;
        }
        while (child != null) {
            JSObject next = Dom.child(child, "nextSibling");
            Dom.remove(child);
            child = next;
        }
    }

    /** Makes a node and all below it. */
    JSObject create(Node node, @Nullable String space) {
        switch (node) {
            case Text text -> {
                return Dom.text(text.text());
            }
            case Foreign foreign -> {
                return Dom.create(space, foreign.name());
            }
            case Element element -> {
                String own = space(element, space);
                JSObject dom = Dom.create(own, element.name());
                attributes(dom, Element.of(element.name()), element);
                for (Node child : element.children()) {
                    Dom.append(dom, create(child, own));
                }
                return dom;
            }
        }
    }

    /** Changes a node from one tree to another of the same name. */
    void change(JSObject dom, Element was, Element now, @Nullable String space) {
        attributes(dom, was, now);
        Node[] before = was.children();
        Node[] after = now.children();
        JSObject child = before.length > 0 ? Dom.child(dom, "firstChild") : null;
        for (int i = 0; i < after.length; i++) {
            if (i >= before.length || child == null) {
                Dom.append(dom, create(after[i], space));
                continue;
            }
            JSObject next = Dom.child(child, "nextSibling");
            change(child, before[i], after[i], space);
            child = next;
        }
        for (int i = after.length; i < before.length && child != null; i++) {
            JSObject next = Dom.child(child, "nextSibling");
            Dom.remove(child);
            child = next;
        }
    }

    private void change(JSObject dom, Node was, Node now, @Nullable String space) {
        if (was == now) {
            return;
        }
        if (was instanceof Text before && now instanceof Text after) {
            if (!before.text().equals(after.text())) {
                Dom.property(dom, "data", after.text());
            }
        } else if (was instanceof Element before && now instanceof Element after && before.name().equals(after.name())) {
            change(dom, before, after, space(after, space));
        } else if (!(was instanceof Foreign)) {
            Dom.replace(dom, create(now, space));
        }
    }

    private void attributes(JSObject dom, Element was, Element now) {
        @Nullable String[] before = was.attributes();
        @Nullable String[] after = now.attributes();
        for (int i = 0; i < after.length; i += 2) {
            String name = String.valueOf(after[i]);
            String old = i < before.length && name.equals(before[i]) ? before[i + 1] : was.attribute(name);
            String value = after[i + 1];
            if (value == null ? old == null : value.equals(old)) {
                continue;
            }
            if (value == null) {
                Dom.remove(dom, name);
            } else {
                Dom.set(dom, name, value);
            }
            if (name.equals("checked")) {
                Dom.property(dom, name, value != null);
            } else if (name.equals("value") && value != null && !Dom.same(dom, typing)) {
                Dom.property(dom, name, value);
            }
        }
        for (int i = 0; i < before.length; i += 2) {
            String name = String.valueOf(before[i]);
            if (before[i + 1] != null && now.attribute(name) == null && (i >= after.length || !name.equals(after[i]))) {
                Dom.remove(dom, name);
            }
        }
    }

    private static @Nullable String space(Element element, @Nullable String outer) {
        return element.name().equals("svg") ? SVG : element.name().equals("math") ? MATH : outer;
    }
}
