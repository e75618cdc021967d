package lectern.widgets.twolink;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Marks;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;
import lectern.widgets.draw.View;
import lectern.widgets.math.Num;

/** The figure of the bench: the arm with its ellipses, the joint plane with the lines det J = 0, and the circle of unit joint speeds. */
final class Picture {
    static final View ARM = new View(326, 218, 94);
    static final View JOINTS = new View(72, 76, 50 / Math.PI);
    /** View units per m/s of the wanted velocity. */
    static final double WANT = 420;

    private static final double RATES_X = 72;
    private static final double RATES_Y = 318;
    private static final double RADIUS = 42;
    /** Metres per m/s of the columns and the ellipse, and per newton of the force ellipse. */
    private static final double SPEED = 0.36;

    private Picture() {}

    static Node[] draw(Moment m) {
        Nodes picture = new Nodes();
        reach(picture, m);
        jointPlane(picture, m);
        rateCircle(picture, m);
        ellipses(picture, m);
        arm(picture, m);
        velocities(picture, m);
        labels(picture, m);
        return new Nodes().add(Element.of("g", "aria-hidden", "true").with(picture.all())).add(grips(m)).all();
    }

    private static void reach(Nodes out, Moment m) {
        double outer = (m.bench().l1() + m.bench().l2()) * ARM.scale();
        double inner = Math.abs(m.bench().l1() - m.bench().l2()) * ARM.scale();
        out.add(ring(ARM.x(), ARM.y(), outer), ring(ARM.x(), ARM.y(), inner),
            Element.of("path", "class", "k-faint", "d", "M292 231h68M302 231l-7 9M322 231l-7 9M342 231l-7 9"));
        Circle circle = m.circle();
        if (circle != null) {
            double[] centre = Circle.centre(m.bench());
            out.add(ring(ARM.toX(centre[0]), ARM.toY(centre[1]), Circle.RADIUS * ARM.scale()));
            Path trail = new Path().move(ARM.toX(circle.xs()[0]), ARM.toY(circle.ys()[0]));
            int last = circle.stopped() >= 0 ? circle.stopped() : m.bench().lap();
            for (int i = 1; i <= last; i++) {
                trail.line(ARM.toX(circle.xs()[i]), ARM.toY(circle.ys()[i]));
            }
            out.add(Marks.path("k-x w2", trail));
        }
    }

    private static Element ring(double x, double y, double radius) {
        return Marks.circle("k-faint dots", x, y, radius);
    }

    private static void jointPlane(Nodes out, Moment m) {
        double half = JOINTS.toX(Math.PI) - JOINTS.x();
        double left = JOINTS.x() - half;
        double right = JOINTS.x() + half;
        double top = JOINTS.y() - half;
        double bottom = JOINTS.y() + half;
        out.add(
            Marks.path("k-hair", new Path().move(left, top).line(left, bottom).move(right, top).line(right, bottom)
                .move(JOINTS.x(), top).line(JOINTS.x(), bottom)),
            Marks.path("k-e d-e", new Path().move(left, top).line(right, top).move(left, JOINTS.y()).line(right, JOINTS.y())
                .move(left, bottom).line(right, bottom)),
            Marks.words("t o f-ink2", 22, 16, "det J = 0 on the lines"),
            Marks.symbol("q", "1", "q1", right + 5, bottom + 6), Marks.symbol("q", "2", "q2", left + 4, top + 18),
            Marks.dot("k-ink", JOINTS.toX(m.q1()), JOINTS.toY(m.q2()), 5.5));
    }

