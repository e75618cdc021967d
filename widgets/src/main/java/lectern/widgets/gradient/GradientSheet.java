package lectern.widgets.gradient;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Slots;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** Words and layout of the gradient. */
public final class GradientSheet implements Sheet<Spot> {
    private static final Symbol CHANGE = new Symbol("ΔL", "", "ink", "true change of the loss");
    private static final Symbol SAID = new Symbol("gᵀd", "", "g", "predicted change of the loss");
    private static final Symbol ERROR = new Symbol("e", "", "e", "error of the prediction");

    @Override
    public Widget<Spot> widget() {
        return new GradientWidget();
    }

    @Override
    public String title() {
        return "Which arrow is the gradient?";
    }

    @Override
    public String units() {
        return "a loss of two weights, no units; angles from the x axis";
    }

    @Override
    public String[] model() {
        return new String[] {
            "A candidate g predicts that a step d changes the loss by gᵀd. It is the gradient if the error of that prediction falls faster than the "
                + "step, in every direction. Contour lines of the loss are 0.4 apart; the straight lines round the point are those of the candidate’s plane.",
            "The dotted outline holds all steps of the same length; what length means can be chosen, and the steepest of these steps changes with it. "
                + "The compass measures each slope from one side with a step of a millionth, and asks no formula. On a kink these slopes fit no plane.",
            "Sources: Boyd and Vandenberghe, Convex Optimization, section 9.4, for steepest descent in other norms; Nocedal and Wright, "
                + "Numerical Optimization, chapter 2. Numbers checked against SciPy, NumPy and PyTorch."};
    }

    @Override
    public Question question() {
        return new Question("Three arrows start at w. Which one, taken as g, predicts the loss after every small step d?",
            new String[] {"A, straight away from the lowest point", "B, square to the contour line, but short",
                "C, square to the contour line, as long as the steepest slope"}, 2, 2,
            "C: its straight lines run along the contours and lie as close as they do, so half the step leaves a quarter of the error. "
                + "A and B are each right for one direction and its opposite only.");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("away", "Arrow A", ""), new Preset("short", "Arrow B", "g=-0.4,0.5"),
            new Preset("gradient", "Arrow C", "g=-0.8,1"), new Preset("corner", "Longest entry as length", "g=-0.8,1&norm=max"),
            new Preset("valley", "Curved valley", "f=valley&w=-0.6,-0.2&d=1.2,0.4&g=-0.42,0.64"),
            new Preset("saddle", "Saddle", "f=saddle&w=0,0&d=0.8,0.3&g=0,0"), new Preset("kink", "Kink", "f=kink&w=0,0.6&d=0.8,0.3&g=0,0.6")};
    }

    @Override
    public String figure() {
        return "Contour map of a loss with a step and a candidate for its gradient";
    }

    @Override
    public int height() {
        return Picture.HEIGHT;
    }

    @Override
    public String[] proof() {
        return new String[] {"linear-approximation", "optimiser"};
    }

    @Override
    public int beside() {
        return 4;
    }

    @Override
    public Symbol[] symbols() {
        return new Symbol[] {
            new Symbol("t", "", "x", "length of the step"), new Symbol("φ", "", "x", "direction of the step"),
            new Symbol("g", "1", "g", "candidate’s slope along x"), new Symbol("g", "2", "g", "candidate’s slope along y"),
            new Symbol("x", "", "ink", "first weight"), new Symbol("y", "", "ink", "second weight"), new Symbol("L", "", "ink", "loss at w"),
            CHANGE, SAID, ERROR, new Symbol("p", "", "e", "power of t in the error"), new Symbol("∇L", "1", "ink", "true slope along x"),
            new Symbol("∇L", "2", "ink", "true slope along y"), new Symbol("s", "", "ink", "steepest slope")};
    }

    @Override
    public Node[] readout(Slots slots) {
        return new Node[] {
            block("What the step does to the loss, and what g says", Element.of("dl", "class", "sig").with(
                new Nodes().add(bar(CHANGE, "ink", slots)).add(bar(SAID, "g dash", slots)).add(bar(ERROR, "e dash", slots)).all()), slots.of("p", "class", "fix")),
            block("Steepest slope of all steps of length 1", slots.number("p", ""))};
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
            slots.choice(prefix, "f", "Loss", Surface.NAMES, new String[] {"bowl", "curved valley", "saddle", "kink"}),
            slots.choice(prefix, "norm", "Length is", Spot.NORMS, new String[] {"root of squares", "sum of sizes", "largest size"}),
            slots.of("button", "class", "btn", "data-do", "press gradient")};
    }
}
