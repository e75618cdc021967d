package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.autodiff.Elementwise;
import lectern.widgets.autodiff.Graph;
import lectern.widgets.autodiff.Layers;
import lectern.widgets.autodiff.Tensor;
import lectern.widgets.math.Digits;
import lectern.widgets.math.Mat;

/** Topics of single layers: {@code activation}, {@code linear-mse}, {@code softmax-ce}, {@code layernorm}, {@code attention}, {@code film}, {@code conv}. */
final class LayerTopic {
    private LayerTopic() {}

    static Case.Solution solve(Case one) {
        if (one.topic().equals("activation")) return activation(one);
        return switch (one.op()) {
            case "linear-mse" -> linear(one);
            case "softmax-ce" -> softmax(one);
            case "layernorm" -> layerNorm(one);
            case "attention" -> attention(one);
            case "film" -> film(one);
            case "conv" -> convolution(one);
            default -> throw one.unknownOp();
        };
    }

    private static Case.Solution activation(Case one) {
        Elementwise function = switch (one.op()) {
            case "sigmoid", "tanh", "relu", "silu", "softplus", "gelu_erf" -> Elementwise.activation(one.op());
            default -> throw one.unknownOp();
        };
        double[] x = one.input().get("x").vector();
        return name -> {
            boolean slope = name.equals("dy");
            if (!slope && !name.equals("y")) throw one.unknown(name);
            double[] result = new double[x.length];
            for (int i = 0; i < x.length; i++) result[i] = slope ? function.slope(x[i], function.value(x[i])) : function.value(x[i]);
            return Json.of(result);
        };
    }

    private static Case.Solution linear(Case one) {
        Graph graph = new Graph();
        Tensor W = Tensors.given(graph, one.input().get("W"));
        double[] x = one.input().get("x").vector();
        double[] a = one.input().get("a").vector();
        Tensor row = graph.given(x, 1, x.length);
        Tensor error = row.matmulTransposed(W).minus(graph.given(a, 1, a.length));
        Tensor loss = error.map(Elementwise.SQUARE).sum().scaled(0.5, 0);
        graph.backward(loss);
        return name -> switch (name) {
            case "loss" -> Json.of(loss.number());
            case "error" -> Json.of(error.value());
            case "dW" -> Tensors.gradient(W);
            case "dx" -> Json.of(row.gradient());
            case "outer" -> Json.of(Mat.outer(error.value(), x));
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution softmax(Case one) {
        Graph graph = new Graph();
        double[] logits = one.input().get("logits").vector();
        Tensor x = graph.given(logits, 1, logits.length);
        Tensor y = Layers.softmax(x);
        return name -> {
            if (name.equals("softmax")) return Json.of(y.value());
            if (name.equals("jacobian")) {
                List<Json> rows = new ArrayList<>();
                for (int i = 0; i < logits.length; i++) {
                    double[] unit = new double[logits.length];
                    unit[i] = 1;
                    graph.backward(y, unit);
                    rows.add(Json.of(x.gradient()));
                }
                return Json.of(rows);
            }
            if (name.startsWith("vjp_with_")) {
                graph.backward(y, numbers(name.substring("vjp_with_".length())));
                return Json.of(x.gradient());
            }
            if (name.startsWith("jvp_with_")) {
                graph.tangents(x, numbers(name.substring("jvp_with_".length())));
                return Json.of(y.tangent());
            }
            Tensor loss = Layers.crossEntropy(x, one.input().get("target").integer());
            graph.backward(loss);
            return switch (name) {
                case "loss" -> Json.of(loss.number());
                case "dlogits" -> Json.of(x.gradient());
                default -> throw one.unknown(name);
            };
        };
    }

    /** {@code 1_2_3} as three numbers. */
    private static double[] numbers(String underscored) {
        List<String> parts = Case.parts(underscored, '_');
        double[] numbers = new double[parts.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = Digits.parse(parts.get(i));
        return numbers;
    }

    private static Case.Solution layerNorm(Case one) {
        Graph graph = new Graph();
        Tensor x = Tensors.given(graph, one.input().get("x"));
        Tensor gamma = Tensors.given(graph, one.input().get("gamma"));
        Tensor beta = Tensors.given(graph, one.input().get("beta"));
        Tensor y = Layers.layerNorm(x, gamma, beta, one.input().get("eps").number());
        graph.backward(y, Tensors.numbers(one.input().get("cotangent")));
        return affine(one, y, x, gamma, beta);
    }

    private static Case.Solution film(Case one) {
        Graph graph = new Graph();
        Tensor x = Tensors.given(graph, one.input().get("x"));
        Tensor gamma = Tensors.given(graph, one.input().get("gamma"));
        Tensor beta = Tensors.given(graph, one.input().get("beta"));
        Tensor y = Layers.film(x, gamma, beta);
        graph.backward(y.map(Elementwise.RELU), Tensors.numbers(one.input().get("cotangent")));
        return affine(one, y, x, gamma, beta);
    }

    private static Case.Solution affine(Case one, Tensor y, Tensor x, Tensor gamma, Tensor beta) {
        return name -> switch (name) {
            case "y" -> Tensors.value(y);
            case "dx" -> Tensors.gradient(x);
            case "dgamma" -> Tensors.gradient(gamma);
            case "dbeta" -> Tensors.gradient(beta);
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution attention(Case one) {
        Graph graph = new Graph();
        Tensor Q = Tensors.given(graph, one.input().get("Q"));
        Tensor K = Tensors.given(graph, one.input().get("K"));
        Tensor V = Tensors.given(graph, one.input().get("V"));
        boolean causal = one.input().has("causal") && one.input().get("causal").flag();
        Tensor weights = Layers.attentionWeights(graph, Q, K, causal);
        Tensor out = weights.matmul(V);
        graph.backward(out, Tensors.numbers(one.input().get("cotangent")));
        return name -> switch (name) {
            case "weights" -> Tensors.value(weights);
            case "out" -> Tensors.value(out);
            case "dQ" -> Tensors.gradient(Q);
            case "dK" -> Tensors.gradient(K);
            case "dV" -> Tensors.gradient(V);
            case "dweights" -> Tensors.gradient(weights);
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution convolution(Case one) {
        Graph graph = new Graph();
        Tensor x = Tensors.given(graph, one.input().get("x"));
        Tensor kernel = Tensors.given(graph, one.input().get("kernel"));
        int stride = (int) one.input().number("stride", 1);
        int padding = (int) one.input().number("padding", 0);
        Tensor y = Layers.convolution(x, kernel, stride, padding);
        graph.backward(y, Tensors.numbers(one.input().get("cotangent")));
        return name -> switch (name) {
            case "y" -> Tensors.value(y);
            case "dx" -> Tensors.gradient(x);
            case "dkernel" -> Tensors.gradient(kernel);
            case "im2col" -> windows(x, kernel.shape(), stride, padding);
            default -> throw one.unknown(name);
        };
    }

    /** [c·kh·kw, positions] for one image, a list of these for several. */
    private static Json windows(Tensor x, int[] kernel, int stride, int padding) {
        int[] s = x.shape();
        Tensor all = Layers.windows(x, kernel[2], kernel[3], stride, padding);
        if (s[0] == 1) return Tensors.value(all);
        int rows = all.shape()[0];
        return Tensors.value(all.reshaped(rows, s[0], all.shape()[1] / s[0]).permuted(1, 0, 2));
    }
}
