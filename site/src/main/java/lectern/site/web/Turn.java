package lectern.site.web;

/**
 * The page before or after this one.
 *
 * @param pose its mark, as SVG text
 * @param minutes to read; 0 to leave them out
 */
public record Turn(String href, String number, String title, String pose, int minutes) {}
