package lectern.widgets.draw;

import org.jspecify.annotations.Nullable;

/**
 * An HTML, SVG or MathML element. Its arrays are never written after construction: they are arrays because lists cost browser code.
 *
 * @param name tag; {@code svg} and {@code math} open their namespace
 * @param attributes name, value, name, value …; a null value means that the attribute is absent
 */
public record Element(String name, @Nullable String[] attributes, Node[] children) implements Node {

    private static final Node[] NONE = {};

    /** An element without children. */
    public static Element of(String name, @Nullable String... attributes) {
        return new Element(name, attributes, NONE);
    }

    /** This element with other children. */
    public Element with(Node... inside) {
        return new Element(name, attributes, inside);
    }

    /** This element around a text; an empty text leaves it without children, because markup cannot show one. */
    public Element with(String text) {
        return new Element(name, attributes, text.isEmpty() ? NONE : new Node[] {new Text(text)});
    }

    /** Value of an attribute; null when absent. */
    public @Nullable String attribute(String key) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (key.equals(attributes[i])) {
                return attributes[i + 1];
            }
        }
        return null;
    }
}
