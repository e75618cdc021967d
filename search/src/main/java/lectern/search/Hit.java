package lectern.search;

import java.util.Optional;

/**
 * A passage that answers a query.
 *
 * @param snippet HTML-escaped text with the matched words in {@code <mark>}
 * @param formula the formula that answers, the signs that match with {@code class="match"} in its MathML; of an equation found by words, the equation
 */
public record Hit(String url, String title, String trail, Passage.Kind kind, String snippet, double score, Optional<Formula> formula) {}
