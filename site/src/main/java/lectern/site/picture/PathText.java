package lectern.site.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the {@code d} of a path: M, L, H, V, Q, C, A and Z, absolute and relative; all that our drawings use. */
final class PathText {
    private static final Pattern PART = Pattern.compile("([MLHVQCAZmlhvqcaz])([^MLHVQCAZmlhvqcaz]*)");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:e-?\\d++)?");

    private final Path2D.Double path = new Path2D.Double();
    private double x;
    private double y;
    private double startX;
    private double startY;

    private PathText() {}

    /** @throws IllegalArgumentException for a command that is not among those */
    static Shape shape(String d) {
        var text = new PathText();
        var parts = PART.matcher(d);
        int end = 0;
        while (parts.find()) {
            if (!d.substring(end, parts.start()).isBlank()) {
                throw new IllegalArgumentException("not a path: " + d);
            }
            end = parts.end();
            text.part(parts.group(1).charAt(0), numbers(parts.group(2)));
        }
        if (end < d.length()) {
            throw new IllegalArgumentException("not a path: " + d);
        }
        return text.path;
    }

    private static List<Double> numbers(String text) {
        var numbers = new ArrayList<Double>();
        var found = NUMBER.matcher(text);
        while (found.find()) {
            numbers.add(Double.valueOf(found.group()));
        }
        return numbers;
    }

    private void part(char command, List<Double> n) {
        boolean relative = Character.isLowerCase(command);
        char upper = Character.toUpperCase(command);
        int takes = switch (upper) {
            case 'H', 'V' -> 1;
            case 'Q' -> 4;
            case 'C' -> 6;
            case 'A' -> 7;
            case 'Z' -> 0;
            default -> 2;
        };
        if (takes == 0) {
            path.closePath();
            to(startX, startY);
            return;
        }
        for (int i = 0; i + takes <= n.size(); i += takes) {
            double dx = relative ? x : 0;
            double dy = relative ? y : 0;
            switch (upper) {
                case 'M' -> {
                    to(dx + n.get(i), dy + n.get(i + 1));
                    if (i == 0) {
                        path.moveTo(x, y);
                        startX = x;
                        startY = y;
                    } else {
                        path.lineTo(x, y);
                    }
                }
                case 'H' -> line(dx + n.get(i), y);
                case 'V' -> line(x, dy + n.get(i));
                case 'Q' -> {
                    path.quadTo(dx + n.get(i), dy + n.get(i + 1), dx + n.get(i + 2), dy + n.get(i + 3));
                    to(dx + n.get(i + 2), dy + n.get(i + 3));
                }
                case 'C' -> {
                    path.curveTo(dx + n.get(i), dy + n.get(i + 1), dx + n.get(i + 2), dy + n.get(i + 3), dx + n.get(i + 4), dy + n.get(i + 5));
                    to(dx + n.get(i + 4), dy + n.get(i + 5));
                }
                case 'A' -> arc(n.get(i), n.get(i + 1), n.get(i + 2), n.get(i + 3) != 0, n.get(i + 4) != 0, dx + n.get(i + 5), dy + n.get(i + 6));
                default -> line(dx + n.get(i), dy + n.get(i + 1));
            }
        }
    }

    private void line(double toX, double toY) {
        path.lineTo(toX, toY);
        to(toX, toY);
    }

    private void to(double toX, double toY) {
        x = toX;
        y = toY;
    }

    /** From the end points to the centre, as the implementation notes of SVG 2 (section B.2.4) have it. */
    private void arc(double rx, double ry, double degrees, boolean large, boolean sweep, double toX, double toY) {
        if (rx == 0 || ry == 0 || x == toX && y == toY) {
            line(toX, toY);
            return;
        }
        double phi = Math.toRadians(degrees);
        double cos = Math.cos(phi);
        double sin = Math.sin(phi);
        double hx = cos * (x - toX) / 2 + sin * (y - toY) / 2;
        double hy = -sin * (x - toX) / 2 + cos * (y - toY) / 2;
        double grow = Math.max(1, Math.sqrt(hx * hx / (rx * rx) + hy * hy / (ry * ry)));
        double a = rx * grow;
        double b = ry * grow;
        double under = Math.max(0, (a * a * b * b - a * a * hy * hy - b * b * hx * hx) / (a * a * hy * hy + b * b * hx * hx));
        double root = (large == sweep ? -1 : 1) * Math.sqrt(under);
        double cx = root * a * hy / b;
        double cy = -root * b * hx / a;
        double from = Math.toDegrees(Math.atan2((hy - cy) / b, (hx - cx) / a));
        double turn = Math.toDegrees(Math.atan2((-hy - cy) / b, (-hx - cx) / a)) - from;
        turn += sweep && turn < 0 ? 360 : !sweep && turn > 0 ? -360 : 0;
        var place = AffineTransform.getTranslateInstance(cos * cx - sin * cy + (x + toX) / 2, sin * cx + cos * cy + (y + toY) / 2);
        place.rotate(phi);
        // the arcs of the JDK turn against the clock, and y grows downwards here
        path.append(new Arc2D.Double(-a, -b, 2 * a, 2 * b, -from, -turn, Arc2D.OPEN).getPathIterator(place), true);
        to(toX, toY);
    }
}
