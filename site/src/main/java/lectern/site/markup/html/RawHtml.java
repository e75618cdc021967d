package lectern.site.markup.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.site.markup.Directive;
import lectern.site.markup.Rule;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** HTML that authors write themselves: only what cannot do harm is kept, and every element is closed. */
final class RawHtml {
    private static final Safelist SAFE = Safelist.relaxed().addTags("details", "summary", "figure", "figcaption", "mark", "kbd", "abbr", "ins", "del", "s", "section", "article",
                    "aside", "header", "footer", "wbr", "hr", "samp", "var", "time", "dfn", "center")
            .addAttributes(":all", "class", "id", "title", "lang", "dir", "align").addAttributes("img", "loading").addAttributes("details", "open").addAttributes("a", "target", "rel", "name")
            .addTags("font").addAttributes("font", "color", "size").addAttributes("table", "border", "cellpadding", "cellspacing")
            .addTags("video", "audio", "source").addAttributes("video", "src", "controls", "poster", "width", "height", "loop", "muted").addAttributes("audio", "src", "controls")
            .addAttributes("source", "src", "type").addAttributes(":all", "style").addProtocols("img", "src", "data").preserveRelativeLinks(true);
    private static final Cleaner CLEANER = new Cleaner(SAFE);
    private static final Set<String> VOID = Set.of("br", "img", "wbr", "hr", "source");
    private static final Pattern STYLE = Pattern.compile("(?i)\\s*(?:(?:max-|min-)?(?:width|height)|text-align|float|margin(?:-\\w+)?|padding(?:-\\w+)?|color|background(?:-color)?|display|font-(?:size|weight|style)|vertical-align|border(?:-\\w+)?)\\s*:\\s*[\\w#%., -]+");
    private static final Pattern TAG = Pattern.compile("(?s)<(/?)([A-Za-z][A-Za-z0-9-]*).*");

    private RawHtml() {}

    static String block(PageWriter page, HtmlBlock raw) {
        return block(page, raw, raw.getLiteral());
    }

    static String block(PageWriter page, Node at, String raw) {
        var html = clean(page, at, raw);
        return html.isBlank() ? "" : "<div class=\"raw\">" + html + "</div>\n";
    }

    /** What a cell of a notebook wrote as HTML; that its styles and scripts are left out is nobody's mistake. */
    static String output(PageWriter page, Directive d) {
        var clean = CLEANER.clean(Jsoup.parseBodyFragment(d.body().text()));
        clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
        clean.select("[style]").removeAttr("style");
        clean.select("[id]").removeAttr("id");
        return "<div class=\"table-box\" tabindex=\"0\" role=\"group\" aria-label=\"Output\">" + clean.body().html() + "</div>\n";
    }

    private static String clean(PageWriter page, Node at, String html) {
        // an address, so that relative links pass for web addresses
        var dirty = Jsoup.parseBodyFragment(html, "https://book.invalid/");
        dirty.nodeStream(Comment.class).toList().forEach(Comment::remove);
        for (Element frame : dirty.select("iframe[src]")) {
            frame.before(Films.link(frame.attr("src"), frame.attr("title")));
            frame.remove();
        }
        boolean styled = false;
        for (Element element : dirty.select("[style]")) {
            styled |= style(element);
        }
        if (styled || !CLEANER.isValid(dirty)) {
            page.report(at, Rule.RAW_HTML, "Parts of this HTML are left out: scripts, styles, forms and what could run.", "Use a directive, or simpler HTML.");
        }
        var clean = CLEANER.clean(dirty);
        clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
        for (Element image : clean.select("img:not([alt])")) {
            image.attr("alt", "");
        }
        resolve(page, at, clean);
        return clean.body().html();
    }

    /** Keeps the declarations that only change how a thing looks where it stands; whether any was taken away. */
    private static boolean style(Element element) {
        var all = Stream.of(element.attr("style").split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
        var kept = all.stream().filter(s -> STYLE.matcher(s).matches()).toList();
        element.attr("style", String.join(";", kept));
        if (kept.isEmpty()) {
            element.removeAttr("style");
        }
        return kept.size() < all.size();
    }

    /** Pictures and links are found as those of Markdown are. */
    private static void resolve(PageWriter page, Node at, Document html) {
        var place = page.tree.place(at);
        for (Element element : html.select("[src], a[href]")) {
            var key = element.hasAttr("src") ? "src" : "href";
            var address = element.attr(key);
            if (address.isEmpty() || address.startsWith("#") || address.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*")) {
                continue;
            }
            var found = element.normalName().equals("img") ? page.facts.picture(place.file(), address).map(Facts.Picture::url) : References.address(page, address);
            found.ifPresent(url -> element.attr(key, url));
            if (found.isEmpty()) {
                boolean link = key.equals("href");
                page.report(at, link ? Rule.DEAD_LINK : Rule.MISSING_IMAGE, (link ? "There is no page or file \"" : "There is no image \"") + address + "\".",
                        page.facts.didYouMean(link ? Facts.Named.PAGE : Facts.Named.PICTURE, address));
                element.addClass("problem");
            }
        }
    }

    /** One tag in a sentence; a closing tag only where its element is open. */
    static String inline(PageWriter page, HtmlInline raw) {
        var m = TAG.matcher(raw.getLiteral());
        if (!m.matches()) {
            return "";
        }
        var name = m.group(2).toLowerCase(java.util.Locale.ROOT);
        if (!m.group(1).isEmpty()) {
            if (!page.open.contains(name)) {
                return "";
            }
            var html = new StringBuilder();
            String last;
            do {
                last = page.open.removeLast();
                html.append("</").append(last).append('>');
            } while (!last.equals(name));
            return html.toString();
        }
        // what leads somewhere asks the book each time
        boolean same = !raw.getLiteral().contains("src") && !raw.getLiteral().contains("href");
        var kept = same ? page.memory.get(raw.getLiteral()) : null;
        if (kept == null) {
            kept = clean(page, raw, raw.getLiteral());
            if (same) {
                page.memory.put(raw.getLiteral(), kept);
            }
        }
        if (name.equals("iframe")) {
            return kept;
        }
        if (!kept.startsWith("<" + name)) {
            return "";
        }
        if (!VOID.contains(name)) {
            page.open.addLast(name);
        }
        return kept.endsWith("</" + name + ">") ? kept.substring(0, kept.length() - name.length() - 3) : kept;
    }

    /** What is written, with the elements that it leaves open closed behind it. */
    static String balanced(PageWriter page, Supplier<String> inside) {
        Deque<String> outer = page.open;
        page.open = new ArrayDeque<>();
        var html = new StringBuilder(inside.get());
        while (!page.open.isEmpty()) {
            html.append("</").append(page.open.removeLast()).append('>');
        }
        page.open = outer;
        return html.toString();
    }
}
