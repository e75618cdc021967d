package lectern.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.search.formula.Line;

/** Other names of things, looked up by folded words. */
final class Aliases {
    private final Map<List<String>, Set<List<String>>> others = new HashMap<>();
    private int longest;

    Aliases(Lexicon lexicon) {
        for (Set<String> names : lexicon.aliases()) {
            Set<List<String>> folded = new LinkedHashSet<>();
            for (String name : names.stream().sorted().toList()) {
                if (name.indexOf('\\') >= 0) Line.ofTex(name, lexicon.macros()).words().stream().max(Comparator.comparingInt(String::length)).ifPresent(word -> folded.add(Words.folded(word)));
                else folded.add(Words.folded(name));
            }
            folded.remove(List.<String>of());
            for (List<String> name : folded) {
                longest = Math.max(longest, name.size());
                Set<List<String>> rest = others.computeIfAbsent(name, unused -> new LinkedHashSet<>());
                folded.stream().filter(other -> !other.equals(name)).forEach(rest::add);
            }
        }
    }

    /** How many words from this place on are a name that has others; 0 for none. */
    int named(List<String> words, int from) {
        for (int length = Math.min(longest, words.size() - from); length > 0; length--) {
            if (others.containsKey(words.subList(from, from + length))) return length;
        }
        return 0;
    }

    List<List<String>> others(List<String> name) {
        return new ArrayList<>(others.getOrDefault(name, Set.of()));
    }
}
