package lectern.site.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.site.book.Book;
import lectern.site.book.Computed;
import lectern.widgets.Widgets;
import lectern.widgets.math.Digits;
import lectern.widgets.oracle.Case;
import lectern.widgets.oracle.JsonText;
import lectern.widgets.oracle.Oracle;
import lectern.widgets.oracle.Tally;
import lectern.widgets.worked.Worked;

/** Leads from each computed number of a book to the kernel that made it, and to the outside numbers that the kernel is compared with. */
final class Provenance {
    /** Tallies by topic: kernels and cases do not change while the program runs, so each is run once. */
    private static final Map<String, Tally> TALLIES = new ConcurrentHashMap<>();

    private final Book book;

    Provenance(Book book) {
        this.book = book;
    }

    /** The oracle's cases of a topic on the kernels of this program. */
    static Tally tally(String topic) {
        return TALLIES.computeIfAbsent(topic, t -> Oracle.run(Case.read(JsonText.read(new String(Assets.read("/public/oracle/" + t + ".json"), StandardCharsets.UTF_8)))));
    }

    String html() {
        var sources = new LinkedHashSet<String>();
        book.sections().forEach(s -> s.computed().stream().map(Computed::source).forEach(sources::add));
        var html = new StringBuilder("<p>Numbers in the text are computed when the book is read, by the same program that runs its widgets. "
                + "That program answers to numbers it did not make: cases computed by other libraries. The tallies below are of a run on this server, on these very kernels.</p>");
        sources.stream().filter(Widgets.ids()::contains).forEach(id -> kernel(html, id, "Kernel: <a href=\"/widgets/" + id + "\">" + Words.escape(Widgets.title(id)) + "</a>", Widgets.proof(id), ""));
        sources.stream().filter(Worked.ids()::contains).forEach(id -> kernel(html, id, "Worked example: " + Words.escape(Worked.title(id)), Worked.proof(id), Worked.law(id)));
        for (var section : book.sections()) {
            if (!section.computed().isEmpty()) {
                html.append("<h2><a href=\"").append(section.url()).append("\">").append(Words.escape((section.number() + " " + section.shortTitle()).strip())).append("</a></h2><ul class=\"hits\">");
                for (var number : section.computed()) {
                    html.append("<li><a href=\"#kernel-").append(Words.escape(number.source())).append("\"><span class=\"kind\"><span class=\"num\">").append(Words.escape(number.value()))
                            .append("</span></span><span><code>").append(Words.escape(number.expression().strip())).append("</code></span></a></li>");
                }
                html.append("</ul>");
            }
        }
        return html.toString();
    }

    private static void kernel(StringBuilder html, String source, String heading, List<String> topics, String law) {
        html.append("<h2 id=\"kernel-").append(source).append("\">").append(heading).append("</h2><ul>");
        if (!law.isEmpty()) {
            html.append("<li>Held by a test to a law: ").append(Words.escape(law)).append(".</li>");
        }
        for (String topic : topics) {
            for (var line : tally(topic).lines()) {
                html.append("<li><code>").append(Words.escape(line.topic())).append("</code>: ").append(line.passed()).append(" of ").append(line.cases()).append(" cases agree, ")
                        .append(line.numbers()).append(" numbers compared, largest difference ").append(Digits.text(line.worst(), 2).replace('-', '−')).append(". From ")
                        .append(Words.escape(String.join(", ", line.sources()))).append(".</li>");
            }
            tally(topic).notes().forEach(note -> html.append("<li>").append(Words.escape(note)).append("</li>"));
        }
        html.append("</ul>");
    }
}
