package lectern.search;

/**
 * A passage that answers a query.
 *
 * @param snippet HTML-escaped text with the matched words in {@code <mark>}
 */
public record Hit(String url, String title, String trail, Passage.Kind kind, String snippet, double score) {}
