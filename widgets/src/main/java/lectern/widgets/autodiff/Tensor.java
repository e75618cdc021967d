package lectern.widgets.autodiff;

import java.util.List;

/**
 * One array of numbers in a {@link Graph}, row by row, with its gradient and tangent; methods make new ones from it.
 *
 * <p>Where two shapes differ, axes of length 1 are repeated, aligned at the last axis.
 */
public final class Tensor {
    final double[] value;
    final double[] gradient;
    double[] tangent = {};
    final Step step;
    private final Graph graph;
    private final int[] shape;

    /** What makes a tensor. */
    public enum Kind { GIVEN, PRODUCT, ELEMENTWISE, REDUCTION, MOVE }

    Tensor(Graph graph, Step step, int... shape) {
        this.graph = graph;
        this.step = step;
        this.shape = shape;
        value = new double[Shape.size(shape)];
        gradient = new double[value.length];
    }

    /** Lengths of the axes; empty for a scalar. */
    public int[] shape() {
        return shape.clone();
    }

    /** The live numbers, row by row. */
    public double[] value() {
        return value;
    }

    /** The live ∂output/∂this after {@link Graph#backward}. */
    public double[] gradient() {
        return gradient;
    }

    /** The live change of this after {@link Graph#tangents}. */
    public double[] tangent() {
        return tangent;
    }

    /** What made this. */
    public Kind kind() {
        return step.kind();
    }

    /** The tensors this was made from. */
    public List<Tensor> operands() {
        return List.of(step.operands());
    }

    /** The one number of a tensor of size 1. */
    public double number() {
        if (value.length != 1) throw new IllegalArgumentException("a tensor of shape " + Shape.text(shape) + " is not one number");
        return value[0];
    }

    /** This · other for matrices [m,k] and [k,n]. */
    public Tensor matmul(Tensor other) {
        if (shape.length != 2 || other.shape.length != 2 || shape[1] != other.shape[0]) throw unfit("product", other);
        return graph.add(new Step.Product(this, other, false), shape[0], other.shape[1]);
    }

    /** This · otherᵀ for matrices [m,k] and [n,k]: a linear layer y = x Wᵀ. */
    public Tensor matmulTransposed(Tensor other) {
        if (shape.length != 2 || other.shape.length != 2 || shape[1] != other.shape[1]) throw unfit("product with the transpose", other);
        return graph.add(new Step.Product(this, other, true), shape[0], other.shape[0]);
    }

    public Tensor plus(Tensor other) {
        return paired(other, Step.Pairing.ADD);
    }

    public Tensor minus(Tensor other) {
        return paired(other, Step.Pairing.SUBTRACT);
    }

    /** Entry by entry. */
    public Tensor times(Tensor other) {
        return paired(other, Step.Pairing.MULTIPLY);
    }

    /** Entry by entry. */
    public Tensor over(Tensor other) {
        return paired(other, Step.Pairing.DIVIDE);
    }

    /** factor · this + shift. */
    public Tensor scaled(double factor, double shift) {
        return graph.add(new Step.Scaled(this, factor, shift), shape);
    }

    /** A function on every entry. */
    public Tensor map(Elementwise function) {
        return graph.add(new Step.Each(this, function), shape);
    }

    /** Sum of all entries, a scalar. */
    public Tensor sum() {
        return graph.add(new Step.Summed(this, new int[value.length]));
    }

    /** Mean of all entries, a scalar. */
    public Tensor mean() {
        return sum().scaled(1.0 / value.length, 0);
    }

    /** Sums along the last axis, which stays with length 1. */
    public Tensor sumOfRows() {
        return graph.add(new Step.Summed(this, Shape.repeated(rowShape(), shape)), rowShape());
    }

    /** Largest entries along the last axis, held constant by derivatives. */
    Tensor largestOfRows() {
        return graph.add(new Step.Largest(this, Shape.repeated(rowShape(), shape)), rowShape());
    }

    /** The same numbers under another shape. */
    public Tensor reshaped(int... other) {
        if (Shape.size(other) != value.length) throw new IllegalArgumentException("shape " + Shape.text(shape) + " as " + Shape.text(other));
        return graph.add(new Step.Moved(this, Shape.places(other, Shape.strides(other))), other);
    }

    /** The transpose of a matrix. */
    public Tensor transposed() {
        return permuted(1, 0);
    }

    /** Axes in another order: new axis k is this one's axis order[k]. */
    public Tensor permuted(int... order) {
        int[] own = Shape.strides(shape);
        int[] other = new int[shape.length];
        int[] strides = new int[shape.length];
        if (order.length != shape.length) throw new IllegalArgumentException(order.length + " axes for shape " + Shape.text(shape));
        for (int k = 0; k < order.length; k++) {
            other[k] = shape[order[k]];
            strides[k] = own[order[k]];
        }
        return graph.add(new Step.Moved(this, Shape.places(other, strides)), other);
    }

    /** Entries at the given places, −1 for a zero, under the given shape. */
    public Tensor gathered(int[] places, int... other) {
        if (places.length != Shape.size(other)) throw new IllegalArgumentException(places.length + " places for shape " + Shape.text(other));
        return graph.add(new Step.Moved(this, places.clone()), other);
    }

    private Tensor paired(Tensor other, Step.Pairing pairing) {
        int[] whole = Shape.broadcast(shape, other.shape);
        return graph.add(new Step.Paired(this, other, pairing, whole), whole);
    }

    private int[] rowShape() {
        int[] rows = shape.clone();
        rows[rows.length - 1] = 1;
        return rows;
    }

    private IllegalArgumentException unfit(String what, Tensor other) {
        return new IllegalArgumentException(what + " of shapes " + Shape.text(shape) + " and " + Shape.text(other.shape));
    }
}
