package lectern.search;

import java.util.Set;

/**
 * What a reader asks.
 *
 * @param text as typed
 * @param limit most hits wanted
 * @param kinds only these; all when empty
 * @param chapters only in these; in all when empty
 */
public record Question(String text, int limit, Set<Passage.Kind> kinds, Set<String> chapters) {
    public Question {
        kinds = Set.copyOf(kinds);
        chapters = Set.copyOf(chapters);
    }

    public Question(String text, int limit) {
        this(text, limit, Set.of(), Set.of());
    }
}
