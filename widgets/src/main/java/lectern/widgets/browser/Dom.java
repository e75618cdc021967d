package lectern.widgets.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * The few calls of the browser that the shell needs, a few lines of script each: what only moves text between nodes is a third as long as the same
 * compiled from Java. TeaVM names parameters a, b, c, d, e without looking, so a script's own names are others.
 */
final class Dom {
    private Dom() {}

    /** Something that is told of a node, an event or an answer. */
    @JSFunctor
    interface Listener extends JSObject {
        void hear(JSObject what);
    }

    /**
     * Defines a custom element whose children stay in the light DOM; {@code class} cannot be written here. Tells of each that is connected, and
     * whenever one comes near the screen or leaves it.
     */
    @JSBody(params = {"name", "connected", "seen"}, script = "function E(){return Reflect.construct(HTMLElement,[],E)}"
        + "var o=new IntersectionObserver(function(es){es.forEach(function(e){seen(e)})},{rootMargin:'200px'}),p=E.prototype=Object.create(HTMLElement.prototype);"
        + "p.constructor=E;Object.setPrototypeOf(E,HTMLElement);p.connectedCallback=function(){connected(this);o.observe(this)};"
        + "p.disconnectedCallback=function(){o.unobserve(this)};customElements.get(name)||customElements.define(name,E)")
    static native void define(String name, Listener connected, Listener seen);

    /** Hears events of the whole page, whether they bubble or not. */
    @JSBody(params = {"types", "listener"}, script = "types.split(' ').forEach(function(t){document.addEventListener(t,listener,true)})")
    static native void listen(String types, Listener listener);

    /** Label of the widget that an event belongs to: it happened inside, or on a number or link in a sentence; empty when there is none. */
    @JSBody(params = "event", script = "return event.composedPath().reduce(function(a,n){return a||n.dataset&&(n.dataset.widget||n.localName=='lectern-widget'&&(n.id||n.getAttribute('name')))||''},'')")
    static native String owner(JSObject event);

    @JSBody(params = "event", script = "return event.composedPath()[0]")
    static native JSObject target(JSObject event);

    @JSBody(params = "name", script = "return document.createElementNS('http://www.w3.org/2000/svg',name)")
    static native JSObject create(String name);

    @JSBody(params = "text", script = "return document.createTextNode(text)")
    static native JSObject text(String text);

    @JSBody(params = {"node", "name", "value"}, script = "if(value==null)node.removeAttribute(name);else if(node.getAttribute(name)!=value)node.setAttribute(name,value)")
    static native void set(JSObject node, String name, @Nullable String value);

    /** An attribute; empty when there is none. */
    @JSBody(params = {"node", "name"}, script = "return node.getAttribute(name)||''")
    static native String get(JSObject node, String name);

    @JSBody(params = {"node", "name", "value"}, script = "if(node[name]!=value)node[name]=value")
    static native void property(JSObject node, String name, String value);

    @JSBody(params = {"node", "name", "value"}, script = "node[name]=value")
    static native void flag(JSObject node, String name, boolean value);

    /** A property as text; empty when there is none. */
    @JSBody(params = {"node", "name"}, script = "var v=node[name];return v==null?'':''+v")
    static native String property(JSObject node, String name);

    @JSBody(params = {"node", "name"}, script = "return +node[name]")
    static native double number(JSObject node, String name);

    @JSBody(params = {"node", "name"}, script = "return !!node[name]")
    static native boolean is(JSObject node, String name);

    @JSBody(params = {"node", "name"}, script = "return node[name]")
    static native @Nullable JSObject child(JSObject node, String name);

    @JSBody(params = {"list", "index"}, script = "return list[index]")
    static native JSObject at(JSObject list, int index);

    @JSBody(params = {"parent", "node", "old"}, script = "old?node?old.replaceWith(node):old.remove():parent.appendChild(node)")
    static native void replace(JSObject parent, @Nullable JSObject node, @Nullable JSObject old);

    @JSBody(params = {"node", "selector"}, script = "return node.closest?node.closest(selector):null")
    static native @Nullable JSObject closest(JSObject node, String selector);

    @JSBody(params = {"node", "selector"}, script = "return node.querySelector(selector)")
    static native @Nullable JSObject find(JSObject node, String selector);

    @JSBody(params = {"node", "selector"}, script = "return node.querySelectorAll(selector)")
    static native JSObject all(JSObject node, String selector);

    @JSBody(script = "return document")
    static native JSObject document();

    /** Shows a live text in its slot: the width of a bar, the picked radio of a choice, a field with its verdict, or plainly the text. */
    @JSBody(params = {"slot", "text", "typing"}, script = "var n=slot.localName,i;if(n=='i')slot.style.width=text;"
        + "else if(n=='fieldset')slot.querySelector('[value='+text+']').checked=true;else if(n!='input')slot.textContent=text;else if(slot!=typing)slot.value=text;"
        + "if(slot.className=='said'){i=slot.previousSibling;text?i.setAttribute('aria-invalid',text[0]=='✕'):i.removeAttribute('aria-invalid')}")
    static native void slot(JSObject slot, String text, @Nullable JSObject typing);

    @JSBody(params = {"node", "part"}, script = "var s=node.style;if(s.getPropertyValue('--p')!=part)s.setProperty('--p',part)")
    static native void part(JSObject node, String part);

