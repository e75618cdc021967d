package lectern.widgets.modules;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What TeaVM wrote, taken apart.
 *
 * @param pieces in the order of the script
 * @param exports public name → its name in the script
 * @param strings the string constants
 * @param accessor the function that gives a constant by its number, and {@code maker} the one that makes one of a JavaScript string
 * @param start the function to call before the first string is made
 */
record Script(List<Piece> pieces, Map<String, String> exports, List<String> strings, String accessor, String maker, String start) {
    private static final Pattern ACCESSOR = Pattern.compile("([\\w$]+)=index=>[\\w$]+\\[index\\]");
    private static final Pattern POOL = Pattern.compile("([\\w$]+)=strings=>\\{([\\w$]+)\\(\\);[^}]*=[\\w$]+\\(([\\w$]+)\\(strings\\[i\\]\\)\\)");
    /** Class, name, parent, interfaces, modifiers, surroundings, initialiser, methods; TeaVM leaves names out of minified code. */
    private static final int FIELDS = 8;

    static Script read(Compiler compiler, String written) {
        String text = Runtime.lean(written);
        String accessor = find(ACCESSOR, text).group(1);
        Matcher pool = find(POOL, text);
        Script script = new Script(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), accessor, pool.group(3), pool.group(2));
        Node file = compiler.parse(SourceFile.fromCode("widgets.js", text));
        for (Node node = file.getFirstChild().isModuleBody() ? file.getFirstFirstChild() : file.getFirstChild(); node != null; node = node.getNext()) {
            script.take(compiler, node, pool.group(1));
        }
        script.pieces.stream().filter(piece -> piece.owner().equals(script.maker)).forEach(piece -> piece.mentions().add(script.start));
        return script;
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the compiled script is not as this version of TeaVM writes it: no " + pattern);
        }
        return matcher;
    }

    private void take(Compiler compiler, Node node, String pool) {
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
        } else if (called.matchesName(pool)) {
            for (Node string = call.getLastChild().getFirstChild(); string != null; string = string.getNext()) {
                strings.add(string.getString());
            }
        } else if (call.getLastChild().isArrayLit() && call.getLastChild().hasChildren()) {
            classes(compiler, called.getString(), call.getLastChild());
        } else if (!call.getLastChild().isArrayLit()) {
            throw new IllegalStateException("the compiled script calls what this step does not know: " + compiler.toSource(call));
        }
    }

    /** Every class on its own: a class that no module needs is left out with all its methods. */
    private void classes(Compiler compiler, String register, Node all) {
        Node field = all.removeFirstChild();
        while (field != null) {
            Node one = IR.call(IR.name(register));
            String owner = field.getString();
            for (int i = 0; i < FIELDS; i++) {
                if (i == 0 || i == 2 || i == 3) {
                    one.addChildToBack(field);
                } else if (i == FIELDS - 1) {
                    one.addChildToBack(field.isArrayLit() ? field : IR.arraylit());
                    while (one.getLastChild().isArrayLit() && !one.getLastChild().hasChildren()) {
                        one.getLastChild().detach();
                    }
                }
                field = all.hasChildren() ? all.removeFirstChild() : null;
            }
            add(compiler, owner, "", one, ";");
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
                Piece piece = Piece.of(compiler, owner, owner + ".prototype." + left.getString() + "=", right, ";", accessor);
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
        pieces.add(Piece.of(compiler, owner, before, node, after, accessor));
    }
}
