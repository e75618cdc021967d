package lectern.widgets.twolink;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.kinematics.Solver;
import lectern.widgets.math.Digits;
import lectern.widgets.widget.Control;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Formula;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** The two-link bench: where a 2×2 Jacobian stops having an inverse, and what four solvers do there. */
public final class TwoLinkWidget implements Widget<Bench> {
    static final Symbol Q1 = new Symbol("q", "1", "q1", "joint 1");
    static final Symbol Q2 = new Symbol("q", "2", "q2", "joint 2");

    private static final Symbol L1 = new Symbol("l", "1", "q1", "length of link 1");
    private static final Symbol L2 = new Symbol("l", "2", "q2", "length of link 2");
    private static final Symbol X1 = new Symbol("ẋ", "1", "x", "wanted velocity along x");
    private static final Symbol X2 = new Symbol("ẋ", "2", "x", "wanted velocity along y");
    private static final Symbol LAMBDA = new Symbol("λ", "", "ink", "damping");
    private static final Symbol RATE1 = new Symbol("q̇", "1", "q1", "speed of joint 1");
    private static final Symbol RATE2 = new Symbol("q̇", "2", "q2", "speed of joint 2");
    private static final Symbol REST = new Symbol("e", "", "e", "task residual, m/s");
    private static final Symbol SIGMA1 = new Symbol("σ", "1", "x", "larger singular value");
    private static final Symbol SIGMA2 = new Symbol("σ", "2", "x", "smaller singular value");
    private static final Symbol KAPPA = new Symbol("κ", "", "ink", "condition number");
    private static final Symbol YOSHIKAWA = new Symbol("w", "", "ink", "manipulability, |det J|");
    private static final double LONGEST_SIGMA = 2.25;

    @Override
    public String id() {
        return "two-link";
    }

    @Override
    public String title() {
        return "Two-link bench";
    }

    @Override
    public String units() {
        return "position only, base frame, metres and radians";
    }

    @Override
    public String[] model() {
        return new String[] {
            "Two rigid links in a plane, no mass, no friction, no joint limits and no collisions; joint 2 is measured from link 1. "
                + "The Jacobian maps joint speeds to the velocity of the hand's position; the hand's direction is left out.",
            "Dragging the hand repeats the chosen solver's step, at most 0.1 m and 0.3 rad at a time, and keeps the nearest pose. "
                + "The transpose takes the step length with the smallest residual. The inverse is called singular when σ₂ ≤ 4·ε·σ₁.",
            "Sources: Lynch and Park, Modern Robotics, chapters 5 and 6; Buss, Introduction to inverse kinematics, 2004; Yoshikawa, "
                + "Manipulability of robotic mechanisms, 1985. Numbers checked against SymPy, mpmath and Orocos KDL."};
    }

    @Override
    public Question question() {
        return new Question("The arm lies along x, one milliradian from straight. You ask the hand for 10 cm/s along x. How fast must joint 2 turn?",
            new String[] {"2 rad/s", "20 rad/s", "200 rad/s"}, 2, "milliradian",
            "Joint 2 must turn at 200 rad/s, backwards. Along y the same request costs next to nothing.");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("isotropic", "Isotropic", "l=1,0.707107&q=0.3,2.35619"),
            new Preset("straight", "Straight", "q=0.6,0&solver=pinv"),
            new Preset("milliradian", "One milliradian", "q=0,0.001&solver=inverse"),
            new Preset("folded", "Folded", "l=1,0.7&q=0.6,3.14159&solver=inverse"),
            new Preset("circle", "Circle through the boundary", "q=0.2,1.2&solver=inverse&lap=64")};
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
    public Element view(Bench bench, String prefix) {
        return Picture.draw(Moment.of(bench), prefix, describe(bench));
    }

    @Override
    public String describe(Bench bench) {
        Moment m = Moment.of(bench);
        return "Link 1 stands at " + Shown.fixed(m.q1(), 3) + " rad, link 2 turns a further " + Shown.value(m.q2()) + " rad; the hand is at x "
            + Shown.fixed(m.hand()[0], 3) + " m, y " + Shown.fixed(m.hand()[1], 3) + " m. " + (regime(bench).isEmpty() ? "The velocity ellipse is " + Shown.fixed(m.condition(), 1) + " times as long as wide." : regime(bench))
            + " " + solved(m);
    }

    @Override
    public String regime(Bench bench) {
        Moment m = Moment.of(bench);
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
            + Shown.value(m.rates().q2()) + " rad/s and misses the wanted velocity by " + Shown.value(m.rates().residual()) + " m/s." + run;
    }

    private static final String[] SOLVERS = {"The transpose", "The inverse", "The pseudo-inverse", "Damped least squares"};

