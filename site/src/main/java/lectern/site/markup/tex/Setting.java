package lectern.site.markup.tex;

import java.util.Map;
import java.util.TreeMap;

/**
 * What formulas of a page share.
 *
 * @param macros TeX name, {@code \R}, to its meaning
 * @param colours TeX of a symbol to the class it wears, {@code q_1} to {@code s-q1}
 */
public record Setting(Map<String, String> macros, Map<String, String> colours) {
    public static final Setting NONE = new Setting(Map.of(), Map.of());

    public Setting {
        macros = Map.copyOf(macros);
        colours = Map.copyOf(colours);
    }

    /** Both as JSON, keys in order: what the engine is given, and part of the key of the cache. */
    String json() {
        return "{\"macros\":" + json(macros) + ",\"colours\":" + json(colours) + "}";
    }

    private static String json(Map<String, String> map) {
        var text = new StringBuilder("{");
        new TreeMap<>(map).forEach((k, v) -> text.append(text.length() > 1 ? "," : "").append(quote(k)).append(':').append(quote(v)));
        return text.append('}').toString();
    }

    private static String quote(String s) {
        var text = new StringBuilder("\"");
        for (char c : s.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
