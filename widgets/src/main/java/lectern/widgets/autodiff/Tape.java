package lectern.widgets.autodiff;

import java.util.Arrays;
import lectern.widgets.expression.Formula;
import lectern.widgets.expression.Operation;
import lectern.widgets.math.Num;

/**
 * A record of scalar operations, each with its value and the slopes with respect to its one or two operands.
 *
 * <p>Nodes are numbered as recorded, so one loop backward gives every ∂output/∂node (reverse mode, cost of a few forward passes whatever
 * the number of inputs) and one loop forward gives every ∂node along one direction of the inputs (forward mode). {@link #clear} keeps the
 * room: recording again allocates nothing. Source: Griewank and Walther 2008, chapter 3.
 */
public final class Tape {
    private double[] values = new double[64];
    private int[] lefts = new int[64];
    private int[] rights = new int[64];
    private double[] leftSlopes = new double[64];
    private double[] rightSlopes = new double[64];
    private double[] adjoints = new double[64];
    private double[] tangents = new double[64];
    private int size;

    public Tape() {
        clear();
    }

    /** Forgets all nodes. Node 0 is the operand of those that have none. */
    public void clear() {
        size = 1;
    }

    /** Number of nodes, node 0 included. */
    public int size() {
        return size;
    }

    /** A new input or constant. */
    public int variable(double value) {
        return node(value, 0, 0, 0, 0);
    }

    public double value(int node) {
        return values[node];
    }

    public int add(int a, int b) {
        return node(values[a] + values[b], a, 1, b, 1);
    }

    public int subtract(int a, int b) {
        return node(values[a] - values[b], a, 1, b, -1);
    }

    public int multiply(int a, int b) {
        return node(values[a] * values[b], a, values[b], b, values[a]);
    }

    public int divide(int a, int b) {
        double y = values[a] / values[b];
        return node(y, a, 1 / values[b], b, -y / values[b]);
    }

    /** factor · a + shift. */
    public int scale(int a, double factor, double shift) {
        return node(factor * values[a] + shift, a, factor, 0, 0);
    }

    /** a to a fixed power. */
    public int power(int a, double exponent) {
        return node(Math.pow(values[a], exponent), a, exponent == 0 ? 0 : exponent * Math.pow(values[a], exponent - 1), 0, 0);
    }

    /** a to the power b, for a above zero. */
    public int raise(int a, int b) {
        double y = Math.pow(values[a], values[b]);
        return node(y, a, values[b] * Math.pow(values[a], values[b] - 1), b, y == 0 ? 0 : y * Math.log(values[a]));
    }

    /** A function of one number. */
    public int apply(Elementwise function, int a) {
        double x = values[a];
        double y = function.value(x);
        return node(y, a, function.slope(x, y), 0, 0);
    }

    public int sin(int a) {
        return node(Math.sin(values[a]), a, Math.cos(values[a]), 0, 0);
    }

    public int cos(int a) {
        return node(Math.cos(values[a]), a, -Math.sin(values[a]), 0, 0);
    }

    public int tanh(int a) {
        double y = Num.tanh(values[a]);
        return node(y, a, 1 - y * y, 0, 0);
    }

    /** Records a formula on nodes that stand for its variables, one node for each step but the variables, in order; the node of its result. */
    public int append(Formula formula, int... variables) {
        int[] nodes = new int[formula.size()];
        double[] at = new double[variables.length];
        for (int i = 0; i < at.length; i++) at[i] = values[variables[i]];
        double[] steps = new double[formula.size()];
        formula.forward(at, steps);
        for (int i = 0; i < nodes.length; i++) {
            int operands = formula.operation(i).operands();
            if (formula.operation(i) == Operation.VARIABLE) {
                nodes[i] = variables[formula.left(i)];
            } else if (operands == 0) {
                nodes[i] = variable(steps[i]);
            } else {
                // a constant has no slope, whatever its formula says: that of a fixed exponent may not exist
                double leftSlope = formula.varies(formula.left(i)) ? formula.slope(i, steps) : 0;
                double rightSlope = operands == 2 && formula.varies(formula.right(i)) ? formula.slopeOfRight(i, steps) : 0;
                nodes[i] = node(steps[i], nodes[formula.left(i)], leftSlope, operands == 2 ? nodes[formula.right(i)] : 0, rightSlope);
            }
        }
        return nodes[nodes.length - 1];
    }

    /** ∂node/∂first operand. */
    public double leftSlope(int node) {
        return leftSlopes[node];
    }

    /** ∂node/∂second operand. */
    public double rightSlope(int node) {
        return rightSlopes[node];
    }

    /** Reverse mode: fills the adjoints ∂output/∂node of all nodes. */
    public void backward(int output) {
        Arrays.fill(adjoints, 0, size, 0);
        adjoints[output] = 1;
        sweepBackward(output, 1);
    }

    /** Reverse mode stopped half-way: the adjoints after all nodes down to this one have handed theirs to their operands. */
    public void backward(int output, int downTo) {
        Arrays.fill(adjoints, 0, size, 0);
        adjoints[output] = 1;
        sweepBackward(output, downTo);
    }

    /** Reverse mode from several outputs at once, uᵀ J: fills the adjoints of Σ uᵢ outputᵢ. */
    public void backward(int[] outputs, double[] u) {
        Arrays.fill(adjoints, 0, size, 0);
        int last = 0;
        for (int i = 0; i < outputs.length; i++) {
            adjoints[outputs[i]] += u[i];
            last = Math.max(last, outputs[i]);
        }
        sweepBackward(last, 1);
    }

    private void sweepBackward(int last, int downTo) {
        double[] adjoint = adjoints;
        for (int i = last; i >= downTo; i--) {
            double a = adjoint[i];
            if (a == 0) continue;
            adjoint[lefts[i]] += a * leftSlopes[i];
            adjoint[rights[i]] += a * rightSlopes[i];
        }
    }

    /** ∂output/∂node after {@link #backward}. */
    public double adjoint(int node) {
        return adjoints[node];
    }

    /** Forward mode, J v: fills the tangents of all nodes for inputs that move by v. */
    public void forward(int[] inputs, double[] v) {
        Arrays.fill(tangents, 0, size, 0);
        for (int i = 0; i < inputs.length; i++) tangents[inputs[i]] = v[i];
        double[] tangent = tangents;
        for (int i = 1; i < size; i++) {
            // an input has node 0 for both operands and keeps its tangent
            if (lefts[i] != 0) tangent[i] = leftSlopes[i] * tangent[lefts[i]] + rightSlopes[i] * tangent[rights[i]];
        }
    }

    /** Change of a node after {@link #forward}. */
    public double tangent(int node) {
        return tangents[node];
    }

    private int node(double value, int left, double leftSlope, int right, double rightSlope) {
        if (size == values.length) grow();
        int i = size++;
        values[i] = value;
        lefts[i] = left;
        rights[i] = right;
        leftSlopes[i] = leftSlope;
        rightSlopes[i] = rightSlope;
        return i;
    }

    private void grow() {
        int room = 2 * size;
        values = Arrays.copyOf(values, room);
        lefts = Arrays.copyOf(lefts, room);
        rights = Arrays.copyOf(rights, room);
        leftSlopes = Arrays.copyOf(leftSlopes, room);
        rightSlopes = Arrays.copyOf(rightSlopes, room);
        adjoints = Arrays.copyOf(adjoints, room);
        tangents = Arrays.copyOf(tangents, room);
    }
}
