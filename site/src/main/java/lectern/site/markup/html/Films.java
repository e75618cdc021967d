package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import lectern.site.markup.Directive;
import lectern.site.markup.Kind;
import lectern.site.markup.Labels;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;

/** Films, sounds and pages of other sites: one from the book folder plays here, one from elsewhere is a link, so that reading a page asks no other site. */
final class Films {
    private Films() {}

    static String directive(PageWriter page, Directive d) {
        var own = page.own(d);
        var source = address(d);
        if (d.name().equals("embed") && source.startsWith("#")) {
            return copy(page, own.id(), d.argumentPlace(), source, !d.has("remove-input"), !d.has("remove-output"));
        }
        String shown;
        if (source.matches("(?i)https?://.*")) {
            shown = link(source, d.option("title"));
        } else {
            var found = page.facts.page(source);
            if (found.isEmpty()) {
                page.report(d.argumentPlace(), Rule.MISSING_IMAGE, "There is no file \"" + source + "\".", page.facts.didYouMean(Facts.Named.PICTURE, source));
                return DirectiveWriters.unhandled(d);
            }
            shown = d.name().equals("audio") ? "<audio controls" + attribute("src", found.get().url()) + "></audio>"
                    : d.name().equals("video") ? "<video controls" + attribute("src", found.get().url()) + attribute("title", d.option("alt")) + "></video>" : link(found.get().url(), d.option("title"));
        }
        var words = d.title().map(page::compact).orElse(page.compact(d));
        return words.isEmpty() && own.id().isEmpty() ? "<p class=\"film\">" + shown + "</p>\n"
                : "<figure class=\"film\"" + attribute("id", own.id()) + ">" + shown + Pictures.caption(page, own, Kind.FIGURE, words) + "</figure>\n";
    }

    /** {@code {embed} #label}, {@code {figure} #label} and {@code ![](#label)}: what the label names, shown here too. */
    static String copy(PageWriter page, String id, Place place, String target, boolean code, boolean outputs) {
        var label = Labels.normal(target.substring(1));
        var copy = page.facts.copy(label, code, outputs);
        if (copy.isPresent()) {
            return "<div class=\"copy\"" + attribute("id", id) + ">" + copy.get() + "</div>\n";
        }
        var known = page.facts.label(label);
        if (known.isPresent()) {
            // a copy that holds itself comes to an end; who reads on finds it by the link
            page.report(place, Rule.BROKEN_REFERENCE, "What \"" + label + "\" names cannot be shown here: copies are nested too deeply, or grow too long.", "Link to it.");
            return "<p>" + References.label(known.get()) + "</p>\n";
        }
        page.report(place, Rule.BROKEN_REFERENCE, "There is no label \"" + label + "\".", page.facts.didYouMean(Facts.Named.LABEL, label));
        return "<p><span class=\"problem reference\"><code>" + escape(target) + "</code></span></p>\n";
    }

    private static String address(Directive d) {
        var given = d.argument().strip();
        return switch (d.name()) {
            case "youtube" -> given.contains("/") ? given : "https://www.youtube.com/watch?v=" + given;
            case "vimeo" -> given.contains("/") ? given : "https://vimeo.com/" + given;
            default -> given;
        };
    }

    /** @param title may be empty */
    static String link(String source, String title) {
        var film = source.replaceFirst("(?i)^(?:https?:)?//(?:www\\.)?youtube(?:-nocookie)?\\.com/embed/([\\w-]+).*", "https://www.youtube.com/watch?v=$1")
                .replaceFirst("(?i)^(?:https?:)?//player\\.vimeo\\.com/video/(\\d+).*", "https://vimeo.com/$1");
        return "<a" + attribute("href", film) + ">▶ " + escape(title.isEmpty() ? film : title) + "</a>";
    }
}
