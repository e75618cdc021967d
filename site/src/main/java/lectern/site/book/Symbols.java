package lectern.site.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.site.markup.Labels;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.Words;
import lectern.site.markup.Yaml;
import lectern.site.markup.tex.Setting;
import org.jspecify.annotations.Nullable;

/** The book's table of symbols: what each means, and the colour of the few that have one. */
record Symbols(List<Symbol> all) {
    static final Symbols NONE = new Symbols(List.of());
    private static final Map<String, String> CLASSES = Map.of("joint1", "s-q1", "joint", "s-q1", "joint2", "s-q2", "hand", "s-x", "task", "s-x", "gradient", "s-g", "error", "s-e");

    /** @param in labels of the parts of the book in which this meaning holds; empty for everywhere */
    record Symbol(String id, String tex, String meaning, String unit, String colour, List<String> in, List<String> aliases) {}

    static Symbols read(String file, String text, List<Mistake> mistakes) {
        var symbols = new ArrayList<Symbol>();
        try {
            int line = 0;
            for (var item : Yaml.list(Yaml.value(text))) {
                var map = Yaml.map(item);
                line = lineOf(text, Yaml.text(map.get("id")), line);
                var symbol = new Symbol(Yaml.text(map.get("id")), Yaml.text(map.get("tex")), Yaml.text(map.get("meaning")), Yaml.text(map.get("unit")),
                        CLASSES.getOrDefault(Yaml.text(map.get("colour")), ""), Yaml.list(map.get("in")).stream().map(l -> Labels.normal(l.toString())).toList(),
                        Yaml.list(map.get("aliases")).stream().map(Object::toString).toList());
                if (symbol.id.isEmpty() || symbol.tex.isEmpty() || symbol.meaning.isEmpty()) {
                    mistakes.add(new Mistake(new Place(file, line, 1), Rule.SYMBOLS, "A symbol needs `id`, `tex` and `meaning`.", ""));
                } else if (map.containsKey("colour") && symbol.colour.isEmpty()) {
                    mistakes.add(new Mistake(new Place(file, line, 1), Rule.SYMBOLS, "There is no colour \"" + map.get("colour") + "\".", Words.didYouMean(Yaml.text(map.get("colour")), CLASSES.keySet())));
                }
                symbols.add(symbol);
            }
        } catch (Yaml.Unreadable e) {
            mistakes.add(new Mistake(new Place(file, e.line, e.column), Rule.SYMBOLS, "The table of symbols cannot be read: " + e.getMessage() + ".", "Mend the YAML at this place."));
        }
        return new Symbols(List.copyOf(symbols));
    }

    /** Names of one thing, for the search: a symbol that is more than a letter, its meaning, and what else it is called. */
    List<Set<String>> names() {
        return all.stream().filter(s -> !s.aliases.isEmpty() || s.tex.startsWith("\\")).map(s -> {
            var names = new LinkedHashSet<>(s.aliases);
            names.add(s.meaning);
            if (s.tex.startsWith("\\")) {
                names.add(s.tex);
            }
            return (Set<String>) names;
        }).toList();
    }

    private static int lineOf(String text, String id, int from) {
        var lines = text.split("\n", -1);
        for (int i = from; i < lines.length; i++) {
            if (lines[i].matches(".*\\bid:\\s*['\"]?" + java.util.regex.Pattern.quote(id) + "['\"]?\\s*[,}]?.*")) {
                return i + 1;
            }
        }
        return from;
    }

    /** What formulas of a page share; of several meanings of a symbol the narrowest holds, or the one that the page chooses ({@code x=pose}). */
    Setting setting(Map<String, String> macros, String file, String label, @Nullable Object choice) {
        var chosen = new HashMap<String, String>();
        for (var pair : choice instanceof Map<?, ?> m ? Yaml.map(m).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList() : List.of(Yaml.text(choice).split("[,;]"))) {
            int is = pair.indexOf('=');
            if (is > 0) {
                chosen.put(pair.substring(0, is).strip(), pair.substring(is + 1).strip());
            }
        }
        var holds = new HashMap<String, Symbol>();
        for (var symbol : all) {
            boolean here = symbol.in.isEmpty() || symbol.in.contains(label) || symbol.in.stream().anyMatch(l -> file.startsWith(l + "/") || Contents.pathOf(file).equals(l));
            if (symbol.id.equals(chosen.get(symbol.tex)) || here && (!holds.containsKey(symbol.tex) || !symbol.in.isEmpty()) && !chosen.containsKey(symbol.tex)) {
                holds.put(symbol.tex, symbol);
            }
        }
        var colours = new HashMap<String, String>();
        holds.forEach((tex, symbol) -> {
            if (!symbol.colour.isEmpty()) {
                colours.put(tex, symbol.colour);
            }
        });
        return Setting.of(macros, colours, all.stream().map(Symbol::tex).filter(t -> !t.isEmpty()).toList());
    }
}
