package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.StringJoiner;
import lectern.site.markup.Citation;
import lectern.site.markup.Labels;
import lectern.site.markup.Role;
import lectern.site.markup.Rule;
import org.commonmark.node.Node;

/** Citations in the sentence: "(Black et al. 2024)", each linked to the page's reference list. */
final class Citations {
    private Citations() {}

    static String write(PageWriter page, Node node, Citation citation) {
        var own = page.own(node);
        var name = node instanceof Role role ? role.name() : "";
        var list = new StringJoiner(citation.narrative() ? ", " : "; ");
        boolean numeric = false;
        for (int i = 0; i < citation.items().size(); i++) {
            var item = citation.items().get(i);
            var found = page.facts.work(item.key());
            if (found.isEmpty() && node instanceof Citation && citation.narrative() && !page.manner.sphinx() && page.facts.label(Labels.normal(item.key())).isPresent()) {
                return References.label(page.facts.label(Labels.normal(item.key())).get());
            }
            if (found.isEmpty() && page.manner.sphinx() && node instanceof Citation) {
                // "@someone" is a name, and only in MyST's own tool a citation
                return citation.narrative() ? "@" + escape(item.key()) : "[@" + escape(item.key()) + "]";
            }
            if (found.isEmpty()) {
                page.report(node, Rule.MISSING_CITATION, "The bibliography has no entry \"" + item.key() + "\".", page.facts.didYouMean(Facts.Named.WORK, item.key()));
                list.add("<span class=\"problem\"><code>" + escape(item.key()) + "</code></span>");
                continue;
            }
            var work = found.get();
            numeric |= !work.number().isEmpty();
            var id = own.id().isEmpty() ? "" : own.id() + (i == 0 ? "" : "-" + (i + 1));
            list.add(words(item.prefix(), " ") + link(page, node, work, id, text(work, citation, name)) + (item.suffix().isEmpty() ? "" : ", " + escape(item.suffix())));
        }
        if (citation.narrative() || name.equals("cite:year") || name.startsWith("cite:alp")) {
            return list.toString();
        }
        return numeric ? "[" + list.toString().replace("; ", ", ") + "]" : "(" + list + ")";
    }

    private static String words(String text, String after) {
        return text.isEmpty() ? "" : escape(text) + after;
    }

    private static String text(Facts.Work work, Citation citation, String role) {
        if (role.equals("cite:year")) {
            return work.year();
        }
        if (role.equals("cite:author")) {
            return work.authors();
        }
        if (!work.number().isEmpty()) {
            return citation.narrative() ? work.authors() + " [" + work.number() + "]" : work.number();
        }
        return citation.narrative() ? work.authors() + " (" + work.year() + ")" : (work.authors() + " " + work.year()).strip();
    }

    private static String link(PageWriter page, Node node, Facts.Work work, String id, String text) {
        if (page.quoting || References.insideLink(node)) {
            return escape(text);
        }
        return "<a class=\"cite\"" + attribute("id", id) + attribute("href", "#ref-" + work.key()) + ">" + escape(text) + "</a>";
    }
}
