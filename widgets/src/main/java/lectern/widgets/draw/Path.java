package lectern.widgets.draw;

import lectern.widgets.math.Digits;

/** The data of an SVG path, written step by step in view units, rounded to hundredths. */
public final class Path {
    private static final double FAR = 99_999;

    private final StringBuilder data = new StringBuilder();

    /** Starts at a point. */
    public Path move(double x, double y) {
        return put('M', x, y);
    }

    /** A straight line to a point. */
    public Path line(double x, double y) {
        return put('L', x, y);
    }

    /** A circular arc of at most half a turn to a point; {@code left}: turning anticlockwise on the screen. */
    public Path arc(double radius, boolean left, double x, double y) {
        put('A', radius, radius);
        data.append(left ? " 0 0 0" : " 0 0 1");
        return put(' ', x, y);
    }

    /** Back to the start. */
    public Path close() {
        data.append('Z');
        return this;
    }

    private Path put(char command, double x, double y) {
        data.append(command).append(coordinate(x)).append(' ').append(coordinate(y));
        return this;
    }

    /** The finished data. */
    public String data() {
        return data.toString();
    }

    /** A view coordinate with at most two decimals; far points are moved to the edge of the drawable plane. */
    public static String coordinate(double value) {
        if (value != value) {
            throw new IllegalArgumentException("a coordinate must be a number");
        }
        double bounded = Math.max(-FAR, Math.min(FAR, value));
        return Digits.text(Math.floor(bounded * 100 + 0.5) / 100, 7);
    }
}
