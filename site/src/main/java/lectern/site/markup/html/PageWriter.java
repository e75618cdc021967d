package lectern.site.markup.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lectern.site.markup.Directive;
import lectern.site.markup.Footnote;
import lectern.site.markup.Inventory;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.Target;
import lectern.site.markup.Tree;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Tex;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Writes the blocks of one page, one thread at a time. */
public final class PageWriter {
    /**
     * A block as HTML, what is wrong with it, and what it asked.
     *
     * @param shown the MathML of each formula, by its TeX, and what each {@code {compute}} (its text) came to
     * @param formulas every formula, in order
     * @param faces that it is seen in, among others
     */
    public record Written(Html html, List<Mistake> mistakes, List<Question.Answered> asked, Map<String, String> shown, List<UsedFormula> formulas, Set<Face> faces) {}

    private static final Pattern FIRST_TAG = Pattern.compile("(<[a-z][a-z0-9]*)[^>]*>");

    final Tree tree;
    final Inventory inventory;
    final AskedFacts facts;
    final Tex tex;
    private final Setting setting;
    private @Nullable Scopes scopes;
    final Map<String, String> abbreviations;
    final Manner manner;
    /** Work that would be the same for every tag like it. */
    final Map<String, String> memory = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, String> shown = new HashMap<>();
    final List<UsedFormula> formulas = new ArrayList<>();
    /** Made when first needed, like the scopes: after a save most pages are written in a block or two. */
    private @Nullable HtmlRenderer renderer;
    private int block;
    /** Levels by which headings are lowered, so that the page's title stays the only first one. */
    final int headingShift;
    @Nullable Pattern abbreviationPattern;
    /** Raw HTML elements that are open in the paragraph being written, innermost last. */
    Deque<String> open = new ArrayDeque<>();
    /** While a title is written for other pages to show: no anchors, no notes. */
    boolean quoting;

    public PageWriter(Tree tree, Inventory inventory, Facts facts, Tex tex, Setting setting, Map<String, String> abbreviations, Manner manner) {
        this.tree = tree;
        this.inventory = inventory;
        this.facts = new AskedFacts(facts);
        this.tex = tex;
        this.setting = setting;
        this.abbreviations = abbreviations;
        this.manner = manner;
        headingShift = inventory.parts().stream().filter(p -> p.node() instanceof Heading h && h.getLevel() == 1).count() > 1 ? 1 : 0;
    }

    /** The top-level block with this index. */
    public Written write(Node node, int index) {
        block = index;
        mistakes.clear();
        shown.clear();
        formulas.clear();
        facts.take();
        var html = html(node).strip();
        return new Written(Html.of(html), List.copyOf(mistakes), facts.take(), Map.copyOf(shown), List.copyOf(formulas), Face.in(html));
    }

    /** The inlines of a node, for a title or an outline: no anchors in them, and what is wrong is reported where they stand. */
    public String quote(Node parent) {
        quoting = true;
        int before = mistakes.size();
        int known = formulas.size();
        var html = parent instanceof org.commonmark.node.Document ? compact(parent) : inlines(parent);
        mistakes.subList(before, mistakes.size()).clear();
        formulas.subList(known, formulas.size()).clear();
        quoting = false;
        return html;
    }

    /** What was asked since the last block was written. */
    public List<Question.Answered> asked() {
        return facts.take();
    }

    /** The item of a footnote in the list below the page. */
    public String footnote(Footnote.Text text, int number) {
        return Notes.footnote(this, text, number);
    }

    public int headingShift() {
        return headingShift;
    }

    /** What holds at a formula: the setting of the page, narrowed by the headings and blocks it stands in. */
    Setting setting(Node formula) {
        if (quoting || !setting.isScoped()) {
            return setting;
        }
        scopes = scopes == null ? new Scopes(inventory) : scopes;
        var around = scopes.around(formula, block);
        return formula instanceof Directive d && d.has("symbols") ? setting.within(around, d.option("symbols")) : setting.within(around);
    }

    /** Index of the block being written. */
    int block() {
        return block;
    }

    String html(Node node) {
        // a node of ours is asked directly: the library sets itself up anew for every call
        var html = NodeWriter.writes(node) ? NodeWriter.html(this, node) : renderer().render(node);
        if (node instanceof ListBlock || node instanceof BlockQuote || node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock || node instanceof TableBlock) {
            html = named(node, html);
        }
        var classes = Target.classes(node);
        return classes.isEmpty() ? html : classed(html, escape(classes));
    }

    private HtmlRenderer renderer() {
        renderer = renderer == null ? HtmlRenderer.builder().percentEncodeUrls(true).nodeRendererFactory(context -> new NodeWriter(this, context)).build() : renderer;
        return renderer;
    }

    /** A block that the library writes, or one of ours that has no place for a name, with the name that its author gave it. */
    private String named(Node node, String html) {
        var id = own(node).id();
        return id.isEmpty() ? html : "<div" + attribute("id", id) + ">" + html + "</div>\n";
    }

    /** With more classes on its first element. */
    private static String classed(String html, String classes) {
        var tag = FIRST_TAG.matcher(html);
        if (!tag.lookingAt()) {
            return html;
        }
        int has = tag.group().indexOf(" class=\"");
        int at = has < 0 ? tag.end(1) : has + 8;
        return html.substring(0, at) + (has < 0 ? " class=\"" + classes + "\"" : classes + " ") + html.substring(at);
    }

    /** All children, one after the other. */
    String inlines(@Nullable Node parent) {
        if (parent == null) {
            return "";
        }
        var html = new StringBuilder();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            html.append(html(child));
        }
        return html.toString().strip();
    }

    /** Children that are blocks, as what they are inside their parent; a single paragraph loses its tag. */
    String compact(@Nullable Node parent) {
        if (parent == null) {
            return "";
        }
        var only = parent.getFirstChild();
        return only instanceof org.commonmark.node.Paragraph && only.getNext() == null ? inlines(only) : inlines(parent);
    }

    /** What the page knows of a node; for one it does not know, nothing. */
    Facts.Own own(Node node) {
        return quoting ? new Facts.Own("", "", 0) : inventory.part(node).map(p -> facts.own(block, p.ordinal())).orElse(new Facts.Own("", "", 0));
    }

    /** Remembers how something in the source is shown, for the search. */
    void show(String source, String as) {
        shown.put(source, as);
    }

    void report(Place place, Rule rule, String message, String hint) {
        mistakes.add(new Mistake(place, rule, message, hint));
    }

    void report(Node node, Rule rule, String message, String hint) {
        report(tree.place(node), rule, message, hint);
    }

    /** Text as HTML, also inside an attribute. */
    public static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            var replacement = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\0' -> "\uFFFD";
                default -> "";
            };
            if (!replacement.isEmpty() && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                escaped.append(replacement.isEmpty() ? String.valueOf(text.charAt(i)) : replacement);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** {@code  name="value"}, or nothing for an empty value. */
    static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "=\"" + escape(value) + "\"";
    }
}
