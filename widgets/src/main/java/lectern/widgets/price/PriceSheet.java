package lectern.widgets.price;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Slots;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** Words and layout of the price of a gradient. */
public final class PriceSheet implements Sheet<Price> {
    private static final Symbol ONE = new Symbol("e", "1", "ink", "error of the slope, to one side");
    private static final Symbol BOTH = new Symbol("e", "2", "g", "error of the slope, to both sides");

    @Override
    public Widget<Price> widget() {
        return new PriceWidget();
    }

    @Override
    public String title() {
        return "Price of a gradient";
    }

    @Override
    public String units() {
        return "n weights, multiplications on a logarithmic scale, times in seconds to years";
    }

    @Override
    public String[] model() {
        return new String[] {
            "Counted: one multiplication a weight forward, two backward (for the weights and for the layer below), and n + 1 forward passes by differences. "
                + "Left out: memory, additions, activations, and that attention costs more than its weights say.",
            "The rate is that of a policy of seven billion weights which runs ten times a second, until “Time this browser” runs a linear layer of 128×128 "
                + "forward and backward for twenty milliseconds and counts. The time goes into the state, so a shared link keeps it.",
            "Errors: slope of 1 / (1 + w²) at w = 0.7 in double precision against the exact one. Sources: Griewank and Walther, Evaluating Derivatives; "
                + "difference quotients checked against numbers by mpmath."};
    }

    @Override
    public Question question() {
        return new Question("A policy has seven billion weights and runs ten times a second. You nudge each weight once to find its slope. "
            + "How long would one step take?", new String[] {"0.3 s", "12 hours", "22 years"}, 2, 1,
            "22 years: seven billion forward passes. Forward and backward together take 0.3 s, however many weights there are.");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("million", "A million weights", ""), new Preset("policy", "Seven billion", "n=7e9"),
            new Preset("arm", "Seven joints", "n=7"), new Preset("best", "Best one-sided step", "h=1e-8"),
            new Preset("noise", "Step too small", "h=1e-14"), new Preset("lost", "Step lost", "h=1e-17")};
    }

    @Override
    public String figure() {
        return "Multiplications for one gradient, and the error of a difference against its step";
    }

    @Override
    public int height() {
        return 438;
    }

    @Override
    public String[] proof() {
        return new String[] {"finite-difference"};
    }

    @Override
    public int beside() {
        return 2;
    }

    @Override
    public Symbol[] symbols() {
        return new Symbol[] {
            new Symbol("log n", "", "ink", "weights, as a power of ten"), new Symbol("log h", "", "ink", "step, as a power of ten"),
            new Symbol("n", "", "ink", "weights"), new Symbol("h", "", "ink", "step of the difference"),
            new Symbol("t", "1", "ink", "one forward pass"), new Symbol("t", "2", "g", "forward and backward"), new Symbol("t", "3", "e", "differences"),
            ONE, BOTH};
    }

    @Override
    public Node[] readout(Slots slots) {
        return new Node[] {
            block("Multiplications for one gradient", row(new Symbol("n", "", "ink", "one forward pass"), slots),
                row(new Symbol("3n", "", "g", "forward and backward"), slots), row(new Symbol("n(n+1)", "", "e", "differences"), slots)),
            block("A slope of 1/(1 + w²) by differences", row(ONE, slots), row(BOTH, slots)),
            Element.of("p").with(Element.of("span", "class", "head").with("Speed: "), slots.of("span"))};
    }

    private static Element block(String heading, Node[]... rows) {
        Nodes all = new Nodes();
        for (Node[] row : rows) {
            all.add(row);
        }
        return Element.of("div").with(Element.of("p", "class", "head").with(heading), Element.of("dl", "class", "sig").with(all.all()));
    }

    private static Node[] row(Symbol symbol, Slots slots) {
        return new Node[] {Element.of("dt").with(symbol.inline()), Element.of("dd", "aria-hidden", "true").with(symbol.words()),
            slots.number("dd", "")};
    }

    @Override
    public Node[] choices(Slots slots, String prefix) {
        return new Node[] {Element.of("button", "class", "btn", "data-do", "press time").with("Time this browser")};
    }
}
