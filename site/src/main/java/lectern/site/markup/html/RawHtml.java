package lectern.site.markup.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lectern.site.markup.Rule;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** HTML that authors write themselves: only what cannot do harm is kept, and every element is closed. */
final class RawHtml {
    private static final Safelist SAFE = Safelist.relaxed().addTags("details", "summary", "figure", "figcaption", "mark", "kbd", "abbr", "ins", "del", "s", "section", "article",
                    "aside", "header", "footer", "wbr", "hr", "samp", "var", "time", "dfn", "center")
            .addAttributes(":all", "class", "id", "title", "lang", "dir", "align").addAttributes("img", "loading").addAttributes("details", "open")
            .addProtocols("img", "src", "data").preserveRelativeLinks(true);
    private static final Cleaner CLEANER = new Cleaner(SAFE);
    private static final Set<String> VOID = Set.of("br", "img", "wbr", "hr");
    private static final Pattern TAG = Pattern.compile("(?s)<(/?)([A-Za-z][A-Za-z0-9-]*).*");

    private RawHtml() {}

    static String block(PageWriter page, HtmlBlock raw) {
        return block(page, raw, raw.getLiteral());
    }

    static String block(PageWriter page, Node at, String raw) {
        var html = clean(page, at, raw);
        return html.isBlank() ? "" : "<div class=\"raw\">" + html + "</div>\n";
    }

    private static String clean(PageWriter page, Node at, String html) {
        var dirty = Jsoup.parseBodyFragment(html);
        if (!CLEANER.isValid(dirty)) {
            page.report(at, Rule.RAW_HTML, "Parts of this HTML are left out: scripts, styles, forms and what could run.", "Use a directive, or simpler HTML.");
        }
        var clean = CLEANER.clean(dirty);
        clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
        for (Element image : clean.select("img:not([alt])")) {
            image.attr("alt", "");
        }
        return clean.body().html();
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
        var kept = page.memory.get(raw.getLiteral());
        if (kept == null) {
            kept = clean(page, raw, raw.getLiteral());
            page.memory.put(raw.getLiteral(), kept);
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
