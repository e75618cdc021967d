package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.autodiff.Clipping;
import lectern.widgets.autodiff.Differences;
import lectern.widgets.autodiff.Norm;
import lectern.widgets.autodiff.Optimiser;
import lectern.widgets.autodiff.Precision;
import lectern.widgets.autodiff.Quadratic;
import lectern.widgets.autodiff.Rosenbrock;
import lectern.widgets.expression.Formula;
import lectern.widgets.math.Lu;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Vec;

/**
 * Topics of slopes and steps: {@code optimiser}, {@code clipping}, {@code precision}, {@code gradient-descent}, {@code linear-approximation},
 * {@code finite-difference}.
 */
final class DescentTopic {
    private static final List<String> AXES = List.of("x", "y", "z", "w");

    private DescentTopic() {}

    static Case.Solution solve(Case one) {
        if (one.topic().equals("optimiser")) return optimiser(one);
        return switch (one.op()) {
            case "clipping" -> clipping(one);
            case "precision" -> precision(one);
            case "gradient-descent" -> rates(one);
            case "finite-difference" -> differences(one);
            case "rosenbrock" -> rosenbrock(one);
            case "directional_circle" -> circle(one);
            case "steepest_other_metric" -> metric(one);
            default -> throw one.unknownOp();
        };
    }

    private static Case.Solution optimiser(Case one) {
        Json input = one.input();
        double[] x = input.get("x0").vector();
        Formula f = TapeTopic.formula(input.get("f").text(), AXES.subList(0, x.length));
        double rate = input.get("lr").number();
        Optimiser optimiser = switch (one.op()) {
            case "sgd" -> Optimiser.sgd(rate);
            case "momentum" -> Optimiser.momentum(rate, input.number("momentum", input.number("beta", 0.9)), x.length);
            case "adam" -> {
                double[] betas = input.has("betas") ? input.get("betas").vector() : new double[] {beta(input, 1, 0.9), beta(input, 2, 0.999)};
                yield Optimiser.adam(rate, betas[0], betas[1], input.number("eps", input.number("epsilon", 1e-8)), x.length);
            }
            default -> throw one.unknownOp();
        };
        return name -> {
            if (!name.equals("trajectory")) throw one.unknown(name);
            List<Json> path = new ArrayList<>();
            double[] at = x.clone();
            path.add(Json.of(at));
            for (int k = 0; k < input.get("steps").integer(); k++) {
                optimiser.step(at, f.gradient(at));
                path.add(Json.of(at));
            }
            return Json.of(path);
        };
    }

    private static double beta(Json input, int k, double otherwise) {
        for (String name : List.of("beta" + k, "beta_" + k, "b" + k)) if (input.has(name)) return input.get(name).number();
        return otherwise;
    }

    private static Case.Solution clipping(Case one) {
        List<double[]> gradients = new ArrayList<>();
        for (Json each : one.input().get("grads").items()) gradients.add(Tensors.numbers(each));
        double norm = Clipping.byNorm(gradients, one.input().get("max_norm").number());
        return name -> switch (name) {
            case "total_norm" -> Json.of(norm);
            case "clipped" -> {
                List<Json> clipped = new ArrayList<>();
                for (int i = 0; i < gradients.size(); i++) clipped.add(shapedLike(one.input().get("grads").items().get(i), gradients.get(i), new int[1]));
                yield Json.of(clipped);
            }
            default -> throw one.unknown(name);
        };
    }

    /** Numbers in the nesting of another value. */
    private static Json shapedLike(Json nested, double[] numbers, int[] next) {
        if (!(nested instanceof Json.Items(var items))) return Json.of(numbers[next[0]++]);
        List<Json> shaped = new ArrayList<>();
        for (Json item : items) shaped.add(shapedLike(item, numbers, next));
        return Json.of(shaped);
    }

    private static Case.Solution precision(Case one) {
        Json input = one.input();
        return name -> switch (name) {
            case "rounded" -> {
                double[] values = input.get("values").vector();
                Precision format = format(input.get("format").text());
                for (int i = 0; i < values.length; i++) values[i] = format.round(values[i]);
                yield Json.of(values);
            }
            case "bf16", "fp16", "fp32" -> Json.of(format(name).add(input.get("w").number(), input.get("update").number()));
            default -> throw one.unknown(name);
        };
    }

