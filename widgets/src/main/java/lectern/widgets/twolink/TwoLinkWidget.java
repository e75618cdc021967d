package lectern.widgets.twolink;

import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.math.Digits;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Latest;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;

/** The two-link bench: where a 2×2 Jacobian stops having an inverse, and what four solvers do there. */
public final class TwoLinkWidget implements Widget<Bench> {
    private static final double LONGEST_SIGMA = 2.25;
    /** A residual of rounding alone, whose digits differ between platforms, m/s. */
    private static final double NOISE = 1e-12;

    private final Latest<Bench, Moment> moments = new Latest<>(Moment::of);

    @Override
    public String id() {
        return "two-link";
    }

    @Override
    public Bench read(Fields fields) {
        return Bench.read(fields);
    }

    @Override
    public String write(Bench bench) {
        return bench.write();
    }

    @Override
    public Bench update(Bench bench, Event event) {
        return Moves.update(bench, event);
    }

    @Override
    public boolean plays(Bench bench) {
        return bench.playing();
    }

    @Override
    public Node[] view(Bench bench) {
        return Picture.draw(moments.of(bench));
    }

    @Override
    public String describe(Bench bench) {
        Moment m = moments.of(bench);
        return "Link 1 stands at " + Shown.fixed(m.q1(), 3) + " rad, link 2 turns a further " + Shown.value(m.q2()) + " rad; the hand is at x "
            + Shown.fixed(m.hand()[0], 3) + " m, y " + Shown.fixed(m.hand()[1], 3) + " m. " + (regime(bench).isEmpty() ? "The velocity ellipse is " + Shown.fixed(m.condition(), 1) + " times as long as wide." : regime(bench))
            + " " + solved(m);
    }

    @Override
    public String regime(Bench bench) {
        Moment m = moments.of(bench);
        if (m.singular()) {
            return "Singular: the arm is " + (Math.abs(m.q2()) < 1 ? "straight" : "folded") + ", the columns of J are parallel and the ellipse is a line.";
        }
        if (m.nearlySingular()) {
            return "Nearly singular: the velocity ellipse is more than a hundred times as long as wide.";
        }
        return "";
    }

    private static String solved(Moment m) {
        Circle circle = m.circle();
        String run = circle == null ? "" : circle.stopped() >= 0
            ? " The run round the circle ended after " + Shown.fixed(circle.stopped() * Circle.STEP_SECONDS, 2) + " s."
            : " So far round the circle the joints reached " + Shown.value(circle.fastest()) + " rad/s.";
        if (!m.rates().exist()) {
            return "The inverse does not exist here, so there is no joint velocity." + run;
        }
        return SOLVERS[m.bench().solver().ordinal()] + " asks joint 1 for " + Shown.value(m.rates().q1()) + " and joint 2 for "
            + Shown.value(m.rates().q2()) + " rad/s and misses the wanted velocity by " + Shown.value(m.rates().residual() < NOISE ? 0 : m.rates().residual()) + " m/s." + run;
    }

    private static final String[] SOLVERS = {"The transpose", "The inverse", "The pseudo-inverse", "Damped least squares"};

    @Override
    public String[] live(Bench bench) {
        Moment m = moments.of(bench);
        String[] j = {entry(m, 0), entry(m, 1), entry(m, 2), entry(m, 3)};
        boolean exist = m.rates().exist();
        return new String[] {
            j[0], j[1], j[2], j[3], j[0], j[1], j[2], j[3],
            bar(m.sigma()[0] / LONGEST_SIGMA), Shown.fixed(m.sigma()[0], 3),
            bar(m.sigma()[1] / LONGEST_SIGMA), small(m.singular() ? 0 : m.sigma()[1]),
            m.singular() ? "none, singular" : Shown.value(m.condition()), Shown.value(Math.abs(m.determinant())) + " m²",
            speed(m, m.rates().q1()), rate(m, m.rates().q1()), speed(m, m.rates().q2()), rate(m, m.rates().q2()),
            bar(exist ? m.rates().residual() / Bench.FASTEST : 0), exist ? small(m.rates().residual()) : "no answer",
            Bench.name(bench.solver()), bench.playing() ? "Pause" : bench.lap() < 0 ? "Run a circle" : "Run on"};
    }

    private static String entry(Moment m, int i) {
        return Shown.fixed(m.J()[i], 3);
    }

    private static String small(double value) {
        return Shown.fixed(value, Math.abs(value) < 0.001 ? 6 : 3);
    }

    private static String rate(Moment m, double value) {
        return m.rates().exist() ? Shown.value(value) : "no inverse";
    }

    /** Place of a speed between 0.01 and 1000 rad/s on a logarithmic bar; full where there is no answer. */
    private static String speed(Moment m, double value) {
        return bar(m.rates().exist() ? (Math.log(Math.max(1e-9, Math.abs(value))) / Math.log(10) + 2) / 5 : 1);
    }

    private static String bar(double part) {
        return Digits.fixed(Math.max(0, Math.min(100, part * 100)), 1) + "%";
    }

    @Override
    public Quantity[] quantities(Bench bench) {
        Moment m = moments.of(bench);
        return new Quantity[] {
            new Quantity("q1", m.q1(), "rad", -Math.PI, Math.PI, 0.01, 3), new Quantity("q2", m.q2(), "rad", -Math.PI, Math.PI, 0.01, 3),
            new Quantity("xdot1", m.vx(), "m/s", -Bench.FASTEST, Bench.FASTEST, 0.01, 2),
            new Quantity("xdot2", m.vy(), "m/s", -Bench.FASTEST, Bench.FASTEST, 0.01, 2),
            new Quantity("l1", bench.l1(), "m", Bench.SHORTEST, Bench.LONGEST, 0.01, 3),
            new Quantity("l2", bench.l2(), "m", Bench.SHORTEST, Bench.LONGEST, 0.01, 3),
            new Quantity("lambda", bench.lambda(), "m", Bench.LEAST_DAMPING, Bench.MOST_DAMPING, 0.01, 3),
            new Quantity("t", Math.max(0, bench.lap()) * Circle.STEP_SECONDS, "s", 0, Circle.STEPS * Circle.STEP_SECONDS, Circle.STEP_SECONDS, 2),
            Quantity.of("x", m.hand()[0], "m"), Quantity.of("y", m.hand()[1], "m"), Quantity.of("det", m.determinant(), "m²"),
            Quantity.of("sigma1", m.sigma()[0], "m/rad"), Quantity.of("sigma2", m.singular() ? 0 : m.sigma()[1], "m/rad"),
            Quantity.of("kappa", m.condition(), ""), Quantity.of("w", Math.abs(m.determinant()), "m²"),
            Quantity.of("qdot1", m.ifSolved(m.rates().q1()), "rad/s"), Quantity.of("qdot2", m.ifSolved(m.rates().q2()), "rad/s"),
            Quantity.of("residual", m.ifSolved(m.rates().residual()), "m/s")};
    }
}
