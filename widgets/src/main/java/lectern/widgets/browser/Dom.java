package lectern.widgets.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The few calls of the browser that change marks. TeaVM names parameters a, b, c, d, e without looking, so a script's own names are others. */
final class Dom {
    private Dom() {}

    @JSBody(params = "name", script = "return document.createElementNS('http://www.w3.org/2000/svg',name)")
    static native JSObject create(String name);

    @JSBody(params = "text", script = "return document.createTextNode(text)")
    static native JSObject text(String text);

    @JSBody(params = {"node", "name", "value"}, script = "value==null?node.removeAttribute(name):node.setAttribute(name,value)")
    static native void set(JSObject node, String name, @Nullable String value);

    @JSBody(params = {"node", "text"}, script = "node.nodeValue=text")
    static native void data(JSObject node, String text);

    @JSBody(params = "node", script = "return node.firstChild")
    static native @Nullable JSObject first(JSObject node);

    @JSBody(params = "node", script = "return node.nextSibling")
    static native @Nullable JSObject next(JSObject node);

    @JSBody(params = {"parent", "node", "old"}, script = "old?node?old.replaceWith(node):old.remove():parent.appendChild(node)")
    static native void replace(JSObject parent, @Nullable JSObject node, @Nullable JSObject old);
}
