package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import lectern.site.markup.Directive;

/** Cards, grids and tabs, as plain reading order: they need no script. */
final class Layout {
    private Layout() {}

    static String box(PageWriter page, Directive d, String kind) {
        var classes = (kind + " " + d.classes()).strip();
        return "<div" + attribute("class", classes) + attribute("id", page.own(d).id()) + ">" + page.inlines(d) + "</div>\n";
    }

    static String card(PageWriter page, Directive d) {
        var link = d.option("link").isEmpty() ? d.option("url") : d.option("link");
        var title = d.title().map(page::compact).orElse("");
        if (!link.isEmpty()) {
            var to = link.matches("(?i)https?://.*") ? link : page.facts.page(link).or(() -> page.facts.label(lectern.site.markup.Labels.normal(link))).map(Facts.Referent::url).orElse("");
            if (to.isEmpty()) {
                page.report(d.placeOf(d.has("link") ? "link" : "url"), lectern.site.markup.Rule.DEAD_LINK, "There is no page or label \"" + link + "\".", page.facts.didYouMean(Facts.Named.PAGE, link));
            } else {
                title = "<a" + attribute("href", to) + ">" + (title.isEmpty() ? escape(link) : title) + "</a>";
            }
        }
        return "<div class=\"card-block\"" + attribute("id", page.own(d).id()) + ">" + part("header", d.option("header")) + (title.isEmpty() ? "" : "<p class=\"card-title\">" + title + "</p>")
                + page.inlines(d) + part("footer", d.option("footer")) + "</div>\n";
    }

    private static String part(String name, String text) {
        return text.isEmpty() ? "" : "<p class=\"card-" + name + "\">" + escape(text) + "</p>";
    }

    static String tabs(PageWriter page, Directive d) {
        return "<div class=\"tabs\"" + attribute("id", page.own(d).id()) + ">" + page.inlines(d) + "</div>\n";
    }

    /** The list of the pages below this one. */
    static String contents(PageWriter page) {
        var items = page.facts.below().stream().map(p -> "<li><a" + attribute("href", p.url()) + ">" + escape((p.number() + " ").stripLeading())
                + (p.titleHtml().isEmpty() ? escape(p.title()) : p.titleHtml()) + "</a></li>").collect(java.util.stream.Collectors.joining());
        return items.isEmpty() ? "" : "<ul class=\"contents\">" + items + "</ul>\n";
    }

    /** A tab of an older form: its argument is its name. */
    static String named(PageWriter page, Directive d) {
        return "<details open><summary>" + escape(d.argument()) + "</summary>" + page.inlines(d) + "</details>\n";
    }

    /** One tab; those of a set share a name, so that opening one closes the others. */
    static String tab(PageWriter page, Directive d) {
        var name = d.getParent() instanceof Directive set ? "tabs-" + Integer.toHexString(set.all().text().hashCode()) : "";
        boolean first = d.getPrevious() == null;
        return "<details" + attribute("name", name) + (first || d.has("selected") ? " open" : "") + "><summary>" + d.title().map(page::compact).orElse("Tab") + "</summary>"
                + page.inlines(d) + "</details>\n";
    }
}
