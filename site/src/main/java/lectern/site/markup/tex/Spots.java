package lectern.site.markup.tex;

import com.google.gson.JsonParser;
import java.util.List;

/**
 * Where the symbols stand in a drawn formula. Letters are counted in its visible text, white space left out.
 *
 * @param letters the visible text; empty when it is not known
 */
public record Spots(String letters, List<Spot> all) {
    public Spots {
        all = List.copyOf(all);
    }

    /**
     * One symbol.
     *
     * @param tex as the table of symbols writes it
     * @param from its first letter
     * @param to one after its last
     */
    public record Spot(String tex, int from, int to) {}

    static final Spots NONE = new Spots("", List.of());

    private static final String DRAWN = "class=\"katex-html\"";

    /** The visible text of a formula as it was drawn, as a browser counts it: without white space, and without the zero-width space that props a table. */
    static String letters(String html) {
        var letters = new StringBuilder();
        for (int at = html.indexOf('>', html.indexOf(DRAWN)) + 1; at < html.length(); at++) {
            char c = html.charAt(at);
            if (c == '<') {
                at = html.indexOf('>', at);
            } else if (c == '&') {
                int end = html.indexOf(';', at);
                letters.append(switch (html.substring(at, end)) {
                    case "&lt" -> '<';
                    case "&gt" -> '>';
                    case "&quot" -> '"';
                    case "&#x27" -> '\'';
                    default -> '&';
                });
                at = end;
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u200b' && c != '\ufeff') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** The engine's answer. */
    static Spots read(String answer) {
        var parts = JsonParser.parseString(answer).getAsJsonArray().asList();
        return parts.isEmpty() ? NONE : new Spots(parts.getFirst().getAsString(), parts.stream().skip(1).map(one -> one.getAsJsonArray())
                .map(one -> new Spot(one.get(0).getAsString(), one.get(1).getAsInt(), one.get(2).getAsInt())).toList());
    }
}
