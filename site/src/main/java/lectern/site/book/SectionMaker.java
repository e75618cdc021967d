package lectern.site.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.search.Passage;
import lectern.site.markup.Directive;
import lectern.site.markup.Footnote;
import lectern.site.markup.Kind;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
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
import lectern.site.markup.tex.Drawn;
import lectern.site.markup.tex.Tex;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Renders one page, block by block; a block whose source and whose answers are unchanged is not rendered again. */
final class SectionMaker {
    private final Folder folder;
    private final Pictures pictures;
    private final Tex tex;
    private Map<String, Kept> kept = Map.of();
    private List<Placed> placed = List.of();
    private @Nullable Map<String, List<Integer>> placesByTopic;
    private Object keptFor = "";
    private List<Question.Answered> answers = List.of();
    private List<Mistake> mistakes = List.of();

    /** A rendered block, with the line it began on. */
    private record Kept(int line, PageWriter.Written written, Said said) {
        /** @param before the same source, rendered when the book answered otherwise */
        static Kept of(int line, PageWriter.Written written, Node node, @Nullable Kept before) {
            return new Kept(line, written, before != null && before.written.shown().equals(written.shown()) ? before.said : Said.of(node, written.shown()));
        }
    }

    /** Where a rendered block stands now. @param index among the blocks of the page */
    private record Placed(String key, int index, int line, Kept kept) {}

    /** What is shown of a page's blocks. */
    private record Shown(List<String> goals, List<Block> blocks) {}

    SectionMaker(Folder folder, Pictures pictures, Tex tex) {
        this.folder = folder;
        this.pictures = pictures;
        this.tex = tex;
    }

    /** What is wrong with the page as it was last made. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    /** What the page asked the book as it was last made. */
    List<Question> asked() {
        return answers.stream().map(Question.Answered::question).toList();
    }

    /** Whether the pictures and other files it leads to are still the same. */
    boolean filesHold(BookFacts facts, PageFacts own) {
        var seen = facts.seenFrom(own, folder, pictures, tex);
        return answers.stream().filter(a -> a.question() instanceof Question.Picture || a.question() instanceof Question.Page p && !p.path().endsWith(".md")).allMatch(a -> a.holds(seen, 0));
    }

