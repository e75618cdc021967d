package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.autodiff.Elementwise;
import lectern.widgets.autodiff.Graph;
import lectern.widgets.autodiff.Layers;
import lectern.widgets.autodiff.Tensor;

/** Topics of whole networks: {@code mlp} and {@code transformer-block}. */
final class NetworkTopic {
    private static final double EPSILON = 1e-5;

    private NetworkTopic() {}

    static Case.Solution solve(Case one) {
        return switch (one.op()) {
            case "mlp" -> mlp(one);
            case "transformer-block" -> block(one);
            default -> throw one.unknownOp();
        };
    }

    private static Case.Solution mlp(Case one) {
        Graph graph = new Graph();
        Json input = one.input();
        Elementwise activation = Elementwise.activation(input.get("activation").text());
        List<Tensor> W = new ArrayList<>();
        List<Tensor> b = new ArrayList<>();
        List<Tensor> layers = new ArrayList<>();
        Tensor X = Tensors.given(graph, input.get("X"));
        Tensor h = X;
        int depth = input.get("W").items().size();
        for (int k = 0; k < depth; k++) {
            W.add(Tensors.given(graph, input.get("W").items().get(k)));
            b.add(Tensors.given(graph, input.get("b").items().get(k)));
            h = Layers.linear(h, W.get(k), b.get(k));
            if (k + 1 < depth) h = h.map(activation);
            layers.add(h);
        }
        Tensor output = h;
        Tensor loss = loss(graph, input, output);
        graph.backward(loss);
        return name -> switch (name) {
            case "loss" -> Json.of(loss.number());
            case "output" -> Tensors.value(output);
            case "layer_outputs" -> values(layers);
            case "dLayer" -> gradients(layers);
            case "dW" -> gradients(W);
            case "db" -> gradients(b);
            case "dX" -> Tensors.gradient(X);
            default -> throw one.unknown(name);
        };
    }

    private static Tensor loss(Graph graph, Json input, Tensor output) {
        Json targets = input.get("targets");
        return switch (input.get("loss").text()) {
            case "mse" -> Layers.meanSquareHalf(output, Tensors.given(graph, targets));
            case "ce" -> {
                int[] classes = new int[targets.items().size()];
                for (int i = 0; i < classes.length; i++) classes[i] = targets.items().get(i).integer();
                yield Layers.crossEntropy(output, classes);
            }
            default -> throw new OracleException("the loss " + input.get("loss").text() + " is not known");
        };
    }

    private static Case.Solution block(Case one) {
        Graph graph = new Graph();
        Json input = one.input();
        Json.Fields given = new Json.Fields();
        List<Tensor> parameters = new ArrayList<>();
        for (String name : input.names()) {
            if (name.equals("op") || name.equals("C") || !(input.get(name) instanceof Json.Items)) continue;
            parameters.add(Tensors.given(graph, input.get(name)));
            given.with(name, input.get(name));
        }
        Named p = name -> {
            if (!given.has(name)) throw new OracleException("the tensor " + name + " is not given");
            return parameters.get(given.names().indexOf(name));
        };
        double epsilon = input.number("eps", EPSILON);
        Tensor normal = Layers.layerNorm(p.get("x"), p.get("g1"), p.get("b1"), epsilon);
        boolean causal = input.has("causal") && input.get("causal").flag();
        Tensor weights = Layers.attentionWeights(graph, normal.matmulTransposed(p.get("Wq")), normal.matmulTransposed(p.get("Wk")), causal);
        Tensor attended = weights.matmul(normal.matmulTransposed(p.get("Wv")));
        Tensor x1 = p.get("x").plus(attended.matmulTransposed(p.get("Wo")));
        Tensor hidden = Layers.linear(Layers.layerNorm(x1, p.get("g2"), p.get("b2"), epsilon), p.get("W1"), p.get("c1")).map(Elementwise.GELU);
        Tensor y = x1.plus(Layers.linear(hidden, p.get("W2"), p.get("c2")));
        graph.backward(y, Tensors.numbers(input.get("C")));
        return name -> {
            if (name.equals("y")) return Tensors.value(y);
            if (name.equals("weights")) return Tensors.value(weights);
            if (name.startsWith("d_") && given.has(name.substring(2))) return Tensors.gradient(p.get(name.substring(2)));
            throw one.unknown(name);
        };
    }

    private interface Named {
        Tensor get(String name);
    }

    private static Json values(List<Tensor> tensors) {
        List<Json> values = new ArrayList<>();
        for (Tensor tensor : tensors) values.add(Tensors.value(tensor));
        return Json.of(values);
    }

    private static Json gradients(List<Tensor> tensors) {
        List<Json> gradients = new ArrayList<>();
        for (Tensor tensor : tensors) gradients.add(Tensors.gradient(tensor));
        return Json.of(gradients);
    }
}
