package lectern.widgets.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tensors in the order they were made, so that each stands after its operands: run forward, backward (uᵀ J) and along a direction (J v).
 *
 * <p>Built once and run as often as wanted: change the values of given tensors, then {@link #forward} and {@link #backward}; nothing is
 * allocated and nothing recurses.
 */
public final class Graph {
    private final List<Tensor> tensors = new ArrayList<>();

    /** A tensor given from outside: input, parameter or constant. */
    public Tensor given(double[] values, int... shape) {
        Tensor tensor = new Tensor(this, new Step.Given(), shape);
        if (values.length != tensor.value.length) throw new IllegalArgumentException(values.length + " numbers for shape " + Shape.text(shape));
        System.arraycopy(values, 0, tensor.value, 0, values.length);
        tensors.add(tensor);
        return tensor;
    }

    /** A scalar given from outside. */
    public Tensor given(double value) {
        return given(new double[] {value});
    }

    Tensor add(Step step, int... shape) {
        Tensor tensor = new Tensor(this, step, shape);
        step.forward(tensor);
        tensors.add(tensor);
        return tensor;
    }

    /** All tensors, operands first. */
    public List<Tensor> tensors() {
        return List.copyOf(tensors);
    }

    /** Computes every tensor anew from the given ones. */
    public void forward() {
        for (int i = 0; i < tensors.size(); i++) tensors.get(i).step.forward(tensors.get(i));
    }

    /** Fills the gradients of a scalar output. */
    public void backward(Tensor output) {
        output.number();
        zeroGradients();
        output.gradient[0] = 1;
        sweep();
    }

    /** Fills the gradients of Σ u · output. */
    public void backward(Tensor output, double[] u) {
        if (u.length != output.gradient.length) throw new IllegalArgumentException(u.length + " numbers for " + output.gradient.length + " outputs");
        zeroGradients();
        System.arraycopy(u, 0, output.gradient, 0, u.length);
        sweep();
    }

    /** Fills the tangents of all tensors for a given one that moves by v. */
    public void tangents(Tensor input, double[] v) {
        if (v.length != input.value.length) throw new IllegalArgumentException(v.length + " numbers for " + input.value.length + " inputs");
        for (int i = 0; i < tensors.size(); i++) {
            Tensor tensor = tensors.get(i);
            if (tensor.tangent.length != tensor.value.length) tensor.tangent = new double[tensor.value.length];
            if (tensor.step.kind() == Tensor.Kind.GIVEN) Arrays.fill(tensor.tangent, 0);
            if (tensor == input) System.arraycopy(v, 0, tensor.tangent, 0, v.length);
            tensor.step.tangent(tensor);
        }
    }

    /** Multiplications that the products of one forward pass take; a backward pass takes twice as many. */
    public long multiplications() {
        long sum = 0;
        for (Tensor tensor : tensors) {
            if (tensor.kind() == Tensor.Kind.PRODUCT) sum += (long) tensor.value.length * tensor.operands().get(0).shape()[1];
        }
        return sum;
    }

    private void zeroGradients() {
        for (int i = 0; i < tensors.size(); i++) Arrays.fill(tensors.get(i).gradient, 0);
    }

    private void sweep() {
        for (int i = tensors.size() - 1; i >= 0; i--) tensors.get(i).step.backward(tensors.get(i));
    }
}
