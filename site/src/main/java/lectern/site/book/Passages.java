package lectern.site.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.search.Passage;
import lectern.site.markup.Directive;
import lectern.site.markup.Kind;
import lectern.site.markup.Maths;
import lectern.site.markup.Noted;
import lectern.site.markup.Part;
import lectern.site.markup.PlainText;
import lectern.site.markup.html.Facts;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** What of a page can be found: its sections, equations, statements, figures. */
final class Passages {
    private final PageFacts own;
    private final String title;
    private final Map<Integer, List<Part>> parts;
    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder tex = new StringBuilder();
    private String heading = "";
    private String anchor = "";

    private Passages(PageFacts own, String title) {
        this.own = own;
        this.title = title;
        parts = own.page().inventory().parts().stream().filter(p -> p.ordinal() >= 0 && kind(p) != null).collect(Collectors.groupingBy(Part::block));
    }

    static List<Passage> of(PageFacts own, String title, List<Node> blocks) {
        var passages = new Passages(own, title);
        for (int i = 0; i < blocks.size(); i++) {
            passages.block(blocks, i);
        }
        passages.endSection();
        return passages.passages;
    }

    private void block(List<Node> blocks, int index) {
        var node = blocks.get(index);
        if (node instanceof Heading h) {
            if (own.page().inventory().pageTitle().filter(t -> t == h).isPresent()) {
                return;
            }
            endSection();
            heading = PlainText.of(h);
            anchor = own(index, h).id();
            return;
        }
        append(text, PlainText.of(node));
        var formulas = formulas(node);
        append(tex, formulas);
        parts.getOrDefault(index, List.of()).forEach(part -> part(part, blocks, index));
    }

    private static void append(StringBuilder to, String more) {
        if (!more.isEmpty()) {
            to.append(to.isEmpty() || to.charAt(to.length() - 1) == '\n' ? "" : "\n").append(more);
        }
    }

    private void endSection() {
        if (!text.isEmpty() || !heading.isEmpty()) {
            var name = heading.isEmpty() ? title : heading;
            var trail = heading.isEmpty() ? "" : pageName();
            add(anchor.isEmpty() ? "" : "#" + anchor, name, trail, text.toString(), tex.toString(), Passage.Kind.SECTION);
        }
        text.setLength(0);
        tex.setLength(0);
    }

    private String pageName() {
        return (own.plan().number() + " " + title).strip();
    }

    private void part(Part part, List<Node> blocks, int index) {
        var facts = own.own().get(BookFacts.key(part.block(), part.ordinal()));
        if (facts == null || facts.id().isEmpty()) {
            return;
        }
        var name = (part.kind().word() + " " + facts.number()).strip();
        var words = part.title() == null ? "" : PlainText.of(part.title());
        var trail = pageName() + (heading.isEmpty() ? "" : " › " + heading);
        var around = part.kind() == Kind.EQUATION ? around(blocks, index) : PlainText.of(part.node());
        if (part.kind() == Kind.TERM) {
            name = words;
            around = part.node().getNext() == null ? words : words + ": " + PlainText.of(part.node().getNext());
        } else if (!words.isEmpty() && part.kind() != Kind.FIGURE) {
            name = name + ", " + words;
        }
        add("#" + facts.id(), name, trail, around, formulas(part.node()), kind(part));
    }

    /** The sentences before and after an equation. */
    private static String around(List<Node> blocks, int index) {
        var before = index > 0 ? PlainText.of(blocks.get(index - 1)) : "";
        var after = index + 1 < blocks.size() ? PlainText.of(blocks.get(index + 1)) : "";
        return (before.substring(Math.max(0, before.length() - 300)) + " " + after.substring(0, Math.min(300, after.length()))).strip();
    }

    private static Passage.@org.jspecify.annotations.Nullable Kind kind(Part part) {
        return switch (part.kind()) {
            case EQUATION -> Passage.Kind.EQUATION;
            case FIGURE -> part.node() instanceof Directive d && d.name().equals("widget") ? Passage.Kind.WIDGET : Passage.Kind.FIGURE;
            case TABLE, CODE -> Passage.Kind.FIGURE;
            case DEFINITION -> Passage.Kind.DEFINITION;
            case THEOREM, LEMMA, COROLLARY, PROPOSITION, EXAMPLE, REMARK, OBSERVATION, CONJECTURE, AXIOM, ASSUMPTION, CRITERION, PROPERTY, ALGORITHM -> Passage.Kind.THEOREM;
            case EXERCISE -> Passage.Kind.EXERCISE;
            case TERM -> Passage.Kind.TERM;
            case HEADING, PARAGRAPH, PROOF, SOLUTION, NOTE, FOOTNOTE, CITATION -> null;
        };
    }

    private Facts.Own own(int block, Node node) {
        return own.page().inventory().part(node).map(p -> own.own().get(BookFacts.key(block, p.ordinal()))).orElse(new Facts.Own("", "", 0));
    }

    private void add(String anchor, String name, String trail, String words, String formulas, Passage.Kind kind) {
        var path = own.plan().path();
        passages.add(new Passage(path + anchor + "/" + kind.name().charAt(0) + passages.size(), "/" + path + anchor, name, trail, words, formulas, kind, path));
    }

    /** The formulas of a node, one a line. */
    private static String formulas(Node node) {
        var formulas = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode inline) {
                if (inline instanceof Maths.Span m) {
                    line(m.tex());
                }
                visitChildren(inline);
            }

            @Override
            public void visit(CustomBlock block) {
                switch (block) {
                    case Maths.Display m -> line(m.tex().text());
                    case Directive d when d.name().equals("math") -> line(d.argument() + " " + d.body().text());
                    case Noted n -> visitChildren(n);
                    default -> visitChildren(block);
                }
            }

            private void line(String more) {
                formulas.append(formulas.isEmpty() ? "" : "\n").append(more.replaceAll("\\s+", " ").strip());
            }
        });
        return formulas.toString();
    }
}
