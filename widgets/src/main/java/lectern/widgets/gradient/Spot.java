package lectern.widgets.gradient;

import lectern.widgets.autodiff.Norm;
import lectern.widgets.math.Num;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.StateText;

/**
 * The state: a point of a surface, a step from it and a candidate for the gradient. All numbers are without unit, angles in radians.
 *
 * @param surface index into {@link Surface#ALL}
 * @param x first weight, as {@code y} the second
 * @param t length of the step
 * @param angle of the step in [−π, π]
 * @param g1 candidate's slope along x, as {@code g2} along y
 * @param norm index of what length means, for the steepest direction
 */
record Spot(int surface, double x, double y, double t, double angle, double g1, double g2, int norm) {
    static final double SHORTEST = 0.01;
    static final double LONGEST = 1.5;
    static final double STEEPEST = 4;

    static final String[] NORMS = {"root", "sum", "max"};
    /** Below this an error is only rounding. */
    private static final double NOTHING = 1e-13;

    static Spot read(Fields fields) {
        int surface = fields.word("f", Surface.NAMES, 0);
        double[] w = fields.numbers("w", -Surface.WIDE, Surface.WIDE, -1.6, 0.5);
        double[] d = fields.numbers("d", -Math.PI, Math.PI, 0.8, 0.3);
        double[] g = fields.numbers("g", -STEEPEST, STEEPEST, -0.96, 0.3);
        return new Spot(surface, w[0], w[1], d[0], d[1], g[0], g[1], fields.word("norm", NORMS, 0)).inside();
    }

    String write() {
        return new StateText().word("f", Surface.NAMES[surface]).numbers("w", x, y).numbers("d", t, angle).numbers("g", g1, g2)
            .word("norm", NORMS[norm]).toString();
    }

    /** The nearest state within all limits, the point and the candidate on hundredths: only so can a reader stand exactly on a kink. */
    Spot inside() {
        return new Spot(surface, hundredth(x, Surface.WIDE), hundredth(y, Surface.HIGH), Math.max(SHORTEST, Math.min(LONGEST, t)),
            Math.max(-Math.PI, Math.min(Math.PI, angle)), hundredth(g1, STEEPEST), hundredth(g2, STEEPEST), norm);
    }

    private static double hundredth(double value, double limit) {
        return Num.rint(Math.max(-limit, Math.min(limit, value)) * 100) / 100;
    }

    Spot at(double newX, double newY) {
        return new Spot(surface, newX, newY, t, angle, g1, g2, norm).inside();
    }

    Spot stepping(double length, double direction) {
        return new Spot(surface, x, y, length, direction, g1, g2, norm).inside();
    }

    Spot guessing(double first, double second) {
        return new Spot(surface, x, y, t, angle, first, second, norm).inside();
    }

    Surface loss() {
        return Surface.ALL[surface];
    }

    Norm length() {
        return Norm.values()[norm];
    }

    double dx() {
        return t * Math.cos(angle);
    }

    double dy() {
        return t * Math.sin(angle);
    }

    /** gᵀd, what the candidate says that the step changes. */
    double predicted() {
        return g1 * dx() + g2 * dy();
    }

    double change() {
        return loss().value(x + dx(), y + dy()) - loss().value(x, y);
    }

    /** |L(w + s u) − L(w) − s gᵀu| for a step of length s in this step's direction u; 0 where it is only rounding. */
    double error(double length) {
        Spot other = new Spot(surface, x, y, length, angle, g1, g2, norm);
        double error = Math.abs(other.change() - other.predicted());
        return error < NOTHING ? 0 : error;
    }

    /** The power of t with which the error falls from this step to half of it; NaN where there is no error. */
    double exponent() {
        return Math.log(error(t) / error(t / 2)) / Math.log(2);
    }

    /** The gradient; NaN where there is none. */
    double[] gradient() {
        return loss().isSmooth(x, y) ? loss().gradient(x, y) : new double[] {Double.NaN, Double.NaN};
    }

    boolean hasGradient() {
        return loss().isSmooth(x, y);
    }

    boolean isFlat() {
        return hasGradient() && Num.hypot(gradient()[0], gradient()[1]) < 1e-9;
    }

    /** Whether the candidate is the gradient, to the hundredths it is given in. */
    boolean isRight() {
        double[] gradient = gradient();
        return Math.abs(gradient[0] - g1) < 0.008 && Math.abs(gradient[1] - g2) < 0.008;
    }

    /** Whether this is the point of the question. */
    boolean isFirst() {
        return surface == 0 && x == -1.6 && y == 0.5;
    }
}
