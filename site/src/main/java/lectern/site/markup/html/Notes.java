package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.escape;

import lectern.site.markup.Directive;
import lectern.site.markup.Footnote;
import lectern.site.markup.Noted;
import lectern.site.markup.Role;
import lectern.site.markup.Rule;
import org.commonmark.node.Node;

/** Notes in the margin, beside the paragraph that carries their number, and footnotes below the page. */
final class Notes {
    private Notes() {}

    static String noted(PageWriter page, Noted noted) {
        var html = new StringBuilder("<div class=\"noted\">");
        var marks = new StringBuilder();
        for (Node node = noted.getFirstChild().getNext(); node != null; node = node.getNext()) {
            var directive = (Directive) node;
            html.append(note(page, directive));
            marks.append(mark(page.own(directive)));
        }
        var paragraph = page.html(noted.getFirstChild()).stripTrailing();
        int end = paragraph.endsWith("</p>") ? paragraph.length() - 4 : paragraph.length();
        return html + paragraph.substring(0, end) + marks + paragraph.substring(end) + "</div>\n";
    }

    static String note(PageWriter page, Directive d) {
        var own = page.own(d);
        var title = d.title().map(page::compact).orElse(d.has("title") ? escape(d.option("title")) : "Note");
        return "<details class=\"mn\" id=\"" + own.id() + "\"><summary><span class=\"num\">" + own.number() + "</span> <span>" + title
                + "</span></summary><div class=\"body\">" + page.inlines(d) + "</div></details>";
    }

    private static String mark(Facts.Own own) {
        return "<a class=\"sn\" href=\"#" + own.id() + "\" aria-label=\"Note " + own.number() + "\">" + own.number() + "</a>";
    }

    /** A short note within a sentence. */
    static String inline(PageWriter page, Role role) {
        if (page.quoting) {
            return "";
        }
        var own = page.own(role);
        var inside = role.parsed().map(page::compact).orElse(escape(role.text()));
        return "<span class=\"side\" id=\"" + own.id() + "\" role=\"note\"> (" + inside + ")</span>";
    }

    static String mark(PageWriter page, Footnote.Mark mark) {
        if (page.quoting) {
            return "";
        }
        if (!page.inventory.footnotes().containsKey(mark.label())) {
            page.report(mark, Rule.FOOTNOTE, "The footnote \"" + mark.label() + "\" has no text.", "Add a line \"[^" + mark.label() + "]: …\".");
            return "<span class=\"problem\">[^" + escape(mark.label()) + "]</span>";
        }
        var own = page.own(mark);
        var id = "fnref-" + own.number() + (own.again() == 0 ? "" : "-" + (own.again() + 1));
        return "<sup><a class=\"fn\" href=\"#fn-" + own.number() + "\" id=\"" + id + "\" aria-label=\"Footnote " + own.number() + "\">" + own.number() + "</a></sup>";
    }

    /** The item of the list below the page. */
    static String footnote(PageWriter page, Footnote.Text text, int number) {
        var back = " <a class=\"back\" href=\"#fnref-" + number + "\" aria-label=\"Back to the text of footnote " + number + "\">↩</a>";
        var inside = page.inlines(text);
        int end = inside.endsWith("</p>") ? inside.length() - 4 : inside.length();
        return "<li id=\"fn-" + number + "\">" + inside.substring(0, end) + back + inside.substring(end) + "</li>";
    }
}