    @Override
    public Node[] readout(Bench bench) {
        Moment m = Moment.of(bench);
        return new Node[] {
            block("Jacobian, rows x and y, base frame, m/rad", Formula.matrix("J", "q", new String[] {"q1", "q2"},
                new String[] {entry(m, 0), entry(m, 1)}, new String[] {entry(m, 2), entry(m, 3)})),
            block("How far from singular, m/rad", Element.of("dl", "class", "sig").with(
                term(SIGMA1), bar("x", m.sigma()[0] / LONGEST_SIGMA), number(Shown.fixed(m.sigma()[0], 3)),
                term(SIGMA2), bar("x dash", m.sigma()[1] / LONGEST_SIGMA), number(small(m.singular() ? 0 : m.sigma()[1]))),
                Element.of("p", "class", "line").with(
                    KAPPA.inline(), figure(m.singular() ? "none, singular" : Shown.value(m.condition())),
                    YOSHIKAWA.inline(), figure(Shown.value(Math.abs(m.determinant())) + " m²"))),
            block("What the solver asks, rad/s, and what it misses, m/s", Element.of("dl", "class", "sig").with(
                term(RATE1), bar("q1", speed(m, m.rates().q1())), number(rate(m, m.rates().q1())),
                term(RATE2), bar("q2 dash", speed(m, m.rates().q2())), number(rate(m, m.rates().q2())),
                term(REST), bar("e dash", m.rates().exist() ? m.rates().residual() / Bench.FASTEST : 0),
                number(m.rates().exist() ? small(m.rates().residual()) : "no answer")))};
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
    private static double speed(Moment m, double value) {
        return m.rates().exist() ? (Math.log(Math.max(1e-9, Math.abs(value))) / Math.log(10) + 2) / 5 : 1;
    }

    private static Element block(String heading, Node... content) {
        Node[] all = new Node[content.length + 1];
        all[0] = Element.of("p", "class", "head").with(heading);
        System.arraycopy(content, 0, all, 1, content.length);
        return Element.of("div").with(all);
    }

    private static Element term(Symbol symbol) {
        return Element.of("dt").with(symbol.inline());
    }

    private static Element bar(String css, double part) {
        double percent = Math.max(0, Math.min(100, part * 100));
        return Element.of("dd", "class", "m b-" + css, "aria-hidden", "true").with(
            Element.of("i", "style", "width:" + Digits.fixed(percent, 1) + "%"));
    }

    private static Element number(String text) {
        return Element.of("dd", "class", "num").with(text);
    }

    private static Element figure(String text) {
        return Element.of("span", "class", "num").with(text);
    }

    @Override
    public Control[] controls(Bench bench) {
        Moment m = Moment.of(bench);
        Control run = new Control.Button("circle", bench.playing() ? "Pause" : bench.lap() < 0 ? "Run a circle" : "Run on");
        Control random = new Control.Button("random", "Random pose");
        Control q1 = new Control.Slider(Q1, "q1", m.q1(), "rad", -Math.PI, Math.PI, 0.01, 3);
        Control q2 = new Control.Slider(Q2, "q2", m.q2(), "rad", -Math.PI, Math.PI, 0.01, 3);
        Control solver = new Control.Choice("solver", "Solver", new String[] {"transpose", "inverse", "pinv", "dls"},
            new String[] {"transpose Jᵀ", "inverse J⁻¹", "pseudo-inverse J⁺", "damped least squares"}, Bench.name(bench.solver()));
        Control v1 = new Control.Slider(X1, "xdot1", bench.vx(), "m/s", -Bench.FASTEST, Bench.FASTEST, 0.01, 2);
        Control v2 = new Control.Slider(X2, "xdot2", bench.vy(), "m/s", -Bench.FASTEST, Bench.FASTEST, 0.01, 2);
        Control l1 = new Control.Slider(L1, "l1", bench.l1(), "m", Bench.SHORTEST, Bench.LONGEST, 0.01, 3);
        Control l2 = new Control.Slider(L2, "l2", bench.l2(), "m", Bench.SHORTEST, Bench.LONGEST, 0.01, 3);
        Control lambda = new Control.Slider(LAMBDA, "lambda", bench.lambda(), "m", Bench.LEAST_DAMPING, Bench.MOST_DAMPING, 0.01, 3);
        Control time = new Control.Slider(new Symbol("t", "", "ink", "time on the circle"), "t", Math.max(0, bench.lap()) * Circle.STEP_SECONDS, "s",
            0, Circle.STEPS * Circle.STEP_SECONDS, Circle.STEP_SECONDS, 2);
        return new Control[] {q1, q2, solver, v1, v2, l1, l2, lambda, time, run, random};
    }

    @Override
    public String[] proof() {
        return new String[] {"two-link", "two-link-track"};
    }

    @Override
    public int beside() {
        return 2;
    }

    @Override
    public Quantity[] quantities(Bench bench) {
        Moment m = Moment.of(bench);
        return new Quantity[] {
            new Quantity(Q1, "q1", m.q1(), "rad"), new Quantity(Q2, "q2", m.q2(), "rad"),
            new Quantity(L1, "l1", bench.l1(), "m"), new Quantity(L2, "l2", bench.l2(), "m"),
            new Quantity(new Symbol("x", "1", "x", "hand along x"), "x", m.hand()[0], "m"),
            new Quantity(new Symbol("x", "2", "x", "hand along y"), "y", m.hand()[1], "m"),
            new Quantity(X1, "xdot1", m.vx(), "m/s"), new Quantity(X2, "xdot2", m.vy(), "m/s"),
            new Quantity(new Symbol("det J", "", "ink", "determinant"), "det", m.determinant(), "m²"),
            new Quantity(SIGMA1, "sigma1", m.sigma()[0], "m/rad"), new Quantity(SIGMA2, "sigma2", m.singular() ? 0 : m.sigma()[1], "m/rad"),
            new Quantity(KAPPA, "kappa", m.condition(), ""), new Quantity(YOSHIKAWA, "w", Math.abs(m.determinant()), "m²"),
            new Quantity(LAMBDA, "lambda", bench.lambda(), "m"),
            new Quantity(RATE1, "qdot1", m.ifSolved(m.rates().q1()), "rad/s"), new Quantity(RATE2, "qdot2", m.ifSolved(m.rates().q2()), "rad/s"),
            new Quantity(REST, "residual", m.ifSolved(m.rates().residual()), "m/s")};
    }
}
