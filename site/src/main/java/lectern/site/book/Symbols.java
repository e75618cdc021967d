package lectern.site.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.site.markup.Labels;
import lectern.site.markup.Mistake;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.Words;
import lectern.site.markup.Yaml;
import lectern.site.markup.shape.Shape;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * The book's table of symbols: what each means, and the colour of the few that have one.
 *
 * @param scopes labels of the parts of the book in which some meaning holds
 */
record Symbols(List<Symbol> all, Set<String> scopes) {
    private Symbols(List<Symbol> all) {
        this(all, all.stream().flatMap(symbol -> symbol.in().stream()).collect(Collectors.toUnmodifiableSet()));
    }

    static final Symbols NONE = new Symbols(List.of());
    private static final Map<String, String> CLASSES = Map.of("joint1", "s-q1", "joint", "s-q1", "joint2", "s-q2", "hand", "s-x", "task", "s-x", "gradient", "s-g", "error", "s-e");

    static Symbols read(String file, String text, List<Mistake> mistakes) {
        var symbols = new ArrayList<Symbol>();
        try {
            int line = 0;
            for (var item : Yaml.list(Yaml.value(text))) {
                var map = Yaml.map(item);
                line = lineOf(text, Yaml.text(map.get("id")), line);
                var symbol = new Symbol(Yaml.text(map.get("id")), Yaml.text(map.get("tex")), Yaml.text(map.get("meaning")), Yaml.text(map.get("unit")),
                        Shape.of(map.getOrDefault("shape", "")), "true".equals(Yaml.text(map.get("function"))), Yaml.text(map.get("say")),
                        CLASSES.getOrDefault(Yaml.text(map.get("colour")), ""), Yaml.list(map.get("in")).stream().map(l -> Labels.normal(l.toString())).toList(),
                        Yaml.list(map.get("aliases")).stream().map(Object::toString).toList());
                if (symbol.id().isEmpty() || symbol.tex().isEmpty() || symbol.meaning().isEmpty()) {
                    mistakes.add(new Mistake(new Place(file, line, 1), Rule.SYMBOLS, "A symbol needs `id`, `tex` and `meaning`.", ""));
                } else if (map.containsKey("shape") && symbol.shape().isEmpty()) {
                    mistakes.add(new Mistake(new Place(file, line, 1), Rule.SYMBOLS, "There is no shape \"" + map.get("shape") + "\".", "Write scalar, [n] or [rows, columns]."));
                } else if (map.containsKey("colour") && symbol.colour().isEmpty()) {
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
        return all.stream().filter(s -> !s.aliases().isEmpty() || s.tex().startsWith("\\")).map(s -> {
            var names = new LinkedHashSet<>(s.aliases());
            names.add(s.meaning());
            if (s.tex().startsWith("\\")) {
                names.add(s.tex());
            }
            return (Set<String>) names;
        }).toList();
    }

    private static int lineOf(String text, String id, int from) {
        var named = Pattern.compile("\\bid:\\s*['\"]?" + Pattern.quote(id) + "['\"]?\\s*(?:[,}]|$)", Pattern.MULTILINE).matcher(text);
        int start = 0;
        for (int line = 0; line < from; line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return named.find(start) ? 1 + (int) text.substring(0, named.start()).chars().filter(c -> c == '\n').count() : from;
    }

    /** What formulas of a page share; of several meanings of a symbol the narrowest holds, or the one that the page chooses ({@code x=pose}). */
    Setting setting(Map<String, String> macros, String file, String label, @Nullable Object choice) {
        return new Scope(this, Map.copyOf(macros), file, label, chosen(choice)).within(List.of());
    }

    private static Map<String, String> chosen(@Nullable Object choice) {
        var chosen = new HashMap<String, String>();
        for (var pair : choice instanceof Map<?, ?> m ? Yaml.map(m).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList() : List.of(Yaml.text(choice).split("[,;]"))) {
            int is = pair.indexOf('=');
            if (is > 0) {
                chosen.put(pair.substring(0, is).strip(), pair.substring(is + 1).strip());
            }
        }
        return Map.copyOf(chosen);
    }

    /** Where on a page which meanings hold. */
    private record Scope(Symbols symbols, Map<String, String> macros, String file, String label, Map<String, String> chosen, Map<List<String>, Setting> known) implements Setting.Scope {
        private Scope(Symbols symbols, Map<String, String> macros, String file, String label, Map<String, String> chosen) {
            this(symbols, macros, file, label, chosen, new ConcurrentHashMap<>());
        }

        @Override
        public Setting within(List<String> labels) {
            // labels that no symbol names narrow nothing
            var telling = labels.stream().filter(symbols.scopes::contains).toList();
            return known.computeIfAbsent(telling, this::setting);
        }

        @Override
        public Setting.Scope choosing(String choice) {
            var all = new HashMap<>(chosen);
            all.putAll(Symbols.chosen(choice));
            return new Scope(symbols, macros, file, label, Map.copyOf(all));
        }

        private Setting setting(List<String> labels) {
            var holds = new HashMap<String, Symbol>();
            var ranks = new HashMap<String, Integer>();
            for (var symbol : symbols.all) {
                int rank = symbol.id().equals(chosen.get(symbol.tex())) ? Integer.MAX_VALUE : rank(symbol, labels);
                if (rank >= 0 && rank >= ranks.getOrDefault(symbol.tex(), rank == 0 ? -1 : 0) && !(rank == 0 && holds.containsKey(symbol.tex()))) {
                    holds.put(symbol.tex(), symbol);
                    ranks.put(symbol.tex(), rank);
                }
            }
            var colours = new HashMap<String, String>();
            holds.forEach((tex, symbol) -> {
                if (!symbol.colour().isEmpty()) {
                    colours.put(tex, symbol.colour());
                }
            });
            return Setting.of(macros, colours, symbols.all.stream().map(Symbol::tex).filter(t -> !t.isEmpty()).toList()).meaning(holds, symbols.scopes.isEmpty() ? null : this);
        }

        /** How narrow the part is in which a meaning holds: the book, a chapter, the page, a heading, a block; -1 where it does not hold. */
        private int rank(Symbol symbol, List<String> labels) {
            int rank = symbol.in().isEmpty() ? 0 : -1;
            for (var in : symbol.in()) {
                int inside = labels.lastIndexOf(in);
                rank = Math.max(rank, inside >= 0 ? 3 + inside : in.equals(label) || Contents.pathOf(file).equals(in) ? 2 : file.startsWith(in + "/") ? 1 : -1);
            }
            return rank;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Scope s && s.symbols.equals(symbols) && s.macros.equals(macros) && s.file.equals(file) && s.label.equals(label) && s.chosen.equals(chosen);
        }

        @Override
        public int hashCode() {
            return file.hashCode();
        }
    }
}
