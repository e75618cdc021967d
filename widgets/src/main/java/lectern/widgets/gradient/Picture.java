package lectern.widgets.gradient;

import lectern.widgets.autodiff.Norm;
import lectern.widgets.draw.Element;
import lectern.widgets.draw.Marks;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;
import lectern.widgets.draw.View;
import lectern.widgets.math.Num;

/** The map with the point, the step and the candidate; under it the cut along the step, the error against t, and the slope by angle. */
final class Picture {
    static final View MAP = new View(260, 166, 100);
    /** View units per unit of slope of the candidate's arrow. */
    static final double SLOPE = 70;
    static final int HEIGHT = 496;

    private static final double DISC = 58;
    private static final double WIDTH = 144;
    private static final double TOP = 374;
    private static final double BOX = 104;
    private static final double MIDDLE = TOP + BOX / 2;
    private static final double[] LEFT = {20, 188, 356};
    private static final int SAMPLES = 48;
    private static final double LEAST_ERROR = -5;
    private static final double DECADES = 6;

    private Picture() {}

    static Node[] draw(Spot s) {
        Nodes out = new Nodes();
        map(out, s);
        cut(out, s);
        error(out, s);
        compass(out, s);
        double x = MAP.toX(s.x());
        double y = MAP.toY(s.y());
        return new Node[] {
            Element.of("g", "aria-hidden", "true").with(out.all()),
            grip("step", "Tip of the step d", x + 100 * s.dx(), y - 100 * s.dy(), s.t(), Spot.LONGEST, s.dx(), s.dy()),
            grip("guess", "Tip of the candidate g", x + SLOPE * s.g1(), y - SLOPE * s.g2(), s.g1(), Spot.STEEPEST, s.g1(), s.g2()),
            grip("point", "Point w", x, y, s.x(), Surface.WIDE, s.x(), s.y())};
    }

    private static Element grip(String name, String words, double x, double y, double value, double limit, double along, double up) {
        return Element.of("circle", "class", "grip", "data-grip", name, "cx", Path.coordinate(x), "cy", Path.coordinate(y), "r", "26",
            "tabindex", "0", "role", "slider", "aria-label", words, "aria-valuemin", Path.coordinate(-limit), "aria-valuemax", Path.coordinate(limit),
            "aria-valuenow", Path.coordinate(value), "aria-valuetext", "x " + Shown.fixed(along, 2) + ", y " + Shown.fixed(up, 2));
    }

    private static void map(Nodes out, Spot s) {
        double x = MAP.toX(s.x());
        double y = MAP.toY(s.y());
        double dx = 100 * s.dx();
        double dy = -100 * s.dy();
        double g1 = SLOPE * s.g1();
        double g2 = -SLOPE * s.g2();
        out.add(Element.of("path", "class", "k-faint", "d", s.loss().contours(MAP)), plane(s, x, y), ball(s, x, y));
        if (s.isFirst()) {
            candidate(out, "A", x, y, -67, -21, -26, 6);
            candidate(out, "B", x, y, -28, -35, 8, 10);
            candidate(out, "C", x, y, -56, -70, -7, -8);
        }
        double[] gradient = s.gradient();
        if (s.hasGradient() && (s.norm() > 0 || s.isRight())) {
            double[] steepest = s.length().steepest(gradient);
            double reach = 100 * s.t();
            out.add(Marks.line("k-ink dots2", x, y, x + reach * steepest[0], y - reach * steepest[1]),
                Marks.dot("k-ink", x + reach * steepest[0], y - reach * steepest[1], 5));
        }
        out.add(Marks.arrow("g", x, y, g1, g2), Marks.arrow("x", x, y, dx, dy), Marks.diamond("k-x joint", x + dx, y + dy, 9),
            Marks.pin("ink", x, y, 8), beyond("g", "g", x, y, g1, g2), beyond("d", "x", x, y, dx, dy),
            Marks.label("w", "", "ink", x + (g1 + dx > 0 ? -26 : 14), y + (g2 + dy > 0 ? -12 : 26)));
    }

