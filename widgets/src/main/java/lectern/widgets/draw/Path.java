package lectern.widgets.draw;

import lectern.widgets.math.Digits;

/**
 * Straight lines and arcs, written step by step in view units, rounded to hundredths. One run of straight lines is given as {@code points}, since a
 * browser takes another list of points without asking its style sheets again, and another {@code d} not.
 */
public final class Path {
    private static final double FAR = 99_999;

    private final StringBuilder data = new StringBuilder();
    /** The latest command; a space before the first. */
    private char last = ' ';
    private boolean straight = true;

    /** Starts at a point. */
    public Path move(double x, double y) {
        if (last != ' ') {
            straight = false;
            data.append('M');
        }
        return put('M', x, y);
    }

    /** A straight line to a point. */
    public Path line(double x, double y) {
        data.append(last == 'A' ? 'L' : ' ');
        return put('L', x, y);
    }

    /** The next point of one run of straight lines. */
    public Path to(double x, double y) {
        return last == ' ' ? move(x, y) : line(x, y);
    }

    /** A circular arc of at most half a turn to a point; {@code left}: turning anticlockwise on the screen. */
    public Path arc(double radius, boolean left, double x, double y) {
        straight = false;
        data.append('A');
        put('A', radius, radius);
        data.append(left ? " 0 0 0 " : " 0 0 1 ");
        return put('A', x, y);
    }

    /** Back to the start, as the end of the path. */
    public Path close() {
        last = 'Z';
        return this;
    }

    private Path put(char command, double x, double y) {
        data.append(coordinate(x)).append(' ').append(coordinate(y));
        last = command;
        return this;
    }

    /** The path as a mark; {@code css} names colour, dash and weight. */
    public Element mark(String css) {
        return straight ? Element.of(last == 'Z' ? "polygon" : "polyline", "class", css, "points", data.toString()) : Element.of("path", "class", css, "d", data());
    }

    /** The finished data of a path that has begun. */
    public String data() {
        return "M" + data + (last == 'Z' ? "Z" : "");
    }

    /** A view coordinate with at most two decimals; far points are moved to the edge of the drawable plane. */
    public static String coordinate(double value) {
        if (value != value) {
            throw new IllegalArgumentException("a coordinate must be a number");
        }
        return Digits.hundredths(Math.max(-FAR, Math.min(FAR, value)));
    }
}
