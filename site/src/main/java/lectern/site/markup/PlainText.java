package lectern.site.markup;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

/** The words of a node without any markup; formulas in a line as plain signs where that can be done. */
public final class PlainText {
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)");
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"), Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"), Map.entry("varepsilon", "ε"), Map.entry("theta", "θ"), Map.entry("lambda", "λ"), Map.entry("mu", "μ"), Map.entry("pi", "π"),
            Map.entry("rho", "ρ"), Map.entry("sigma", "σ"), Map.entry("tau", "τ"), Map.entry("phi", "φ"), Map.entry("psi", "ψ"), Map.entry("omega", "ω"),
            Map.entry("eta", "η"), Map.entry("nabla", "∇"), Map.entry("Delta", "Δ"), Map.entry("Sigma", "Σ"), Map.entry("Omega", "Ω"), Map.entry("times", "×"),
            Map.entry("cdot", "·"), Map.entry("to", "→"), Map.entry("in", "∈"), Map.entry("le", "≤"), Map.entry("ge", "≥"), Map.entry("approx", "≈"),
            Map.entry("infty", "∞"), Map.entry("partial", "∂"), Map.entry("sum", "∑"), Map.entry("R", "ℝ"), Map.entry("star", "⋆"), Map.entry("top", "⊤"),
            Map.entry(",", " "), Map.entry(";", " "), Map.entry("!", ""), Map.entry("quad", " "), Map.entry("mathbb", ""), Map.entry("mathrm", ""), Map.entry("text", ""),
            Map.entry("left", ""), Map.entry("right", ""), Map.entry("mathbf", ""), Map.entry("operatorname", ""), Map.entry("ldots", "…"), Map.entry("cdots", "…"),
            Map.entry("\\", " "), Map.entry("ell", "ℓ"), Map.entry("chi", "χ"), Map.entry("xi", "ξ"), Map.entry("kappa", "κ"), Map.entry("Theta", "Θ"));

    /** Roles whose text is a label, not words. */
    private static final Set<String> REFERENCES = Set.of("ref", "numref", "eq", "doc", "prf:ref", "any", "scrub", "compute");

    private PlainText() {}

    public static String of(Node node) {
        var text = new StringBuilder();
        var reader = new Reader(text);
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            child.accept(reader);
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /** A formula as plain signs: {@code \pi_0} as π0. Good enough for a title, not for mathematics. */
    public static String ofTex(String tex) {
        return COMMAND.matcher(tex).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(SIGNS.getOrDefault(m.group(1), m.group(1)))).replaceAll("[{}$_&]", "").strip();
    }

    private static final class Reader extends AbstractVisitor {
        private final StringBuilder text;

        private Reader(StringBuilder text) {
            this.text = text;
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
                case Maths.Span maths -> text.append(ofTex(maths.tex()));
                case Role role when role.parsed().isPresent() -> role.parsed().get().accept(this);
                case Role role when role.name().startsWith("cite") || role.name().equals("say") || role.name().equals("index") -> { }
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
