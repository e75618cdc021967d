package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Words, paragraphs and headings. */
final class Phrases {
    private Phrases() {}

    /** Text with the book's abbreviations explained. */
    static String text(PageWriter page, Text text) {
        var html = escape(text.getLiteral());
        if (page.abbreviations.isEmpty() || page.quoting) {
            return html;
        }
        var words = pattern(page).matcher(html);
        return words.replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                "<abbr" + attribute("title", page.abbreviations.getOrDefault(m.group(1), "")) + ">" + m.group(1) + "</abbr>" + (m.group(2) == null ? "" : "s")));
    }

    private static Pattern pattern(PageWriter page) {
        if (page.abbreviationPattern == null) {
            var words = page.abbreviations.keySet().stream().map(w -> Pattern.quote(escape(w))).sorted((a, b) -> b.length() - a.length()).toList();
            page.abbreviationPattern = Pattern.compile("(?<![\\p{L}\\p{N}&-])(" + String.join("|", words) + ")(s)?(?![\\p{L}\\p{N}-])");
        }
        return page.abbreviationPattern;
    }

    static String paragraph(PageWriter page, Paragraph paragraph) {
        var inside = RawHtml.balanced(page, () -> page.inlines(paragraph));
        var id = attribute("id", page.own(paragraph).id());
        if (isTight(paragraph) && id.isEmpty()) {
            return inside + (paragraph.getNext() == null ? "" : "\n");
        }
        var only = paragraph.getFirstChild();
        if (only != null && only == paragraph.getLastChild() && only instanceof org.commonmark.node.Image && id.isEmpty()) {
            return "<p class=\"picture\">" + inside + "</p>\n";
        }
        return "<p" + id + ">" + inside + "</p>\n";
    }

    private static boolean isTight(Node paragraph) {
        var parent = paragraph.getParent();
        return parent != null && parent.getParent() instanceof ListBlock list && list.isTight();
    }

    static String heading(PageWriter page, Heading heading) {
        int level = Math.clamp(heading.getLevel() + page.headingShift, 2, 6);
        var own = page.own(heading);
        var inside = RawHtml.balanced(page, () -> page.inlines(heading));
        var link = own.id().isEmpty() || level > 3 ? "" : " <a class=\"perma\"" + attribute("href", "#" + own.id()) + " aria-label=\"Link to this heading\">#</a>";
        return "<h" + level + attribute("id", own.id()) + ">" + inside + link + "</h" + level + ">\n";
    }
}