    private static Precision format(String name) {
        return switch (name) {
            case "fp16", "float16" -> Precision.FP16;
            case "bf16", "bfloat16" -> Precision.BF16;
            case "fp32", "float32" -> Precision.FP32;
            default -> throw new OracleException("the format " + name + " is not known");
        };
    }

    private static Case.Solution rates(Case one) {
        double[] eigenvalues = one.input().get("eigenvalues").vector();
        double smallest = eigenvalues[0];
        double largest = eigenvalues[0];
        for (double each : eigenvalues) {
            smallest = Math.min(smallest, each);
            largest = Math.max(largest, each);
        }
        Quadratic bowl = new Quadratic(smallest, largest);
        return name -> Json.of(switch (name) {
            case "max_stable_step" -> bowl.largestStableStep();
            case "best_step" -> bowl.bestStep();
            case "best_rate" -> bowl.bestRate();
            case "momentum_best_beta" -> bowl.bestBeta();
            case "momentum_best_alpha" -> bowl.bestMomentumStep();
            case "momentum_best_rate" -> bowl.bestMomentumRate();
            case "condition" -> bowl.condition();
            default -> throw one.unknown(name);
        });
    }

    private static Case.Solution differences(Case one) {
        Formula f = TapeTopic.formula(one.input().get("f").text(), List.of("x"));
        double[] x = {one.input().get("x").number()};
        double[] h = one.input().get("h").vector();
        double exact = f.gradient(x)[0];
        double[] forward = new double[h.length];
        double[] central = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            forward[i] = Math.abs(Differences.forward(f::value, x, 0, h[i]) - exact);
            central[i] = Math.abs(Differences.central(f::value, x, 0, h[i]) - exact);
        }
        return name -> switch (name) {
            case "exact" -> Json.of(exact);
            case "forward_abs_error" -> Json.of(forward);
            case "central_abs_error" -> Json.of(central);
            case "best_forward_h" -> Json.of(h[smallest(forward)]);
            case "best_central_h" -> Json.of(h[smallest(central)]);
            default -> throw one.unknown(name);
        };
    }

    private static int smallest(double[] values) {
        int smallest = 0;
        for (int i = 1; i < values.length; i++) if (values[i] < values[smallest]) smallest = i;
        return smallest;
    }

    private static Case.Solution rosenbrock(Case one) {
        double[] x = one.input().get("x").vector();
        double[] g = Rosenbrock.gradient(x);
        return name -> switch (name) {
            case "value" -> Json.of(Rosenbrock.value(x));
            case "gradient" -> Json.of(g);
            case "hessian" -> Json.of(Rosenbrock.hessian(x));
            case "dot" -> Json.of(Vec.dot(g, one.input().get("dx").vector()));
            case "remainder" -> {
                double[] t = one.input().get("t").vector();
                double[] remainder = new double[t.length];
                for (int i = 0; i < t.length; i++) remainder[i] = Differences.remainder(Rosenbrock::value, x, g, one.input().get("dx").vector(), t[i]);
                yield Json.of(remainder);
            }
            case "steepest_direction" -> Vec.norm(g) == 0 ? new Json.Nothing() : Json.of(Norm.EUCLID.steepest(g));
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution circle(Case one) {
        if (!one.input().get("f").text().equals("rosenbrock")) throw new OracleException("the function " + one.input().get("f").text() + " is not known");
        double[] g = Rosenbrock.gradient(one.input().get("x").vector());
        return name -> switch (name) {
            case "derivative" -> {
                double[] theta = one.input().get("theta").vector();
                for (int i = 0; i < theta.length; i++) theta[i] = g[0] * Math.cos(theta[i]) + g[1] * Math.sin(theta[i]);
                yield Json.of(theta);
            }
            case "max" -> Json.of(Vec.norm(g));
            case "argmax_theta" -> Json.of(Math.atan2(g[1], g[0]));
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution metric(Case one) {
        double[] g = one.input().get("gradient").vector();
        Mat M = one.input().get("metric").matrix();
        double[] direction = Lu.of(M).solve(g);
        double slope = Math.sqrt(Vec.dot(g, direction));
        return name -> switch (name) {
            case "direction" -> Json.of(Vec.scaled(1 / slope, direction));
            case "derivative" -> Json.of(slope);
            case "linf_direction" -> Json.of(Norm.LARGEST.steepest(g));
            case "linf_derivative" -> Json.of(Norm.LARGEST.steepestSlope(g));
            default -> throw one.unknown(name);
        };
    }
}
