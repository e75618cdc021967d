package lectern.search;

/**
 * Something a reader may look for: what goes into the index.
 *
 * @param id unique in the book
 * @param url where a hit leads, {@code /ch03/vectors#jacobian}
 * @param title what the hit is called
 * @param trail where it stands, {@code 3.1 Vectors › The chain rule}
 * @param text running text without formulas' markup
 * @param tex the formulas' TeX, one a line; empty when there is none
 * @param page path of the page it belongs to, {@code ch03/vectors}
 */
public record Passage(String id, String url, String title, String trail, String text, String tex, Kind kind, String page) {
    /** What a passage is. */
    public enum Kind { SECTION, DEFINITION, THEOREM, EQUATION, FIGURE, WIDGET, EXERCISE, REFERENCE, TERM }
}
