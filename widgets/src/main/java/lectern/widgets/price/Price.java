package lectern.widgets.price;

import lectern.widgets.autodiff.Differences;
import lectern.widgets.math.Digits;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.StateText;

/**
 * The state of the price of a gradient.
 *
 * @param n weights, three significant digits
 * @param h step of the difference, two significant digits
 * @param rate multiplications a second
 */
record Price(double n, double h, double rate) {
    static final double MOST = 7e9;
    static final double SMALLEST = 1e-17;
    static final double LARGEST = 0.1;
    /** Ten forward passes a second for seven billion weights. */
    static final double POLICY = 7e10;

    private static final double FASTEST = 1e18;
    /** Where the slope is measured. */
    private static final double PLACE = 0.7;

    static Price read(Fields fields) {
        return new Price(digits(fields.number("n", 1, MOST, 1e6), 3), digits(fields.number("h", SMALLEST, LARGEST, 1e-4), 2),
            fields.number("rate", 1, FASTEST, POLICY));
    }

    String write() {
        StateText text = new StateText().numbers("n", n).numbers("h", h);
        return (rate == POLICY ? text : text.numbers("rate", rate)).toString();
    }

    /** The number that a text of so many digits gives back: the same on every platform, whatever the logarithm was. */
    private static double digits(double value, int significant) {
        return Digits.parse(Digits.text(value, significant));
    }

    static double log(double value) {
        return Math.log(value) / Math.log(10);
    }

    static double power(double exponent) {
        return Math.exp(exponent * Math.log(10));
    }

    Price weights(double count) {
        return new Price(digits(Math.floor(inside(count, 1, MOST) + 0.5), 3), h, rate);
    }

    Price step(double size) {
        return new Price(n, digits(inside(size, SMALLEST, LARGEST), 2), rate);
    }

    Price timed(double measured) {
        return new Price(n, h, digits(inside(measured, 1, FASTEST), 3));
    }

    private static double inside(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Multiplications of forward and backward: one a weight, then two. */
    double reverse() {
        return 3 * n;
    }

    /** Multiplications of n + 1 forward passes. */
    double differences() {
        return n * (n + 1);
    }

    /** f(w) = 1 / (1 + w²): sums, products and a quotient, which every platform rounds alike. */
    private static double f(double... w) {
        return 1 / (1 + w[0] * w[0]);
    }

    /** Error of the slope at 0.7 by differences, to one side or to both. */
    static double error(double step, boolean central) {
        double d = 1 + PLACE * PLACE;
        double exact = -2 * PLACE / (d * d);
        double[] at = {PLACE};
        return Math.abs((central ? Differences.central(Price::f, at, 0, step) : Differences.forward(Price::f, at, 0, step)) - exact);
    }

    /** Whether the step is rounded away altogether. */
    boolean lost() {
        return PLACE + h == PLACE;
    }
}
