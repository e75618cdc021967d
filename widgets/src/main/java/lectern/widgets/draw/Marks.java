package lectern.widgets.draw;

import lectern.widgets.math.Num;
import org.jspecify.annotations.Nullable;

/** The marks that figures are made of, at points in view units; {@code css} names colour, dash and weight. */
public final class Marks {
    private Marks() {}

    /** A path. */
    public static Element path(String css, Path path) {
        return path.mark(css);
    }

    /** A straight line. */
    public static Element line(String css, double x1, double y1, double x2, double y2) {
        return path(css, new Path().move(x1, y1).line(x2, y2));
    }

    /** A filled circle that moves: a line without length, which a browser moves more cheaply than a circle. */
    public static Element dot(String css, double x, double y, double radius) {
        String place = Path.coordinate(x) + " " + Path.coordinate(y);
        return Element.of("polyline", "class", "dot " + css, "stroke-width", Path.coordinate(2 * radius), "points", place + " " + place);
    }

    /** A round joint that moves, in a role's colour. */
    public static Element pin(String role, double x, double y, double radius) {
        return Element.of("g").with(dot("k-" + role, x, y, radius + 2), dot("hole", x, y, radius - 2));
    }

    /** A circle. */
    public static Element circle(String css, double x, double y, double radius) {
        return Element.of("circle", "class", css, "cx", Path.coordinate(x), "cy", Path.coordinate(y), "r", Path.coordinate(radius));
    }

    /** A square around a point. */
    public static Element square(String css, double x, double y, double half) {
        return path(css, new Path().move(x - half, y - half).line(x + half, y - half).line(x + half, y + half).line(x - half, y + half).close());
    }

    /** A square on its corner around a point. */
    public static Element diamond(String css, double x, double y, double half) {
        return path(css, new Path().move(x, y - half).line(x + half, y).line(x, y + half).line(x - half, y).close());
    }

    /** A line of text. */
    public static Element words(String css, double x, double y, String text) {
        return anchored(null, css, x, y, text);
    }

    /** A line of text that ends at a point. */
    public static Element ending(String css, double x, double y, String text) {
        return anchored("end", css, x, y, text);
    }

    /** A line of text around a point. */
    public static Element centred(String css, double x, double y, String text) {
        return anchored("middle", css, x, y, text);
    }

    private static Element anchored(@Nullable String anchor, String css, double x, double y, String text) {
        return Element.of("text", "class", css, "x", Path.coordinate(x), "y", Path.coordinate(y), "text-anchor", anchor).with(text);
    }

    /**
     * A symbol with its index, which may be empty. A dot that follows the letter as a combining sign becomes a full stop raised over it, since the
     * book's mathematical faces hold no accents.
     */
    public static Element symbol(String letter, String index, String role, double x, double y) {
        boolean dotted = letter.length() == 2;
        Element base = words("sym f-" + role, x, y, letter.substring(0, 1));
        Nodes parts = new Nodes().add(base.children());
        if (dotted) {
            parts.add(Element.of("tspan", "class", "up", "dx", "-.4em", "dy", "-.58em").with("."));
        }
        if (!index.isEmpty()) {
            parts.add(Element.of("tspan", "class", "sub", "dx", dotted ? ".15em" : null, "dy", dotted ? "1.05em" : ".22em").with(index));
        }
        return base.with(parts.all());
    }

    /** A symbol that moves. */
    public static Element label(String letter, String index, String role, double x, double y) {
        return moved(x, y, symbol(letter, index, role, 0, 0));
    }

    /** A text pushed to its place, so that its letters are not set anew. */
    public static Element moved(double x, double y, Element text) {
        return Element.of("g", "transform", "translate(" + Path.coordinate(x) + " " + Path.coordinate(y) + ")").with(text);
    }

    /** An arrow in a role's colour and dash; too short for a head, it is only a line. */
    public static Element arrow(String role, double x, double y, double dx, double dy) {
        double length = Num.hypot(dx, dy);
        boolean headed = length > 12;
        double ux = headed ? dx / length : 0;
        double uy = headed ? dy / length : 0;
        double toX = x + dx;
        double toY = y + dy;
        Path head = new Path();
        if (headed) {
            head.move(toX, toY).line(toX - 9 * ux - 4 * uy, toY - 9 * uy + 4 * ux).line(toX - 9 * ux + 4 * uy, toY - 9 * uy - 4 * ux).close();
        }
        return Element.of("g").with(line("k-" + role + " stem d-" + role, x, y, toX - 7 * ux, toY - 7 * uy), path("f-" + role, head));
    }

    /** A round handle that can be dragged, and stepped by keys: a slider of the given value within ±limit, told in words. */
    public static Element grip(String name, String words, double x, double y, double value, double limit, String text) {
        return Element.of("circle", "class", "grip", "data-grip", name, "cx", Path.coordinate(x), "cy", Path.coordinate(y), "r", "26",
            "tabindex", "0", "role", "slider", "aria-label", words, "aria-valuemin", Path.coordinate(-limit), "aria-valuemax", Path.coordinate(limit),
            "aria-valuenow", Path.coordinate(value), "aria-valuetext", text);
    }
}
