package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.Set;
import java.util.StringJoiner;
import lectern.site.markup.Citation;
import lectern.site.markup.Labels;
import lectern.site.markup.Role;
import lectern.site.markup.Rule;
import org.commonmark.node.Node;

/** Citations in the sentence: "(Black et al. 2024)", each linked to the page's reference list. */
final class Citations {
    /** Roles whose words stand without brackets. */
    private static final Set<String> BARE = Set.of("cite:year", "cite:author", "cite:authors", "cite:cauthor", "cite:cauthors", "cite:title", "cite:label", "cite:alp", "cite:alps");

    private Citations() {}

    static String write(PageWriter page, Node node, Citation citation) {
        var own = page.own(node);
        var name = node instanceof Role role ? role.name() : "";
        var list = new StringJoiner(citation.narrative() ? ", " : "; ");
        boolean numeric = false;
        int labels = 0;
        for (int i = 0; i < citation.items().size(); i++) {
            var item = citation.items().get(i);
            var found = page.facts.work(item.key());
            if (found.isEmpty() && page.manner.sphinx() && node instanceof Citation) {
                // "@someone" is a name, and only in MyST's own tool a citation
                return citation.narrative() ? "@" + escape(item.key()) : "[@" + escape(item.key()) + "]";
            }
            var label = found.isEmpty() && node instanceof Citation ? page.facts.label(Labels.normal(item.key())) : java.util.Optional.<Facts.Referent>empty();
            if (label.isPresent()) {
                labels++;
                list.add(words(item.prefix(), " ") + References.label(label.get()) + (item.suffix().isEmpty() ? "" : ", " + escape(item.suffix())));
                continue;
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
        if (name.equals("cite:empty") || name.equals("nocite")) {
            return "";
        }
        if (citation.narrative() || labels == citation.items().size() || BARE.contains(name)) {
            return list.toString();
        }
        return numeric ? "[" + list.toString().replace("; ", ", ") + "]" : "(" + list + ")";
    }

    private static String words(String text, String after) {
        return text.isEmpty() ? "" : escape(text) + after;
    }

    private static String text(Facts.Work work, Citation citation, String role) {
        if (role.startsWith("cite:year")) {
            return work.year();
        }
        if (role.startsWith("cite:author") || role.startsWith("cite:cauthor")) {
            return work.authors();
        }
        if (role.startsWith("cite:title")) {
            return work.title();
        }
        if (role.startsWith("cite:label")) {
            return work.number().isEmpty() ? work.authors() + " " + work.year() : work.number();
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
