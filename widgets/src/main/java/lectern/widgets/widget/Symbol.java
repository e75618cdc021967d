package lectern.widgets.widget;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Text;
import org.jspecify.annotations.Nullable;

/**
 * A symbol with its place in the colours of the book.
 *
 * @param letter {@code q}
 * @param index subscript; may be empty
 * @param role {@code q1 q2 x g e ink}: one colour with one dash and shape
 * @param words its name, {@code joint 2}
 */
public record Symbol(String letter, String index, String role, String words) {

    /** The symbol in a line of HTML, with its name for those who do not see it. */
    public Element inline() {
        return Element.of("span").with(
            Element.of("span", "class", "sym f-" + role, "aria-hidden", "true").with(parts("sub", null)),
            Element.of("span", "class", "vh").with(words));
    }

    /** The symbol in a picture, its baseline starting at a point. */
    public Element at(double x, double y) {
        return Element.of("text", "class", "sym f-" + role, "x", Path.coordinate(x), "y", Path.coordinate(y)).with(parts("tspan", ".22em"));
    }

    private Node[] parts(String tag, @Nullable String drop) {
        Text base = new Text(letter);
        return index.isEmpty() ? new Node[] {base} : new Node[] {base, Element.of(tag, "class", "sub", "dy", drop).with(index)};
    }
}
