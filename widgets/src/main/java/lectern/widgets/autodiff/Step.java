package lectern.widgets.autodiff;

import java.util.Arrays;

/** What makes one tensor of a graph from others: forward, its transpose backward, and its slope along a direction. */
abstract sealed class Step {
    /** Fills out's value from its operands. */
    abstract void forward(Tensor out);

    /** Adds to the gradients of the operands what out's gradient means for them. */
    abstract void backward(Tensor out);

    /** Fills out's tangent from those of its operands. */
    abstract void tangent(Tensor out);

    /** The operands. */
    abstract Tensor[] operands();

    /** What this is: a product, elementwise, a reduction, or only a move of numbers. */
    abstract Tensor.Kind kind();

    /** Numbers given from outside. */
    static final class Given extends Step {
        @Override
        void forward(Tensor out) {}

        @Override
        void backward(Tensor out) {}

        @Override
        void tangent(Tensor out) {}

        @Override
        Tensor[] operands() {
            return new Tensor[0];
        }

        @Override
        Tensor.Kind kind() {
            return Tensor.Kind.GIVEN;
        }
    }

    /** A · B or A · Bᵀ for matrices. */
    static final class Product extends Step {
        private final Tensor a;
        private final Tensor b;
        private final boolean transposed;
        private final int rows;
        private final int inner;
        private final int columns;

        Product(Tensor a, Tensor b, boolean transposed) {
            this.a = a;
            this.b = b;
            this.transposed = transposed;
            rows = a.shape()[0];
            inner = a.shape()[1];
            columns = b.shape()[transposed ? 0 : 1];
        }

        @Override
        void forward(Tensor out) {
            Arrays.fill(out.value, 0);
            multiply(a.value, b.value, out.value);
        }

        @Override
        void backward(Tensor out) {
            if (transposed) {
                Products.plain(rows, columns, inner, out.gradient, b.value, a.gradient);
                Products.leftTransposed(columns, rows, inner, out.gradient, a.value, b.gradient);
            } else {
                Products.rightTransposed(rows, columns, inner, out.gradient, b.value, a.gradient);
                Products.leftTransposed(inner, rows, columns, a.value, out.gradient, b.gradient);
            }
        }

        @Override
        void tangent(Tensor out) {
            Arrays.fill(out.tangent, 0);
            multiply(a.tangent, b.value, out.tangent);
            multiply(a.value, b.tangent, out.tangent);
        }

        private void multiply(double[] x, double[] y, double[] sum) {
            if (transposed) Products.rightTransposed(rows, inner, columns, x, y, sum);
            else Products.plain(rows, inner, columns, x, y, sum);
        }

        @Override
        Tensor[] operands() {
            return new Tensor[] {a, b};
        }

        @Override
        Tensor.Kind kind() {
            return Tensor.Kind.PRODUCT;
        }
    }

    /** One function on every entry. */
    static final class Each extends Step {
        private final Tensor a;
        private final Elementwise function;

        Each(Tensor a, Elementwise function) {
            this.a = a;
            this.function = function;
        }

        @Override
        void forward(Tensor out) {
            for (int i = 0; i < out.value.length; i++) out.value[i] = function.value(a.value[i]);
        }

        @Override
        void backward(Tensor out) {
            for (int i = 0; i < out.value.length; i++) a.gradient[i] += out.gradient[i] * function.slope(a.value[i], out.value[i]);
        }

        @Override
        void tangent(Tensor out) {
            for (int i = 0; i < out.value.length; i++) out.tangent[i] = a.tangent[i] * function.slope(a.value[i], out.value[i]);
        }

        @Override
        Tensor[] operands() {
            return new Tensor[] {a};
        }

        @Override
        Tensor.Kind kind() {
            return Tensor.Kind.ELEMENTWISE;
        }
    }

    /** factor · a + shift on every entry. */
    static final class Scaled extends Step {
        private final Tensor a;
        private final double factor;
        private final double shift;

        Scaled(Tensor a, double factor, double shift) {
            this.a = a;
            this.factor = factor;
            this.shift = shift;
        }

        @Override
        void forward(Tensor out) {
            for (int i = 0; i < out.value.length; i++) out.value[i] = factor * a.value[i] + shift;
        }

        @Override
        void backward(Tensor out) {
            for (int i = 0; i < out.value.length; i++) a.gradient[i] += factor * out.gradient[i];
        }

        @Override
        void tangent(Tensor out) {
            for (int i = 0; i < out.value.length; i++) out.tangent[i] = factor * a.tangent[i];
        }

        @Override
        Tensor[] operands() {
            return new Tensor[] {a};
        }

        @Override
        Tensor.Kind kind() {
            return Tensor.Kind.ELEMENTWISE;
        }
    }

    /** What is done with two numbers. */
    enum Pairing { ADD, SUBTRACT, MULTIPLY, DIVIDE }

    /** Two tensors entry by entry; the smaller one is repeated. */
    static final class Paired extends Step {
        private final Tensor a;
        private final Tensor b;
        private final Pairing pairing;
        private final int[] placesA;
        private final int[] placesB;

        Paired(Tensor a, Tensor b, Pairing pairing, int[] shape) {
            this.a = a;
            this.b = b;
            this.pairing = pairing;
            placesA = Shape.repeated(a.shape(), shape);
            placesB = Shape.repeated(b.shape(), shape);
        }

