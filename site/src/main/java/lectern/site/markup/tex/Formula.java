package lectern.site.markup.tex;

/**
 * A formula to draw; equal formulas look the same.
 *
 * @param tex as the author wrote it
 * @param display on a line of its own
 * @param setting macros and coloured symbols of the page
 */
public record Formula(String tex, boolean display, Setting setting) {}
