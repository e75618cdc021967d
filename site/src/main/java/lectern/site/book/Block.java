package lectern.site.book;

import java.util.Set;
import lectern.site.markup.html.Face;
import lectern.site.markup.html.Html;

/**
 * One top-level block of a rendered page.
 *
 * @param id the anchor other pages and hits link to; empty when the block has none
 * @param html exactly one element, without a script
 * @param line 1-based line of its first character in the page's file
 * @param faces that its formulas are seen in, among others
 */
public record Block(String id, Html html, int line, Set<Face> faces) {}
