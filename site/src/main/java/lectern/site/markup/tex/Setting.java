package lectern.site.markup.tex;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the formulas of a page share: macros, coloured symbols, known symbols. Equal settings draw the same. */
public final class Setting {
    public static final Setting NONE = of(Map.of(), Map.of(), java.util.Set.of());

    private final Map<String, String> macros;
    private final String json;
    private final String id;

    private Setting(Map<String, String> macros, String json) {
        this.macros = macros;
        this.json = json;
        try {
            id = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Short name of the setting, the same in every run. */
    String id() {
        return id;
    }

    /**
     * @param macros TeX name, {@code \R}, to its meaning
     * @param colours TeX of a symbol to the class it wears, {@code q_1} to {@code s-q1}
     * @param known TeX of every symbol that has a meaning here; empty when symbols are not checked
     */
    public static Setting of(Map<String, String> macros, Map<String, String> colours, Collection<String> known) {
        return new Setting(Map.copyOf(macros), "{\"macros\":" + object(macros) + ",\"colours\":" + object(colours) + ",\"known\":["
                + known.stream().distinct().sorted().map(Setting::quote).collect(Collectors.joining(",")) + "]}");
    }

    /** The same macros without the symbols. */
    public Setting plain() {
        return of(macros, Map.of(), java.util.Set.of());
    }

    /** Keys in order: what the engine is given. */
    String json() {
        return json;
    }

    private static String object(Map<String, String> map) {
        return new TreeMap<>(map).entrySet().stream().map(e -> quote(e.getKey()) + ":" + quote(e.getValue())).collect(Collectors.joining(",", "{", "}"));
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

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Setting s && s.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }
}
