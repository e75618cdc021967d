package lectern.widgets.depth;

import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.math.Digits;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Latest;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;

/** The depth bench: a product of factors, and what residuals, normalisation, clipping and sixteen bits make of it. */
public final class DepthWidget implements Widget<Chain> {
    private static final String[] NAMES = {"sigmoid", "tanh", "ReLU", "linear"};
    /** Outside of these the words call a gradient vanished or exploded. */
    private static final double SMALL = 1e-6;
    private static final double LARGE = 1e4;

    private final Latest<Chain, Run> runs = new Latest<>(Run::new);

    @Override
    public String id() {
        return "depth";
    }

    @Override
    public boolean plays(Chain chain) {
        return false;
    }

    @Override
    public Chain read(Fields fields) {
        return Chain.read(fields);
    }

    @Override
    public String write(Chain chain) {
        return chain.write();
    }

    @Override
    public Chain update(Chain chain, Event event) {
        if (event instanceof Event.Put put) {
            return put.value() - put.value() == 0 ? chain.put(put.quantity(), put.value()) : chain;
        }
        if (event instanceof Event.Choose choose) {
            return chain.choose(choose.option());
        }
        if (event instanceof Event.Drag drag) {
            return chain.put("at", Picture.at(chain, drag.x()));
        }
        if (event instanceof Event.Step step) {
            // a fine step is a whole one: there is nothing between two layers
            double by = step.right() + step.up();
            return chain.put("at", chain.at() + (by > 0 ? Math.ceil(by) : Math.floor(by)));
        }
        return event instanceof Event.Limit limit ? chain.put("at", limit.upper() ? chain.layers() : 0) : chain;
    }

    @Override
    public Node[] view(Chain chain) {
        return new Picture(chain, runs.of(chain)).draw();
    }

    @Override
    public String describe(Chain chain) {
        Run run = runs.of(chain);
        String words = chain.layers() + " " + NAMES[chain.act()] + " layers of weight " + Digits.text(chain.w(), 3)
            + (chain.residual() ? ", each added to what enters it" : "") + (chain.norm() ? ", each normalised first" : "")
            + (chain.format() == 0 ? "" : ", in " + Chain.FORMATS[chain.format()] + " with the loss times " + (1 << chain.scale())) + ".";
        if (run.arrives()) {
            String least = Shown.value(run.extreme(false));
            String most = Shown.value(run.extreme(true));
            words += " The gradient at the input is " + Shown.value(run.size[0]) + " times that at the output; a layer multiplies it by " + least
                + (least.equals(most) ? "" : " to " + most) + ".";
        }
        if (run.clipped < 1) {
            words += " The clip multiplies the gradient of the weights by " + Shown.value(run.clipped) + ".";
        }
        String regime = regime(chain, run);
        return regime.isEmpty() ? words : words + " " + regime;
    }

    @Override
    public String regime(Chain chain) {
        return regime(chain, runs.of(chain));
    }

    private static String regime(Chain chain, Run run) {
        if (run.infinite > 0) {
            return "Overflow: the first number that is not finite comes " + step(chain, run.infinite) + "."
                + (run.nan > 0 ? " The first that is not a number comes " + step(chain, run.nan) + "." : "");
        }
        if (run.size[0] == 0) {
            return "Lost: the gradient is rounded to zero beyond h" + Picture.lowered(run.reached()) + ", and the layers before it learn nothing.";
        }
        return run.size[0] < SMALL ? "Vanished: the first layers learn next to nothing." : run.size[0] > LARGE ? "Exploded: one step would undo the training." : "";
    }

    private static String step(Chain chain, int step) {
        int n = chain.layers();
        return step <= n ? "on the way forward, at h" + Picture.lowered(step)
            : step <= 2 * n ? "on the way back, at h" + Picture.lowered(2 * n - step) : "at the clip, which multiplies infinity by zero";
    }

    @Override
    public String[] live(Chain chain) {
        Run run = runs.of(chain);
        return new String[] {
            run.arrives() ? Shown.value(run.size[0]) : run.size[0] == 0 ? "zero" : "none",
            number(run.extreme(false)), number(run.extreme(true)), number(run.norm), number(run.norm - run.norm == 0 ? run.clipped : Double.NaN),
            run.nan == 0 ? "never" : "step " + run.nan,
            Chain.ACTS[chain.act()], Chain.JOINS[chain.residual() ? 1 : 0], Chain.NORMS[chain.norm() ? 1 : 0], Chain.FORMATS[chain.format()]};
    }

    private static String number(double value) {
        return value - value == 0 ? Shown.value(value) : "none";
    }

    @Override
    public Quantity[] quantities(Chain chain) {
        Run run = runs.of(chain);
        return new Quantity[] {
            new Quantity("w", chain.w(), "", 0, Chain.HEAVIEST, 0.1, 2), new Quantity("n", chain.layers(), "", 1, Chain.DEEPEST, 1, 0),
            new Quantity("s", chain.scale(), "", 0, Chain.MOST_SCALE, 1, 0), new Quantity("r", chain.clip(), "", 0, Chain.LOOSEST, 0.1, 2),
            new Quantity("at", chain.at(), "", 0, chain.layers(), 1, 0),
            Quantity.of("product", run.size[0], ""), Quantity.of("least", run.extreme(false), ""), Quantity.of("most", run.extreme(true), ""),
            Quantity.of("norm", run.norm, ""), Quantity.of("clipped", run.clipped, ""), Quantity.of("h", run.h[chain.at()][0], "")};
    }
}
