package lectern.widgets.twolink;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;
import lectern.widgets.draw.View;
import lectern.widgets.math.Num;
import lectern.widgets.widget.Symbol;

/** The figure of the bench: the arm with its ellipses, the joint plane with the lines det J = 0, and the circle of unit joint speeds. */
final class Picture {
    static final View ARM = new View(326, 218, 94);
    static final View JOINTS = new View(72, 76, 50 / Math.PI);
    /** View units per m/s of the wanted velocity. */
    static final double WANT = 420;

    private static final View RATES = new View(72, 318, 42);
    /** Metres per m/s of the columns and the ellipse, and per newton of the force ellipse. */
    private static final double SPEED = 0.36;

    private Picture() {}

    static Element draw(Moment m, String prefix, String words) {
        Nodes picture = new Nodes();
        reach(picture, m);
        jointPlane(picture, m);
        rateCircle(picture, m);
        ellipses(picture, m);
        arm(picture, m);
        velocities(picture, m);
        labels(picture, m);
        Nodes all = new Nodes().add(
            Element.of("title", "id", prefix + "-fig").with("Two-link arm with its velocity ellipse"),
            Element.of("desc", "id", prefix + "-desc").with(words),
            Element.of("g", "aria-hidden", "true").with(picture.all()));
        grips(all, m);
        return Element.of("svg", "viewBox", "0 0 520 430", "role", "group", "aria-labelledby", prefix + "-fig",
            "aria-describedby", prefix + "-desc").with(all.all());
    }

    private static void reach(Nodes out, Moment m) {
        double outer = (m.bench().l1() + m.bench().l2()) * ARM.scale();
        double inner = Math.abs(m.bench().l1() - m.bench().l2()) * ARM.scale();
        out.add(ring(ARM.x(), ARM.y(), outer), ring(ARM.x(), ARM.y(), inner),
            Element.of("path", "class", "k-faint", "d", new Path().move(ARM.x() - 34, ARM.y() + 13).line(ARM.x() + 34, ARM.y() + 13)
                .move(ARM.x() - 24, ARM.y() + 13).line(ARM.x() - 31, ARM.y() + 22).move(ARM.x() - 4, ARM.y() + 13).line(ARM.x() - 11, ARM.y() + 22)
                .move(ARM.x() + 16, ARM.y() + 13).line(ARM.x() + 9, ARM.y() + 22).data()));
        Circle circle = m.circle();
        if (circle != null) {
            double[] centre = Circle.centre(m.bench());
            out.add(ring(ARM.toX(centre[0]), ARM.toY(centre[1]), Circle.RADIUS * ARM.scale()));
            Path trail = new Path().move(ARM.toX(circle.xs()[0]), ARM.toY(circle.ys()[0]));
            int last = circle.stopped() >= 0 ? circle.stopped() : m.bench().lap();
            for (int i = 1; i <= last; i++) {
                trail.line(ARM.toX(circle.xs()[i]), ARM.toY(circle.ys()[i]));
            }
            out.add(Element.of("path", "class", "k-x w2", "d", trail.data()));
        }
    }

    private static Element ring(double x, double y, double radius) {
        return Element.of("circle", "class", "k-faint dots", "cx", Path.coordinate(x), "cy", Path.coordinate(y), "r", Path.coordinate(radius));
    }

    private static void jointPlane(Nodes out, Moment m) {
        double left = JOINTS.toX(-Math.PI);
        double right = JOINTS.toX(Math.PI);
        double top = JOINTS.toY(Math.PI);
        double bottom = JOINTS.toY(-Math.PI);
        out.add(
            Element.of("path", "class", "k-hair", "d", new Path().move(left, top).line(left, bottom).move(right, top).line(right, bottom)
                .move(JOINTS.x(), top).line(JOINTS.x(), bottom).data()),
            Element.of("path", "class", "k-e d-e", "d", new Path().move(left, top).line(right, top).move(left, JOINTS.y()).line(right, JOINTS.y())
                .move(left, bottom).line(right, bottom).data()),
            Element.of("text", "class", "t o f-ink2", "x", "22", "y", "16").with("det J = 0 on the lines"),
            TwoLinkWidget.Q1.at(right + 5, bottom + 6), TwoLinkWidget.Q2.at(left + 4, top + 18),
            Element.of("circle", "class", "f-ink", "r", "5.5", "cx", Path.coordinate(JOINTS.toX(m.q1())), "cy", Path.coordinate(JOINTS.toY(m.q2()))));
    }

