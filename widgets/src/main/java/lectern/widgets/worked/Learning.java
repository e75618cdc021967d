package lectern.widgets.worked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.widgets.autodiff.Clipping;
import lectern.widgets.autodiff.Differences;
import lectern.widgets.autodiff.Elementwise;
import lectern.widgets.autodiff.Graph;
import lectern.widgets.autodiff.Layers;
import lectern.widgets.autodiff.Optimiser;
import lectern.widgets.autodiff.Precision;
import lectern.widgets.autodiff.Tape;
import lectern.widgets.autodiff.Tensor;

/** Examples about losses, gradients and what rounding does to them. */
final class Learning {
    private static final int MOST_STEPS = 1_000;
    private static final String[] FORMATS = {"fp32", "fp16", "bf16"};
    private static final String NEURON = "w=0.5&b=-0.6&x=2&a=0.8";

    private Learning() {}

    static List<Example> examples() {
        return List.of(
            Example.proved("softmax", "Softmax and cross-entropy", "z=2,1,0.1&y=1", List.of("softmax-ce"), Learning::softmax),
            Example.proved("two-actions", "A squared error between two actions", "a=-1,1&mu=0", List.of("linear-mse"), Learning::twoActions),
            Example.proved("tape", "The tape of one neuron", NEURON, List.of("scalar-graph", "activation"), Learning::tape),
            Example.proved("two-paths", "A value used twice", "v=3", List.of("scalar-graph"), Learning::twoPaths),
            Example.proved("loop", "A training loop of one neuron", NEURON + "&eta=0.5&steps=15", List.of("scalar-graph", "optimiser"), Learning::loop),
            Example.proved("difference", "The slope of the neuron's loss by differences", NEURON + "&h=1e-6", List.of("finite-difference", "scalar-graph"),
                Learning::difference),
            Example.proved("best-weight", "The weight at which a chain of sigmoids passes most", "n=20&h=0.7", List.of("vanishing"), Learning::bestWeight),
            Example.proved("clip", "A gradient clipped by its norm", "g=3,-4,12&r=1", List.of("clipping"), Learning::clip),
            Example.proved("format", "Numbers of a short format", "bits=bf16&x=1&dx=0.001", List.of("precision"), Learning::format));
    }

    private static Results softmax(Given given) {
        double[] z = given.list("z");
        int y = given.whole("y", 1, z.length);
        Graph graph = new Graph();
        Tensor scores = graph.given(z, 1, z.length);
        Tensor p = Layers.softmax(scores);
        Tensor loss = Layers.crossEntropy(scores, y - 1);
        graph.backward(loss);
        return new Results().with("p", p.value().clone()).with("loss", loss.number()).with("gradient", scores.gradient().clone())
            .with("sum", Arrays.stream(scores.gradient()).sum());
    }

    private static Results twoActions(Given given) {
        double[] a = given.list("a");
        double[] mu = new double[a.length];
        Arrays.fill(mu, given.number("mu"));
        Graph graph = new Graph();
        return new Results().with("loss", Layers.meanSquareHalf(graph.given(mu, a.length, 1), graph.given(a, a.length, 1)).number());
    }

    /** One neuron on a tape: ½ (tanh(x w + b) − a)². */
    private record Neuron(Tape tape, int w, int b, int[] lines) {
        static Neuron of(double w, double b, double x, double a) {
            Tape tape = new Tape();
            int weight = tape.variable(w);
            int bias = tape.variable(b);
            int product = tape.scale(weight, x, 0);
            int sum = tape.add(product, bias);
            int output = tape.tanh(sum);
            int error = tape.scale(output, 1, -a);
            int loss = tape.scale(tape.multiply(error, error), 0.5, 0);
            tape.backward(loss);
            return new Neuron(tape, weight, bias, new int[] {product, sum, output, error, loss});
        }

        static Neuron of(Given given) {
            return of(given.number("w"), given.number("b"), given.number("x"), given.number("a"));
        }

        double loss() {
            return tape.value(lines[4]);
        }
    }

