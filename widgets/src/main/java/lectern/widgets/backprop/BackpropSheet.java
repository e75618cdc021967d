package lectern.widgets.backprop;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Slots;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** Words and layout of the backward pass. */
public final class BackpropSheet implements Sheet<Walk> {
    private static final String[] MODES = {"reverse", "forward", "full Jacobians"};
    private static final String[] BARS = {"g dash", "x", "ink"};

    @Override
    public Widget<Walk> widget() {
        return new BackpropWidget();
    }

    @Override
    public String title() {
        return "The tape, down and up";
    }

    @Override
    public String units() {
        return "no units; w x b a, + − · / ^, tanh relu exp log sin cos sqrt abs";
    }

    @Override
    public String[] model() {
        return new String[] {
            "Every operation of the formula is a line of the tape. Values go down; in reverse mode adjoints go up, and a line used twice collects twice. "
                + "Forward mode carries one tangent down and needs a pass for each input number. The slopes of relu and abs at their corners are taken as 0.",
            "Each name stands for a vector of n numbers, treated entry by entry, all entries equal to the one shown. One line’s full Jacobian is then n×n "
                + "with n numbers on its diagonal; “full Jacobians” writes all of it for every edge. The meter counts numbers held at the fullest moment, "
                + "values included, as a program would that frees what no later line uses. Matrix products are left out: use a layer’s own widget for them.",
            "Sources: Griewank and Walther, Evaluating Derivatives, chapters 3 and 4; Baydin and others, Automatic differentiation in machine learning, "
                + "2018. Numbers checked against micrograd and PyTorch."};
    }

    @Override
    public Question question() {
        return new Question("A line such as tanh works on 4096 numbers, each by itself. How many numbers does its full Jacobian hold?",
            new String[] {"4096", "8192", "16 777 216"}, 2, 4,
            "4096 × 4096 = 16 777 216, and all but 4096 of them are zero. Reverse mode never writes them down: it multiplies by the diagonal and goes on.");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("neuron", "One neuron", ""), new Preset("start", "Before the first step", "step=0"),
            new Preset("twice", "Used twice", "f=x*x%2Bx&at=0.5,3,-0.6,0.8"), new Preset("dead", "A dead relu", "f=relu(w*x%2Bb)*a&at=0.5,-2,-0.6,0.8"),
            new Preset("wide", "Full Jacobians, n = 4096", "mode=full&n=4096"), new Preset("broken", "Logarithm of −0.2", "f=log(w*x%2Bb)*a&at=0.2,2,-0.6,0.8")};
    }

    @Override
    public String figure() {
        return "Tape of a formula with values and derivatives";
    }

    @Override
    public int height() {
        return Picture.HEIGHT;
    }

    @Override
    public String[] proof() {
        return new String[] {"scalar-graph", "chain"};
    }

    @Override
    public int beside() {
        return 5;
    }

    @Override
    public Symbol[] symbols() {
        return new Symbol[] {
            new Symbol("k", "", "g", "steps done"), new Symbol("w", "", "ink", "w, a weight"), new Symbol("x", "", "ink", "x, an input"),
            new Symbol("b", "", "ink", "b, a bias"), new Symbol("a", "", "ink", "a, a target"), new Symbol("n", "", "ink", "numbers in each vector"),
            new Symbol("f", "", "ink", "value of the last line"), new Symbol("f", "w", "g", "derivative by w"), new Symbol("f", "x", "g", "derivative by x"),
            new Symbol("f", "b", "g", "derivative by b"), new Symbol("f", "a", "g", "derivative by a"),
            new Symbol("m", "r", "g", "numbers held in reverse mode"), new Symbol("m", "f", "x", "numbers held in forward mode"),
            new Symbol("m", "J", "ink", "numbers held with full Jacobians")};
    }

    @Override
    public Node[] readout(Slots slots) {
        Nodes code = new Nodes().add(Element.of("p", "class", "head").with("This step"), Element.of("p").with(slots.of("code")), slots.of("p", "class", "num"));
        Nodes meter = new Nodes();
        for (int mode = 0; mode < MODES.length; mode++) {
            meter.add(Element.of("dt").with(MODES[mode]),
                Element.of("dd", "class", "m b-" + BARS[mode], "aria-hidden", "true").with(slots.bar()), slots.number("dd", ""));
        }
        return new Node[] {
            Element.of("div", "class", "step").with(code.all()),
            Element.of("div").with(Element.of("p", "class", "head").with("Numbers held, on a logarithmic scale"),
                Element.of("dl", "class", "sig").with(meter.all()), slots.of("p"))};
    }

    @Override
    public Node[] choices(Slots slots, String prefix) {
        return new Node[] {
            Element.of("div", "class", "ctl typed").with(slots.field(new Symbol("f", "", "ink", "formula in w, x, b and a"), "f", prefix + "f")),
            slots.choice(prefix, "mode", "Mode", Walk.MODES, MODES),
            Element.of("button", "class", "btn", "data-do", "press back").with("Step back"),
            Element.of("button", "class", "btn", "data-do", "press on").with("Step"), slots.of("button", "class", "btn", "data-do", "press play"),
            Element.of("button", "class", "btn", "data-do", "press seed").with("Other input forwards")};
    }
}
