package lectern.widgets.twolink;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.widget.Formula;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Slots;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** Words and layout of the two-link bench. */
public final class TwoLinkSheet implements Sheet<Bench> {
    private static final Symbol SIGMA1 = new Symbol("σ", "1", "x", "larger singular value");
    private static final Symbol SIGMA2 = new Symbol("σ", "2", "x", "smaller singular value");
    private static final Symbol KAPPA = new Symbol("κ", "", "ink", "condition number");
    private static final Symbol YOSHIKAWA = new Symbol("w", "", "ink", "manipulability, |det J|");
    private static final Symbol RATE1 = new Symbol("q̇", "1", "q1", "speed of joint 1");
    private static final Symbol RATE2 = new Symbol("q̇", "2", "q2", "speed of joint 2");
    private static final Symbol REST = new Symbol("e", "", "e", "task residual, m/s");

    @Override
    public Widget<Bench> widget() {
        return new TwoLinkWidget();
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
            new String[] {"2 rad/s", "20 rad/s", "200 rad/s"}, 2, 2,
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
    public String figure() {
        return "Two-link arm with its velocity ellipse";
    }

    @Override
    public int height() {
        return 430;
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
    public Symbol[] symbols() {
        return new Symbol[] {
            new Symbol("q", "1", "q1", "joint 1"), new Symbol("q", "2", "q2", "joint 2"),
            new Symbol("ẋ", "1", "x", "wanted velocity along x"), new Symbol("ẋ", "2", "x", "wanted velocity along y"),
            new Symbol("l", "1", "q1", "length of link 1"), new Symbol("l", "2", "q2", "length of link 2"),
            new Symbol("λ", "", "ink", "damping"), new Symbol("t", "", "ink", "time on the circle"),
            new Symbol("x", "1", "x", "hand along x"), new Symbol("x", "2", "x", "hand along y"), new Symbol("det J", "", "ink", "determinant"),
            SIGMA1, SIGMA2, KAPPA, YOSHIKAWA, RATE1, RATE2, REST};
    }

    @Override
    public Node[] readout(Slots slots) {
        return new Node[] {
            block("Jacobian, rows x and y, base frame, m/rad", Formula.matrix("J", "q", 2, new String[] {"q1", "q2"}, slots)),
            block("How far from singular, m/rad",
                Element.of("dl", "class", "sig").with(new Nodes().add(bar(SIGMA1, "x", slots)).add(bar(SIGMA2, "x dash", slots)).all()),
                Element.of("p", "class", "line").with(new Nodes().add(KAPPA.inline()).add(slots.number("span", ""))
                    .add(YOSHIKAWA.inline()).add(slots.number("span", "")).all())),
            block("What the solver asks, rad/s, and what it misses, m/s", Element.of("dl", "class", "sig").with(
                new Nodes().add(bar(RATE1, "q1", slots)).add(bar(RATE2, "q2 dash", slots)).add(bar(REST, "e dash", slots)).all()))};
    }

    private static Element block(String heading, Node... content) {
        return Element.of("div").with(new Nodes().add(Element.of("p", "class", "head").with(heading)).add(content).all());
    }

    private static Node[] bar(Symbol symbol, String css, Slots slots) {
        return new Node[] {
            Element.of("dt").with(symbol.inline()),
            Element.of("dd", "class", "m b-" + css, "aria-hidden", "true").with(slots.bar()), slots.number("dd", "")};
    }

    @Override
    public Node[] choices(Slots slots, String prefix) {
        return new Node[] {
            slots.choice(prefix, "solver", "Solver", new String[] {"transpose", "inverse", "pinv", "dls"},
                new String[] {"transpose Jᵀ", "inverse J⁻¹", "pseudo-inverse J⁺", "damped least squares"}),
            slots.of("button", "class", "btn", "data-do", "press circle"),
            Element.of("button", "class", "btn", "data-do", "press random").with("Random pose")};
    }
}