    private static Results tape(Given given) {
        Neuron neuron = Neuron.of(given);
        Tape tape = neuron.tape;
        double[] bar = Arrays.stream(neuron.lines).mapToDouble(tape::adjoint).toArray();
        // a line's slope is what it multiplies the adjoint by on its way up; the first line hands it to the weight
        double[] slopes = {tape.adjoint(neuron.w) / bar[0], bar[0] / bar[1], bar[1] / bar[2], bar[2] / bar[3], bar[3] / bar[4]};
        return new Results().numbered("v", Arrays.stream(neuron.lines).mapToDouble(tape::value).toArray()).numbered("slope", slopes).numbered("bar", bar)
            .with("wbar", tape.adjoint(neuron.w)).with("bbar", tape.adjoint(neuron.b));
    }

    private static Results twoPaths(Given given) {
        Tape tape = new Tape();
        int v = tape.variable(given.number("v"));
        tape.backward(tape.add(tape.multiply(v, v), v));
        return new Results().with("bar", tape.adjoint(v));
    }

    private static Results loop(Given given) {
        double[] at = {given.number("w"), given.number("b")};
        double x = given.number("x");
        double a = given.number("a");
        Optimiser descent = Optimiser.sgd(given.number("eta"));
        for (int step = given.whole("steps", 0, MOST_STEPS); step > 0; step--) {
            Neuron neuron = Neuron.of(at[0], at[1], x, a);
            descent.step(at, new double[] {neuron.tape.adjoint(neuron.w), neuron.tape.adjoint(neuron.b)});
        }
        return new Results().with("loss", Neuron.of(at[0], at[1], x, a).loss()).with("w", at[0]).with("b", at[1]);
    }

    private static Results difference(Given given) {
        double[] at = {given.number("w")};
        double b = given.number("b");
        double x = given.number("x");
        double a = given.number("a");
        double h = given.number("h", 1e-16, 1);
        Differences.Scalar loss = w -> Neuron.of(w[0], b, x, a).loss();
        Neuron neuron = Neuron.of(given);
        double exact = neuron.tape.adjoint(neuron.w);
        return new Results().with("exact", exact).with("forward", Math.abs(Differences.forward(loss, at, 0, h) - exact))
            .with("central", Math.abs(Differences.central(loss, at, 0, h) - exact));
    }

    /** The largest |∂hₙ/∂h₀| over weights from 0 to 8 in steps of a hundredth. */
    private static Results bestWeight(Given given) {
        int layers = given.whole("n", 1, 100);
        double start = given.number("h");
        double best = 0;
        double most = 0;
        for (int i = 0; i <= 800; i++) {
            double w = i / 100.0;
            Tape tape = new Tape();
            int input = tape.variable(start);
            int h = input;
            for (int k = 0; k < layers; k++) {
                h = tape.apply(Elementwise.SIGMOID, tape.scale(h, w, 0));
            }
            tape.backward(h);
            if (tape.adjoint(input) > most) {
                most = tape.adjoint(input);
                best = w;
            }
        }
        return new Results().with("w", best).with("product", most);
    }

    private static Results clip(Given given) {
        List<double[]> entries = new ArrayList<>();
        for (double g : given.list("g")) {
            entries.add(new double[] {g});
        }
        double norm = Clipping.byNorm(entries, given.number("r", 0, 1e300));
        double[] clipped = entries.stream().mapToDouble(entry -> entry[0]).toArray();
        return new Results().with("norm", norm).with("g", clipped).numbered("g", clipped);
    }

    private static Results format(Given given) {
        Precision format = switch (given.word("bits", FORMATS)) {
            case "fp32" -> Precision.FP32;
            case "fp16" -> Precision.FP16;
            default -> Precision.BF16;
        };
        double x = given.number("x");
        double spacing = Math.scalb(1.0, -format.fractionBits());
        return new Results().with("exponent", format.exponentBits()).with("fraction", format.fractionBits()).with("largest", format.largest())
            .with("smallest", format.smallest()).with("spacing", format.round(1 + spacing) - 1).with("rounded", format.round(x))
            .with("sum", format.add(x, given.number("dx"))).with("relative", spacing / 2);
    }
}
