package lectern.widgets.depth;

import lectern.widgets.autodiff.Precision;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.StateText;
import org.jspecify.annotations.Nullable;

/**
 * The state of the depth bench: equal layers one after another.
 *
 * @param act index in {@link #ACTS}
 * @param w weight of every layer
 * @param layers how many there are
 * @param residual whether a layer adds to what enters it
 * @param norm whether what enters a layer is normalised
 * @param clip largest norm of the weights' gradient; 0 for no clip
 * @param format index in {@link #FORMATS}
 * @param scale the loss is multiplied by 2^scale before the way back
 * @param at the number looked at: 0 is the input, {@code layers} the output
 */
record Chain(int act, double w, int layers, boolean residual, boolean norm, double clip, int format, int scale, int at) {
    static final String[] ACTS = {"sigmoid", "tanh", "relu", "none"};
    static final String[] JOINS = {"plain", "residual"};
    static final String[] NORMS = {"off", "layer"};
    static final String[] FORMATS = {"double", "fp16", "bf16"};
    static final double HEAVIEST = 6;
    static final int DEEPEST = 40;
    static final int MOST_SCALE = 30;
    static final double LOOSEST = 10;

    static Chain read(Fields fields) {
        int act = fields.word("act", ACTS, 0);
        double w = fields.number("w", 0, HEAVIEST, 1);
        int layers = whole(fields.number("n", 1, DEEPEST, 20));
        boolean residual = fields.word("join", JOINS, 0) == 1;
        boolean norm = fields.word("norm", NORMS, 0) == 1;
        double clip = fields.number("clip", 0, LOOSEST, 0);
        int format = fields.word("bits", FORMATS, 0);
        int scale = whole(fields.number("scale", 0, MOST_SCALE, 0));
        return new Chain(act, w, layers, residual, norm, clip, format, scale, Math.min(layers, whole(fields.number("at", 0, DEEPEST, 0))));
    }

    String write() {
        return new StateText().word("act", ACTS[act]).numbers("w", w).numbers("n", layers).word("join", JOINS[residual ? 1 : 0])
            .word("norm", NORMS[norm ? 1 : 0]).numbers("clip", clip).word("bits", FORMATS[format]).numbers("scale", scale).numbers("at", at)
            .toString();
    }

    /** The format in which every number of the chain is kept; null for doubles. */
    @Nullable Precision precision() {
        return format == 0 ? null : format == 1 ? Precision.FP16 : Precision.BF16;
    }

    /** The same chain without rounding. */
    Chain exact() {
        return new Chain(act, w, layers, residual, norm, clip, 0, 0, at);
    }

    /** A quantity set to a value, moved to the nearest that is allowed. */
    Chain put(String name, double value) {
        boolean weight = name.equals("w");
        boolean depth = name.equals("n");
        int n = depth ? whole(inside(value, 1, DEEPEST)) : layers;
        return new Chain(act, weight ? inside(value, 0, HEAVIEST) : w, n, residual, norm, name.equals("r") ? inside(value, 0, LOOSEST) : clip, format,
            name.equals("s") ? whole(inside(value, 0, MOST_SCALE)) : scale, Math.min(n, name.equals("at") ? whole(inside(value, 0, n)) : at));
    }

    /** An option picked; the names of all options differ. */
    Chain choose(String option) {
        int a = index(ACTS, option, act);
        int f = index(FORMATS, option, format);
        return new Chain(a, w, layers, index(JOINS, option, residual ? 1 : 0) == 1, index(NORMS, option, norm ? 1 : 0) == 1, clip, f, scale, at);
    }

    private static int index(String[] options, String option, int otherwise) {
        for (int i = 0; i < options.length; i++) {
            if (options[i].equals(option)) {
                return i;
            }
        }
        return otherwise;
    }

    private static double inside(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private static int whole(double value) {
        return (int) Math.floor(value + 0.5);
    }
}
