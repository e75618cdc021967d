package lectern.site.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lectern.site.markup.Directive;
import lectern.site.markup.Footnote;
import lectern.site.markup.Kind;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.PlainText;
import lectern.site.markup.Remark;
import lectern.site.markup.Role;
import lectern.site.markup.Rule;
import lectern.site.markup.Target;
import lectern.site.markup.Yaml;
import lectern.site.markup.html.Facts;
import lectern.site.markup.html.Html;
import lectern.site.markup.html.PageWriter;
import lectern.site.markup.html.Question;
import lectern.site.markup.html.Scopes;
import lectern.site.markup.html.UsedFormula;
import lectern.site.markup.tex.Tex;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/** Renders one page, block by block; a block whose source and whose answers are unchanged is not rendered again. */
final class SectionMaker {
    private final Folder folder;
    private final Pictures pictures;
    private final Tex tex;
    private Map<String, Kept> kept = Map.of();
    private Object keptFor = "";
    private List<Question.Answered> pictureAnswers = List.of();
    private List<Mistake> mistakes = List.of();

    /** A rendered block, with the line it began on. */
    private record Kept(int line, PageWriter.Written written) {}

    SectionMaker(Folder folder, Pictures pictures, Tex tex) {
        this.folder = folder;
        this.pictures = pictures;
        this.tex = tex;
    }

    /** What is wrong with the page as it was last made. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    /** Whether the pictures it shows are still the same. */
    boolean picturesHold(BookFacts facts, PageFacts own) {
        var seen = facts.seenFrom(own.page(), own.own(), folder, pictures);
        return pictureAnswers.stream().allMatch(a -> a.holds(seen, 0));
    }