    /** The circle ‖q̇‖ = 1 and on it, as a diamond, the joint velocity that becomes the longest hand velocity: v₁ = Jᵀu₁/σ₁. */
    private static void rateCircle(Nodes out, Moment m) {
        double ux = Math.cos(m.axis());
        double uy = Math.sin(m.axis());
        double v1 = RADIUS * (m.J()[0] * ux + m.J()[2] * uy) / m.sigma()[0];
        double v2 = RADIUS * (m.J()[1] * ux + m.J()[3] * uy) / m.sigma()[0];
        out.add(
            Marks.circle("k-ink", RATES_X, RATES_Y, RADIUS),
            Marks.arrow("q1", RATES_X, RATES_Y, RADIUS, 0), Marks.arrow("q2", RATES_X, RATES_Y, 0, -RADIUS),
            Marks.diamond("f-x", RATES_X + v1, RATES_Y - v2, 5), Marks.diamond("f-x", RATES_X - v1, RATES_Y + v2, 5),
            Marks.symbol("q̇", "1", "q1", RATES_X + RADIUS + 8, RATES_Y + 6), Marks.symbol("q̇", "2", "q2", RATES_X - 26, RATES_Y - RADIUS - 9),
            Marks.words("t o f-ink2", 22, 388, "unit joint speed"));
    }

    private static void ellipses(Nodes out, Moment m) {
        double x = ARM.toX(m.hand()[0]);
        double y = ARM.toY(m.hand()[1]);
        double unit = SPEED * ARM.scale();
        double degrees = -m.axis() * 180 / Math.PI;
        String turn = "rotate(" + Path.coordinate(degrees) + " " + Path.coordinate(x) + " " + Path.coordinate(y) + ")";
        double long1 = unit * m.sigma()[0];
        double short2 = unit * m.sigma()[1];
        double weak = unit / m.sigma()[0];
        double strong = m.singular() ? 5000 : Math.min(5000, unit / m.sigma()[1]);
        double tipX = long1 * Math.cos(m.axis());
        double tipY = long1 * Math.sin(m.axis());
        out.add(
            Element.of("g", "transform", turn).with(ellipse("k-x w2 wash", x, y, long1, short2),
                ellipse("k-ink dots2", x, y, weak, strong)),
            Marks.diamond("f-x", x + tipX, y - tipY, 5), Marks.diamond("f-x", x - tipX, y + tipY, 5),
            Marks.arrow("q1", x, y, unit * m.J()[0], -unit * m.J()[2]), Marks.arrow("q2", x, y, unit * m.J()[1], -unit * m.J()[3]));
    }

    private static Element ellipse(String css, double x, double y, double rx, double ry) {
        return Element.of("ellipse", "class", css, "cx", Path.coordinate(x), "cy", Path.coordinate(y),
            "rx", Path.coordinate(rx), "ry", Path.coordinate(Math.max(ry, 0.01)));
    }

    private static void arm(Nodes out, Moment m) {
        double ex = ARM.toX(m.elbow()[0]);
        double ey = ARM.toY(m.elbow()[1]);
        double hx = ARM.toX(m.hand()[0]);
        double hy = ARM.toY(m.hand()[1]);
        double ux = Math.cos(m.q1());
        double uy = Math.sin(m.q1());
        out.add(
            Marks.line("k-faint", ARM.x(), ARM.y(), ARM.x() + 70, ARM.y()), Marks.line("k-faint", ex, ey, ex + 46 * ux, ey - 46 * uy),
            turn("k-q1 w2", ARM.x(), ARM.y(), 40, 0, m.q1()), turn("k-q2 w2 d-q2", ex, ey, 32, m.q1(), m.q1() + m.q2()),
            Marks.line("k-q1 link", ARM.x(), ARM.y(), ex, ey), Marks.line("k-q2 link", ex, ey, hx, hy), Marks.line("k-raise", ex, ey, hx, hy),
            Marks.circle("k-q1 joint", ARM.x(), ARM.y(), 9), Marks.square("k-q2 joint", ex, ey, 8), Marks.diamond("k-x joint", hx, hy, 12));
    }

    /** The arc of an angle, from one direction to another, in two pieces so that each is at most half a turn. */
    private static Element turn(String css, double x, double y, double radius, double from, double to) {
        double middle = (from + to) / 2;
        boolean left = to > from;
        return Marks.path(css, new Path().move(x + radius * Math.cos(from), y - radius * Math.sin(from))
            .arc(radius, left, x + radius * Math.cos(middle), y - radius * Math.sin(middle))
            .arc(radius, left, x + radius * Math.cos(to), y - radius * Math.sin(to)));
    }

