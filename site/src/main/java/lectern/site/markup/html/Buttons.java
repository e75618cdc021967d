package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import lectern.site.markup.Directive;
import lectern.site.markup.Labels;
import lectern.site.markup.Role;
import lectern.site.markup.Rule;

/** Links dressed as buttons and badges. */
final class Buttons {
    private Buttons() {}

    static String directive(PageWriter page, Directive d) {
        var target = d.argument().strip();
        var words = page.compact(d);
        if (d.name().equals("button-link")) {
            return paragraph(target, words.isEmpty() ? escape(target) : words);
        }
        var found = page.facts.page(target).or(() -> page.facts.label(Labels.normal(target)));
        if (found.isEmpty()) {
            page.report(d.argumentPlace(), Rule.BROKEN_REFERENCE, "There is no page or label \"" + target + "\".", page.facts.didYouMean(Facts.Named.PAGE, target));
            return "<p><span class=\"problem reference\">" + (words.isEmpty() ? escape(target) : words) + "</span></p>\n";
        }
        return paragraph(found.get().url(), words.isEmpty() ? found.get().titleHtml() : words);
    }

    private static String paragraph(String url, String words) {
        return "<p><a" + attribute("href", url) + ">" + words + "</a></p>\n";
    }

    /** {@code {bdg-primary}`text`}, {@code {bdg-link-primary}`text <address>`}, {@code {bdg-ref-primary}`text <label>`}. */
    static String badge(PageWriter page, Role role) {
        var words = escape(role.title().isEmpty() ? role.text() : role.title());
        if (role.name().startsWith("bdg-link")) {
            return "<a" + attribute("href", role.target()) + ">" + words + "</a>";
        }
        return role.name().startsWith("bdg-ref") ? References.role(page, role) : "<span class=\"badge\">" + words + "</span>";
    }
}
