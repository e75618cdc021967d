package lectern.widgets.price;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Marks;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;

/** The figure: three bars of multiplications on a logarithmic scale, and under them the error of a difference against its step. */
final class Picture {
    private static final double LEFT = 16;
    /** View units for a factor of ten in multiplications. */
    private static final double DECADE = 24.4;
    private static final double FLOOR = 400;
    /** View units for a factor of ten in the step, and in the error. */
    private static final double H = 25;
    private static final double E = 11;
    private static final double H0 = 509;
    private static final int[] MANTISSAS = {1, 3};
    /** The two curves, which no state changes. */
    private static final Element ONE = Marks.path("k-ink w2", curve(false));
    private static final Element BOTH = Marks.path("k-g d-g w2", curve(true));

    private Picture() {}

    private static double count(double multiplications) {
        return LEFT + DECADE * Price.log(multiplications);
    }

    static double weights(double x) {
        return Price.power((x - LEFT) / DECADE);
    }

    private static double across(double h) {
        return H0 + H * Price.log(h);
    }

    static double step(double x) {
        return Price.power((x - H0) / H);
    }

    private static double up(double error) {
        return FLOOR - E * (Math.max(-14, Price.log(Math.max(error, 1e-300))) + 14);
    }

    static Node[] draw(Price price) {
        Nodes out = new Nodes();
        for (int power = 5; power <= 20; power += 5) {
            double x = LEFT + DECADE * power;
            out.add(Marks.line("k-hair", x, 20, x, 164), Marks.words("t o f-ink2", x - 22, 184, Shown.power(power)));
        }
        bar(out, 24, "ink", "one forward pass", price.n(), price);
        bar(out, 76, "g", "forward and backward", price.reverse(), price);
        bar(out, 128, "e", "differences", price.differences(), price);
        double end = count(price.n());
        out.add(Marks.pin("ink", end, 46, 7));
        errors(out);
        double x = across(price.h());
        double one = up(Price.error(price.h(), false));
        out.add(Marks.line("k-faint", x, FLOOR - 14 * E, x, FLOOR), Marks.dot("k-ink", x, one, 6),
            Marks.path("f-g", triangle(x, up(Price.error(price.h(), true)))));
        return new Node[] {Element.of("g", "aria-hidden", "true").with(out.all()),
            grip("weights", "Number of weights", end, 46, "0", "9.85", Price.log(price.n()), Shown.fixed(price.n(), 0) + " weights"),
            grip("step", "Step of the difference", x, one, "-17", "-1", Price.log(price.h()), "step " + Shown.value(price.h()))};
    }

    private static Element grip(String name, String words, double x, double y, String low, String high, double value, String text) {
        return Element.of("circle", "class", "grip", "data-grip", name, "cx", Path.coordinate(x), "cy", Path.coordinate(y), "r", "26", "tabindex", "0",
            "role", "slider", "aria-label", words, "aria-valuemin", low, "aria-valuemax", high, "aria-valuenow", Path.coordinate(value),
            "aria-valuetext", text);
    }

    private static void bar(Nodes out, double y, String role, String words, double multiplications, Price price) {
        double end = Math.max(LEFT + 2, count(multiplications));
        out.add(Marks.words("t f-" + role, LEFT, y + 8, words + ": " + duration(multiplications / price.rate())),
            Marks.path("f-" + role, new Path().move(LEFT, y + 17).line(end, y + 17).line(end, y + 27).line(LEFT, y + 27).close()));
    }

    private static Path triangle(double x, double y) {
        return new Path().move(x - 7, y + 5).line(x + 7, y + 5).line(x, y - 8).close();
    }

    private static void errors(Nodes out) {
        for (int power = -10; power <= 0; power += 5) {
            double y = up(Price.power(power));
            out.add(Marks.line("k-hair", 84, y, 506, y), Marks.ending("t f-ink2", 76, y + 6, power == 0 ? "1" : Shown.power(power)));
        }
        for (int power = -15; power <= -5; power += 5) {
            double x = across(Price.power(power));
            out.add(Marks.words("t f-ink2", x - 18, FLOOR + 26, Shown.power(power)));
        }
        out.add(Marks.words("t f-ink2", LEFT, FLOOR - 14 * E - 22, "error of the slope"), Marks.ending("t f-ink2", 506, FLOOR + 26, "step h"),
            ONE, BOTH,
            Marks.words("t o f-ink", 386, up(1e-1) + 4, "one side"), Marks.words("t o f-g", 440, up(1e-9), "both sides"));
    }

    private static Path curve(boolean central) {
        Path path = new Path();
        double tens = 1e16;
        for (int power = -16; power < -1; power++) {
            for (int mantissa : MANTISSAS) {
                double h = mantissa / tens;
                path.to(across(h), up(Price.error(h, central)));
            }
            tens /= 10;
        }
        return path.line(across(Price.LARGEST), up(Price.error(Price.LARGEST, central)));
    }

    /** A time in the unit that a reader would choose. */
    static String duration(double seconds) {
        return seconds < 120 ? Shown.value(seconds) + " s" : seconds < 7200 ? Shown.value(seconds / 60) + " minutes"
            : seconds < 172_800 ? Shown.value(seconds / 3600) + " hours" : seconds < YEAR ? Shown.value(seconds / 86_400) + " days"
            : Shown.value(seconds / YEAR) + " years";
    }

    static final double YEAR = 31_557_600;
}
