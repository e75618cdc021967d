package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.site.markup.Directive;
import lectern.site.markup.Inventory;
import lectern.site.markup.Kind;
import lectern.site.markup.Rule;
import lectern.site.markup.Words;
import lectern.widgets.Widgets;

/** Widgets on a page. */
final class Benches {
    private static final Set<String> PARTS = Set.of("presets", "ask");

    private Benches() {}

    static String write(PageWriter page, Directive d) {
        var id = d.argument().strip();
        if (!Widgets.ids().contains(id)) {
            page.report(d.argumentPlace(), Rule.UNKNOWN_WIDGET, "There is no widget \"" + id + "\".", Words.didYouMean(id, Widgets.ids()));
            return DirectiveWriters.unhandled(d);
        }
        var own = page.own(d);
        var state = d.option("state");
        for (var mistake : Widgets.mistakes(id, state)) {
            page.report(d.placeOf("state"), Rule.BAD_STATE, mistake, "");
        }
        if (d.has("preset") && !Widgets.presets(id).contains(d.option("preset"))) {
            page.report(d.placeOf("preset"), Rule.BAD_OPTION, "The widget \"" + id + "\" has no preset \"" + d.option("preset") + "\".", Words.didYouMean(d.option("preset"), Widgets.presets(id)));
        }
        var caption = caption(page, d);
        if (d.has("static") || d.has("poster")) {
            var picture = new WidgetPicture(id, Widgets.preset(id, d.option("preset")).orElse(state));
            var alt = d.has("alt") ? d.option("alt") : Widgets.describe(id, picture.state());
            return "<figure" + attribute("id", own.id()) + " class=\"drawn\"><img" + attribute("src", picture.address()) + " alt=\"" + escape(alt) + "\"" + picture.size() + " loading=\"lazy\">"
                    + (d.has("poster") ? begin(picture) : "") + Pictures.caption(page, own, Kind.FIGURE, caption) + "</figure>\n";
        }
        return Widgets.panel(id, new Widgets.Placement(own.id(), own.number(), caption, state, d.option("preset"), hidden(page, d)));
    }

    /** Leads to the widget; with scripts, the widget comes here. */
    private static String begin(WidgetPicture picture) {
        var address = "/widgets/" + picture.widget() + (picture.state().isEmpty() ? "" : "?" + picture.state());
        return "<a class=\"btn try\"" + attribute("href", address) + ">Try it: " + escape(Widgets.title(picture.widget())) + "</a>";
    }

    private static String caption(PageWriter page, Directive d) {
        var first = Inventory.firstParagraph(d);
        return first != null && first == d.getLastChild() ? page.inlines(first) : page.inlines(d);
    }

    private static List<String> hidden(PageWriter page, Directive d) {
        var hidden = new ArrayList<String>();
        for (var part : d.option("hide").split("[,\\s]+")) {
            if (PARTS.contains(part)) {
                hidden.add(part);
            } else if (!part.isEmpty()) {
                page.report(d.placeOf("hide"), Rule.BAD_OPTION, "A widget has no part \"" + part + "\" to hide.", Words.didYouMean(part, PARTS));
            }
        }
        return hidden;
    }
}
