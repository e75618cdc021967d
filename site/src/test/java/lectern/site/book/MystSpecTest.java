package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lectern.site.markup.html.SpecificationWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The suite of the MyST specification, npm package myst-spec. */
class MystSpecTest {
    /** Cases of MyST's own that come out otherwise, with the reason. */
    private static final Map<String, String> MISSED = Map.of(
            "directives.figure: Simple figure", "every figure with a caption takes a number, as MyST's own tool does since; the suite numbers only those with a name");
    /** CommonMark's cases that cannot hold, by the number in their title, with the reason. */
    private static final Map<String, String> IMPOSSIBLE = Map.of(
            "example 25", "the suite's file lost the no-break space of this example", "example 333", "the suite's file lost the no-break space of this example",
            "example 353", "the suite's file lost the no-break space of this example", "example 506", "the suite's file lost the no-break space of this example",
            "example 625", "CommonMark 0.31 reads comments otherwise than 0.30", "example 626", "CommonMark 0.31 reads comments otherwise than 0.30");

    @TempDir
    Path folder;

    private record Case(String title, String markdown, String html) {
        /** CommonMark's own examples are named after its sections and numbered. */
        boolean isCommonMark() {
            return title.startsWith("cmark") || title.toLowerCase(java.util.Locale.ROOT).contains("cmark");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Case> cases() throws Exception {
        var json = Files.readString(Path.of("target/npm/node_modules/myst-spec/dist/myst.tests.json"));
        var all = (List<Map<String, Object>>) new Load(LoadSettings.builder().setCodePointLimit(50_000_000).build()).loadFromString(json);
        return all.stream().map(c -> new Case(c.get("title").toString(), String.valueOf(c.get("myst")), c.get("html") == null ? "" : c.get("html").toString())).toList();
    }

    @Test
    void everyCommonMarkCaseHolds() throws Exception {
        var misses = new ArrayList<String>();
        int count = 0;
        for (var c : cases()) {
            if (c.isCommonMark()) {
                count++;
                var ours = normal(Jsoup.parseBodyFragment(SpecificationWriter.html(c.markdown)), false);
                if (!ours.equals(normal(Jsoup.parseBodyFragment(c.html), false))) {
                    misses.add(c.title.replaceFirst(".*(?=example)", ""));
                }
            }
        }
        assertEquals(new TreeSet<>(IMPOSSIBLE.keySet()), new TreeSet<>(misses));
        assertEquals(651, count);
    }

    @Test
    void mystCasesHoldButForTheListedOnes() throws Exception {
        for (var image : List.of("fig.jpg", "fun-fish.png", "src")) {
            Files.write(folder.resolve(image), new byte[] {0});
        }
        Files.writeString(folder.resolve("myst.yml"), "project: {title: T, toc: [{file: page.md}]}");
        var missed = new TreeSet<String>();
        var differences = new StringBuilder();
        int count = 0;
        for (var c : cases()) {
            if (!c.isCommonMark() && !c.title.startsWith("commonmark.")) {
                count++;
                if (c.html.isEmpty()) {
                    // the suite gives only a tree: a break between blocks, which shows nothing
                    assertFalse(ours(c.markdown).contains("problem"), c.title);
                    continue;
                }
                boolean headless = c.markdown.contains("{list-table}") && !c.markdown.contains("header-rows");
                var ours = normal(Jsoup.parseBodyFragment(ours(c.markdown)), headless);
                var theirs = normal(Jsoup.parseBodyFragment(c.html), headless);
                if (!ours.equals(theirs)) {
                    missed.add(c.title);
                    differences.append(c.title).append("\n  want ").append(theirs).append("\n  got  ").append(ours).append('\n');
                }
            }
        }
        assertEquals(new TreeSet<>(MISSED.keySet()), missed, differences::toString);
        assertTrue(count - missed.size() >= 70, count - missed.size() + " of " + count);
    }

    private static boolean beginsWithTitle(String markdown) {
        return markdown.replaceFirst("^\\([^)]*\\)=\\R", "").startsWith("# ");
    }

    private String ours(String markdown) throws Exception {
        Files.writeString(folder.resolve("page.md"), markdown);
        try (var reader = new BookReader(folder, folder.resolve("cache"))) {
            var section = reader.read().sections().getFirst();
            // the heading that opens a page is its title: the page carries it, and a reference to it leads to the page
            var html = new StringBuilder(!beginsWithTitle(markdown) ? "" : "<h1>" + section.titleHtml() + "</h1>");
            section.blocks().forEach(b -> html.append(b.html()));
            return html.toString();
        }
    }

    /** Elements and words without our dress and theirs: classes, anchors for readers, boxes that scroll. */
    private static String normal(Document document, boolean headless) {
        document.outputSettings().prettyPrint(false);
        if (headless) {
            // the suite's trees cannot say that a table has no head: they take the first row for one
            document.select("thead, tbody").unwrap();
            document.select("th").tagName("td");
        }
        document.select(".perma, .eq-tools, .back, [data-footnote-backref], .sr-only").remove();
        document.select(".eq").forEach(eq -> {
            var maths = new Element("div").attr("id", eq.id());
            maths.text(eq.select("math").text()).addClass("math");
            eq.replaceWith(maths);
        });
        // theirs is TeX, ours is drawn: of these formulas the signs are the same
        document.select(".katex").forEach(k -> k.text(k.select("annotation").isEmpty() ? k.select("math").text() : k.select("annotation").text()).addClass("math"));
        document.select("[class*=math]").forEach(m -> m.text(m.text().replaceAll("[\\s^_{}]+", "")));
        // below the page's title, headings begin at the second level
        document.select("h1").tagName("h2");
        document.select(".table-box, .raw, figcaption > p, figure.code, p:has(> img:only-child)").unwrap();
        document.select("pre code span").unwrap();
        document.getAllElements().forEach(e -> {
            var kept = new java.util.TreeMap<String, String>();
            for (var name : List.of("href", "src", "alt", "id", "start")) {
                if (e.hasAttr(name) && !e.attr(name).isEmpty()) {
                    kept.put(name, e.attr(name).replaceFirst("^/page#", "#").replaceFirst("^/page$", "#my_id").replaceFirst("^/(?=[\\w-]+\\.|src$)", ""));
                }
            }
            e.clearAttributes();
            kept.forEach(e::attr);
        });
        document.select("h1, h2, h3, code, pre, figure").stream().filter(e -> !e.tagName().equals("figure")).forEach(e -> e.removeAttr("id"));
        document.select("sup a, li").forEach(e -> e.removeAttr("id").removeAttr("href"));
        var gone = new ArrayList<org.jsoup.nodes.Node>();
        document.traverse((node, depth) -> {
            if (node instanceof Comment) {
                gone.add(node);
            }
        });
        gone.forEach(org.jsoup.nodes.Node::remove);
        document.traverse((node, depth) -> {
            if (node instanceof TextNode text && !(node.parent() instanceof Element p && (p.is("pre") || p.is("pre code")))) {
                text.text(text.getWholeText().replaceAll("\\s+", " "));
            }
        });
        return document.body().html().replaceAll("\\s*(</?(p|div|figure|figcaption|li|ul|ol|section|aside|table|thead|tbody|tr|th|td|blockquote|h\\d|pre|hr|br|img|span)\\b[^>]*>)\\s*", "$1").strip();
    }
}