    /** Wanted velocity, velocity achieved, and the residual between them. */
    private static void velocities(Nodes out, Moment m) {
        double x = ARM.toX(m.hand()[0]);
        double y = ARM.toY(m.hand()[1]);
        double wx = WANT * m.vx();
        double wy = -WANT * m.vy();
        if (m.rates().exist()) {
            double gx = WANT * (m.J()[0] * m.rates().q1() + m.J()[1] * m.rates().q2());
            double gy = -WANT * (m.J()[2] * m.rates().q1() + m.J()[3] * m.rates().q2());
            if (Num.hypot(gx - wx, gy - wy) > 3) {
                out.add(Marks.line("k-e d-e", x + gx, y + gy, x + wx, y + wy), Marks.arrow("ink", x, y, gx, gy));
            }
        }
        out.add(Marks.arrow("x", x, y, wx, wy));
    }

    private static void labels(Nodes out, Moment m) {
        double unit = SPEED * ARM.scale();
        double hx = ARM.toX(m.hand()[0]);
        double hy = ARM.toY(m.hand()[1]);
        double half1 = m.q1() / 2;
        double half2 = m.q1() + m.q2() / 2;
        out.add(
            Marks.label("q", "1", "q1", ARM.x() + 56 * Math.cos(half1) - 6, ARM.y() - 56 * Math.sin(half1) + 6),
            Marks.label("q", "2", "q2", ARM.toX(m.elbow()[0]) + 48 * Math.cos(half2) - 6, ARM.toY(m.elbow()[1]) - 48 * Math.sin(half2) + 6),
            beyond("J", "1", "q1", hx, hy, unit * m.J()[0], -unit * m.J()[2]), beyond("J", "2", "q2", hx, hy, unit * m.J()[1], -unit * m.J()[3]),
            beyond("ẋ", "", "x", hx, hy, WANT * m.vx(), -WANT * m.vy()),
            Marks.words("t o f-ink2", 22, 416, "ellipse: 1 m/s drawn as 0.36 m · dotted: 1 N from unit torque"));
    }

    /** A label a little beyond the tip of an arrow. */
    private static Node beyond(String letter, String index, String role, double x, double y, double dx, double dy) {
        double size = Math.max(1, Num.hypot(dx, dy));
        double further = size < 20 ? 34 : 16 + size;
        return Marks.label(letter, index, role, x + further * dx / size - 8, y + further * dy / size + 6);
    }

    private static Node[] grips(Moment m) {
        double ex = ARM.toX(m.elbow()[0]);
        double ey = ARM.toY(m.elbow()[1]);
        double hx = ARM.toX(m.hand()[0]);
        double hy = ARM.toY(m.hand()[1]);
        return new Node[] {
            rod("link1", ARM.x(), ARM.y(), ex, ey), rod("link2", ex, ey, hx, hy),
            Element.of("circle", "class", "grip", "data-grip", "elbow", "cx", Path.coordinate(ex), "cy", Path.coordinate(ey), "r", "26"),
            Marks.grip("joints", "Joint angles", JOINTS.toX(m.q1()), JOINTS.toY(m.q2()), m.q2(), Math.PI,
                "q1 " + Shown.fixed(m.q1(), 3) + " rad, q2 " + Shown.fixed(m.q2(), 3) + " rad"),
            Marks.grip("want", "Wanted hand velocity", hx + WANT * m.vx(), hy - WANT * m.vy(), m.vx(), Bench.FASTEST,
                "x " + Shown.fixed(m.vx(), 2) + " m/s, y " + Shown.fixed(m.vy(), 2) + " m/s"),
            Marks.grip("hand", "Hand", hx, hy, m.hand()[0], 2, "x " + Shown.fixed(m.hand()[0], 3) + " m, y " + Shown.fixed(m.hand()[1], 3) + " m")};
    }

    private static Element rod(String name, double x1, double y1, double x2, double y2) {
        return Element.of("path", "class", "grip rod", "data-grip", name, "d", new Path().move(x1, y1).line(x2, y2).data());
    }
}
