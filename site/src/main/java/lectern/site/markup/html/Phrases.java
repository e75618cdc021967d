package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.regex.Pattern;
import lectern.site.markup.Attributes;
import lectern.site.markup.Role;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Words, paragraphs and headings. */
final class Phrases {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[\\p{L}\\p{N}/_~#=&%+-]");

    private Phrases() {}

    /** Text with the book's abbreviations explained. */
    static String text(PageWriter page, Text text) {
        var words = page.manner.quotes() || page.manner.dashes() ? Typography.of(page.manner, text) : text.getLiteral();
        if (words.startsWith("[") && isTask(text, words)) {
            return "<input type=\"checkbox\" disabled" + (words.charAt(1) == ' ' ? "" : " checked") + " aria-label=\"" + (words.charAt(1) == ' ' ? "to do" : "done") + "\">" + escape(words.substring(3));
        }
        if (words.contains("://") && !References.insideLink(text)) {
            return linked(page, words);
        }
        return explained(page, escape(words));
    }

    /** The first words of a list's item after {@code [ ]} or {@code [x]}. */
    private static boolean isTask(Text text, String words) {
        return words.length() > 3 && words.charAt(2) == ']' && words.charAt(3) == ' ' && " xX".indexOf(words.charAt(1)) >= 0 && text.getPrevious() == null
                && text.getParent() instanceof Paragraph p && p.getPrevious() == null && p.getParent() instanceof org.commonmark.node.ListItem;
    }

    /** Web addresses in running text are links. */
    private static String linked(PageWriter page, String words) {
        var html = new StringBuilder();
        int from = 0;
        for (var m = ADDRESS.matcher(words); m.find(); from = m.end()) {
            html.append(explained(page, escape(words.substring(from, m.start())))).append("<a").append(attribute("href", org.commonmark.internal.util.Escaping.percentEncodeUrl(m.group())))
                    .append('>').append(escape(m.group())).append("</a>");
        }
        return html.append(explained(page, escape(words.substring(from)))).toString();
    }

    private static String explained(PageWriter page, String html) {
        if (page.abbreviations.isEmpty() || page.quoting) {
            return html;
        }
        return pattern(page).matcher(html).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
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
        if (holdsBlocks(paragraph)) {
            return "<div" + id + ">" + inside + "</div>\n";
        }
        if (isTight(paragraph) && id.isEmpty()) {
            return inside + (paragraph.getNext() == null ? "" : "\n");
        }
        if (Attributes.isPicture(paragraph) && paragraph.getFirstChild() instanceof Image image && Pictures.isCopy(image)) {
            return Films.copy(page, page.own(paragraph).id(), page.tree.place(image), image.getDestination(), false, true);
        }
        if (Attributes.isPicture(paragraph) && id.isEmpty()) {
            return "<p class=\"picture\">" + inside + "</p>\n";
        }
        return "<p" + id + ">" + inside + "</p>\n";
    }

    /** A substitution on a line of its own may stand for blocks. */
    private static boolean holdsBlocks(Paragraph paragraph) {
        return paragraph.getFirstChild() instanceof Role role && role.getNext() == null && role.name().equals(Role.SUBSTITUTION)
                && role.parsed().filter(p -> p.getFirstChild() != null && !(p.getFirstChild() instanceof Paragraph only && only.getNext() == null)).isPresent();
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
        return "<h" + level + attribute("id", own.id()) + ">" + (own.number().isEmpty() ? "" : "<span class=\"no\">" + escape(own.number()) + "</span> ") + inside + link + "</h" + level + ">\n";
    }
}
