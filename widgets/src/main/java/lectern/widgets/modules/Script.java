package lectern.widgets.modules;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What TeaVM wrote, taken apart.
 *
 * @param pieces in the order of the script
 * @param exports public name → its name in the script
 * @param string name of the class of strings, of which no module may make one
 */
record Script(List<Piece> pieces, Map<String, String> exports, String string) {
    private static final Pattern ACCESSOR = Pattern.compile("([\\w$]+)=index=>[\\w$]+\\[index\\]");
    private static final Pattern POOL = Pattern.compile("([\\w$]+)=strings=>\\{");
    /** Class, name, parent, interfaces, modifiers, surroundings, initialiser, methods; TeaVM leaves names out of minified code. */
    private static final int FIELDS = 8;

    static Script read(Compiler compiler, String written) {
        String text = Runtime.lean(written);
        String accessor = find(ACCESSOR, text).group(1);
        String pool = find(POOL, text).group(1);
        Strings strings = Strings.of(text, accessor);
        Node file = compiler.parse(SourceFile.fromCode("widgets.js", PlainArrays.lean(strings.lean(text))));
        Node body = file.getFirstChild().isModuleBody() ? file.getFirstChild() : file;
        List<String> constants = new ArrayList<>();
        List<Node> classes = new ArrayList<>();
        for (Node node = body.getFirstChild(); node != null; node = node.getNext()) {
            Node list = node.isExprResult() && node.getFirstChild().isCall() ? node.getFirstChild().getLastChild() : node;
            if (list.isArrayLit() && !node.getFirstFirstChild().matchesName(pool)) {
                classes.add(list);
            } else if (list.isArrayLit()) {
                for (Node string = list.getFirstChild(); string != null; string = string.getNext()) {
                    constants.add(string.getString());
                }
            }
        }
        strings.plain(file, constants);
        Shorter.of(text).shorten(file);
        PlainArrays.of(text).unwrap(file);
        new Fields(classes, FIELDS).lighten(body);
        Script script = new Script(new ArrayList<>(), new LinkedHashMap<>(), strings.type());
        for (Node node = body.getFirstChild(); node != null; node = node.getNext()) {
            script.take(compiler, node, accessor, pool);
        }
        return script;
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the compiled script is not as this version of TeaVM writes it: no " + pattern);
        }
        return matcher;
    }

    private void take(Compiler compiler, Node node, String accessor, String pool) {
        if (node.isLet() || node.isConst() || node.isVar()) {
            for (Node name = node.getFirstChild(); name != null; name = name.getNext()) {
                if (!name.getString().equals(accessor) && !name.getString().equals(pool)) {
                    add(compiler, name.getString(), "let ", name, ";");
                }
            }
        } else if (node.isFunction()) {
            add(compiler, node.getFirstChild().getString(), "", node, "\n");
        } else if (node.isExport()) {
            for (Node spec = node.getFirstFirstChild(); spec != null; spec = spec.getNext()) {
                exports.put(spec.getLastChild().getString(), spec.getFirstChild().getString());
            }
        } else if (node.isExprResult() && node.getFirstChild().isCall()) {
            call(compiler, node.getFirstChild(), pool);
        } else if (Runtime.isNeedless(compiler.toSource(node))) {
            return;
        } else if (!node.isEmpty() && !(node.isExprResult() && node.getFirstChild().isStringLit())) {
            add(compiler, target(node), "", node, "\n");
        }
    }

    private void call(Compiler compiler, Node call, String pool) {
        Node called = call.getFirstChild();
        if (called.isArrowFunction()) { // what the browser may call of a class: c = Class.prototype; c.name = …; and so on for the next
            exposed(compiler, called.getLastChild());
        } else if (!called.matchesName(pool) && call.getLastChild().isArrayLit() && call.getLastChild().hasChildren()) {
            classes(compiler, called.getString(), call.getLastChild());
        } else if (!called.matchesName(pool) && !call.getLastChild().isArrayLit()) {
            throw new IllegalStateException("the compiled script calls what this step does not know: " + compiler.toSource(call));
        }
    }

    /**
     * Every class on its own: a class that no module needs is left out with all its methods. One without methods, its own or inherited, needs no more
     * than its function.
     */
    private void classes(Compiler compiler, String register, Node all) {
        Set<String> able = new HashSet<>();
        for (Node field = all.getFirstChild(); field != null;) {
            Node one = IR.call(IR.name(register));
            String owner = field.getString();
            Node next = field;
            for (int i = 0; i < FIELDS; i++) {
                field = next;
                next = field.getNext();
                if (i == 0 || i == 2 || i == FIELDS - 1 && field.isArrayLit() && field.hasChildren()) {
                    one.addChildToBack(field.detach());
                }
            }
            Node parent = one.getChildAtIndex(2);
            if (one.hasXChildren(4) || parent.isName() && able.contains(parent.getString())) {
                able.add(owner);
                add(compiler, owner, "", one, ";");
            }
            field = next;
        }
    }

    private void exposed(Compiler compiler, Node body) {
        String owner = "";
        for (Node node = body.getFirstChild(); node != null; node = node.getNext()) {
            if (!node.isExprResult()) {
                continue;
            }
            Node left = node.getFirstFirstChild();
            Node right = node.getFirstChild().getLastChild();
            if (left.isName()) {
                owner = right.getFirstChild().getString();
            } else {
                Piece piece = Piece.of(compiler, owner, owner + ".prototype." + left.getString() + "=", right, ";");
                piece.mentions().add(owner);
                pieces.add(piece);
            }
        }
    }

    /** The first name that a statement gives a value, or whose property it sets. */
    private static String target(Node node) {
        if (node.isAssign()) {
            Node left = node.getFirstChild();
            while (left.isGetProp() || left.isGetElem()) {
                left = left.getFirstChild();
            }
            return left.getString();
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            String found = target(child);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private void add(Compiler compiler, String owner, String before, Node node, String after) {
        pieces.add(Piece.of(compiler, owner, before, node, after));
    }
}
