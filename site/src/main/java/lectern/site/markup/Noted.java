package lectern.site.markup;

import org.commonmark.node.CustomBlock;

/** A paragraph (first child) and the margin notes that stand beside it. */
public final class Noted extends CustomBlock {
    Noted() {}
}