    Section make(PageFacts own, BookFacts facts, String chapter, String chapterTitle) {
        var page = own.page();
        var seen = facts.seenFrom(own, folder, pictures, tex);
        var writer = writer(page, seen);
        var surroundings = List.of(page.setting(), page.environment().abbreviations(), page.environment().manner(), page.substitutions(), page.inventory().footnotes().keySet(), definitions(page));
        var known = surroundings.equals(keptFor) ? kept : Map.<String, Kept>of();
        var next = new HashMap<String, Kept>();
        var places = new ArrayList<Placed>();
        var times = new HashMap<String, Integer>();
        var scopes = new Scopes(page.inventory());
        var listed = new HashSet<String>();
        var nodes = page.tree().blocks();
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            if (isHidden(node) || page.inventory().pageTitle().filter(h -> h == node).isPresent()) {
                continue;
            }
            int line = page.tree().place(node).line();
            var text = page.tree().text(node);
            // equal blocks are told apart by their order; under another heading a symbol may mean something else
            var key = text + "\0" + times.merge(text, 1, Integer::sum) + (page.setting().isScoped() ? "\0" + scopes.headings(i) : "") + Target.classes(node);
            if (Page.isBibliography(node) && node instanceof Directive asked) {
                places.add(new Placed(key, i, line, Kept.of(line, works(page, asked, facts.whole(), listed), node, null)));
                continue;
            }
            var before = known.get(key);
            var now = before != null && holds(before, seen, i) ? before : Kept.of(line, writer.write(node, i), node, before);
            next.put(key, now);
            places.add(new Placed(key, i, line, now));
        }
        kept = next;
        keptFor = surroundings;
        placed = places;
        placesByTopic = null;
        var shown = show(own, writer);
        var formulas = new ArrayList<UsedFormula>();
        var drawn = new HashMap<String, String>();
        var said = new IdentityHashMap<Node, Said>();
        int words = 0;
        for (var block : placed) {
            var node = nodes.get(block.index);
            said.put(node, block.kept.said);
            words += isTask(node) || node instanceof FencedCodeBlock ? 0 : block.kept.said.count();
            drawn.putAll(block.kept.written.shown());
            for (var formula : block.kept.written.formulas()) {
                formulas.add(formula.at(moved(formula.place(), page.file(), block.line - block.kept.line)));
            }
        }
        var front = page.front();
        var title = own.plan().title().isEmpty() || !page.title().isEmpty() ? page.titleOrName() : own.plan().title();
        var given = page.inventory().pageTitle().filter(h -> !front.containsKey("title") && page.titles().stream().anyMatch(Page.Title::asks));
        var titleHtml = given.isPresent() ? writer.quote(given.get()) : page.titleHtml().isEmpty() ? title.replace("&", "&amp;").replace("<", "&lt;") : page.titleHtml();
        var shortTitle = Yaml.text(front.get("short_title"));
        var passages = Passages.of(own, title, nodes, said, drawn);
        var references = References.list(page, facts.whole().works(), facts.whole().numbers(), tex);
        return new Section(own.plan().path(), page.file(), own.titleNumber(), title, titleHtml, shortTitle.isEmpty() ? title : shortTitle, chapter, chapterTitle,
                Yaml.text(front.get("description")), words, count(page, Kind.FIGURE), count(page, Kind.EXERCISE), shown.goals, shown.blocks, outline(page, own, writer), references, !listed.isEmpty(),
                widgets(page), formulas, computed(nodes, drawn), formulas.stream().anyMatch(f -> !f.formula().setting().meanings().isEmpty()),
                passages.stream().map(Passage::kind).collect(Collectors.toSet()), passages, List.of());
    }

    /**
     * The section of the same page after the book's answers changed: only blocks that were told otherwise are written again.
     *
     * @param topics what the page asked about that has changed, by the names of {@link Askers}
     */
    Section renew(Section before, PageFacts own, BookFacts facts, Set<String> topics) {
        var page = own.page();
        var seen = facts.seenFrom(own, folder, pictures, tex);
        var writer = writer(page, seen);
        var nodes = page.tree().blocks();
        var now = new ArrayList<>(placed);
        var places = topics.stream().flatMap(topic -> placesByTopic().getOrDefault(topic, List.of()).stream()).collect(Collectors.toSet());
        for (int place : places) {
            var block = placed.get(place);
            if (!holds(block.kept, seen, block.index)) {
                var node = nodes.get(block.index);
                var again = Kept.of(block.line, writer.write(node, block.index), node, block.kept);
                kept.put(block.key, again);
                now.set(place, new Placed(block.key, block.index, block.line, again));
                if (!questions(again).equals(questions(block.kept))) {
                    placesByTopic = null;
                }
            }
        }
        placed = now;
        var shown = show(own, writer);
        return before.goals().equals(shown.goals) && before.blocks().equals(shown.blocks) ? before : before.with(shown.goals, shown.blocks);
    }

    private static List<Question> questions(Kept block) {
        return block.written.asked().stream().map(Question.Answered::question).toList();
    }

    /** Which of the placed blocks asked about a topic; found when it is first wanted. */
    private Map<String, List<Integer>> placesByTopic() {
        var known = placesByTopic;
        if (known == null) {
            known = new HashMap<>();
            for (int i = 0; i < placed.size(); i++) {
                for (var question : questions(placed.get(i).kept)) {
                    for (var topic : Askers.topics(question).toList()) {
                        known.computeIfAbsent(topic, t -> new ArrayList<>(1)).add(i);
                    }
                }
            }
            placesByTopic = known;
        }
        return known;
    }

    private PageWriter writer(Page page, Facts seen) {
        return new PageWriter(page.tree(), page.inventory(), seen, tex, page.setting(), page.environment().abbreviations(), page.environment().manner());
    }

    private static boolean holds(Kept block, Facts seen, int index) {
        return block.written.mistakes().stream().noneMatch(mistake -> Drawn.isPassing(mistake.message())) && block.written.asked().stream().allMatch(a -> a.holds(seen, index));
    }

    /** The blocks as they stand now; gathers what they asked and what is wrong with them. */
    private Shown show(PageFacts own, PageWriter writer) {
        var page = own.page();
        var all = new ArrayList<>(page.mistakes());
        var asked = new ArrayList<Question.Answered>();
        var goals = new ArrayList<String>();
        var blocks = new ArrayList<Block>();
        writer.asked();
        var nodes = page.tree().blocks();
        for (var block : placed) {
            var written = block.kept.written;
            var node = nodes.get(block.index);
            asked.addAll(written.asked());
            for (var mistake : written.mistakes()) {
                all.add(moved(mistake, page.file(), block.line - block.kept.line));
            }
            if (isGoals(node)) {
                goals.addAll(items(node, writer));
            } else if (!written.html().isEmpty()) {
                blocks.add(new Block(anchor(page, own, node, block.index), written.html(), block.line, written.faces()));
            }
        }
        if (!own.footnotes().isEmpty()) {
            footnotes(own, writer, blocks, all);
        }
        asked.addAll(writer.asked());
        checkHeadings(page, all);
        answers = asked;
        mistakes = List.copyOf(all);
        return new Shown(goals, blocks);
    }

    /** The list of works where the author puts it; a work that stands in an earlier one is not listed again. */
    private PageWriter.Written works(Page page, Directive asked, BookFacts.Whole book, Set<String> listed) {
        var items = References.list(page, asked, book.cited(), book.works(), book.numbers(), tex).stream().map(Reference::html).filter(listed::add).toList();
        var html = items.isEmpty() ? "" : "<section class=\"bibliography\" aria-label=\"References\"><ol class=\"refs\">" + String.join("", items) + "</ol></section>";
        return new PageWriter.Written(Html.of(html), List.of(), List.of(), Map.of(), List.of(), Set.of());
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
        blocks.add(new Block("", Html.of(html.append("</ol></section>").toString()), 0, Set.of()));
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
                var self = own.own().get(BookFacts.key(part.block(), part.ordinal()));
                var number = self.number().isEmpty() ? "" : self.number() + " ";
                outline.add(new lectern.site.book.Heading(level, self.id(),
                        number + (page.titles().get(i).asks() ? writer.quote(h) : page.titles().get(i).html()), number + page.titles().get(i).text()));
            }
        }
        return outline;
    }

    /** Exercises and solutions are done, not read: they have a time of their own. */
    private static boolean isTask(Node node) {
        return node instanceof Directive d && (d.name().equals("exercise") || d.name().equals("solution"));
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
