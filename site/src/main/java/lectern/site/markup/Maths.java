package lectern.site.markup;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/** Formulas as they stand in a page. */
public final class Maths {
    private Maths() {}

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
