package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/** Formulas as they stand in a page. */
public final class Maths {
    private Maths() {}

    /** The TeX of every formula below a node, in order. */
    public static List<String> all(Node root) {
        var all = new ArrayList<String>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof Display display) {
                    all.add(display.tex().text());
                } else if (block instanceof Directive d && d.name().equals("math")) {
                    all.add(d.argument() + "\n" + d.body().text());
                }
                visitChildren(block);
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof Span span) {
                    all.add(span.tex());
                }
                visitChildren(node);
            }
        });
        return all;
    }

    /** A formula in a line, {@code $…$}; with {@code display} it is {@code $$…$$} inside a sentence. */
    public static final class Span extends CustomNode {
        private final String tex;
        private final boolean display;

        Span(String tex, boolean display) {
            this.tex = tex;
            this.display = display;
        }

        public String tex() {
            return tex;
        }

        public boolean display() {
            return display;
        }
    }

    /** A formula of its own: {@code $$…$$ (label)} or an amsmath environment. */
    public static final class Display extends CustomBlock {
        private Source tex = new Source(java.util.List.of());
        private String label = "";

        Display() {}

        void set(Source tex, String label) {
            this.tex = tex;
            this.label = label;
        }

        /** The TeX with the place of every line. */
        public Source tex() {
            return tex;
        }

        /** In normal form; empty when it has none. */
        public String label() {
            return label;
        }
    }
}
