package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;

/** Header and footer of a card in Sphinx's form: what stands above {@code ^^^} and below {@code +++}. */
final class Cards {
    private Cards() {}

    /** A fence that no card's text closes by accident. */
    private static final String FENCE = "~".repeat(40);

    /** The body with them as directives of their own, so that they are read as Markdown; what an option gives counts as well. */
    static Source body(Directive card) {
        var lines = card.body().lines();
        if (!card.name().endsWith("card")) {
            return card.body();
        }
        int from = 0;
        int to = lines.size();
        var header = given(card, "header");
        var footer = given(card, "footer");
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).text().strip();
            if (line.matches("\\^{3,}") && from == 0) {
                header = header.isEmpty() ? lines.subList(0, i) : header;
                from = i + 1;
            } else if (line.matches("\\+{3,}") && to == lines.size()) {
                footer = footer.isEmpty() ? lines.subList(i + 1, lines.size()) : footer;
                to = i;
            }
        }
        var all = new ArrayList<Source.Line>();
        part("card-header", header, all);
        all.addAll(lines.subList(from, Math.max(from, to)));
        part("card-footer", footer, all);
        return new Source(all);
    }

    /** The parts of {@code {panels}}, an older form of a grid: a line of dashes parts them, and each is a card, its options left out. */
    static Source ofPanels(Source panels) {
        var all = new ArrayList<Source.Line>();
        var part = new ArrayList<Source.Line>();
        for (var line : panels.lines()) {
            if (line.text().strip().matches("-{3,}")) {
                panel(part, all);
                part.clear();
            } else if (!part.isEmpty() || !line.text().matches("\\s*|:(?:column|card|header|body|footer|img-top|img-bottom)[\\w-]*:.*")) {
                part.add(line);
            }
        }
        panel(part, all);
        return new Source(all);
    }

    private static void panel(List<Source.Line> part, List<Source.Line> all) {
        part("card", part, all);
    }

    private static List<Source.Line> given(Directive card, String option) {
        return card.option(option).isEmpty() ? List.of() : List.of(new Source.Line(card.option(option), card.placeOf(option)));
    }

    private static void part(String name, List<Source.Line> lines, List<Source.Line> all) {
        if (!lines.isEmpty()) {
            var place = lines.getFirst().place();
            all.add(new Source.Line("", place));
            all.add(new Source.Line(FENCE + "{" + name + "}", place));
            all.addAll(lines);
            all.add(new Source.Line(FENCE, place));
            all.add(new Source.Line("", place));
        }
    }
}
