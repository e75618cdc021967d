package lectern.site.book;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.search.Formula;
import lectern.search.Passage;
import lectern.site.markup.Directive;
import lectern.site.markup.Kind;
import lectern.site.markup.Part;
import lectern.site.markup.PlainText;
import lectern.site.markup.html.Facts;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** What of a page can be found: its sections, equations, statements, figures. */
final class Passages {
    /** Letters kept of the text on each side of an equation. */
    private static final int AROUND = 300;

    private final PageFacts own;
    private final String title;
    private final Map<Integer, List<Part>> parts;
    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Formula> formulas = new ArrayList<>();
    private final Map<Node, Said> said;
    private final Map<String, String> shown;
    private String heading = "";
    private String anchor = "";

    private Passages(PageFacts own, String title, Map<Node, Said> said, Map<String, String> shown) {
        this.own = own;
        this.title = title;
        this.said = new IdentityHashMap<>(said);
        this.shown = shown;
        parts = own.page().inventory().parts().stream().filter(p -> p.ordinal() >= 0 && kind(p) != null).collect(Collectors.groupingBy(Part::block));
    }

    /** @param said what is known already of blocks @param shown the MathML of formulas and what computations came to, by their source */
    static List<Passage> of(PageFacts own, String title, List<Node> blocks, Map<Node, Said> said, Map<String, String> shown) {
        var passages = new Passages(own, title, said, shown);
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
        text.append(text.isEmpty() ? "" : "\n").append(words(node));
        formulas.addAll(said(node).formulas());
        parts.getOrDefault(index, List.of()).forEach(part -> part(part, blocks, index));
    }

    private void endSection() {
        if (!text.isEmpty() || !heading.isEmpty()) {
            var name = heading.isEmpty() ? title : heading;
            var trail = heading.isEmpty() ? "" : pageName();
            add(anchor.isEmpty() ? "" : "#" + anchor, name, trail, text.toString(), formulas, Passage.Kind.SECTION);
        }
        text.setLength(0);
        formulas.clear();
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
        var around = part.kind() == Kind.EQUATION ? around(blocks, index) : words(part.node());
        if (part.kind() == Kind.TERM) {
            name = words;
            around = part.node().getNext() == null ? words : words + ": " + words(part.node().getNext());
        } else if (!words.isEmpty() && part.kind() != Kind.FIGURE) {
            name = name + ", " + words;
        }
        add("#" + facts.id(), name, trail, around, said(part.node()).formulas(), kind(part));
    }

    private Said said(Node node) {
        return said.computeIfAbsent(node, n -> Said.of(n, shown));
    }

    private String words(Node node) {
        return said(node).words();
    }

    /** The sentences before and after an equation. */
    private String around(List<Node> blocks, int index) {
        var before = index > 0 ? words(blocks.get(index - 1)) : "";
        var after = index + 1 < blocks.size() ? words(blocks.get(index + 1)) : "";
        int from = before.length() <= AROUND ? 0 : before.indexOf(' ', before.length() - AROUND) + 1;
        int to = after.length() <= AROUND ? after.length() : after.lastIndexOf(' ', AROUND);
        return (before.substring(from) + " " + after.substring(0, Math.max(0, to))).strip();
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

    private void add(String anchor, String name, String trail, String words, List<Formula> all, Passage.Kind kind) {
        var path = own.plan().path();
        var id = path + anchor + "/" + kind.name().charAt(0) + passages.size();
        var tex = all.stream().map(Formula::tex).collect(Collectors.joining("\n"));
        passages.add(new Passage(id, "/" + path + anchor, name, trail, words, tex, kind, path).withFormulas(all));
    }
}
