package lectern.widgets.widget;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Text;

/**
 * A symbol with its place in the colours of the book.
 *
 * @param letter {@code q}, or {@code q} and a combining dot for a rate
 * @param index subscript; may be empty
 * @param role {@code q1 q2 x g e ink}: one colour with one dash and shape
 * @param words its name, {@code joint 2}
 */
public record Symbol(String letter, String index, String role, String words) {
    private static final char DOT = '\u0307';

    /** The symbol in a line of HTML, with its name for those who do not see it. */
    public Node[] inline() {
        return new Node[] {mark(), Element.of("span", "class", "vh").with(words)};
    }

    /** The symbol alone in a line of HTML, for the eye. */
    public Element mark() {
        boolean dotted = letter.length() == 2 && letter.charAt(1) == DOT;
        Node base = dotted ? Element.of("span", "class", "dotted").with(letter.substring(0, 1)) : new Text(letter);
        Element sign = Element.of("span", "class", "sym f-" + role, "aria-hidden", "true");
        return index.isEmpty() ? sign.with(base) : sign.with(base, Element.of("sub", "class", "sub").with(index));
    }
}
