package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import lectern.site.markup.Directive;
import lectern.site.markup.Kind;
import lectern.site.markup.Role;
import lectern.site.markup.Rule;

/** What a page's code would have computed: its place is shown with the name it goes by, for no code is run here. */
final class Computed {
    private static final String HINT = "Write the value into the page, or use a notebook that keeps its outputs.";

    private Computed() {}

    static String directive(PageWriter page, Directive d) {
        if (d.name().equals("nb-exec-table")) {
            page.report(d.place(), Rule.NOT_RUN, "How long the book's code ran is not known: it is not run.", "");
            return "<p class=\"not-run\">The code of this book was not run.</p>\n";
        }
        var name = d.argument().isEmpty() ? d.body().text().strip() : d.argument();
        page.report(d.place(), Rule.NOT_RUN, "The value of \"" + name + "\" is not known: the book's code is not run.", HINT);
        var own = page.own(d);
        boolean figure = d.name().endsWith(":figure");
        var number = d.name().equals("glue:math") && !own.number().isEmpty() ? " (" + escape(own.number()) + ")" : "";
        return figure ? "<figure" + attribute("id", own.id()) + ">" + value(name) + Pictures.caption(page, own, Kind.FIGURE, page.inlines(d)) + "</figure>\n"
                : "<p class=\"not-run\"" + attribute("id", own.id()) + ">" + value(name) + number + "</p>\n";
    }

    static String role(PageWriter page, Role role) {
        page.report(role, Rule.NOT_RUN, "The value of \"" + role.text() + "\" is not known: the book's code is not run.", HINT);
        return value(role.text());
    }

    private static String value(String name) {
        return "<code title=\"computed by the page's code\">" + escape(name) + "</code>";
    }
}