    Section make(PageFacts own, BookFacts facts, String chapter, String chapterTitle) {
        var page = own.page();
        var seen = facts.seenFrom(page, own.own(), folder, pictures);
        var writer = new PageWriter(page.tree(), page.inventory(), seen, tex, page.setting(), page.environment().abbreviations(), page.environment().manner());
        var surroundings = List.of(page.setting(), page.environment().abbreviations(), page.environment().manner(), page.substitutions(), page.inventory().footnotes().keySet(), definitions(page));
        var known = surroundings.equals(keptFor) ? kept : Map.<String, Kept>of();
        var next = new HashMap<String, Kept>();
        var times = new HashMap<String, Integer>();
        var all = new ArrayList<>(page.mistakes());
        var blocks = new ArrayList<Block>();
        var goals = new ArrayList<String>();
        var answers = new ArrayList<Question.Answered>();
        var shown = new HashMap<String, String>();
        var formulas = new ArrayList<UsedFormula>();
        var scopes = new Scopes(page.inventory());
        var nodes = page.tree().blocks();
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            if (isHidden(node) || page.inventory().pageTitle().filter(h -> h == node).isPresent()) {
                continue;
            }
            int line = page.tree().place(node).line();
            var text = page.tree().text(node);
            // equal blocks are told apart by their order; under another heading a symbol may mean something else
            var key = text + "\0" + times.merge(text, 1, Integer::sum) + (page.setting().isScoped() ? "\0" + scopes.headings(i) : "");
            var before = known.get(key);
            int block = i;
            var now = before != null && before.written.asked().stream().allMatch(a -> a.holds(seen, block)) ? before : new Kept(line, writer.write(node, i));
            next.put(key, now);
            shown.putAll(now.written.shown());
            for (var formula : now.written.formulas()) {
                formulas.add(formula.at(moved(formula.place(), page.file(), line - now.line)));
            }
            now.written.asked().stream().filter(a -> a.question() instanceof Question.Picture).forEach(answers::add);
            for (var mistake : now.written.mistakes()) {
                all.add(moved(mistake, page.file(), line - now.line));
            }
            if (isGoals(node)) {
                goals.addAll(items(node, writer));
            } else if (!now.written.html().isEmpty()) {
                blocks.add(new Block(anchor(page, own, node, i), now.written.html(), line));
            }
        }
        if (!own.footnotes().isEmpty()) {
            footnotes(own, writer, blocks, all);
        }
        kept = next;
        keptFor = surroundings;
        pictureAnswers = answers;
        checkHeadings(page, all);
        mistakes = List.copyOf(all);
        var front = page.front();
        var title = own.plan().title().isEmpty() || !page.title().isEmpty() ? page.titleOrName() : own.plan().title();
        var titleHtml = page.titleHtml().isEmpty() ? title.replace("&", "&amp;").replace("<", "&lt;") : page.titleHtml();
        var shortTitle = Yaml.text(front.get("short_title"));
        var passages = Passages.of(own, title, nodes, shown);
        var references = References.list(page, facts.works(), facts.numbers(), tex);
        return new Section(own.plan().path(), page.file(), own.plan().number(), title, titleHtml, shortTitle.isEmpty() ? title : shortTitle, chapter, chapterTitle,
                Yaml.text(front.get("description")), words(nodes, shown), count(page, Kind.FIGURE), count(page, Kind.EXERCISE), goals, blocks, outline(page, own, writer), references,
                widgets(page), formulas, computed(nodes, shown), passages, List.of());
    }

    private static boolean isHidden(Node node) {
        return node instanceof Remark || node instanceof Target || node instanceof Footnote.Text || node instanceof LinkReferenceDefinition;
    }

    private static List<String> definitions(Page page) {
        var definitions = new ArrayList<String>();
        for (var node : page.tree().blocks()) {
            if (node instanceof LinkReferenceDefinition d) {
                definitions.add(d.getLabel() + " " + d.getDestination() + " " + d.getTitle());
            }
        }
        return definitions;
    }

    private static Mistake moved(Mistake mistake, String file, int lines) {
        return new Mistake(moved(mistake.place(), file, lines), mistake.rule(), mistake.message(), mistake.hint());
    }

    private static Place moved(Place place, String file, int lines) {
        return lines == 0 || place.line() == 0 || !place.file().equals(file) ? place : new Place(file, place.line() + lines, place.column());
    }

    private static boolean isGoals(Node node) {
        return node instanceof Directive d && d.name().equals("admonition") && List.of(d.classes().split("\\s+")).contains("goals");
    }

    private static List<String> items(Node goals, PageWriter writer) {
        var items = new ArrayList<String>();
        for (var list = goals.getFirstChild(); list != null; list = list.getNext()) {
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                items.add(writer.quote(item.getFirstChild() == null ? item : item.getFirstChild()));
            }
        }
        return items;
    }

    private static String anchor(Page page, PageFacts own, Node node, int block) {
        return page.inventory().part(node).map(p -> own.own().get(BookFacts.key(block, p.ordinal()))).map(Facts.Own::id).orElse("");
    }

    private static void footnotes(PageFacts own, PageWriter writer, List<Block> blocks, List<Mistake> all) {
        var texts = own.page().inventory().footnotes();
        var html = new StringBuilder("<section class=\"footnotes\" aria-label=\"Footnotes\"><ol>");
        int number = 0;
        for (var label : own.footnotes()) {
            number++;
            if (texts.containsKey(label)) {
                html.append(writer.footnote(texts.get(label), number));
            }
        }
        blocks.add(new Block("", Html.of(html.append("</ol></section>").toString()), 0));
        for (var text : texts.values()) {
            if (!own.footnotes().contains(text.label())) {
                all.add(new Mistake(own.page().tree().place(text), Rule.FOOTNOTE, "Nothing refers to the footnote \"" + text.label() + "\".", "Put [^" + text.label() + "] where it belongs."));
            }
        }
    }

    private static void checkHeadings(Page page, List<Mistake> mistakes) {
        int last = 1;
        for (var part : page.inventory().parts()) {
            if (part.kind() == Kind.HEADING && part.node() instanceof Heading h && part.ordinal() >= 0) {
                if (h.getLevel() > last + 1) {
                    mistakes.add(new Mistake(part.place(), Rule.HEADING_JUMP, "A heading of level " + h.getLevel() + " follows one of level " + last + ".", "Use " + "#".repeat(last + 1) + "."));
                }
                last = h.getLevel();
            }
        }
    }

    private static List<lectern.site.book.Heading> outline(Page page, PageFacts own, PageWriter writer) {
        var outline = new ArrayList<lectern.site.book.Heading>();
        var parts = page.inventory().parts();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part.node() instanceof Heading h && part.ordinal() >= 0 && page.inventory().pageTitle().filter(t -> t == h).isEmpty()) {
                int level = Math.clamp(h.getLevel() + writer.headingShift(), 2, 6);
                outline.add(new lectern.site.book.Heading(level, own.own().get(BookFacts.key(part.block(), part.ordinal())).id(), page.titles().get(i).html(), page.titles().get(i).text()));
            }
        }
        return outline;
    }

    /** Exercises and solutions are done, not read: they have a time of their own. */
    private static boolean isTask(Node node) {
        return node instanceof Directive d && (d.name().equals("exercise") || d.name().equals("solution"));
    }

    private static int words(List<Node> nodes, Map<String, String> shown) {
        int words = 0;
        for (var node : nodes) {
            if (!isHidden(node) && !isTask(node) && !(node instanceof org.commonmark.node.FencedCodeBlock)) {
                var text = PlainText.of(node, shown);
                words += text.isEmpty() ? 0 : 1 + (int) text.chars().filter(c -> c == ' ').count();
            }
        }
        return words;
    }

    private static int count(Page page, Kind kind) {
        return (int) page.inventory().parts().stream().filter(p -> p.kind() == kind && p.ordinal() >= 0).count();
    }

    private static List<Computed> computed(List<Node> nodes, Map<String, String> shown) {
        var all = new ArrayList<Computed>();
        var finder = new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof Role role && role.name().equals("compute") && shown.containsKey(role.text())) {
                    all.add(new Computed(role.text(), shown.get(role.text())));
                }
                visitChildren(node);
            }
        };
        nodes.forEach(node -> node.accept(finder));
        return all;
    }

    private static HashSet<String> widgets(Page page) {
        var widgets = new HashSet<String>();
        for (var part : page.inventory().parts()) {
            if (part.node() instanceof Directive d && d.name().equals("widget")) {
                widgets.add(d.argument().strip());
            }
        }
        return widgets;
    }
}
