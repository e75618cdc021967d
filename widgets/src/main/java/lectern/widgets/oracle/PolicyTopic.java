package lectern.widgets.oracle;

import java.util.List;
import lectern.widgets.autodiff.Elementwise;
import lectern.widgets.autodiff.Graph;
import lectern.widgets.autodiff.Tensor;
import lectern.widgets.math.Digits;
import lectern.widgets.math.Mat;
import lectern.widgets.policy.ActionTokens;
import lectern.widgets.policy.FlowMatching;
import lectern.widgets.policy.Image;

/** Topics of a policy's inputs and outputs: {@code action-tokens}, {@code flow-matching} and {@code tensor-ops}. */
final class PolicyTopic {
    private static final int COLOURS = 3;

    private PolicyTopic() {}

    static Case.Solution solve(Case one) {
        return switch (one.op()) {
            case "action-tokens" -> tokens(one);
            case "flow_matching.openpi" -> training(one);
            case "euler_straight" -> straight(one);
            case "gaussian_field" -> gaussian(one);
            case "image_ops" -> image(one);
            case "vit_patches" -> patches(one);
            default -> throw one.unknownOp();
        };
    }

    private interface OfNumber {
        double at(double x);
    }

    private static Json each(double[] values, OfNumber function) {
        double[] results = new double[values.length];
        for (int i = 0; i < values.length; i++) results[i] = function.at(values[i]);
        return Json.of(results);
    }

    private static Case.Solution tokens(Case one) {
        Json input = one.input();
        ActionTokens tokens = new ActionTokens(input.get("bins").integer(), input.get("low").number(), input.get("high").number(),
            input.get("vocab_size").integer());
        double[] actions = input.get("actions").vector();
        return name -> switch (name) {
            case "digitized" -> each(actions, tokens::digitised);
            case "token_id" -> each(actions, tokens::token);
            case "decoded" -> each(actions, a -> tokens.action(tokens.token(a)));
            case "abs_error" -> each(actions, tokens::error);
            case "max_error_bound" -> Json.of(tokens.largestError());
            case "n_bin_centers" -> Json.of(tokens.centres());
            default -> throw one.unknown(name);
        };
    }

    /** One training step of v = W [x_t; t] towards noise − action, by the mean square. */
    private static Case.Solution training(Case one) {
        Json input = one.input();
        double[] noise = input.get("noise").vector();
        double[] action = input.get("action").vector();
        double t = input.get("t").number();
        double[] between = FlowMatching.between(noise, action, t);
        double[] wanted = FlowMatching.velocity(noise, action);
        double[] features = new double[between.length + 1];
        System.arraycopy(between, 0, features, 0, between.length);
        features[between.length] = t;
        Graph graph = new Graph();
        Tensor W = Tensors.given(graph, input.get("W"));
        Tensor v = graph.given(features, 1, features.length).matmulTransposed(W);
        Tensor loss = v.minus(graph.given(wanted, 1, wanted.length)).map(Elementwise.SQUARE).mean();
        graph.backward(loss);
        return name -> switch (name) {
            case "x_t" -> Json.of(between);
            case "u_t" -> Json.of(wanted);
            case "v" -> Json.of(v.value());
            case "loss" -> Json.of(loss.number());
            case "dW" -> Tensors.gradient(W);
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution straight(Case one) {
        double[] noise = one.input().get("noise").vector();
        double[] velocity = FlowMatching.velocity(noise, one.input().get("action").vector());
        Mat path = FlowMatching.path((x, t) -> velocity, noise, one.input().get("steps").integer());
        return name -> switch (name) {
            case "path" -> Json.of(path);
            case "end" -> Json.of(path.row(path.rows() - 1));
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution gaussian(Case one) {
        double mu = one.input().get("mu").number();
        double sigma = one.input().get("sigma").number();
        double[] x1 = one.input().get("x1").vector();
        FlowMatching.Velocity field = FlowMatching.gaussian(mu, sigma);
        return name -> switch (name) {
            case "exact_end" -> each(x1, x -> mu + sigma * x);
            case "euler_end" -> {
                Json.Fields ends = new Json.Fields();
                for (double n : one.input().get("N").vector()) {
                    int steps = (int) n;
                    ends.with(Integer.toString(steps), Json.of(FlowMatching.path(field, x1, steps).row(steps)));
                }
                yield ends;
            }
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution image(Case one) {
        Json nested = one.input().get("image_HWC");
        List<Json> rows = nested.items();
        int width = rows.get(0).items().size();
        int channels = rows.get(0).items().get(0).items().size();
        Image image = new Image(rows.size(), width, channels, Tensors.numbers(nested));
        return name -> switch (name) {
            case "shape" -> Json.of(new double[] {image.height(), width, channels});
            case "row_major_strides" -> each(new double[] {0, 1, 2}, axis -> image.strides()[(int) axis]);
            case "channel_mean" -> Json.of(image.channelMeans());
            case "relu_minus_half" -> Tensors.nested(each(image.values(), x -> Elementwise.RELU.value(x - 0.5)).vector(), image.height(), width, channels);
            default -> named(one, image, name);
        };
    }

    /** Fields with numbers in their names: {@code sharpen_channel0_valid}, {@code patches_2x2}. */
    private static Json named(Case one, Image image, String name) {
        if (name.contains("_channel") && name.endsWith("_valid")) {
            int channel = integer(name.substring(name.indexOf("_channel") + "_channel".length(), name.length() - "_valid".length()));
            return Json.of(image.correlated(channel, one.input().get("kernel").matrix()));
        }
        if (name.startsWith("patches_")) {
            List<String> sides = Case.parts(name.substring("patches_".length()), 'x');
            if (sides.size() == 2) return Json.of(image.patches(integer(sides.get(0)), integer(sides.get(1))));
        }
        throw one.unknown(name);
    }

    private static int integer(String digits) {
        return (int) Digits.parse(digits);
    }

    private static Case.Solution patches(Case one) {
        Json input = one.input();
        int patch = input.get("patch").integer();
        int down = input.get("H").integer() / patch;
        int across = input.get("W").integer() / patch;
        return name -> switch (name) {
            case "tokens" -> Json.of(down * across);
            case "values_per_patch" -> Json.of(patch * patch * input.number("channels", COLOURS));
            case "grid" -> Json.of(new double[] {down, across});
            case "concatenated" -> {
                double sum = 0;
                for (String given : input.names()) if (given.endsWith("_width")) sum += input.get(given).number();
                yield Json.of(sum);
            }
            default -> {
                if (!name.endsWith("_width") || !input.has(name)) throw one.unknown(name);
                yield input.get(name);
            }
        };
    }
}
