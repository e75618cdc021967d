package lectern.widgets.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The few calls of the browser that the shell needs, one line of script each. */
final class Dom {
    private Dom() {}

    /** Something that is told of a node or an event. */
    @JSFunctor
    interface Listener extends JSObject {
        void hear(JSObject what);
    }

    /** Something that is told the time of a frame in milliseconds. */
    @JSFunctor
    interface Ticker extends JSObject {
        void tick(double now);
    }

    /** Something done later. */
    @JSFunctor
    interface Task extends JSObject {
        void run();
    }

    /** Defines a custom element whose children stay in the light DOM; {@code class} cannot be written here. */
    @JSBody(params = {"name", "connected", "gone"}, script = "function E(){return Reflect.construct(HTMLElement,[],E)}"
        + "E.prototype=Object.create(HTMLElement.prototype);E.prototype.constructor=E;Object.setPrototypeOf(E,HTMLElement);"
        + "E.prototype.connectedCallback=function(){connected(this)};E.prototype.disconnectedCallback=function(){gone(this)};"
        + "customElements.get(name)||customElements.define(name,E)")
    static native void define(String name, Listener connected, Listener gone);

    @JSBody(params = {"space", "name"}, script = "return space?document.createElementNS(space,name):document.createElement(name)")
    static native JSObject create(@Nullable String space, String name);

    @JSBody(params = "text", script = "return document.createTextNode(text)")
    static native JSObject text(String text);

    @JSBody(params = {"node", "name", "value"}, script = "node.setAttribute(name,value)")
    static native void set(JSObject node, String name, String value);

    @JSBody(params = {"node", "name"}, script = "node.removeAttribute(name)")
    static native void remove(JSObject node, String name);

    @JSBody(params = {"node", "name"}, script = "return node.getAttribute(name)")
    static native @Nullable String get(JSObject node, String name);

    @JSBody(params = {"node", "name", "value"}, script = "node[name]=value")
    static native void property(JSObject node, String name, String value);

    @JSBody(params = {"node", "name", "value"}, script = "node[name]=value")
    static native void property(JSObject node, String name, boolean value);

    /** A property as text; empty when there is none. */
    @JSBody(params = {"node", "name"}, script = "var v=node[name];return v==null?'':''+v")
    static native String property(JSObject node, String name);

    @JSBody(params = {"node", "name"}, script = "return +node[name]")
    static native double number(JSObject node, String name);

    @JSBody(params = {"node", "name"}, script = "return !!node[name]")
    static native boolean is(JSObject node, String name);

    @JSBody(params = {"node", "name"}, script = "return node[name]")
    static native @Nullable JSObject child(JSObject node, String name);

    @JSBody(params = {"parent", "node"}, script = "parent.appendChild(node)")
    static native void append(JSObject parent, JSObject node);

    @JSBody(params = {"node", "by"}, script = "node.replaceWith(by)")
    static native void replace(JSObject node, JSObject by);

    @JSBody(params = "node", script = "node.remove()")
    static native void remove(JSObject node);

    @JSBody(params = {"node", "selector"}, script = "return node.closest?node.closest(selector):null")
    static native @Nullable JSObject closest(JSObject node, String selector);

    @JSBody(params = {"node", "selector"}, script = "return node.querySelector(selector)")
    static native @Nullable JSObject find(JSObject node, String selector);

    @JSBody(params = {"selector", "each"}, script = "document.querySelectorAll(selector).forEach(function(n){each(n)})")
    static native void each(String selector, Listener each);

    @JSBody(params = {"node", "types", "listener"}, script = "types.split(' ').forEach(function(t){node.addEventListener(t,listener)})")
    static native void listen(JSObject node, String types, Listener listener);

    @JSBody(script = "return document")
    static native JSObject document();

    @JSBody(params = "event", script = "event.preventDefault()")
    static native void prevent(JSObject event);

