package lectern.widgets.panda;

import lectern.widgets.draw.Camera;
import lectern.widgets.draw.Element;
import lectern.widgets.draw.Marks;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;
import lectern.widgets.draw.Solids;
import lectern.widgets.math.Num;
import lectern.widgets.math.Svd;
import lectern.widgets.math.Vec;

/** The figure of the arm: capsules on a floor, both ellipsoids, the matrix as a map of heat, and for each column its screw axis and twist. */
final class Picture {
    static final double LEFT = 32;
    static final double CELL = 69;
    private static final double ROW = 33;
    private static final double TOP = 486;
    private static final double GAP = 8;
    private static final int SHADES = 15;
    private static final double LARGEST_V = 0.8;

    /** Metres drawn for 1 m/s and for 1 rad/s. */
    private static final double SPEED = 0.25;
    private static final double SPIN = 0.1;
    private static final double SPIN_X = 456;
    private static final double SPIN_Y = 88;

    private Picture() {}

    static Node[] draw(Moment m, boolean dragged) {
        Nodes out = new Nodes();
        floor(out, m.camera());
        out.add(arm(m));
        ellipsoid(out, m.camera(), m.half(0), SPEED, m.camera().toX(m.hand()), m.camera().toY(m.hand()));
        ellipsoid(out, m.camera(), m.half(3), SPIN, SPIN_X, SPIN_Y);
        out.add(Marks.words("t f-ink2", SPIN_X - 62, 24, "turning"), Marks.words("t f-ink2", 22, 24, "moving: at the hand"));
        matrix(out, m);
        Nodes all = new Nodes().add(Element.of("g", "aria-hidden", "true").with(out.all()), rod(m, "upper", 1, 2), rod(m, "fore", 3, 4));
        for (int i = 0; i < Stance.JOINTS; i++) {
            boolean kept = dragged && m.stance().joint() != i + 1;
            all.add(kept ? Node.KEPT : column(m, i), Element.of("g", "class", m.stance().joint() == i + 1 ? "tip on" : "tip", "aria-hidden", "true")
                .with(kept ? new Node[] {Node.KEPT, Node.KEPT, Node.KEPT, Node.KEPT, Node.KEPT} : screw(m, i)));
        }
        double[] hand = m.hand();
        return all.add(Marks.grip("hand", "Hand", m.camera().toX(hand), m.camera().toY(hand), hand[0], 1, PandaWidget.vector(hand, 0, "m"))).all();
    }

    private static void floor(Nodes out, Camera camera) {
        double[] base = new double[3];
        for (int r = 1; r <= 2; r++) {
            out.add(camera.arc(r == 1 ? "k-hair" : "k-faint dots", base, new double[] {r * 0.4, 0, 0}, new double[] {0, r * 0.4, 0}, 0, 2 * Math.PI));
        }
        for (int k = 0; k < 2; k++) {
            double[] axis = new double[3];
            axis[k] = 0.5;
            out.add(Marks.line("k-faint", camera.toX(base), camera.toY(base), camera.toX(axis), camera.toY(axis)),
                Marks.symbol(k == 0 ? "x" : "y", "", "ink2", camera.toX(Vec.scaled(1.1, axis)) - 4, camera.toY(Vec.scaled(1.1, axis)) + 6));
        }
    }

    /** Both ends of every capsule: the frame, and how far from its origin along its y and z axes. */
    private static final double[][] CAPSULES = {
        {0, 0, -0.333, 0, 0, 0, 0.062}, {1, 0, -0.05, 1, 0, 0.05, 0.068}, {0, 0, 0, 2, 0, 0, 0.054}, {2, 0, 0, 3, 0, 0, 0.05},
        {3, 0, -0.045, 3, 0, 0.045, 0.056}, {3, 0, 0, 4, 0, -0.384, 0.046}, {4, 0, -0.384, 4, 0, 0, 0.048}, {4, 0, 0, 6, 0, 0, 0.046},
        {6, 0, 0, 6, 0, 0.107, 0.042}, {7, -0.075, -0.073, 7, 0.075, -0.073, 0.024}, {7, -0.035, -0.053, 7, -0.035, 0, 0.011}, {7, 0.035, -0.053, 7, 0.035, 0, 0.011}};

    /** The links along the rows of the table, a housing where joints 2 and 4 turn, and a hand with two fingers. */
    private static Node[] arm(Moment m) {
        Solids solids = new Solids(m.camera(), CAPSULES.length);
        for (double[] capsule : CAPSULES) {
            solids.capsule(end(m, capsule, 0), end(m, capsule, 3), capsule[6]);
        }
        return solids.drawn();
    }

    private static double[] end(Moment m, double[] capsule, int at) {
        int frame = (int) capsule[at];
        return Vec.plusScaled(Vec.plusScaled(m.origin(frame), capsule[at + 1], m.axis(frame, 1)), capsule[at + 2], m.axis(frame, 2));
    }

