package lectern.site.markup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** What a page holds that can be numbered, named or pointed to, in order. */
public final class Inventory {
    private static final Pattern TAG = Pattern.compile("\\\\tag\\*?\\{([^{}]*)\\}");
    private static final Pattern LABEL = Pattern.compile("\\\\label\\{([^{}]*)\\}");

    private static final Pattern ANCHOR = Pattern.compile("<[a-z][a-z0-9]*\\b[^<>]*?\\s(?:id|name)=[\"']([^\"'<>\\s]+)[\"'][^<>]*>");

    private final Tree tree;
    private final List<Part> parts = new ArrayList<>();
    private final IdentityHashMap<Node, Part> byNode = new IdentityHashMap<>();
    /** Pictures that are parts of a figure. */
    private final Set<Node> numbered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Node, List<Part>> lines = new IdentityHashMap<>();
    private final Map<String, Footnote.Text> footnotes = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> suffixes = new HashMap<>();
    private final List<String> pending = new ArrayList<>();
    private @Nullable Heading pageTitle;
    private boolean begun;
    private int block;
    private int ordinal;

    private Inventory(Tree tree) {
        this.tree = tree;
    }

    public static Inventory of(Tree tree) {
        var inventory = new Inventory(tree);
        var walker = inventory.new Walker();
        for (var node : tree.blocks()) {
            inventory.ordinal = 0;
            node.accept(walker);
            inventory.begun |= !isBeforeTheText(node);
            inventory.block++;
        }
        return inventory;
    }

    /** Whether a heading of level 1 after such a block still opens the page: nothing of the text has been said before it. */
    private static boolean isBeforeTheText(Node node) {
        return node instanceof Target || node instanceof Remark || node instanceof Footnote.Text || node instanceof LinkReferenceDefinition || node instanceof HtmlBlock || node instanceof Directive || node instanceof Maths.Display;
    }

    public List<Part> parts() {
        return parts;
    }

    public Optional<Part> part(Node node) {
        return Optional.ofNullable(byNode.get(node));
    }

    /** The labelled lines of an equation that numbers its lines; absent for one with a single number or none. */
    public Optional<List<Part>> lines(Node equation) {
        return Optional.ofNullable(lines.get(equation));
    }

    /** The texts of footnotes by label. */
    public Map<String, Footnote.Text> footnotes() {
        return footnotes;
    }

    /** The heading of level 1 that opens the page: its title, not one of its blocks. */
    public Optional<Heading> pageTitle() {
        return Optional.ofNullable(pageTitle);
    }

    private void add(Kind kind, String label, String wanted, Node node, @Nullable Node title, boolean counted, String tag) {
        var names = new ArrayList<>(pending);
        if (kind != Kind.CITATION && kind != Kind.FOOTNOTE && kind != Kind.NOTE) {
            pending.clear();
        } else {
            names.clear();
        }
        if (!label.isEmpty()) {
            names.add(label);
        }
        var id = names.isEmpty() ? wanted : Labels.id(names.getLast());
        if (!id.isEmpty()) {
            var unique = id;
            while (!ids.add(unique)) {
                unique = id + "-" + suffixes.merge(id, 1, Integer::sum);
            }
            id = unique;
        }
        var main = names.isEmpty() ? "" : names.getLast();
        var part = new Part(kind, main, id, node, title, block, ordinal++, counted, tag, tree.place(node));
        parts.add(part);
        byNode.put(node, part);
        for (var other : names) {
            if (!other.equals(main)) {
                parts.add(new Part(kind, other, id, node, title, block, -1, false, tag, part.place()));
            }
        }
    }

