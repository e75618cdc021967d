package lectern.widgets.outer;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Slots;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** Words and layout of the outer product. */
public final class OuterSheet implements Sheet<Layer> {

    /** Candidates for the gradient, with what their shape says; a cross strikes one out. */
    private static final String[][] CANDIDATES = {
        {"e xᵀ", "3×2, as W is"}, {"Wx xᵀ", "3×2, as W is"}, {"x eᵀ", "✕ 2×3"}, {"Wᵀ e", "✕ 2×1"}, {"e x", "✕ 3×1 and 2×1 have no product"}};

    @Override
    public Widget<Layer> widget() {
        return new OuterWidget();
    }

    @Override
    public String title() {
        return "Outer product";
    }

    @Override
    public String units() {
        return "L = ½‖Wx − a*‖², all numbers without unit";
    }

    @Override
    public String[] model() {
        return new String[] {
            "One linear layer without bias, three outputs, two inputs, half the squared error as loss. Cells hold tenths from −3 to 3; a drag up raises one. "
                + "The measured slope nudges one weight to both sides by an eighth, which is exact for a quadratic loss.",
            "A batch adds one such product for each example; a policy’s loss is not quadratic, but every linear layer inside it gets the same e xᵀ. "
                + "Numbers checked against PyTorch."};
    }

    @Override
    public Question question() {
        return new Question("The gradient of the loss by W is a matrix like W. Which row of it is zero when error 2 is zero?",
            new String[] {"row 1", "row 2", "row 3"}, 1, 1, "Row 2: row i is error i times the input, so an output that is already right changes nothing.");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("layer", "Three errors", ""), new Preset("right", "Error 2 is zero", "a=1,2.5,-2&row=r2"),
            new Preset("silent", "Input 1 is zero", "x=0,-1"), new Preset("done", "All right", "a=-0.5,2.5,-2.5"),
            new Preset("blind", "No input", "x=0,0")};
    }

    @Override
    public String figure() {
        return "A linear layer and its gradient, error column times input row";
    }

    @Override
    public int height() {
        return 346;
    }

    @Override
    public String[] proof() {
        return new String[] {"linear-mse"};
    }

    @Override
    public int beside() {
        return Layer.OUTPUTS;
    }

    @Override
    public Symbol[] symbols() {
        Symbol[] all = new Symbol[Layer.NAMES.length + 4];
        for (int i = 0; i < Layer.NAMES.length; i++) {
            String name = Layer.NAMES[(i + Layer.A) % Layer.NAMES.length];
            String index = name.substring(1);
            all[i] = name.startsWith("a") ? new Symbol("a*", index, "x", "wanted output " + index)
                : name.startsWith("x") ? new Symbol("x", index, "ink", "input " + index)
                : new Symbol("W", index, "ink", "weight in row " + index.charAt(0) + ", column " + index.charAt(1));
        }
        for (int i = 0; i < Layer.OUTPUTS; i++) {
            all[Layer.NAMES.length + i] = new Symbol("e", "" + (i + 1), "e", "error " + (i + 1));
        }
        all[all.length - 1] = new Symbol("L", "", "ink", "loss");
        return all;
    }

    @Override
    public Node[] readout(Slots slots) {
        Nodes rows = new Nodes();
        for (String[] candidate : CANDIDATES) {
            boolean out = candidate[1].startsWith("✕");
            rows.add(Element.of("dt", "class", "sym f-" + (out ? "ink2" : "ink")).with(
                out ? new Node[] {Element.of("s").with(candidate[0])} : Element.of("dt").with(candidate[0]).children()),
                Element.of("dd").with(candidate[1]), Element.of("dd"));
        }
        return new Node[] {
            Element.of("div").with(Element.of("p", "class", "head").with("Which formula has the shape of W?"),
                Element.of("dl", "class", "sig").with(rows.all())),
            Element.of("div").with(Element.of("p", "class", "head").with("Two have it; a measurement decides"),
                Element.of("dl", "class", "sig").with(
                    Element.of("dt", "class", "sym").with("ΔL/ΔW"), slots.of("dd"), slots.number("dd", ""),
                    Element.of("dt", "class", "sym f-g").with("e xᵀ"), Element.of("dd").with("says"), slots.number("dd", ""),
                    Element.of("dt", "class", "sym f-ink2").with("Wx xᵀ"), Element.of("dd").with("says"), slots.number("dd", "")))};
    }

    @Override
    public Node[] choices(Slots slots, String prefix) {
        return new Node[] {slots.choice(prefix, "row", "Light row", Layer.ROWS, new String[] {"1", "2", "3"})};
    }
}