    /** The twists of ‖q̇‖ = 1, seen from the viewer: the outline is exact, the three axes tell its depth. */
    private static void ellipsoid(Nodes out, Camera camera, Svd svd, double unit, double x, double y) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        Path axes = new Path();
        for (int k = 0; k < 3; k++) {
            double size = unit * svd.sigma()[k];
            double[] axis = {size * svd.u(0, k), size * svd.u(1, k), size * svd.u(2, k)};
            double dx = camera.alongX(axis);
            double dy = camera.alongY(axis);
            axes.move(x - dx, y - dy).line(x + dx, y + dy);
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        double middle = (xx + yy) / 2;
        double spread = Num.hypot((xx - yy) / 2, xy);
        double angle = Math.atan2(2 * xy, xx - yy) / 2 * 180 / Math.PI;
        String turn = "rotate(" + Path.coordinate(angle) + " " + Path.coordinate(x) + " " + Path.coordinate(y) + ")";
        double rx = Math.sqrt(middle + spread);
        double ry = Math.max(0.01, Math.sqrt(Math.max(0, middle - spread)));
        out.add(Element.of("ellipse", "class", "k-x w2 wash", "cx", Path.coordinate(x), "cy", Path.coordinate(y), "rx", Path.coordinate(rx), "ry", Path.coordinate(ry),
            "transform", turn), Marks.path("k-x dots2", axes));
    }

    private static double rowY(int row) {
        return TOP + row * ROW + (row < 3 ? 0 : GAP);
    }

    /** Cells tinted by size; a negative one has the other colour and a line below; the picked column shows its numbers. */
    private static void matrix(Nodes out, Moment m) {
        for (int row = 0; row < 6; row++) {
            double y = rowY(row);
            out.add(Marks.symbol(row < 3 ? "v" : m.stance().analytic() ? "ṙ" : "ω", row % 3 == 0 ? "x" : row % 3 == 1 ? "y" : "z", "ink2", 4, y + 21));
            for (int i = 0; i < Stance.JOINTS; i++) {
                double value = m.J().get(row, i);
                double x = LEFT + i * CELL;
                double shade = Math.ceil(SHADES * Math.min(1, Math.abs(value) / (row < 3 ? LARGEST_V : 1))); // in steps, so that most cells stay as drawn
                boolean negative = value <= -0.0005;
                out.add(rect(negative ? "f-q2" : "f-x", x + 1, y + 1, CELL - 2, ROW - 2, Path.coordinate(shade * 0.03)),
                    Marks.line(negative ? "k-q2 w2" : "k-raise", x + 20, y + ROW - 5, x + (negative ? CELL - 18 : 20), y + ROW - 5));
            }
        }
        int picked = m.stance().joint() - 1;
        for (int row = 0; row < 6; row++) {
            double value = m.J().get(row, picked);
            out.add(Marks.words("t o f-ink", LEFT + picked * CELL + (value <= -0.0005 ? 9 : 19), rowY(row) + 22, Shown.fixed(value, 3)));
        }
        for (int i = 0; i < Stance.JOINTS; i++) {
            out.add(Marks.symbol("q", "" + (i + 1), "ink", LEFT + i * CELL + 24, TOP - 10));
        }
    }

    private static Element rect(String css, double x, double y, double width, double height, String opacity) {
        return Element.of("rect", "class", css, "x", Path.coordinate(x), "y", Path.coordinate(y), "width", Path.coordinate(width), "height", Path.coordinate(height),
            "opacity", opacity);
    }

    private static Element column(Moment m, int i) {
        double q = m.stance().q()[i];
        return Element.of("rect", "class", "grip col", "data-grip", "c" + (i + 1), "x", Path.coordinate(LEFT + i * CELL), "y", Path.coordinate(TOP - 32),
            "width", Path.coordinate(CELL), "height", Path.coordinate(rowY(6) - TOP + 32), "tabindex", "0", "role", "slider", "aria-label", "Joint " + (i + 1) + " and its column",
            "aria-valuemin", Path.coordinate(Stance.ARM.joints().get(i).lower()), "aria-valuemax", Path.coordinate(Stance.ARM.joints().get(i).upper()),
            "aria-valuenow", Path.coordinate(q), "aria-valuetext", Shown.fixed(q, 3) + " rad, " + PandaWidget.twist(m, i));
    }

    /** Shown for the picked column, and for one that is pointed at or focused: the joint's axis, its sense, and the hand's velocity. */
    private static Node[] screw(Moment m, int i) {
        Camera camera = m.camera();
        double[] origin = m.origin(i);
        double[] axis = m.axis(i, 2);
        double[] start = Vec.plusScaled(origin, -0.2, axis);
        double[] way = Vec.scaled(0.46, axis);
        double[] end = Vec.plusScaled(origin, 0.31, axis);
        double[] v = Vec.scaled(SPEED, new double[] {m.J().get(0, i), m.J().get(1, i), m.J().get(2, i)});
        double x = LEFT + i * CELL;
        return new Node[] {
            Marks.path("k-q1 w2", new Path().move(x, TOP - 32).line(x + CELL, TOP - 32).line(x + CELL, rowY(6)).line(x, rowY(6)).close()),
            Marks.arrow("q1", camera.toX(start), camera.toY(start), camera.alongX(way), camera.alongY(way)),
            camera.arc("k-q1 w2", origin, Vec.scaled(0.12, m.axis(i, 0)), Vec.scaled(0.12, m.axis(i, 1)), 0, 4.9),
            Marks.arrow("x", camera.toX(m.hand()), camera.toY(m.hand()), camera.alongX(v), camera.alongY(v)),
            Marks.label("q̇", "" + (i + 1), "q1", camera.toX(end) + 6, camera.toY(end) + 4)};
    }

    private static Element rod(Moment m, String name, int from, int to) {
        return Element.of("path", "class", "grip rod", "data-grip", name, "d", new Path().move(m.camera().toX(m.origin(from)), m.camera().toY(m.origin(from)))
            .line(m.camera().toX(m.origin(to)), m.camera().toY(m.origin(to))).data());
    }
}
