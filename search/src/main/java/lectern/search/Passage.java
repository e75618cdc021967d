package lectern.search;

import java.util.List;

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
 * @param chapter what hits are counted under, {@code ch03}
 * @param code program text, which is cut at dots, underscores and capitals
 * @param formulas the formulas that can be found; those of {@code tex} unless given
 */
public record Passage(String id, String url, String title, String trail, String text, String tex, Kind kind, String page, String chapter, String code,
                      List<Formula> formulas) {
    /** What a passage is. */
    public enum Kind { SECTION, DEFINITION, THEOREM, EQUATION, FIGURE, WIDGET, EXERCISE, REFERENCE, TERM }

    public Passage {
        formulas = List.copyOf(formulas);
    }

    /** A passage without code, in the chapter that its page's path begins with. */
    public Passage(String id, String url, String title, String trail, String text, String tex, Kind kind, String page) {
        this(id, url, title, trail, text, tex, kind, page, page.indexOf('/') < 0 ? page : page.substring(0, page.indexOf('/')), "",
            tex.lines().filter(line -> !line.isBlank()).map(line -> new Formula(line, "")).toList());
    }

    public Passage withFormulas(List<Formula> all) {
        return new Passage(id, url, title, trail, text, tex, kind, page, chapter, code, all);
    }

    public Passage withCode(String program) {
        return new Passage(id, url, title, trail, text, tex, kind, page, chapter, program, formulas);
    }

    public Passage withChapter(String name) {
        return new Passage(id, url, title, trail, text, tex, kind, page, name, code, formulas);
    }
}
