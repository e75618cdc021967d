package lectern.widgets.modules;

import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says shorter what TeaVM says statement by statement: an array made empty and then filled is a list of its entries, and an exception, which nothing in a
 * widget catches, is an error without words. A browser has no use for the words: whoever made the mistake reads them on the JVM.
 *
 * @param array name of the function that makes an array of a class and a size, as {@code numbers} of doubles
 * @param wrap name of the function that makes an array of a class and its entries, as {@code wrapNumbers} of doubles
 * @param raise name of the function that throws
 */
record Shorter(String array, String wrap, String numbers, String wrapNumbers, String raise) {

    static Shorter of(String script) {
        return new Shorter(name(script, "([\\w$]+)=\\(cls,sz\\)=>\\{let data=new Array\\(sz\\);data\\.fill\\(null\\);"), name(script, "([\\w$]+)=\\(cls,data\\)=>new"),
            name(script, "([\\w$]+)=sz=>new [\\w$]+\\(new Float64Array"), name(script, "([\\w$]+)=data=>\\{let buffer=new Float64Array"),
            name(script, "([\\w$]+)=ex=>\\{throw "));
    }

    private static String name(String script, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(script);
        if (!matcher.find()) {
            throw new IllegalStateException("the compiled script is not as this version of TeaVM writes it: no " + pattern);
        }
        return matcher.group(1);
    }

    /** Changes a script in place. */
    void shorten(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            list(child);
            child = raised(child);
            shorten(child);
        }
    }

    /** {@code a=array(C,2);b=a.data;b[0]=x;b[1]=y;} becomes {@code a=wrap(C,[x,y]);b=a.data;}. */
    private void list(Node statement) {
        Node call = assigned(statement);
        boolean direct = call != null && call.isGetProp() && call.getString().equals("data"); // a=array(C,2).data
        call = direct ? call.getFirstChild() : call;
        if (call == null || !call.isCall() || !statement.getFirstFirstChild().isName()) {
            return;
        }
        boolean objects = call.getFirstChild().matchesName(array);
        Node size = call.getLastChild();
        if (!objects && !call.getFirstChild().matchesName(numbers) || !size.isNumber() || size.getDouble() < 1) {
            return;
        }
        String name = statement.getFirstFirstChild().getString();
        Node next = statement.getNext();
        Node data = assigned(next);
        String alias = direct ? name : null;
        if (!direct && data != null && isData(data, name) && next.getFirstFirstChild().isName()) {
            alias = next.getFirstFirstChild().getString();
            next = next.getNext();
        }
        List<Node> entries = new ArrayList<>();
        for (; entries.size() < size.getDouble(); next = next.getNext()) {
            Node value = assigned(next);
            Node place = value == null ? null : next.getFirstFirstChild();
            if (place == null || !place.isGetElem() || !place.getLastChild().isNumber() || place.getLastChild().getDouble() != entries.size()
                || !(place.getFirstChild().matchesName(alias == null ? name : alias) || isData(place.getFirstChild(), name))
                || mentions(value, name) || alias != null && mentions(value, alias)) {
                return;
            }
            entries.add(next);
        }
        Node all = IR.arraylit();
        for (Node entry : entries) {
            all.addChildToBack(entry.getFirstChild().getLastChild().detach());
            entry.detach();
        }
        size.replaceWith(all);
        call.getFirstChild().setString(objects ? wrap : wrapNumbers);
    }

    private static boolean isData(Node node, String name) {
        return node.isGetProp() && node.getString().equals("data") && node.getFirstChild().matchesName(name);
    }

    private static boolean mentions(Node node, String name) {
        if (node.isName() && node.getString().equals(name)) {
            return true;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (mentions(child, name)) {
                return true;
            }
        }
        return false;
    }

    /** What a statement of its own gives to a variable or an element. */
    private static @Nullable Node assigned(@Nullable Node statement) {
        return statement != null && statement.isExprResult() && statement.getFirstChild().isAssign() ? statement.getFirstChild().getLastChild() : null;
    }

    /** {@code a=new X;make(a,…);raise(a);} becomes {@code throw Error();}. */
    private Node raised(Node statement) {
        Node made = assigned(statement);
        Node make = statement.getNext();
        Node thrown = make == null ? null : make.getNext();
        if (made == null || !made.isNew() || thrown == null || !isCall(make) || !isCall(thrown) || !thrown.getFirstFirstChild().matchesName(raise)) {
            return statement;
        }
        String name = statement.getFirstFirstChild().getString();
        if (make.getFirstFirstChild().getNext() != null && make.getFirstFirstChild().getNext().matchesName(name) && thrown.getFirstChild().getLastChild().matchesName(name)) {
            make.detach();
            thrown.detach();
            Node error = IR.throwNode(IR.call(IR.name("Error")));
            statement.replaceWith(error);
            return error;
        }
        return statement;
    }

    private static boolean isCall(Node statement) {
        return statement.isExprResult() && statement.getFirstChild().isCall();
    }
}
