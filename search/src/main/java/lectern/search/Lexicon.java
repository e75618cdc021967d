package lectern.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a book says about its own words.
 *
 * @param aliases names of one thing, any of which finds the others: {@code DLS} and {@code damped least squares}, {@code ∇} and {@code gradient}; a name with a backslash is TeX
 * @param macros TeX of each macro by its name with the backslash
 */
public record Lexicon(List<Set<String>> aliases, Map<String, String> macros) {
    /** A book that says nothing. */
    public static final Lexicon EMPTY = new Lexicon(List.of(), Map.of());

    public Lexicon {
        aliases = aliases.stream().map(Set::copyOf).toList();
        macros = Map.copyOf(macros);
    }

    public static Lexicon of(Collection<Set<String>> aliases) {
        return new Lexicon(List.copyOf(aliases), Map.of());
    }
}
