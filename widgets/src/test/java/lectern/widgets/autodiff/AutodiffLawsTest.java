package lectern.widgets.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import lectern.widgets.Seeded;
import lectern.widgets.expression.Formula;
import lectern.widgets.expression.Parsed;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Vec;
import org.junit.jupiter.api.Test;

class AutodiffLawsTest {
    private static final List<String> NAMES = List.of("x", "y", "z");
    private static final List<String> FORMULAS = List.of("x*y + sin z", "tanh(x y)/(1 + z^2)", "exp(-x^2) cos(y - z)", "log(2 + x^2) sqrt(3 + y) - abs z",
        "(x + y)^3 - relu(x - z)", "tan(x/4) y^z + 2^x");

    @Test
    void reverseIsForwardOnTheTape() {
        Random random = Seeded.random("tape reverse is forward");
        for (int trial = 0; trial < 200; trial++) {
            double[] at = {random.nextGaussian(), 0.2 + random.nextDouble(), random.nextGaussian()};
            double[] u = normal(random, FORMULAS.size());
            double[] v = normal(random, 3);
            Tape tape = new Tape();
            int[] inputs = {tape.variable(at[0]), tape.variable(at[1]), tape.variable(at[2])};
            int[] outputs = new int[FORMULAS.size()];
            for (int i = 0; i < outputs.length; i++) outputs[i] = tape.append(formula(i), inputs);
            tape.forward(inputs, v);
            double uJv = 0;
            for (int i = 0; i < outputs.length; i++) uJv += u[i] * tape.tangent(outputs[i]);
            tape.backward(outputs, u);
            double uJ = 0;
            for (int k = 0; k < 3; k++) uJ += tape.adjoint(inputs[k]) * v[k];
            assertEquals(uJv, uJ, 1e-12 * (1 + Math.abs(uJv)));
            for (int i = 0; i < outputs.length; i++) {
                tape.backward(outputs[i]);
                double[] gradient = formula(i).gradient(at);
                for (int k = 0; k < 3; k++) assertEquals(gradient[k], tape.adjoint(inputs[k]), 1e-13 * (1 + Math.abs(gradient[k])));
            }
        }
    }

    @Test
    void gradientOfASumIsTheSumOfGradients() {
        Random random = Seeded.random("fan-out");
        Tape tape = new Tape();
        int x = tape.variable(random.nextGaussian());
        int y = tape.multiply(x, x);
        int z = tape.sin(x);
        tape.backward(tape.add(y, z));
        assertEquals(2 * tape.value(x) + Math.cos(tape.value(x)), tape.adjoint(x), 1e-15);
    }

    @Test
    void deepTapesDoNotOverflow() {
        Tape tape = new Tape();
        int x = tape.variable(1);
        int h = x;
        for (int k = 0; k < 200_000; k++) h = tape.add(h, x);
        tape.backward(h);
        assertEquals(200_001, tape.adjoint(x));
    }

    @Test
    void everyLayerIsItsOwnTranspose() {
        Random random = Seeded.random("layers: reverse is forward is differences");
        for (int trial = 0; trial < 5; trial++) {
            check(random, new int[] {3, 4}, x -> Layers.softmax(x));
            check(random, new int[] {3, 4}, x -> Layers.logSumExp(x));
            check(random, new int[] {3, 4}, x -> Layers.crossEntropy(x, 1, 0, 3));
            check(random, new int[] {4, 3}, x -> x.transposed().matmul(x));
            check(random, new int[] {4, 3}, x -> x.matmulTransposed(x));
            check(random, new int[] {2, 3}, x -> Layers.film(x, x.sumOfRows(), x));
            check(random, new int[] {3, 4}, x -> x.over(x.map(Elementwise.SQUARE).scaled(1, 1).sumOfRows()));
            for (Elementwise each : Elementwise.values()) {
                Function<Tensor, Tensor> positive = x -> x.map(Elementwise.SQUARE).scaled(1, 0.5).map(each);
                check(random, new int[] {5}, each == Elementwise.LOG || each == Elementwise.SQRT ? positive : x -> x.map(each));
            }
        }
        Graph graph = new Graph();
        Tensor gamma = graph.given(normal(random, 4), 4);
        Tensor beta = graph.given(normal(random, 4), 4);
        check(random, graph, new int[] {3, 4}, x -> Layers.layerNorm(x, gamma, beta, 1e-5));
        Graph other = new Graph();
        Tensor K = other.given(normal(random, 12), 4, 3);
        Tensor V = other.given(normal(random, 8), 4, 2);
        check(random, other, new int[] {4, 3}, x -> Layers.attentionWeights(other, x, K, true).matmul(V));
        Graph third = new Graph();
        Tensor kernel = third.given(normal(random, 36), 2, 2, 3, 3);
        check(random, third, new int[] {1, 2, 5, 4}, x -> Layers.convolution(x, kernel, 2, 1));
    }

