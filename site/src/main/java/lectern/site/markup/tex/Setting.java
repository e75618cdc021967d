package lectern.site.markup.tex;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lectern.site.markup.shape.Quantity;
import org.jspecify.annotations.Nullable;

/** What the formulas of a page share: macros, coloured symbols, known symbols. Settings with equal macros, colours and symbols draw the same. */
public final class Setting {
    public static final Setting NONE = of(Map.of(), Map.of(), java.util.Set.of());

    private static final String NO_SYMBOLS = "\"known\":[]}";
    private static final Quantity NO_QUANTITY = new Quantity(Optional.empty(), false);

    private final Map<String, String> macros;
    private final String json;
    private final String id;
    private final Map<String, Symbol> meanings;
    private final boolean shapes;
    private final @Nullable Scope scope;

    /** Finds the setting that holds below labels. Two scopes are equal when they find equal settings. */
    public interface Scope {
        /** @param labels outermost first */
        Setting within(List<String> labels);

        /** The same scope where these meanings are chosen, {@code x=pose}. */
        Scope choosing(String choice);
    }

    private Setting(Map<String, String> macros, String json, Map<String, Symbol> meanings, @Nullable Scope scope) {
        this.scope = scope;
        this.macros = macros;
        this.json = json;
        this.meanings = Map.copyOf(meanings);
        shapes = meanings.values().stream().anyMatch(symbol -> symbol.shape().isPresent());
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
                + known.stream().distinct().sorted().map(Setting::quote).collect(Collectors.joining(",")) + "]}", Map.of(), null);
    }

    /** The same setting, which meaning of each symbol holds in it, by TeX, and what holds in parts of the page. */
    public Setting meaning(Map<String, Symbol> meanings, @Nullable Scope scope) {
        return new Setting(macros, json, meanings, scope);
    }

    /** A setting of formulas that are drawn already, from its macros, its {@link #json} and its meanings. */
    public static Setting kept(Map<String, String> macros, String json, Map<String, Symbol> meanings) {
        return new Setting(Map.copyOf(macros), json, meanings, null);
    }

    /** Whether another setting may hold in a part of the page. */
    public boolean isScoped() {
        return scope != null;
    }

    /** The setting below these labels, outermost first. */
    public Setting within(List<String> labels) {
        return scope == null ? this : scope.within(labels);
    }

    /** The setting below these labels where some meanings are chosen by hand. */
    public Setting within(List<String> labels, String choice) {
        return scope == null ? this : scope.choosing(choice).within(labels);
    }

    /** The symbols that hold here, by TeX. */
    public Map<String, Symbol> meanings() {
        return meanings;
    }

    /** Whether the table of symbols holds any here. */
    boolean hasSymbols() {
        return !json.endsWith(NO_SYMBOLS);
    }

    /** Whether any symbol that holds here has a declared shape. */
    public boolean hasShapes() {
        return shapes;
    }

    /** What is known of the shape of a symbol, by its TeX. */
    public Quantity quantity(String tex) {
        var symbol = meanings.get(tex);
        return symbol == null ? NO_QUANTITY : new Quantity(symbol.shape(), symbol.function());
    }

    /** The same macros without the symbols. */
    public Setting plain() {
        return of(macros, Map.of(), java.util.Set.of());
    }

    /** TeX name, {@code \\R}, to its meaning. */
    public Map<String, String> macros() {
        return macros;
    }

    /** Keys in order: what the engine is given. */
    public String json() {
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
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Setting s && s.json.equals(json) && s.meanings.equals(meanings) && Objects.equals(s.scope, scope);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }
}
