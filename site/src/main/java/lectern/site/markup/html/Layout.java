package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.Optional;
import java.util.regex.Pattern;
import lectern.site.markup.Directive;
import lectern.site.markup.Kind;
import lectern.site.markup.Labels;
import lectern.site.markup.Rule;
import org.commonmark.node.Paragraph;

/** Cards, grids and tabs, as plain reading order: they need no script. */
final class Layout {
    /** {@code Title <page>}, or a page alone. */
    private static final Pattern ENTRY = Pattern.compile("(?:(.+?)(?<!\\s)\\s*+<([^<>]+)>|([^<>]+))");

    private Layout() {}

    static String box(PageWriter page, Directive d, String kind) {
        var classes = (kind + " " + d.classes()).strip();
        return "<div" + attribute("class", classes) + attribute("id", page.own(d).id()) + ">" + page.inlines(d) + "</div>\n";
    }

    /** As many columns as it asks for on a wide screen, fewer where they would be narrow. */
    static String grid(PageWriter page, Directive d) {
        var widest = d.argument().strip().replaceFirst("^.*\\s", "");
        var columns = !widest.matches("[1-9]|1[0-2]") ? "" : widest.equals("1") ? "grid-template-columns:minmax(0,1fr)"
                : "grid-template-columns:repeat(auto-fit,minmax(max(9rem,calc(100%/" + widest + " - 1.5rem)),1fr))";
        return "<div" + attribute("class", ("grid " + d.classes()).strip()) + attribute("style", columns) + attribute("id", page.own(d).id()) + ">" + page.inlines(d) + "</div>\n";
    }

    static String card(PageWriter page, Directive d) {
        var link = d.option("link").isEmpty() ? d.option("url") : d.option("link");
        var title = d.title().map(page::compact).orElse("");
        if (!link.isEmpty()) {
            var to = link.matches("(?i)(?:https?|mailto):.*") ? link : page.facts.page(link).or(() -> page.facts.label(Labels.normal(link.replaceFirst("^#", "")))).map(Facts.Referent::url).orElse("");
            if (to.isEmpty()) {
                page.report(d.placeOf(d.has("link") ? "link" : "url"), Rule.DEAD_LINK, "There is no page or label \"" + link + "\".", page.facts.didYouMean(Facts.Named.PAGE, link));
            } else {
                title = "<a" + attribute("href", to) + ">" + (title.isEmpty() ? escape(d.option("link-alt").isEmpty() ? link : d.option("link-alt")) : title) + "</a>";
            }
        }
        var header = d.getFirstChild() instanceof Directive first && first.name().equals("card-header") ? first : null;
        var body = new StringBuilder();
        for (var child = header == null ? d.getFirstChild() : header.getNext(); child != null; child = child.getNext()) {
            body.append(page.html(child).strip());
        }
        return "<div class=\"card-block\"" + attribute("id", page.own(d).id()) + ">" + picture(page, d, "img-top") + picture(page, d, "img-background") + (header == null ? "" : page.html(header))
                + (title.isEmpty() ? "" : "<p class=\"card-title\">" + title + "</p>") + body + picture(page, d, "img-bottom") + "</div>\n";
    }

    /** Header or footer of a card. */
    static String part(PageWriter page, Directive d) {
        var tag = d.getFirstChild() instanceof Paragraph only && only.getNext() == null ? "p" : "div";
        return "<" + tag + " class=\"" + d.name() + "\">" + page.compact(d) + "</" + tag + ">";
    }

    /** A picture that an option of a card names; the card's own words stand beside it. */
    private static String picture(PageWriter page, Directive d, String option) {
        return d.option(option).isEmpty() ? "" : "<p class=\"picture\">" + Pictures.write(page, d.option(option), d.placeOf(option), d.option("img-alt").isEmpty() ? d.title().map(lectern.site.markup.PlainText::of).orElse("") : d.option("img-alt"), "", "", "", "") + "</p>";
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

    /** The pages that Sphinx would put below this one, where the author shows them. */
    static String toctree(PageWriter page, Directive d) {
        if (d.has("hidden")) {
            return "";
        }
        var items = new StringBuilder();
        for (var line : d.body().lines()) {
            var entry = ENTRY.matcher(line.text().strip());
            if (!entry.matches()) {
                continue;
            }
            var to = entry.group(1) == null ? entry.group(3) : entry.group(2);
            if (!to.equals("self") && !to.contains("*")) {
                var found = to.matches("(?i)https?://.*") ? Optional.of(new Facts.Referent(Kind.HEADING, "", "", to, "", to)) : page.facts.page(to);
                var title = entry.group(1) != null ? escape(entry.group(1).strip()) : found.map(f -> f.titleHtml().isEmpty() ? escape(f.title()) : f.titleHtml()).orElse("");
                if (found.isEmpty()) {
                    page.report(line.place(), Rule.DEAD_LINK, "There is no page \"" + to + "\".", page.facts.didYouMean(Facts.Named.PAGE, to));
                    items.append("<li><span class=\"problem\">").append(escape(to)).append("</span></li>");
                } else {
                    items.append("<li><a").append(attribute("href", found.get().url())).append('>').append(escape((found.get().number() + " ").stripLeading())).append(title).append("</a></li>");
                }
            }
        }
        var caption = d.has("caption") ? "<p class=\"rubric\">" + escape(d.option("caption")) + "</p>" : "";
        return items.isEmpty() ? "" : "<div>" + caption + "<ul class=\"contents\">" + items + "</ul></div>\n";
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
