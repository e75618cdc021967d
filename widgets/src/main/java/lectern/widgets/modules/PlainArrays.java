package lectern.widgets.modules;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java's arrays as the browser's own: the object around each goes, and with it all that is known of its class. A copy is a loop.
 *
 * @param make name of the function that makes an array of a class and a size, as {@code wrap} of a class and its entries
 * @param wraps names of the functions that make one of numbers
 * @param copy name of the method that copies one
 */
record PlainArrays(String make, String wrap, List<String> wraps, String copy) {
    private static final String COPY = "=(b,c,d,e,f)=>{b=b.slice(c,c+f);for(c=0;c<f;c++)d[e+c]=b[c];}";

    static PlainArrays of(String script) {
        return new PlainArrays(name(script, "([\\w$]+)=\\(cls,sz\\)=>\\{let data=new Array\\(sz\\);data\\.fill\\(null\\);"), name(script, "([\\w$]+)=\\(cls,data\\)=>new"),
            Pattern.compile("([\\w$]+)=data=>\\{let buffer=new \\w+Array\\(data\\.length\\)").matcher(script).results().map(found -> found.group(1)).toList(),
            name(script, "made\\.([\\w$]+)=function\\(\\)\\{return new this\\.constructor\\(this\\.data\\.slice"));
    }

    /** The script with the functions that make and copy arrays as the browser's. */
    static String lean(String script) {
        String text = replace(script, "=\\(cls,sz\\)=>\\{let data=new Array\\(sz\\);data\\.fill\\(null\\);return.*?\\}", "=sz=>new Array(sz).fill(null)");
        // arrays of arrays
        text = replace(text, "=\\(cls,sz\\)=>new \\([\\w$]+\\(cls\\)\\)\\(new Array\\(sz\\)\\)", "=(cls,sz)=>new Array(sz)").replaceAll("cls=[\\w$]+\\(cls\\);", "");
        text = text.replaceAll("=sz=>new [\\w$]+\\(new (\\w+Array)\\(sz\\)\\)", "=sz=>new $1(sz)");
        // System.arraycopy, three times, and Arrays.copyOf of objects
        text = replace(text, "=\\(b,c,d,e,f\\)=>\\{let [\\w$,]+;if\\(b!==null&&d!==null\\)\\{if\\(c>=0.*?(?=,[\\w$]+=\\(b,c,d,e,f\\)=>\\{if\\(c>=0)", COPY);
        text = replace(text, "=\\(b,c,d,e,f\\)=>\\{if\\(c>=0.*?(?=,[\\w$]+=\\(b,c,d,e,f\\)=>\\{if\\(f!==0)", COPY);
        return replace(text, "=\\(b,c\\)=>\\{let d,e,f,g;d=[\\w$]+\\([\\w$]+\\(b\\)\\);if\\(d===null\\).*?return e;\\}",
            "=(b,c)=>{let d=[];for(let i=0;i<c;i++)d[i]=i<b.length?b[i]:null;return d;}");
    }

    private static String name(String script, String pattern) {
        return find(script, pattern).group(1);
    }

    private static String replace(String script, String pattern, String replacement) {
        return find(script, pattern).reset().replaceFirst(Matcher.quoteReplacement(replacement));
    }

    private static Matcher find(String script, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(script);
        if (!matcher.find()) {
            throw new IllegalStateException("arrays are not as this version of TeaVM writes them: no " + pattern);
        }
        return matcher;
    }

    /** Changes a script in place. */
    void unwrap(Node node) {
        for (Node child = node.getFirstChild(); child != null;) {
            unwrap(child);
            Node next = child.getNext();
            boolean call = child.isCall() && child.getFirstChild().isName();
            if (child.isGetProp() && child.getString().equals("data") && !child.getFirstChild().isThis()) {
                child.replaceWith(child.removeFirstChild());
            } else if (call && (child.getFirstChild().matchesName(wrap) || wraps.contains(child.getFirstChild().getString()))) {
                child.replaceWith(child.getLastChild().detach());
            } else if (call && child.getFirstChild().matchesName(make)) {
                child.getSecondChild().detach();
            } else if (child.isCall() && child.hasOneChild() && child.getFirstChild().isGetProp() && child.getFirstChild().getString().equals(copy)) {
                child.replaceWith(IR.call(IR.getprop(child.getFirstFirstChild().detach(), "slice")));
            }
            child = next;
        }
    }
}