    @JSBody(params = "node", script = "node.focus&&node.focus({preventScroll:true})")
    static native void focus(JSObject node);

    @JSBody(params = {"a", "b"}, script = "return a===b")
    static native boolean same(@Nullable JSObject a, @Nullable JSObject b);

    /** Sends all further moves of the event's pointer to a node. */
    @JSBody(params = {"node", "event"}, script = "try{node.setPointerCapture(event.pointerId)}catch(e){}")
    static native void capture(JSObject node, JSObject event);

    /** Where in a picture's view units an event is: {@code vertical} chooses the ordinate. */
    @JSBody(params = {"svg", "event", "vertical"}, script = "var r=svg.getBoundingClientRect(),b=svg.viewBox.baseVal;"
        + "return vertical?(event.clientY-r.top)*b.height/r.height:(event.clientX-r.left)*b.width/r.width")
    static native double place(JSObject svg, JSObject event, boolean vertical);

    @JSBody(params = "ticker", script = "requestAnimationFrame(ticker)")
    static native void frame(Ticker ticker);

    @JSBody(params = {"task", "milliseconds"}, script = "setTimeout(task,milliseconds)")
    static native void later(Task task, double milliseconds);

    @JSBody(script = "return performance.now()")
    static native double now();

    /** Tells whenever nodes come near the screen or leave it: each entry has {@code target} and {@code isIntersecting}. */
    @JSBody(params = "listener", script = "return new IntersectionObserver(function(es){es.forEach(function(e){listener(e)})},{rootMargin:'200px'})")
    static native JSObject observer(Listener listener);

    @JSBody(params = {"observer", "node"}, script = "observer.observe(node)")
    static native void observe(JSObject observer, JSObject node);

    @JSBody(params = {"observer", "node"}, script = "observer.unobserve(node)")
    static native void unobserve(JSObject observer, JSObject node);

    @JSBody(script = "return matchMedia('(prefers-reduced-motion:reduce)').matches")
    static native boolean still();

    @JSBody(script = "return location.search")
    static native String query();

    @JSBody(script = "return location.pathname")
    static native String path();

    @JSBody(params = "query", script = "return location.origin+location.pathname+(query?'?'+query:'')")
    static native String address(String query);

    @JSBody(params = "query", script = "try{history.replaceState(history.state,'',location.pathname+(query?'?'+query:'')+location.hash)}catch(e){}")
    static native void query(String query);

    /** Whether the page is a frame in another: then nothing is stored. */
    @JSBody(script = "return self!==top||location.pathname.startsWith('/embed/')")
    static native boolean framed();

    /** What this device remembers under a key; empty when it remembers or allows nothing. */
    @JSBody(params = "key", script = "try{return localStorage.getItem(key)||''}catch(e){return ''}")
    static native String recall(String key);

    @JSBody(params = {"key", "value"}, script = "try{localStorage.setItem(key,value)}catch(e){}")
    static native void remember(String key, String value);

    @JSBody(params = {"text", "done", "failed"}, script = "try{navigator.clipboard.writeText(text).then(done,failed)}catch(e){failed()}")
    static native void copy(String text, Task done, Task failed);

    /** Something that is told what a check found; no cases when it could not be run. */
    @JSFunctor
    interface Verdict extends JSObject {
        void tell(double cases, double passed, double worst, String sources);
    }

    /** Asks the page to run the oracle cases of some topics: it loads the module that can. */
    @JSBody(params = {"node", "topics", "verdict"},
        script = "node.dispatchEvent(new CustomEvent('lectern-check',{bubbles:true,composed:true,detail:{topics:topics.split(' '),verdict:verdict}}))")
    static native void check(JSObject node, String topics, Verdict verdict);

    /** Tells the page of a new state, as an event that bubbles. */
    @JSBody(params = {"node", "state"}, script = "node.dispatchEvent(new CustomEvent('lectern-state',{bubbles:true,composed:true,detail:state}))")
    static native void tell(JSObject node, String state);
}
