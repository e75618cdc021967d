package lectern.widgets.depth;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Slots;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** Words and layout of the depth bench. */
public final class DepthSheet implements Sheet<Chain> {
    private static final Symbol GRADIENT = new Symbol("∂L/∂h", "0", "g", "gradient at the input");
    private static final Symbol LEAST = new Symbol("f", "min", "ink", "least factor of a layer");
    private static final Symbol MOST = new Symbol("f", "max", "ink", "greatest factor of a layer");
    private static final Symbol NORM = new Symbol("‖g‖", "", "g", "gradient of all weights");
    private static final Symbol CLIPPED = new Symbol("c", "", "ink", "the clip multiplies it by");
    private static final Symbol NAN = new Symbol("k", "", "e", "first not-a-number");

    @Override
    public Widget<Chain> widget() {
        return new DepthWidget();
    }

    @Override
    public String title() {
        return "Depth bench";
    }

    @Override
    public String units() {
        return "w weight, n layers, 2ˢ loss scale, r norm of the clip (0: none)";
    }

    @Override
    public String[] model() {
        return new String[] {
            "Equal layers, h ← φ(w u) or h ← h + φ(w u). Four numbers (0.7, −0.4, 0.2, −0.5) pass through them and the loss is the first at the end. "
                + "Without normalisation u is h and the first number is alone; with it u is h less its mean, over its deviation (plus 10⁻⁵ under the root).",
            "In fp16 and bf16 each product, sum and slope is rounded to the nearest, ties to even; means, deviations and norms are summed in double. "
                + "The loss is multiplied by 2ˢ before the way back, and the gradient divided by it after. Steps are counted forward, back, then the clip.",
            "The clip acts on the gradient of all weights, one a layer. Left out: matrices, biases, a batch, and the update itself. "
                + "Numbers checked against PyTorch; sources: Pascanu et al. 2013, He et al. 2016, Ba et al. 2016, Micikevicius et al. 2018."};
    }

    @Override
    public Question question() {
        return new Question("Twenty sigmoid layers of weight 1 pass back 10⁻¹³ of the gradient. Does a larger weight rescue them?",
            new String[] {"yes", "it changes little", "no, it gets worse"}, 2, 1,
            "At weight 4 only 10⁻²² is left: a larger weight drives every sigmoid into its flat end. No weight reaches 10⁻¹¹.");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("sigmoid", "Sigmoid", "w=1"), new Preset("heavy", "Sigmoid, weight 4", "w=4"),
            new Preset("residual", "ReLU, residual", "act=relu&join=residual"),
            new Preset("normalised", "The same, normalised", "act=relu&join=residual&norm=layer"),
            new Preset("underflow", "Lost in fp16", "n=14&bits=fp16&at=2"), new Preset("scaled", "Loss scaled", "n=14&bits=fp16&scale=15&at=2"),
            new Preset("overflow", "Overflow", "act=relu&w=4&bits=fp16&clip=1")};
    }

    @Override
    public String figure() {
        return "Ladder of gradients from the loss back to the input";
    }

    @Override
    public int height() {
        return 404;
    }

    @Override
    public String[] proof() {
        return new String[] {"vanishing", "layernorm", "clipping", "precision"};
    }

    @Override
    public int beside() {
        return 4;
    }

    @Override
    public Symbol[] symbols() {
        return new Symbol[] {
            new Symbol("w", "", "ink", "weight of every layer"), new Symbol("n", "", "ink", "layers"),
            new Symbol("s", "", "ink", "loss scale, a power of two"), new Symbol("r", "", "ink", "norm that the clip lets through, 0 for no clip"),
            new Symbol("k", "", "ink", "layer looked at"), GRADIENT, LEAST, MOST, NORM, CLIPPED,
            new Symbol("h", "k", "ink", "first number there")};
    }

    @Override
    public Node[] readout(Slots slots) {
        Nodes rows = new Nodes();
        for (Symbol symbol : new Symbol[] {GRADIENT, LEAST, MOST, NORM, CLIPPED, NAN}) {
            rows.add(Element.of("dt").with(symbol.inline()), Element.of("dd", "aria-hidden", "true").with(symbol.words()), slots.number("dd", ""));
        }
        return new Node[] {Element.of("dl", "class", "sig").with(rows.all())};
    }

    @Override
    public Node[] choices(Slots slots, String prefix) {
        return new Node[] {
            slots.choice(prefix, "act", "Activation", Chain.ACTS, new String[] {"sigmoid", "tanh", "ReLU", "none"}),
            slots.choice(prefix, "join", "Layer", Chain.JOINS, new String[] {"plain", "residual"}),
            slots.choice(prefix, "norm", "Normalised", Chain.NORMS, new String[] {"no", "yes"}),
            slots.choice(prefix, "bits", "Kept in", Chain.FORMATS, Chain.FORMATS)};
    }
}
