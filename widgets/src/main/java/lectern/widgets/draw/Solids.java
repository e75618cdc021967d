package lectern.widgets.draw;

import lectern.widgets.math.Vec;

/**
 * Bodies of capsules, drawn from the farthest to the nearest (painter's order by the middle of each). Without perspective the outline of a capsule
 * is exactly a thick line with round ends: an edge in ink, a body in one of four shades by how much of it faces the light, and a streak of light.
 */
public final class Solids {
    private static final int SHADES = 4;
    private static final double EDGE = 2.4;

    /** Where the light comes from: left, above and before the screen. */
    private static final double LIGHT_X = -0.48;
    private static final double LIGHT_Y = 0.6;
    private static final double LIGHT_NEAR = 0.64;

    private final Camera camera;
    private final Node[] bodies;
    private final double[] depths;
    private int count;

    /** Room for so many capsules. */
    public Solids(Camera camera, int most) {
        this.camera = camera;
        bodies = new Node[most];
        depths = new double[most];
    }

    /** Adds the capsule of all points within a radius, in model units, of the straight line from a to b. */
    public Solids capsule(double[] a, double[] b, double radius) {
        double[] along = Vec.minus(b, a);
        double width = 2 * radius * camera.scale();
        double dx = camera.alongX(along);
        double dy = camera.alongY(along);
        double length = Math.max(Vec.norm(along) * camera.scale(), 1e-9);
        double facing = (dx * LIGHT_X - dy * LIGHT_Y) / length + camera.depth(along) * camera.scale() / length * LIGHT_NEAR;
        int shade = (int) Math.min(SHADES - 1, SHADES * Math.sqrt(Math.max(0, 1 - facing * facing)));
        // the streak lies on the side of the light, across the line
        double across = Math.max(Math.sqrt(dx * dx + dy * dy), 1e-9);
        double side = (dy * LIGHT_X + dx * LIGHT_Y) / across * width * 0.25;
        double shiftX = dy / across * side;
        double shiftY = -dx / across * side;
        double x = camera.toX(a);
        double y = camera.toY(a);
        double depth = camera.depth(a) + camera.depth(b);
        int at = count++;
        for (; at > 0 && depths[at - 1] > depth; at--) {
            depths[at] = depths[at - 1];
            bodies[at] = bodies[at - 1];
        }
        depths[at] = depth;
        bodies[at] = Element.of("g").with(
            stroke("k-ink", width + EDGE, x, y, dx, dy), stroke("s" + shade, width, x, y, dx, dy), stroke("shine", width * 0.16, x + shiftX, y + shiftY, dx, dy));
        return this;
    }

    private static Element stroke(String css, double width, double x, double y, double dx, double dy) {
        return Element.of("polyline", "class", "capsule " + css, "stroke-width", Path.coordinate(width),
            "points", Path.coordinate(x) + " " + Path.coordinate(y) + " " + Path.coordinate(x + dx) + " " + Path.coordinate(y + dy));
    }

    /** All of them, the farthest first. */
    public Node[] drawn() {
        return bodies;
    }
}
