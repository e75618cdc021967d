package lectern.widgets.modules;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.rhino.Node;
import java.util.Set;
import java.util.TreeSet;

/**
 * A top-level statement of the compiled script, cut as small as it goes: one declared name, or what is done to one.
 *
 * @param owner the name that it declares or completes; whoever needs the name needs the piece
 * @param mentions names in it, its own among them; some may be of inner variables, which only makes the shared module larger
 * @param assigned names that it gives another value
 */
record Piece(String owner, String code, Set<String> mentions, Set<String> assigned) {

    static Piece of(Compiler compiler, String owner, String before, Node node, String after) {
        Piece piece = new Piece(owner, before + compiler.toSource(node) + after, new TreeSet<>(), new TreeSet<>());
        piece.walk(node);
        return piece;
    }

    private void walk(Node node) {
        if (node.isName() && !node.getString().isEmpty()) {
            mentions.add(node.getString());
            Node parent = node.getParent();
            if (parent != null && node == parent.getFirstChild() && (parent.isAssign() || parent.isAssignAdd() || parent.isInc() || parent.isDec())) {
                assigned.add(node.getString());
            }
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            walk(child);
        }
    }
}