    @Test
    void attentionDividesByTheRootOfTheWidth() {
        Graph graph = new Graph();
        Tensor Q = graph.given(new double[] {2, 0, 0, 0}, 1, 4);
        Tensor K = graph.given(new double[] {Math.log(3), 0, 0, 0, 0, 0, 0, 0}, 2, 4);
        assertArrayEquals(new double[] {0.75, 0.25}, Layers.attentionWeights(graph, Q, K, false).value(), 1e-15);
    }

    @Test
    void causalRowsSeeNoLaterColumn() {
        Random random = Seeded.random("causal");
        Graph graph = new Graph();
        Tensor x = graph.given(normal(random, 12), 4, 3);
        double[] weights = Layers.attentionWeights(graph, x, x, true).value();
        for (int i = 0; i < 4; i++) {
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                sum += weights[4 * i + j];
                if (j > i) assertEquals(0, weights[4 * i + j]);
            }
            assertEquals(1, sum, 1e-15);
        }
    }

    @Test
    void convolutionIsTheSumOverWindows() {
        Random random = Seeded.random("convolution");
        Graph graph = new Graph();
        Tensor x = graph.given(normal(random, 2 * 2 * 5 * 4), 2, 2, 5, 4);
        Tensor kernel = graph.given(normal(random, 3 * 2 * 2 * 3), 3, 2, 2, 3);
        Tensor y = Layers.convolution(x, kernel, 2, 1);
        assertArrayEquals(new int[] {2, 3, 3, 2}, y.shape());
        for (int n = 0; n < 2; n++) {
            for (int k = 0; k < 3; k++) {
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 2; j++) {
                        double sum = 0;
                        for (int c = 0; c < 2; c++) {
                            for (int a = 0; a < 2; a++) {
                                for (int b = 0; b < 3; b++) {
                                    int row = 2 * i + a - 1;
                                    int column = 2 * j + b - 1;
                                    if (row < 0 || row > 4 || column < 0 || column > 3) continue;
                                    sum += kernel.value()[((k * 2 + c) * 2 + a) * 3 + b] * x.value()[((n * 2 + c) * 5 + row) * 4 + column];
                                }
                            }
                        }
                        assertEquals(sum, y.value()[((n * 3 + k) * 3 + i) * 2 + j], 1e-13);
                    }
                }
            }
        }
    }

    @Test
    void runningAGraphAgainGivesTheSameNumbers() {
        Random random = Seeded.random("graph again");
        Graph graph = new Graph();
        Tensor x = graph.given(normal(random, 6), 2, 3);
        Tensor loss = Layers.crossEntropy(x, 2, 0);
        graph.backward(loss);
        double before = loss.number();
        double[] gradient = x.gradient().clone();
        graph.forward();
        graph.backward(loss);
        assertEquals(before, loss.number());
        assertArrayEquals(gradient, x.gradient());
        Optimiser.sgd(0.1).step(x.value(), x.gradient());
        graph.forward();
        assertTrue(loss.number() < before);
    }

    @Test
    void hessianIsTheSlopeOfTheGradient() {
        Random random = Seeded.random("Rosenbrock");
        double[] x = normal(random, 4);
        Mat H = Rosenbrock.hessian(x);
        for (int i = 0; i < 4; i++) {
            int axis = i;
            assertEquals(Differences.central(Rosenbrock::value, x, i, 1e-6), Rosenbrock.gradient(x)[i], 1e-5 * (1 + Math.abs(Rosenbrock.gradient(x)[i])));
            for (int j = 0; j < 4; j++) {
                double slope = Differences.central(at -> Rosenbrock.gradient(at)[axis], x, j, 1e-6);
                assertEquals(slope, H.get(i, j), 1e-5 * (1 + Math.abs(slope)));
            }
        }
    }

    @Test
    void bestStepsMeetTheirRates() {
        Quadratic bowl = new Quadratic(1, 10);
        for (double eigenvalue : new double[] {1, 10}) assertEquals(bowl.bestRate(), Math.abs(1 - bowl.bestStep() * eigenvalue), 1e-15);
        assertEquals(1, Math.abs(1 - bowl.largestStableStep() * 10), 1e-15);
        // with the best momentum both roots of z² − (1 + β − α λ) z + β lie on the circle of radius √β
        for (double eigenvalue : new double[] {1, 10}) {
            double b = 1 + bowl.bestBeta() - bowl.bestMomentumStep() * eigenvalue;
            assertEquals(0, b * b - 4 * bowl.bestBeta(), 1e-14);
        }
    }

    @Test
    void adamsFirstStepsHaveTheSizeOfItsRate() {
        double[] x = {1, -1};
        double[] gradient = {1e-3, -500};
        Optimiser adam = Optimiser.adam(0.1, 0.9, 0.999, 1e-12, 2);
        for (int k = 1; k <= 3; k++) {
            adam.step(x, gradient);
            assertArrayEquals(new double[] {1 - 0.1 * k, -1 + 0.1 * k}, x, 1e-8, "without its correction the first step would be a third of this or three times it");
        }
    }

    @Test
    void momentumAddsUpToRateOverOneMinusBeta() {
        double[] x = {0};
        Optimiser momentum = Optimiser.momentum(0.1, 0.5, 1);
        for (int k = 0; k < 60; k++) momentum.step(x, new double[] {1});
        double before = x[0];
        momentum.step(x, new double[] {1});
        assertEquals(-0.2, x[0] - before, 1e-12);
    }

    @Test
    void clippingKeepsTheDirection() {
        double[] a = {3, -4};
        double[] b = {12};
        assertEquals(13, Clipping.byNorm(List.of(a, b), 1), 1e-14);
        assertEquals(1, Math.sqrt(Vec.dot(a, a) + b[0] * b[0]), 1e-6);
        assertEquals(-4.0 / 3, a[1] / a[0], 1e-15);
        assertEquals(1, Clipping.byNorm(List.of(a, b), 5), 1e-6);
    }

    @Test
    void roundingIsThatOfTheFormat() {
        Random random = Seeded.random("precision");
        for (int i = 0; i < 20_000; i++) {
            double x = random.nextGaussian() * Math.pow(2, random.nextInt(60) - 30);
            assertEquals((float) x, Precision.FP32.round(x));
            assertEquals(Float.floatToIntBits((float) x), Precision.FP32.bits(x));
            float single = (float) x;
            assertEquals(Float.float16ToFloat(Float.floatToFloat16(single)), Precision.FP16.round(single), "half of " + single);
            assertEquals(Float.floatToFloat16(single) & 0xffff, Precision.FP16.bits(single));
            int bits = Float.floatToIntBits(single);
            int rounded = bits + 0x7fff + (bits >>> 16 & 1) >>> 16;
            assertEquals(rounded, Precision.BF16.bits(single));
        }
        for (double x : new double[] {0, -0.0, 1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY, 1e-300, 65520, 5.9e-8, Double.MIN_VALUE}) {
            assertEquals((float) x, Precision.FP32.round(x), 0.0);
            assertEquals(Float.floatToFloat16((float) x) & 0xffff, Precision.FP16.bits(x));
        }
        assertEquals(65504, Precision.FP16.round(65519.999), "rounded once, not by way of a single");
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        Graph graph = new Graph();
        Tensor a = graph.given(new double[6], 2, 3);
        assertEquals("product of shapes [2,3] and [2,3]", assertThrows(IllegalArgumentException.class, () -> a.matmul(a)).getMessage());
        Tensor b = graph.given(new double[4], 4);
        assertEquals("shapes [2,3] and [4] do not fit", assertThrows(IllegalArgumentException.class, () -> a.plus(b)).getMessage());
    }

    private static void check(Random random, int[] shape, Function<Tensor, Tensor> layer) {
        check(random, new Graph(), shape, layer);
    }

    /** uᵀ (J v) = (uᵀ J) v, and J v is what differences say. */
    private static void check(Random random, Graph graph, int[] shape, Function<Tensor, Tensor> layer) {
        Tensor x = graph.given(normal(random, Shape.size(shape)), shape);
        Tensor y = layer.apply(x);
        double[] u = normal(random, y.value().length);
        double[] v = normal(random, x.value().length);
        graph.tangents(x, v);
        double[] Jv = y.tangent().clone();
        graph.backward(y, u);
        double uJv = Vec.dot(u, Jv);
        assertEquals(uJv, Vec.dot(x.gradient(), v), 1e-11 * (1 + Math.abs(uJv)));
        double[] at = x.value().clone();
        double h = 1e-6;
        double[] up = moved(graph, x, y, at, h, v);
        double[] down = moved(graph, x, y, at, -h, v);
        for (int i = 0; i < Jv.length; i++) {
            assertEquals((up[i] - down[i]) / (2 * h), Jv[i], 1e-6 * (1 + Math.abs(Jv[i])) * (1 + Vec.norm(up)));
        }
    }

    private static double[] moved(Graph graph, Tensor x, Tensor y, double[] at, double h, double[] v) {
        System.arraycopy(Vec.plusScaled(at, h, v), 0, x.value(), 0, at.length);
        graph.forward();
        return y.value().clone();
    }

    private static Formula formula(int i) {
        return ((Parsed.Read) Formula.parse(FORMULAS.get(i), NAMES)).formula();
    }

    private static double[] normal(Random random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) values[i] = random.nextGaussian();
        return values;
    }
}
