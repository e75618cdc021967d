package lectern.widgets.widget;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
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
    public Element inline() {
        return Element.of("span").with(mark(), Element.of("span", "class", "vh").with(words));
    }

    /** The symbol alone in a line of HTML, for the eye. */
    public Element mark() {
        return Element.of("span", "class", "sym f-" + role, "aria-hidden", "true").with(parts("sub", false));
    }

    /** The symbol in a picture, its baseline starting at a point. */
    public Element at(double x, double y) {
        return Element.of("text", "class", "sym f-" + role, "x", Path.coordinate(x), "y", Path.coordinate(y)).with(parts("tspan", true));
    }

    /** Base letter, dot, index. In SVG the dot is a full stop raised over the letter, since the book's mathematical faces hold no accents. */
    private Node[] parts(String tag, boolean picture) {
        boolean dotted = letter.length() == 2 && letter.charAt(1) == DOT;
        Nodes parts = new Nodes().add(dotted && !picture
            ? Element.of("span", "class", "dotted").with(letter.substring(0, 1)) : new Text(dotted ? letter.substring(0, 1) : letter));
        if (dotted && picture) {
            parts.add(Element.of("tspan", "class", "up", "dx", "-.4em", "dy", "-.58em").with("."));
        }
        if (!index.isEmpty()) {
            parts.add(Element.of(tag, "class", "sub", "dx", dotted && picture ? ".15em" : null, "dy", !picture ? null : dotted ? "1.05em" : ".22em")
                .with(index));
        }
        return parts.all();
    }
}
