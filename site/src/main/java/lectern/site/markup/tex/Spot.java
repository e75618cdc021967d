package lectern.site.markup.tex;

import com.google.gson.JsonParser;
import java.util.List;

/**
 * A symbol in a drawn formula. Letters are counted in the formula's visible text, white space left out.
 *
 * @param tex the symbol as the table of symbols writes it
 * @param from its first letter
 * @param to one after its last
 */
public record Spot(String tex, int from, int to) {
    /** The engine's answer. */
    static List<Spot> read(String answer) {
        return JsonParser.parseString(answer).getAsJsonArray().asList().stream().map(one -> one.getAsJsonArray())
                .map(one -> new Spot(one.get(0).getAsString(), one.get(1).getAsInt(), one.get(2).getAsInt())).toList();
    }
}
