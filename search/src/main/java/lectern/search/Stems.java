package lectern.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stems of the words that passages hold, each found once. Not for what readers type: that has no end. */
final class Stems {
    private final Map<String, String> found = new ConcurrentHashMap<>();

    String of(String folded) {
        return found.computeIfAbsent(folded, Words::stem);
    }
}
