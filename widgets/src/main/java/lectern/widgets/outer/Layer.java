package lectern.widgets.outer;

import lectern.widgets.math.Mat;
import lectern.widgets.math.Vec;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.StateText;

/**
 * The state of the outer product: a linear layer of three outputs and two inputs.
 *
 * @param cells W row by row, then x, then a*: eleven numbers, never written after construction
 * @param row the lit one, from 0
 */
record Layer(double[] cells, int row) {
    static final String[] NAMES = {"W11", "W12", "W21", "W22", "W31", "W32", "x1", "x2", "a1", "a2", "a3"};
    /** Names of the rows, which the shell looks for as identifiers. */
    static final String[] ROWS = {"r1", "r2", "r3"};
    static final double LIMIT = 3;
    static final int OUTPUTS = 3;
    static final int INPUTS = 2;
    static final int X = 6;
    static final int A = 8;

    private static final double TENTHS = 10;

    static Layer read(Fields fields) {
        double[] W = fields.numbers("w", -LIMIT, LIMIT, 1, 2, 1, -1, -1, 1);
        double[] x = fields.numbers("x", -LIMIT, LIMIT, 1.5, -1);
        double[] a = fields.numbers("a", -LIMIT, LIMIT, 1, 0.5, -2);
        return new Layer(new double[] {W[0], W[1], W[2], W[3], W[4], W[5], x[0], x[1], a[0], a[1], a[2]}, fields.word("row", ROWS, 0));
    }

    String write() {
        double[] c = cells;
        return new StateText().numbers("w", c[0], c[1], c[2], c[3], c[4], c[5]).numbers("x", c[X], c[X + 1]).numbers("a", c[A], c[A + 1], c[A + 2])
            .word("row", ROWS[row]).toString();
    }

    /** Index of a cell of this name; −1 when there is none. */
    static int index(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** A cell set to the nearest tenth that is allowed; its row is lit, where it has one. */
    Layer put(int cell, double value) {
        double[] changed = cells.clone();
        changed[cell] = Math.floor(Math.max(-LIMIT, Math.min(LIMIT, value)) * TENTHS + 0.5) / TENTHS;
        return new Layer(changed, cell < X ? cell / INPUTS : cell < A ? row : cell - A);
    }

    Layer light(int other) {
        return new Layer(cells, other);
    }

    double[] input() {
        return new double[] {cells[X], cells[X + 1]};
    }

    /** W x. */
    double[] output() {
        return Mat.of(OUTPUTS, INPUTS, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]).times(input());
    }

    /** e = W x − a*. */
    double[] error() {
        return Vec.minus(output(), new double[] {cells[A], cells[A + 1], cells[A + 2]});
    }

    /** L = ½ ‖e‖². */
    double loss() {
        double[] e = error();
        return Vec.dot(e, e) / 2;
    }

    /** ∂L/∂W = e xᵀ, row by row. */
    double[] gradient() {
        return Mat.outer(error(), input()).entries();
    }

    /** How fast the loss changes when one weight is nudged, measured to both sides: exact but for rounding, since the loss is quadratic. */
    double measured(int weight) {
        double step = 0.125;
        double[] up = cells.clone();
        double[] down = cells.clone();
        up[weight] += step;
        down[weight] -= step;
        return (new Layer(up, row).loss() - new Layer(down, row).loss()) / (2 * step);
    }
}
