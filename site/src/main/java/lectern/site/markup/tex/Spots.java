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

    /** The engine's answer. */
    static Spots read(String answer) {
        var parts = JsonParser.parseString(answer).getAsJsonArray().asList();
        return parts.isEmpty() ? new Spots("", List.of()) : new Spots(parts.getFirst().getAsString(), parts.stream().skip(1).map(one -> one.getAsJsonArray())
                .map(one -> new Spot(one.get(0).getAsString(), one.get(1).getAsInt(), one.get(2).getAsInt())).toList());
    }
}