        @Override
        void forward(Tensor out) {
            double[] y = out.value;
            switch (pairing) {
                case ADD -> {
                    for (int i = 0; i < y.length; i++) y[i] = a.value[placesA[i]] + b.value[placesB[i]];
                }
                case SUBTRACT -> {
                    for (int i = 0; i < y.length; i++) y[i] = a.value[placesA[i]] - b.value[placesB[i]];
                }
                case MULTIPLY -> {
                    for (int i = 0; i < y.length; i++) y[i] = a.value[placesA[i]] * b.value[placesB[i]];
                }
                case DIVIDE -> {
                    for (int i = 0; i < y.length; i++) y[i] = a.value[placesA[i]] / b.value[placesB[i]];
                }
            }
        }

        @Override
        void backward(Tensor out) {
            double[] g = out.gradient;
            for (int i = 0; i < g.length; i++) {
                int p = placesA[i];
                int q = placesB[i];
                switch (pairing) {
                    case ADD -> {
                        a.gradient[p] += g[i];
                        b.gradient[q] += g[i];
                    }
                    case SUBTRACT -> {
                        a.gradient[p] += g[i];
                        b.gradient[q] -= g[i];
                    }
                    case MULTIPLY -> {
                        a.gradient[p] += g[i] * b.value[q];
                        b.gradient[q] += g[i] * a.value[p];
                    }
                    case DIVIDE -> {
                        a.gradient[p] += g[i] / b.value[q];
                        b.gradient[q] -= g[i] * out.value[i] / b.value[q];
                    }
                }
            }
        }

        @Override
        void tangent(Tensor out) {
            for (int i = 0; i < out.tangent.length; i++) {
                int p = placesA[i];
                int q = placesB[i];
                out.tangent[i] = switch (pairing) {
                    case ADD -> a.tangent[p] + b.tangent[q];
                    case SUBTRACT -> a.tangent[p] - b.tangent[q];
                    case MULTIPLY -> a.tangent[p] * b.value[q] + a.value[p] * b.tangent[q];
                    case DIVIDE -> (a.tangent[p] - out.value[i] * b.tangent[q]) / b.value[q];
                };
            }
        }

        @Override
        Tensor[] operands() {
            return new Tensor[] {a, b};
        }

        @Override
        Tensor.Kind kind() {
            return Tensor.Kind.ELEMENTWISE;
        }
    }

    /** out at i is a at places[i], or 0 where that is −1: reshape, transpose, slice, padding, windows. */
    static final class Moved extends Step {
        private final Tensor a;
        private final int[] places;

        Moved(Tensor a, int[] places) {
            this.a = a;
            this.places = places;
        }

        @Override
        void forward(Tensor out) {
            for (int i = 0; i < places.length; i++) out.value[i] = places[i] < 0 ? 0 : a.value[places[i]];
        }

        @Override
        void backward(Tensor out) {
            for (int i = 0; i < places.length; i++) if (places[i] >= 0) a.gradient[places[i]] += out.gradient[i];
        }

        @Override
        void tangent(Tensor out) {
            for (int i = 0; i < places.length; i++) out.tangent[i] = places[i] < 0 ? 0 : a.tangent[places[i]];
        }

        @Override
        Tensor[] operands() {
            return new Tensor[] {a};
        }

        @Override
        Tensor.Kind kind() {
            return Tensor.Kind.MOVE;
        }
    }

    /** Entries of a added up where places[i] says. */
    static final class Summed extends Step {
        private final Tensor a;
        private final int[] places;

        Summed(Tensor a, int[] places) {
            this.a = a;
            this.places = places;
        }

        @Override
        void forward(Tensor out) {
            Arrays.fill(out.value, 0);
            for (int i = 0; i < places.length; i++) out.value[places[i]] += a.value[i];
        }

        @Override
        void backward(Tensor out) {
            for (int i = 0; i < places.length; i++) a.gradient[i] += out.gradient[places[i]];
        }

        @Override
        void tangent(Tensor out) {
            Arrays.fill(out.tangent, 0);
            for (int i = 0; i < places.length; i++) out.tangent[places[i]] += a.tangent[i];
        }

        @Override
        Tensor[] operands() {
            return new Tensor[] {a};
        }

        @Override
        Tensor.Kind kind() {
            return Tensor.Kind.REDUCTION;
        }
    }

    /** Largest entry where places[i] says, held constant by every derivative: a shift that leaves the result as it is. */
    static final class Largest extends Step {
        private final Tensor a;
        private final int[] places;

        Largest(Tensor a, int[] places) {
            this.a = a;
            this.places = places;
        }

        @Override
        void forward(Tensor out) {
            Arrays.fill(out.value, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < places.length; i++) out.value[places[i]] = Math.max(out.value[places[i]], a.value[i]);
        }

        @Override
        void backward(Tensor out) {}

        @Override
        void tangent(Tensor out) {
            Arrays.fill(out.tangent, 0);
        }

        @Override
        Tensor[] operands() {
            return new Tensor[] {a};
        }

        @Override
        Tensor.Kind kind() {
            return Tensor.Kind.REDUCTION;
        }
    }
}
