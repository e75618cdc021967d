package lectern.search;

import java.util.List;
import java.util.Map;

/**
 * What answers a question.
 *
 * @param hits best first
 * @param meant what the reader may have meant to type; empty when every word is known
 * @param formula TeX that shows how mathematics in the question was read; empty when there was none
 * @param kinds how many passages of each kind answer, whatever kinds and chapters were asked for
 * @param chapters how many in each chapter
 */
public record Findings(List<Hit> hits, String meant, String formula, Map<Passage.Kind, Integer> kinds, Map<String, Integer> chapters) {
    public static final Findings NONE = new Findings(List.of(), "", "", Map.of(), Map.of());
}
