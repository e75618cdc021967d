package lectern.search;

/**
 * A formula of a passage.
 *
 * @param tex as the author wrote it
 * @param mathMl as KaTeX wrote it; empty when there is none, then the TeX is read instead
 */
public record Formula(String tex, String mathMl) {}