    private static void candidate(Nodes out, String letter, double x, double y, double dx, double dy, double letterX, double letterY) {
        out.add(Marks.line("k-ink", x, y, x + dx, y + dy), Marks.circle("f-ink", x + dx, y + dy, 3),
            Marks.words("f-ink", x + dx + letterX, y + dy + letterY, letter));
    }

    /** A letter a little beyond the tip of an arrow, kept inside the box. */
    private static Node beyond(String letter, String role, double x, double y, double dx, double dy) {
        double size = Math.max(1, Num.hypot(dx, dy));
        // to the left of its arrow, so that the letters of two arrows in line stay apart
        double sideX = dy / size * 20;
        double sideY = -dx / size * 20;
        return Marks.label(letter, "", role, Math.max(4, Math.min(500, x + dx * 0.7 + sideX - 6)), Math.max(18, Math.min(320, y + dy * 0.7 + sideY + 6)));
    }

    /** The candidate's plane by its own contour lines, straight and evenly spaced, at the levels of the surface's. */
    private static Node plane(Spot s, double x, double y) {
        Path lines = new Path();
        double slope = Num.hypot(s.g1(), s.g2());
        double here = s.loss().value(s.x(), s.y());
        if (slope > 0.05) {
            double ux = s.g1() / slope;
            double uy = -s.g2() / slope;
            double reach = slope * DISC / MAP.scale();
            for (double level = Math.ceil((here - reach) / Surface.LEVEL) * Surface.LEVEL; level <= here + reach; level += Surface.LEVEL) {
                double off = (level - here) / slope * MAP.scale();
                double half = Math.sqrt(Math.max(0, DISC * DISC - off * off));
                lines.move(x + off * ux - half * uy, y + off * uy + half * ux).line(x + off * ux + half * uy, y + off * uy - half * ux);
            }
        }
        return Marks.path("k-g", lines);
    }

    /** All steps as long as this one. */
    private static Node ball(Spot s, double x, double y) {
        double r = 100 * s.length().length(s.dx(), s.dy());
        return s.length() == Norm.EUCLID ? Marks.circle("k-ink dots", x, y, r)
            : s.length() == Norm.TAXICAB ? Marks.diamond("k-ink dots", x, y, r) : Marks.square("k-ink dots", x, y, r);
    }

    private static void axes(Nodes out, int plot, double zeroX, double zeroY, String title) {
        out.add(Marks.words("t f-ink2", LEFT[plot], TOP - 14, title),
            Marks.path("k-hair", new Path().move(LEFT[plot], zeroY).line(LEFT[plot] + WIDTH, zeroY).move(zeroX, TOP).line(zeroX, TOP + BOX)));
    }

    /** Loss along the line of the step, with the candidate's straight line. */
    private static void cut(Nodes out, Spot s) {
        double[] rise = new double[SAMPLES + 1];
        double most = 0.1;
        double here = s.loss().value(s.x(), s.y());
        double ux = Math.cos(s.angle());
        double uy = Math.sin(s.angle());
        for (int i = 0; i <= SAMPLES; i++) {
            double along = (2.0 * i / SAMPLES - 1) * Spot.LONGEST;
            rise[i] = s.loss().value(s.x() + along * ux, s.y() + along * uy) - here;
            most = Math.max(most, Math.abs(rise[i]));
        }
        View view = new View(LEFT[0] + WIDTH / 2, MIDDLE, WIDTH / 2 / Spot.LONGEST, BOX / 2 / most);
        Path curve = new Path();
        for (int i = 0; i <= SAMPLES; i++) {
            curve.to(view.toX((2.0 * i / SAMPLES - 1) * Spot.LONGEST), view.toY(rise[i]));
        }
        double slope = s.g1() * ux + s.g2() * uy;
        double end = Math.min(Spot.LONGEST, most / Math.max(1e-9, Math.abs(slope)));
        double at = view.toX(s.t());
        double straight = Math.max(-most, Math.min(most, s.predicted()));
        axes(out, 0, view.x(), MIDDLE, "cut along d");
        out.add(Marks.path("k-ink w2", curve), Marks.line("k-g stem d-g", view.toX(-end), view.toY(-end * slope), view.toX(end), view.toY(end * slope)),
            Marks.line("k-e stem", at, view.toY(straight), at, view.toY(s.change())), Marks.diamond("f-x", at, view.toY(s.change()), 6));
    }

