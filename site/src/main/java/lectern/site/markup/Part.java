package lectern.site.markup;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Something in a page that has a number, a name or an anchor.
 *
 * @param label in normal form; empty when the author gave none
 * @param id element id, unique on the page; empty when nothing can point to it
 * @param title node whose children are its title or caption; absent when it has none
 * @param block index of the top-level block it stands in
 * @param ordinal its place among the parts of that block
 * @param counted whether it takes a number of its own
 * @param tag number given by the author ({@code \tag}), else empty
 */
public record Part(Kind kind, String label, String id, Node node, @Nullable Node title, int block, int ordinal, boolean counted, String tag, Place place) {
    /** Begins the tag of a thing whose number is that of the one counted last and a letter, {@code 1a}. */
    public static final String OF_THE_LAST = "\u0001";
}
