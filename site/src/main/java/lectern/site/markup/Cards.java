package lectern.site.markup;

import java.util.LinkedHashMap;

/** Header and footer of a card in Sphinx's form: what stands above {@code ^^^} and below {@code +++}. */
final class Cards {
    private Cards() {}

    /** The body without them; they become options, if the card has none. */
    static Source body(Directive card) {
        var lines = card.body().lines();
        if (!card.name().endsWith("card")) {
            return card.body();
        }
        int from = 0;
        int to = lines.size();
        var options = new LinkedHashMap<>(card.options());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).text().strip();
            if (line.matches("\\^{3,}") && from == 0) {
                part("header", card.body().text().lines().limit(i), options, lines.getFirst());
                from = i + 1;
            } else if (line.matches("\\+{3,}") && to == lines.size()) {
                part("footer", card.body().text().lines().skip(i + 1L), options, lines.get(i));
                to = i;
            }
        }
        var body = from == 0 && to == lines.size() ? card.body() : new Source(lines.subList(from, Math.max(from, to)));
        card.set(options, body);
        return body;
    }

    private static void part(String name, java.util.stream.Stream<String> lines, LinkedHashMap<String, Directive.Option> options, Source.Line first) {
        options.putIfAbsent(name, new Directive.Option(String.join(" ", lines.toList()).strip(), first.place()));
    }
}
