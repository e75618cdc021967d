package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.autodiff.Graph;
import lectern.widgets.autodiff.Tensor;

/** Nested lists of numbers as tensors, and back. */
final class Tensors {
    private Tensors() {}

    /** A given tensor with the numbers and the shape of nested lists. */
    static Tensor given(Graph graph, Json nested) {
        List<Integer> shape = new ArrayList<>();
        for (Json at = nested; at instanceof Json.Items(var items); at = items.get(0)) shape.add(items.size());
        int[] lengths = new int[shape.size()];
        for (int i = 0; i < lengths.length; i++) lengths[i] = shape.get(i);
        return graph.given(numbers(nested), lengths);
    }

    /** All numbers of nested lists in order. */
    static double[] numbers(Json nested) {
        List<Double> all = new ArrayList<>();
        collect(nested, all);
        double[] numbers = new double[all.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = all.get(i);
        return numbers;
    }

    private static void collect(Json nested, List<Double> all) {
        if (nested instanceof Json.Items(var items)) for (Json item : items) collect(item, all);
        else all.add(nested.number());
    }

    static Json value(Tensor tensor) {
        return nested(tensor.value(), tensor.shape());
    }

    static Json gradient(Tensor tensor) {
        return nested(tensor.gradient(), tensor.shape());
    }

    /** Numbers as lists nested by the shape. */
    static Json nested(double[] numbers, int... shape) {
        return nested(numbers, 0, numbers.length, 0, shape);
    }

    private static Json nested(double[] numbers, int from, int count, int axis, int[] shape) {
        if (axis == shape.length) return Json.of(numbers[from]);
        List<Json> items = new ArrayList<>();
        int each = shape[axis] == 0 ? 0 : count / shape[axis];
        for (int i = 0; i < shape[axis]; i++) items.add(nested(numbers, from + i * each, each, axis + 1, shape));
        return Json.of(items);
    }
}