    /** The circle ‖q̇‖ = 1 and on it, as a diamond, the joint velocity that becomes the longest hand velocity: v₁ = Jᵀu₁/σ₁. */
    private static void rateCircle(Nodes out, Moment m) {
        double ux = Math.cos(m.axis());
        double uy = Math.sin(m.axis());
        double v1 = (m.J()[0] * ux + m.J()[2] * uy) / m.sigma()[0];
        double v2 = (m.J()[1] * ux + m.J()[3] * uy) / m.sigma()[0];
        out.add(
            Element.of("circle", "class", "k-ink", "cx", Path.coordinate(RATES.x()), "cy", Path.coordinate(RATES.y()), "r", "42"),
            arrow("q1", RATES.x(), RATES.y(), RATES.toX(1), RATES.y()), arrow("q2", RATES.x(), RATES.y(), RATES.x(), RATES.toY(1)),
            diamond("f-x", RATES.toX(v1), RATES.toY(v2), 5), diamond("f-x", RATES.toX(-v1), RATES.toY(-v2), 5),
            new Symbol("q̇", "1", "q1", "").at(RATES.toX(1) + 8, RATES.y() + 6), new Symbol("q̇", "2", "q2", "").at(RATES.x() - 26, RATES.toY(1) - 9),
            Element.of("text", "class", "t o f-ink2", "x", "22", "y", "388").with("unit joint speed"));
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
            Element.of("g", "transform", turn).with(ellipse("f-x tint", x, y, long1, short2), ellipse("k-x w2", x, y, long1, short2),
                ellipse("k-ink dots2", x, y, weak, strong)),
            diamond("f-x", x + tipX, y - tipY, 5), diamond("f-x", x - tipX, y + tipY, 5),
            arrow("q1", x, y, x + unit * m.J()[0], y - unit * m.J()[2]), arrow("q2", x, y, x + unit * m.J()[1], y - unit * m.J()[3]));
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
            line("k-faint", ARM.x(), ARM.y(), ARM.x() + 70, ARM.y()), line("k-faint", ex, ey, ex + 46 * ux, ey - 46 * uy),
            turn("k-q1 w2", ARM.x(), ARM.y(), 40, 0, m.q1()), turn("k-q2 w2 d-q2", ex, ey, 32, m.q1(), m.q1() + m.q2()),
            line("k-q1 link", ARM.x(), ARM.y(), ex, ey), line("k-q2 link", ex, ey, hx, hy), line("k-raise", ex, ey, hx, hy),
            Element.of("circle", "class", "k-q1 joint", "cx", Path.coordinate(ARM.x()), "cy", Path.coordinate(ARM.y()), "r", "9"),
            Element.of("rect", "class", "k-q2 joint", "x", Path.coordinate(ex - 8), "y", Path.coordinate(ey - 8), "width", "16", "height", "16"),
            diamond("k-x joint", hx, hy, 12));
    }

    /** The arc of an angle, from one direction to another, in two pieces so that each is at most half a turn. */
    private static Element turn(String css, double x, double y, double radius, double from, double to) {
        double middle = (from + to) / 2;
        boolean left = to > from;
        return Element.of("path", "class", css, "d", new Path().move(x + radius * Math.cos(from), y - radius * Math.sin(from))
            .arc(radius, left, x + radius * Math.cos(middle), y - radius * Math.sin(middle))
            .arc(radius, left, x + radius * Math.cos(to), y - radius * Math.sin(to)).data());
    }

    /** Wanted velocity, velocity achieved, and the residual between them. */
    private static void velocities(Nodes out, Moment m) {
        double x = ARM.toX(m.hand()[0]);
        double y = ARM.toY(m.hand()[1]);
        double wx = x + WANT * m.vx();
        double wy = y - WANT * m.vy();
        if (m.rates().exist()) {
            double gx = x + WANT * (m.J()[0] * m.rates().q1() + m.J()[1] * m.rates().q2());
            double gy = y - WANT * (m.J()[2] * m.rates().q1() + m.J()[3] * m.rates().q2());
            if (Num.hypot(gx - wx, gy - wy) > 3) {
                out.add(line("k-e d-e", gx, gy, wx, wy), arrow("ink", x, y, gx, gy));
            }
        }
        out.add(arrow("x", x, y, wx, wy));
    }

    private static void labels(Nodes out, Moment m) {
        double unit = SPEED * ARM.scale();
        double hx = ARM.toX(m.hand()[0]);
        double hy = ARM.toY(m.hand()[1]);
        double half1 = m.q1() / 2;
        double half2 = m.q1() + m.q2() / 2;
        out.add(
            TwoLinkWidget.Q1.at(ARM.x() + 56 * Math.cos(half1) - 6, ARM.y() - 56 * Math.sin(half1) + 6),
            TwoLinkWidget.Q2.at(ARM.toX(m.elbow()[0]) + 48 * Math.cos(half2) - 6, ARM.toY(m.elbow()[1]) - 48 * Math.sin(half2) + 6),
            beyond("J", "1", "q1", hx, hy, unit * m.J()[0], -unit * m.J()[2]), beyond("J", "2", "q2", hx, hy, unit * m.J()[1], -unit * m.J()[3]),
            beyond("ẋ", "", "x", hx, hy, WANT * m.vx(), -WANT * m.vy()),
            Element.of("text", "class", "t o f-ink2", "x", "22", "y", "416").with(
                "ellipse: 1 m/s drawn as 0.36 m · dotted: 1 N from unit torque"));
    }

    /** A label a little beyond the tip of an arrow. */
    private static Node beyond(String letter, String index, String role, double x, double y, double dx, double dy) {
        double size = Math.max(1, Num.hypot(dx, dy));
        double further = size < 20 ? 34 : 16 + size;
        return new Symbol(letter, index, role, "").at(x + further * dx / size - 8, y + further * dy / size + 6);
    }

    private static void grips(Nodes out, Moment m) {
        double ex = ARM.toX(m.elbow()[0]);
        double ey = ARM.toY(m.elbow()[1]);
        double hx = ARM.toX(m.hand()[0]);
        double hy = ARM.toY(m.hand()[1]);
        out.add(
            Element.of("path", "class", "grip rod", "data-grip", "link1", "d", new Path().move(ARM.x(), ARM.y()).line(ex, ey).data()),
            Element.of("path", "class", "grip rod", "data-grip", "link2", "d", new Path().move(ex, ey).line(hx, hy).data()),
            Element.of("circle", "class", "grip", "data-grip", "elbow", "cx", Path.coordinate(ex), "cy", Path.coordinate(ey), "r", "26"),
            grip("joints", "Joint angles", JOINTS.toX(m.q1()), JOINTS.toY(m.q2()), m.q2(), Math.PI,
                "q1 " + Shown.fixed(m.q1(), 3) + " rad, q2 " + Shown.fixed(m.q2(), 3) + " rad"),
            grip("want", "Wanted hand velocity", hx + WANT * m.bench().vx(), hy - WANT * m.bench().vy(), m.bench().vx(), Bench.FASTEST,
                "x " + Shown.fixed(m.bench().vx(), 2) + " m/s, y " + Shown.fixed(m.bench().vy(), 2) + " m/s"),
            grip("hand", "Hand", hx, hy, m.hand()[0], 2, "x " + Shown.fixed(m.hand()[0], 3) + " m, y " + Shown.fixed(m.hand()[1], 3) + " m"));
    }

    private static Element grip(String name, String words, double x, double y, double value, double limit, String text) {
        return Element.of("circle", "class", "grip", "data-grip", name, "cx", Path.coordinate(x), "cy", Path.coordinate(y), "r", "26",
            "tabindex", "0", "role", "slider", "aria-label", words, "aria-valuemin", Path.coordinate(-limit), "aria-valuemax", Path.coordinate(limit),
            "aria-valuenow", Path.coordinate(value), "aria-valuetext", text);
    }

    private static Element line(String css, double x1, double y1, double x2, double y2) {
        return Element.of("path", "class", css, "d", new Path().move(x1, y1).line(x2, y2).data());
    }

    private static Element diamond(String css, double x, double y, double size) {
        return Element.of("path", "class", css, "d",
            new Path().move(x, y - size).line(x + size, y).line(x, y + size).line(x - size, y).close().data());
    }

    /** An arrow in a role's colour and dash; too short for a head, it is only a line. */
    private static Element arrow(String role, double x, double y, double toX, double toY) {
        double length = Num.hypot(toX - x, toY - y);
        double ux = length == 0 ? 0 : (toX - x) / length;
        double uy = length == 0 ? 0 : (toY - y) / length;
        Path head = new Path();
        if (length > 12) {
            head.move(toX, toY).line(toX - 9 * ux - 4 * uy, toY - 9 * uy + 4 * ux).line(toX - 9 * ux + 4 * uy, toY - 9 * uy - 4 * ux).close();
        }
        double stem = length > 12 ? 7 : 0;
        return Element.of("g").with(
            Element.of("path", "class", "k-" + role + " stem d-" + role, "d", new Path().move(x, y).line(toX - stem * ux, toY - stem * uy).data()),
            Element.of("path", "class", "f-" + role, "d", head.data()));
    }
}
