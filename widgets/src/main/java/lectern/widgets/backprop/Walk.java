package lectern.widgets.backprop;

import lectern.widgets.math.Num;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.StateText;

/**
 * The state: a formula, its inputs, a way to differentiate and how far it has come.
 *
 * @param text the formula as typed, ASCII
 * @param stand the last formula that could be read, which stands in for one that cannot; not part of the text
 * @param at values of {@link Trace#NAMES}
 * @param mode index into {@link #MODES}
 * @param seed index of the input that forward mode moves
 * @param n length of every vector
 * @param step lines done, downwards and then upwards
 * @param clock seconds since the last step while it plays; negative at rest, not part of the text
 */
record Walk(String text, String stand, double[] at, int mode, int seed, int n, int step, double clock) {
    static final int REVERSE = 0;
    static final int FORWARD = 1;
    static final int FULL = 2;
    static final String[] MODES = {"reverse", "forward", "full"};
    static final int LONGEST = 120;
    static final int MOST = 4096;
    static final double LARGEST = 9;

    private static final double REST = -1;
    private static final double SECONDS = 0.5;
    private static final String USUAL = "(tanh(w*x+b)-a)^2/2";

    static Walk read(Fields fields) {
        String text = StateText.plain(fields.text("f", LONGEST), LONGEST);
        double[] at = fields.numbers("at", -LARGEST, LARGEST, 0.5, 2, -0.6, 0.8);
        int mode = fields.word("mode", MODES, 0);
        int seed = (int) fields.number("seed", 0, 3, 0);
        int n = (int) fields.number("n", 1, MOST, 1);
        return new Walk(text.isEmpty() ? USUAL : text, USUAL, at, mode, seed, n, (int) fields.number("step", 0, 99, 99), REST).inside();
    }

    String write() {
        StateText all = new StateText().word("f", text).numbers("at", at).word("mode", MODES[mode]).numbers("seed", seed).numbers("n", n);
        // the step of another formula means nothing to whoever opens this one
        return (new Trace(this).mistake.isEmpty() ? all.numbers("step", step) : all).toString();
    }

    private Walk inside() {
        return new Walk(text, stand, at, mode, seed, n, Math.max(0, Math.min(new Trace(this).steps(), step)), clock);
    }

    Walk filled(String typed) {
        String plain = StateText.plain(typed, LONGEST);
        // an emptied field is not an unasked one
        return new Walk(plain.isEmpty() ? " " : plain, new Trace(this).text(), at, mode, seed, n, 99, REST).inside();
    }

    Walk input(int index, double value) {
        double[] values = at.clone();
        values[index] = Math.max(-LARGEST, Math.min(LARGEST, value));
        return new Walk(text, stand, values, mode, seed, n, step, clock).inside();
    }

    Walk by(int way, int moved) {
        return new Walk(text, stand, at, way, moved, n, way == mode ? step : 99, REST).inside();
    }

    Walk wide(double length) {
        return new Walk(text, stand, at, mode, seed, (int) Num.rint(Math.max(1, Math.min(MOST, length))), step, clock);
    }

    Walk to(double where) {
        return new Walk(text, stand, at, mode, seed, n, (int) Num.rint(Math.max(0, Math.min(99, where))), REST).inside();
    }

    boolean playing() {
        return clock >= 0;
    }

    /** Starts, anew from the end, or rests. */
    Walk play() {
        return new Walk(text, stand, at, mode, seed, n, playing() || step < new Trace(this).steps() ? step : 0, playing() ? REST : 0);
    }

    /** One line further each half second, until the end. */
    Walk after(double seconds) {
        if (!playing()) {
            return this;
        }
        double now = clock + seconds;
        if (now < SECONDS) {
            return new Walk(text, stand, at, mode, seed, n, step, now);
        }
        boolean last = step + 1 >= new Trace(this).steps();
        return new Walk(text, stand, at, mode, seed, n, step + 1, last ? REST : 0).inside();
    }
}