    /** The error for shorter and longer steps, both axes logarithmic, with the slopes 1 and 2 through the present step. */
    private static void error(Nodes out, Spot s) {
        double decade = Math.log(10);
        double first = Math.log(Spot.SHORTEST) / decade;
        double last = Math.log(Spot.LONGEST) / decade;
        View view = new View(LEFT[1] - first * WIDTH / (last - first), TOP + BOX + LEAST_ERROR * BOX / DECADES, WIDTH / (last - first), BOX / DECADES);
        Path curve = new Path();
        for (int i = 0; i <= 20; i++) {
            double t = first + (last - first) * i / 20;
            double error = Math.log(s.error(Math.exp(t * decade))) / decade;
            if (error > LEAST_ERROR) {
                curve.to(view.toX(t), view.toY(Math.min(1, error)));
            }
        }
        double t = Math.log(s.t()) / decade;
        double now = Math.min(1, Math.log(s.error(s.t())) / decade);
        axes(out, 1, LEFT[1], TOP + BOX, "error by t");
        if (now > LEAST_ERROR) {
            Path guides = new Path();
            for (int power = 1; power <= 2; power++) {
                double from = Math.max(first, t - (now - LEAST_ERROR) / power);
                guides.move(view.toX(from), view.toY(now + power * (from - t))).line(view.toX(t), view.toY(now));
            }
            out.add(Marks.path("k-faint dots2", guides), Marks.path("k-e stem", curve), Marks.diamond("f-x", view.toX(t), view.toY(now), 6));
        }
    }

    /** Measured slope of a step of length one against its direction, and the candidate's. */
    private static void compass(Nodes out, Spot s) {
        Path measured = new Path();
        Path said = new Path();
        double[] gradient = s.gradient();
        double most = Math.max(0.5, Num.hypot(s.g1(), s.g2()));
        double[] slopes = new double[SAMPLES + 1];
        for (int i = 0; i <= SAMPLES; i++) {
            slopes[i] = slope(s, angle(i));
            most = Math.max(most, Math.abs(slopes[i]));
        }
        View view = new View(LEFT[2] + WIDTH / 2, MIDDLE, WIDTH / 2 / Math.PI, BOX / 2 / most);
        for (int i = 0; i <= SAMPLES; i++) {
            double angle = angle(i);
            measured.to(view.toX(angle), view.toY(slopes[i]));
            said.to(view.toX(angle), view.toY((s.g1() * Math.cos(angle) + s.g2() * Math.sin(angle)) / unit(s, angle)));
        }
        axes(out, 2, view.x(), MIDDLE, "slope by angle");
        out.add(Marks.path("k-ink w2", measured), Marks.path("k-g stem d-g", said),
            Marks.diamond("f-x", view.toX(s.angle()), view.toY(slope(s, s.angle())), 6));
        if (s.hasGradient() && s.length().steepestSlope(gradient) > 0) {
            double[] steepest = s.length().steepest(gradient);
            out.add(Marks.dot("k-ink", view.toX(Math.atan2(steepest[1], steepest[0])), view.toY(s.length().steepestSlope(gradient)), 5));
        }
    }

    private static double angle(int sample) {
        return (2.0 * sample / SAMPLES - 1) * Math.PI;
    }

    private static double unit(Spot s, double angle) {
        return s.length().length(Math.cos(angle), Math.sin(angle));
    }

    private static double slope(Spot s, double angle) {
        return s.loss().slope(s.x(), s.y(), angle) / unit(s, angle);
    }
}
