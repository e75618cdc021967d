package lectern.widgets.depth;

import lectern.widgets.autodiff.Precision;
import lectern.widgets.draw.Element;
import lectern.widgets.draw.Marks;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;

/**
 * The figure: on a logarithmic scale one rung for the gradient at each h, from the loss at the right down or up to the input at the left; behind it
 * the numbers that the format holds; below it the bits of the number looked at.
 */
final class Picture {
    private static final double LEFT = 84;
    private static final double RIGHT = 506;
    private static final double TOP = 48;
    private static final double BOTTOM = 262;
    private static final int CELL = 27;
    private static final int[] STRIDES = {1, 2, 5, 10, 20, 50, 100};

    private final Chain chain;
    private final Run run;
    private final Run exact;
    private final int low;
    private final int high;

    Picture(Chain chain, Run run) {
        this.chain = chain;
        this.run = run;
        exact = chain.format() == 0 ? run : new Run(chain.exact());
        double least = -1.2;
        double most = 1.2;
        for (double size : exact.size) {
            if (drawable(size)) {
                least = Math.min(least, log(size) - 0.4);
                most = Math.max(most, log(size) + 0.4);
            }
        }
        low = (int) Math.floor(least);
        high = (int) Math.ceil(most);
    }

    static boolean drawable(double size) {
        return size > 0 && size < Double.POSITIVE_INFINITY;
    }

    private static double log(double size) {
        return Math.log(size) / Math.log(10);
    }

    /** Abscissa of h_k. */
    private double x(double k) {
        return LEFT + (k + 0.5) * (RIGHT - LEFT) / (chain.layers() + 1);
    }

    /** Number of the h nearest to an abscissa. */
    static double at(Chain chain, double x) {
        return (x - LEFT) * (chain.layers() + 1) / (RIGHT - LEFT) - 0.5;
    }

    private double y(double power) {
        return BOTTOM - (Math.max(low, Math.min(high, power)) - low) * (BOTTOM - TOP) / (high - low);
    }

    Node[] draw() {
        Nodes out = new Nodes();
        scale(out);
        Precision format = chain.precision();
        if (format != null) {
            window(out, format);
            out.add(ladder("k-ink dots2", exact));
        }
        out.add(ladder("k-g w2", run));
        lost(out);
        int at = chain.at();
        double height = drawable(run.size[at]) ? y(log(run.size[at])) : BOTTOM;
        out.add(Marks.line("k-faint", x(at), TOP, x(at), BOTTOM));
        if (drawable(run.size[at])) {
            out.add(Marks.path("f-g", new Path().move(x(at) - 8, height + 6).line(x(at) + 8, height + 6).line(x(at), height - 8).close()));
        }
        out.add(Marks.words("t f-ink", 16, 28, gradient(0)),
            Marks.words("t f-ink2", 16, BOTTOM + 28, "input"),
            Marks.words("t o f-ink2", 250, BOTTOM + 28, "← backwards"),
            Marks.ending("t f-ink2", RIGHT, BOTTOM + 28, "output"),
            Marks.words("t f-ink", 16, BOTTOM + 66, at == 0 && format == null ? "Drag the triangle along the ladder." : gradient(at)));
        if (format != null) {
            bits(out, format, at);
        } else {
            out.add(Marks.words("t f-ink2", 16, BOTTOM + 104, "fp16 and bf16 show their bits here."));
        }
        return new Node[] {Element.of("g", "aria-hidden", "true").with(out.all()),
            Element.of("circle", "class", "grip", "data-grip", "rung", "cx", Path.coordinate(x(at)), "cy", Path.coordinate(height), "r", "26",
                "tabindex", "0", "role", "slider", "aria-label", "Layer looked at", "aria-valuemin", "0", "aria-valuemax", "" + chain.layers(),
                "aria-valuenow", "" + at, "aria-valuetext", gradient(at))};
    }

    /** The gradient at h_k, in words where there is none. */
    private String gradient(int k) {
        double size = run.size[k];
        return "∂L/∂h" + lowered(k) + (size == 0 ? " is zero" : !drawable(size) ? " is not finite" : " = " + Shown.value(size));
    }

    /** A number below a hundred, as an index. */
    static String lowered(int number) {
        String units = "" + (char) ('₀' + number % 10);
        return number < 10 ? units : (char) ('₀' + number / 10) + units;
    }

    private void scale(Nodes out) {
        int stride = 0;
        while ((high - low) / STRIDES[stride] > 5) {
            stride++;
        }
        for (int power = low; power <= high; power++) {
            if (power % STRIDES[stride] == 0) {
                out.add(Marks.line(power == 0 ? "k-faint" : "k-hair", LEFT, y(power), RIGHT, y(power)),
                    Marks.ending("t f-ink2", LEFT - 8, y(power) + 6, power == 0 ? "1" : Shown.power(power)));
            }
        }
    }

    /** What the format can hold, moved down by the loss scale. */
    private void window(Nodes out, Precision format) {
        double shift = log(1 << chain.scale());
        double top = log(format.largest()) - shift;
        double bottom = log(format.smallest()) - shift;
        out.add(Marks.path("f-ink tint", new Path().move(LEFT, y(top)).line(RIGHT, y(top)).line(RIGHT, y(bottom)).line(LEFT, y(bottom)).close()));
        if (bottom > low) {
            out.add(Marks.line("k-e d-e", LEFT, y(bottom), RIGHT, y(bottom)), Marks.words("t o f-e", RIGHT - 86, y(bottom) + 20, "lost below"));
        }
        if (top < high) {
            out.add(Marks.line("k-e d-e", LEFT, y(top), RIGHT, y(top)), Marks.words("t o f-e", RIGHT - 112, y(top) - 8, "infinite above"));
        }
    }

    private Element ladder(String css, Run of) {
        Path path = new Path();
        double half = (x(1) - x(0)) / 2;
        for (int k = chain.layers(); k >= 0 && drawable(of.size[k]); k--) {
            double height = y(log(of.size[k]));
            path.to(x(k) + half, height);
            path.line(x(k) - half, height);
        }
        return Marks.path(css, path);
    }

    /** A cross where the gradient gets no further. */
    private void lost(Nodes out) {
        int k = run.reached() - 1;
        if (k >= 0) {
            double y = run.size[k] == 0 ? BOTTOM - 10 : TOP + 10;
            out.add(Marks.path("k-e stem", new Path().move(x(k) - 7, y - 7).line(x(k) + 7, y + 7).move(x(k) - 7, y + 7).line(x(k) + 7, y - 7)));
        }
    }

    /** Sign, exponent and fraction of ∂L/∂h as it is kept, in boxes. */
    private void bits(Nodes out, Precision format, int at) {
        int bits = format.bits(run.bar[at][0]);
        int fraction = format.fractionBits();
        int total = 1 + format.exponentBits() + fraction;
        double x = 20;
        for (int i = total - 1; i >= 0; i--) {
            boolean one = (bits >> i & 1) == 1;
            out.add(Marks.square(one ? "k-ink" : "k-faint", x + CELL / 2.0, BOTTOM + 98, CELL / 2.0 - 1),
                Marks.words("t " + (one ? "f-ink" : "f-ink2"), x + 8, BOTTOM + 104, one ? "1" : "0"));
            x += CELL + (i == total - 1 || i == fraction ? 14 : 0);
        }
        out.add(Marks.words("t o f-ink2", 16, BOTTOM + 132, "sign"), Marks.words("t o f-ink2", 61, BOTTOM + 132, "exponent"),
            Marks.words("t o f-ink2", 47 + CELL * (1 + format.exponentBits()), BOTTOM + 132, "fraction"));
    }
}