    private final class Walker extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            if (!begun && heading.getLevel() == 1) {
                pageTitle = heading;
            }
            add(Kind.HEADING, "", Labels.slug(PlainText.of(heading)), heading, heading, false, "");
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlInline html) {
            anchors(html, html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            anchors(html, html.getLiteral());
        }

        /** {@code <a id="here">}: older books put such before what they refer to. */
        private void anchors(Node node, String html) {
            for (var anchor = ANCHOR.matcher(html); anchor.find();) {
                if (ids.add(anchor.group(1))) {
                    parts.add(new Part(Kind.PARAGRAPH, Labels.normal(anchor.group(1)), anchor.group(1), node, null, block, ordinal++, false, "", tree.place(node)));
                }
            }
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (!pending.isEmpty()) {
                add(Kind.PARAGRAPH, "", "", paragraph, null, false, "");
            }
            visitChildren(paragraph);
        }

        /** Whether a label stands before a picture that is a part of a figure and has taken it. */
        private boolean isOfPart(Target target) {
            var next = target.getNext();
            return next != null && (numbered.contains(next) || next.getFirstChild() != null && numbered.contains(next.getFirstChild()));
        }

        /** A label may stand before any block. */
        private void named(Node node) {
            if (!pending.isEmpty()) {
                add(Kind.PARAGRAPH, "", "", node, null, false, "");
            }
        }

        @Override
        public void visit(BulletList list) {
            named(list);
            visitChildren(list);
        }

        @Override
        public void visit(OrderedList list) {
            named(list);
            visitChildren(list);
        }

        @Override
        public void visit(BlockQuote quote) {
            named(quote);
            visitChildren(quote);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            named(code);
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            named(code);
        }

        @Override
        public void visit(CustomBlock node) {
            switch (node) {
                case Target target -> {
                    if (!target.label().isEmpty() && !isOfPart(target)) {
                        pending.add(target.label());
                    }
                }
                case Remark remark when !remark.label().isEmpty() -> pending.add(remark.label());
                case TableBlock table -> {
                    named(table);
                    visitChildren(table);
                }
                case Maths.Display maths -> {
                    var tex = maths.tex().text();
                    var label = LABEL.matcher(tex);
                    equation(maths, maths.label().isEmpty() && label.find() ? Labels.normal(label.group(1)) : maths.label(), tex, true);
                }
                case Footnote.Text text -> {
                    footnotes.putIfAbsent(text.label(), text);
                    visitChildren(text);
                }
                case Directive directive -> directive(directive);
                default -> visitChildren(node);
            }
        }

        private void equation(Node node, String label, String tex, boolean enumerated) {
            var inside = LABEL.matcher(tex).results().toList();
            long loose = TAG.matcher(tex).results().filter(t -> !LABEL.matcher(line(tex, t.start())).find()).count();
            boolean byLine = inside.size() + loose > 1;
            if (!inside.isEmpty() && !Labels.normal(inside.getFirst().group(1)).equals(label)) {
                pending.add(Labels.normal(inside.getFirst().group(1)));
            }
            var tag = TAG.matcher(byLine ? inside.isEmpty() ? "" : line(tex, inside.getFirst().start()) : tex);
            boolean tagged = tag.find();
            boolean counted = enumerated && (!label.isEmpty() || !pending.isEmpty()) && !(byLine && inside.isEmpty() && label.isEmpty());
            add(Kind.EQUATION, label, "", node, null, counted, tagged ? tag.group(1) : "");
            if (byLine) {
                // every labelled line counts; the first is the equation's own
                var main = byNode.get(node);
                var rows = new ArrayList<Part>();
                for (var other : inside) {
                    if (rows.isEmpty()) {
                        rows.add(main);
                    } else {
                        var own = TAG.matcher(line(tex, other.start()));
                        add(Kind.EQUATION, Labels.normal(other.group(1)), "", node, null, enumerated, own.find() ? own.group(1) : "");
                        rows.add(parts.getLast());
                    }
                }
                byNode.put(node, main);
                lines.put(node, rows);
            }
        }

        private void directive(Directive d) {
            if (numbered.contains(d)) {
                visitChildren(d);
                return;
            }
            var name = d.name();
            boolean counted = !d.option("enumerated").equals("false") && !d.has("nonumber") && !d.option("numbered").equals("false");
            var label = d.label();
            switch (d.option("mystnb").equals("figure") ? "figure-of-a-cell" : name) {
                case "figure-of-a-cell" -> add(Kind.FIGURE, label, "", d, d.title().orElse(null), counted, "");
                case "math" -> {
                    equation(d, label, d.argument() + "\n" + d.body().text(), counted);
                    return;
                }
                case "figure", "figure-md", "subfigure", "glue:figure", "eval:figure" -> {
                    add(Kind.FIGURE, label, "", d, firstParagraph(d), counted, "");
                    if (name.equals("figure") && d.argument().isEmpty() && counted && !d.has("no-subfigures") && !d.has("no-subfig")) {
                        parts(d, byNode.get(d));
                    }
                }
                case "glue:math" -> {
                    equation(d, label, "", counted);
                    return;
                }
                case "widget" -> add(Kind.FIGURE, label, "widget-" + d.argument(), d, firstParagraph(d), counted, "");
                case "table", "list-table", "csv-table" -> add(Kind.TABLE, label, "", d, d.title().orElse(null), counted && (!d.argument().isEmpty() || !label.isEmpty()), "");
                case "notebook-cell" -> add(d.has("caption") ? Kind.FIGURE : Kind.PARAGRAPH, label, "", d, d.title().orElse(null), counted && d.has("caption"), "");
                case "code", "code-block", "sourcecode", "literalinclude", "code-cell" ->
                    add(Kind.CODE, label, "", d, d.title().orElse(null), counted && d.has("caption") && !label.isEmpty(), "");
                case "margin", "aside" -> add(Kind.NOTE, label, "", d, d.title().orElse(null), false, "");
                case "exercise", "exercise-start" -> add(Kind.EXERCISE, label, "", d, d.title().orElse(null), counted, "");
                case "solution", "solution-start" -> add(Kind.SOLUTION, label, "", d, null, false, "");
                case "prf:proof", "proof", "prf:proof-start" -> add(Kind.PROOF, label, "", d, d.title().orElse(null), false, "");
                default -> {
                    if (name.startsWith("prf:") && Directives.STATEMENTS.contains(name.substring(4))) {
                        add(Kind.ofStatement(name), label, "", d, d.title().orElse(null), counted, "");
                    } else if (!label.isEmpty() || !pending.isEmpty()) {
                        add(name.equals("image") ? Kind.FIGURE : Kind.PARAGRAPH, label, "", d, d.title().orElse(null), false, "");
                    } else if (name.equals("glossary")) {
                        glossary(d);
                        return;
                    }
                }
            }
            d.title().ifPresent(t -> t.accept(this));
            visitChildren(d);
        }

        /** The pictures of a figure that holds several: they are parts of it, {@code 1a} and {@code 1b}, and go by its label and their letter where they have none. */
        private void parts(Directive figure, Part whole) {
            var pictures = new ArrayList<Node>();
            var labels = new ArrayList<String>();
            for (var child = figure.getFirstChild(); child != null; child = child.getNext()) {
                var own = child.getPrevious() instanceof Target target ? target.label() : "";
                if (child instanceof Directive d && (d.name().equals("image") || d.name().equals("figure"))) {
                    pictures.add(d);
                    labels.add(d.label().isEmpty() ? own : d.label());
                } else if (child instanceof Paragraph && Attributes.isPictures(child)) {
                    for (var inner = child.getFirstChild(); inner != null; inner = inner.getNext()) {
                        if (inner instanceof Image) {
                            pictures.add(inner);
                            labels.add(inner == child.getFirstChild() ? own : "");
                        }
                    }
                }
            }
            if (pictures.size() < 2) {
                return;
            }
            for (int i = 0; i < Math.min(26, pictures.size()); i++) {
                char letter = (char) ('a' + i);
                var label = !labels.get(i).isEmpty() ? labels.get(i) : whole.label().isEmpty() ? "" : whole.label() + "-" + letter;
                if (!label.isEmpty()) {
                    add(Kind.FIGURE, label, "", pictures.get(i), null, true, Part.OF_THE_LAST + letter);
                }
            }
            numbered.addAll(pictures);
        }

        private void glossary(Node parent) {
            for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof Definitions.Term term) {
                    add(Kind.TERM, "term:" + Labels.normal(PlainText.of(term)), "", term, term, false, "");
                } else if (child instanceof Definitions.List) {
                    glossary(child);
                } else {
                    child.accept(this);
                }
            }
        }

        @Override
        public void visit(CustomNode node) {
            switch (node) {
                case Citation citation -> add(Kind.CITATION, "", "", citation, null, false, "");
                case Footnote.Mark mark -> add(Kind.FOOTNOTE, "", "", mark, null, false, mark.label());
                case Role role when role.cites() -> add(Kind.CITATION, "", "", role, null, false, "");
                case Role role -> {
                    if (role.name().equals("aside") || role.name().equals("margin")) {
                        add(Kind.NOTE, "", "", role, null, false, "");
                    }
                    role.parsed().ifPresent(p -> p.accept(this));
                }
                default -> visitChildren(node);
            }
        }
    }

    /** The line of an aligned formula around a spot: what stands between two {@code \\\\}. */
    public static String line(String tex, int at) {
        int from = tex.lastIndexOf("\\\\", at);
        int to = tex.indexOf("\\\\", at);
        return tex.substring(from < 0 ? 0 : from + 2, to < 0 ? tex.length() : to);
    }

    /** The caption of a figure: its first paragraph. */
    public static @Nullable Node firstParagraph(Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Paragraph && !Attributes.isPictures(child)) {
                return child;
            }
        }
        return null;
    }
}
