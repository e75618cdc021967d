package lectern.widgets.modules;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Java's strings as the browser's own: the object around each goes, constants stand where they are used, and a sum of strings is a sum, not a builder.
 * The patterns are those of TeaVM's own code for {@code java.lang.String}; another version fails here, in words.
 *
 * @param type name of the class of strings
 * @param field of such an object in which the browser's string is
 * @param constant name of the function that gives a constant by its number
 * @param wraps names of the functions that lead from a string of the browser's to one of Java's or back
 * @param start names of the functions that begin a builder, as {@code text}, {@code number}, {@code sign} lengthen one and {@code end} gives its string
 */
record Strings(String type, String field, String constant, List<String> wraps, String start, String startWith, String text, String number, String sign, String end) {

    static Strings of(String script, String constant) {
        Matcher java = find(script, "([\\w$]+)=str=>str===null\\?null:([\\w$]+)\\(str\\),([\\w$]+)=str=>str===null\\?null:str\\.([\\w$]+)");
        if (Pattern.compile("\\." + Pattern.quote(java.group(4)) + "=(null|0)").matcher(script).find()) {
            throw new IllegalStateException("another class has a field of the name that strings have theirs by: " + java.group(4));
        }
        String type = find(script, Pattern.quote(java.group(2)) + "=a=>\\{let b=new ([\\w$]+)").group(1);
        Matcher lengthen = find(script, "([\\w$]+)=\\(a,b\\)=>\\{a\\.([\\w$]+)=a\\.\\2\\+" + Pattern.quote(java.group(3)) + "\\(b\\);return a;\\}");
        String builder = "a\\." + Pattern.quote(lengthen.group(2));
        Matcher begin = find(script, "([\\w$]+)=\\(\\)=>\\{let a=new ([\\w$]+)\\(\\);[\\w$]+\\(a\\);return a;\\},[\\w$]+=\\(a,b\\)=>\\{" + builder
            + "=[\\w$]+\\(b\\);\\},([\\w$]+)=a=>\\{let b=new \\2\\(\\)");
        return new Strings(type, java.group(4), constant, List.of(java.group(1), java.group(2), java.group(3)), begin.group(1), begin.group(3), lengthen.group(1),
            find(script, "([\\w$]+)=\\(a,b\\)=>\\{" + builder + "=" + builder + "\\+b;return a;\\}").group(1),
            find(script, "([\\w$]+)=\\(a,b\\)=>\\{" + builder + "=" + builder + "\\+String\\.fromCharCode\\(b\\);return a;\\}").group(1),
            find(script, "([\\w$]+)=a=>\\{return " + Pattern.quote(java.group(1)) + "\\(" + builder + "\\);\\}").group(1));
    }

    /** The script with the methods of strings that the widgets use as the browser's. */
    String lean(String script) {
        String own = "\\." + Pattern.quote(field);
        String text = replace(script, "=\\(a,b\\)=>\\{let c;if\\(b>=0&&b<a" + own + "\\.length\\)return a" + own + "\\.charCodeAt\\(b\\);.*?\\}(?=,)", "=(a,b)=>a.charCodeAt(b)");
        text = replace(text, "=\\(a,b,c\\)=>\\{let d,e,f;d=a" + own + "\\.length;e=[\\w$]+\\(b,c\\);if\\(!e\\)return.*?\\}(?=,)", "=(a,b,c)=>a.substring(b,c)");
        text = replace(text, "=\\(a,b,c\\)=>\\{let d,e,f,g;d=[\\w$]+\\(0,c\\);if\\(b<65536\\).*?return d;\\}[^}]*\\}[^}]*\\}(?=,)", "=(a,b,c)=>a.indexOf(String.fromCharCode(b),c)");
        return replace(text, "=\\(a,b\\)=>\\{let c;if\\(a===b\\)return 1;if\\(!\\(b instanceof " + Pattern.quote(type) + "\\)\\)return 0;.*?\\}(?=,)", "=(a,b)=>a===b");
    }

    private static String replace(String script, String pattern, String replacement) {
        return find(script, pattern).reset().replaceFirst(Matcher.quoteReplacement(replacement));
    }

    private static Matcher find(String script, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(script);
        if (!matcher.find()) {
            throw new IllegalStateException("strings are not as this version of TeaVM writes them: no " + pattern);
        }
        return matcher;
    }

    /** Changes a script in place. */
    void plain(Node node, List<String> constants) {
        for (Node child = node.getFirstChild(); child != null;) {
            plain(child, constants);
            Node other = shorter(child, constants);
            Node next = child.getNext();
            if (other != null) {
                child.replaceWith(other);
            }
            child = next;
        }
    }

    private @Nullable Node shorter(Node node, List<String> constants) {
        if (node.isGetProp() && node.getString().equals(field)) {
            return node.removeFirstChild();
        }
        if (!node.isCall() || !node.getFirstChild().isName()) {
            return null;
        }
        String called = node.getFirstChild().getString();
        if (called.equals(constant) && node.getLastChild().isNumber()) {
            return IR.string(constants.get((int) node.getLastChild().getDouble()));
        }
        if (wraps.contains(called) && node.hasTwoChildren()) {
            return node.getLastChild().detach();
        }
        return called.equals(end) ? sum(node.getLastChild()) : null;
    }

    /** The sum that a chain of calls builds; null where a builder is more than that. */
    private @Nullable Node sum(Node chain) {
        Deque<Node> parts = new ArrayDeque<>();
        Node call = chain;
        for (; isCall(call, text) || isCall(call, number) || isCall(call, sign); call = call.getSecondChild()) {
            parts.push(call);
        }
        if (!isCall(call, start) && !isCall(call, startWith)) {
            return null;
        }
        Node sum = isCall(call, startWith) ? call.getLastChild().detach() : null;
        while (!parts.isEmpty()) {
            Node part = parts.pop();
            Node more = part.getLastChild().detach();
            if (isCall(part, sign)) {
                more = more.isNumber() ? IR.string("" + (char) more.getDouble()) : IR.call(IR.getprop(IR.name("String"), "fromCharCode"), more);
            }
            sum = sum == null ? isCall(part, number) ? IR.add(IR.string(""), more) : more : IR.add(sum, more);
        }
        return sum == null ? IR.string("") : sum;
    }

    private static boolean isCall(Node node, String name) {
        return node.isCall() && node.getFirstChild().matchesName(name);
    }
}