    /** Lets the reader move what waited for the question. */
    @JSBody(params = {"host", "guess"}, script = "host.querySelectorAll('fieldset[disabled]').forEach(function(f){f.disabled=false});host.removeAttribute('data-locked');"
        + "var a=host.querySelector('.ask'),g;if(a){a.querySelector('button').disabled=true;if(g=a.querySelectorAll('input')[guess])g.checked=true}")
    static native void unlock(JSObject host, int guess);

    /** Fills an opened part from the widget's own page; the document is parsed but not run. */
    @JSBody(params = {"host", "summary", "done"}, script = "var t=summary.parentNode,a=t.querySelector('summary+a'),x=new XMLHttpRequest,s='details';if(a){x.open('GET',a.href);x.responseType='document';"
        + "x.onload=function(){var p=x.response&&x.response.querySelectorAll('lectern-widget '+s)[[].indexOf.call(host.querySelectorAll(s),t)];"
        + "if(p&&a.parentNode){a.remove();p.firstChild.remove();t.append.apply(t,p.childNodes);done(t)}};x.send()}else done(t)")
    static native void fill(JSObject host, JSObject summary, Listener done);

    @JSBody(params = "event", script = "event.preventDefault()")
    static native void prevent(JSObject event);

    @JSBody(params = {"a", "b"}, script = "return a===b")
    static native boolean same(@Nullable JSObject a, @Nullable JSObject b);

    /** Sends all further moves of the event's pointer to a node, and the keys too. */
    @JSBody(params = {"node", "event"}, script = "event.preventDefault();node.focus({preventScroll:true});try{node.setPointerCapture(event.pointerId)}catch(e){}")
    static native void capture(JSObject node, JSObject event);

    /** Where in a mark's picture, in view units, an event is: {@code vertical} chooses the ordinate. */
    @JSBody(params = {"mark", "event", "vertical"}, script = "var s=mark.ownerSVGElement,r=s.getBoundingClientRect(),v=s.viewBox.baseVal;"
        + "return vertical?(event.clientY-r.top)*v.height/r.height:(event.clientX-r.left)*v.width/r.width")
    static native double place(JSObject mark, JSObject event, boolean vertical);

    @JSBody(params = "ticker", script = "requestAnimationFrame(ticker)")
    static native void frame(Listener ticker);

    @JSBody(script = "return performance.now()")
    static native double now();

    @JSBody(script = "return matchMedia('(prefers-reduced-motion:reduce)').matches")
    static native boolean still();

    /** Whether the page is the widget's own, on the site or in a frame. */
    @JSBody(params = "id", script = "return location.pathname.endsWith('/'+id)")
    static native boolean isAt(String id);

    /** Of the page's query the pairs behind a prefix, without it; with no prefix everything that does not belong to the page. */
    @JSBody(params = "prefix", script = "return location.search.slice(1).split('&').filter(function(p){return p.startsWith(prefix)&&(prefix||!/^(theme|lang|hide|format|fragment)=/.test(p))})"
        + ".map(function(p){return p.slice(prefix.length)}).join('&')")
    static native String state(String prefix);

    /** The address with another state behind a prefix; everything else stays. {@code keep}: it becomes the page's. */
    @JSBody(params = {"prefix", "state", "keep"}, script = "var q=location.search.slice(1).split('&').filter(function(p){return p&&(prefix?!p.startsWith(prefix):/^(theme|lang|hide|format|fragment)=/.test(p))})"
        + ".concat(state?state.split('&').map(function(p){return prefix+p}):[]).join('&'),a=location.pathname+(q?'?'+q:'');"
        + "if(keep)try{history.replaceState(history.state,'',a+location.hash)}catch(e){}return location.origin+a")
    static native String address(String prefix, String state, boolean keep);

    /** What this device remembers under a key, and will if a value is given; nothing in a frame of another page. */
    @JSBody(params = {"key", "value"}, script = "try{if(self!==top||location.pathname.startsWith('/embed/'))return '';if(value)localStorage.setItem(key,value);return localStorage.getItem(key)||''}catch(e){return ''}")
    static native String remember(String key, String value);

    @JSBody(params = {"text", "done", "failed"}, script = "try{navigator.clipboard.writeText(text).then(done,failed)}catch(e){failed()}")
    static native void copy(String text, Listener done, Listener failed);

    /** Says something politely, at most twice a second; of several waiting, the latest. */
    @JSBody(params = {"host", "words"}, script = "var r=host.querySelector('.spoken');r.say=words;if(!r.rest){r.textContent=words;r.rest=setTimeout(function(){r.rest=0;r.textContent=r.say},500)}")
    static native void say(JSObject host, String words);

    /** Asks the page to run the oracle cases of some topics: it loads the module that can. No cases when it could not be run. */
    @JSBody(params = {"node", "topics", "verdict"},
        script = "node.dispatchEvent(new CustomEvent('lectern-check',{bubbles:true,composed:true,detail:{topics:topics.split(' '),"
            + "verdict:function(cases,passed,worst,sources){verdict({cases:cases,passed:passed,worst:worst,sources:sources})}}}))")
    static native void check(JSObject node, String topics, Listener verdict);

    /** Tells the page of a new state, as an event that bubbles. */
    @JSBody(params = {"node", "state"}, script = "node.dispatchEvent(new CustomEvent('lectern-state',{bubbles:true,composed:true,detail:state}))")
    static native void tell(JSObject node, String state);
}
