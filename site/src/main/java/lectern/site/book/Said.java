package lectern.site.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lectern.search.Formula;
import lectern.site.markup.Directive;
import lectern.site.markup.Maths;
import lectern.site.markup.Noted;
import lectern.site.markup.PlainText;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/** What a part of a page says, for those who count or search it. @param words without any markup */
record Said(String words, List<Formula> formulas) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** @param shown the MathML of formulas and what computations came to, by their source */
    static Said of(Node node, Map<String, String> shown) {
        return new Said(PlainText.of(node, shown), formulas(node, shown));
    }

    /** The number of words. */
    int count() {
        return words.isEmpty() ? 0 : 1 + (int) words.chars().filter(c -> c == ' ').count();
    }

    private static List<Formula> formulas(Node node, Map<String, String> shown) {
        var all = new ArrayList<Formula>();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode inline) {
                if (inline instanceof Maths.Span m) {
                    add(m.tex());
                }
                visitChildren(inline);
            }

            @Override
            public void visit(CustomBlock block) {
                switch (block) {
                    case Maths.Display m -> add(m.tex().text());
                    case Directive d when d.name().equals("math") -> add(d.argument().isEmpty() ? d.body().text() : d.argument() + "\n" + d.body().text());
                    case Noted n -> visitChildren(n);
                    default -> visitChildren(block);
                }
            }

            private void add(String tex) {
                all.add(new Formula(BLANKS.matcher(tex).replaceAll(" ").strip(), shown.getOrDefault(tex, "")));
            }
        });
        return List.copyOf(all);
    }
}
