package lectern.site.markup;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a node without any markup; formulas in a line as plain signs where that can be done, those on lines of their own left out. */
public final class PlainText {
    /** Roles whose text is a label, not words. */
    private static final Set<String> REFERENCES = Set.of("ref", "numref", "eq", "doc", "prf:ref", "any", "std:ref", "std:numref", "std:doc", "math:numref", "scrub");

    private PlainText() {}

    public static String of(Node node) {
        return of(node, Map.of());
    }

    /** @param shown what the text of a role is shown as, where that is not what it says */
    public static String of(Node node, Map<String, String> shown) {
        var text = new StringBuilder();
        var reader = new Reader(text, shown);
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            child.accept(reader);
        }
        return spaced(text);
    }

    /** The words, one blank apart. */
    private static String spaced(CharSequence text) {
        var words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c >= '\t' && c <= '\r';
            if (!blank) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    private static final class Reader extends AbstractVisitor {
        private final StringBuilder text;
        private final Map<String, String> shown;

        private Reader(StringBuilder text, Map<String, String> shown) {
            this.text = text;
            this.shown = shown;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock node) {
            text.append(' ').append(node.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            text.append(' ').append(node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(CustomNode node) {
            switch (node) {
                case Maths.Span maths -> text.append(PlainTex.of(maths.tex()));
                case Role role when role.parsed().isPresent() -> role.parsed().get().accept(this);
                case Role role when role.cites() || role.name().equals("say") -> { }
                case Role role when role.name().equals("compute") -> text.append(shown.getOrDefault(role.text(), ""));
                case Role role when REFERENCES.contains(role.name()) -> text.append(role.title());
                case Role role -> text.append(role.title().isEmpty() ? role.text() : role.title());
                case Citation citation -> { }
                case Footnote.Mark mark -> { }
                case org.commonmark.ext.gfm.tables.TableCell cell -> {
                    visitChildren(cell);
                    text.append(' ');
                }
                default -> visitChildren(node);
            }
        }

        @Override
        public void visit(CustomBlock node) {
            switch (node) {
                case Remark remark -> { }
                case Maths.Display maths -> { }
                case Directive d when d.name().equals("answer") -> { }
                case Directive d -> {
                    text.append(' ');
                    d.title().ifPresent(t -> t.accept(this));
                    text.append(' ');
                    visitChildren(d);
                }
                default -> visitChildren(node);
            }
        }

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof Block) {
                text.append(' ');
            }
        }
    }
}
