package lectern.widgets.oracle;

import lectern.widgets.math.Mat;
import lectern.widgets.math.Num;

/** Topic {@code numerics}: elementary functions at extreme arguments. */
final class NumericsTopic {
    private NumericsTopic() {}

    static Case.Solution solve(Case one) {
        return name -> {
            if (!name.equals("y")) throw one.unknown(name);
            if (one.op().equals("logsumexp")) return Json.of(Num.logSumExp(one.input().get("z").vector()));
            if (one.op().equals("hypot")) return hypot(one.input().get("pairs").matrix());
            double[] y = one.input().get("x").vector();
            for (int i = 0; i < y.length; i++) y[i] = elementwise(one, y[i]);
            return Json.of(y);
        };
    }

    private static double elementwise(Case one, double x) {
        return switch (one.op()) {
            case "tanh" -> Num.tanh(x);
            case "expm1" -> Num.expm1(x);
            case "log1p" -> Num.log1p(x);
            case "sigmoid" -> Num.sigmoid(x);
            case "log_sigmoid" -> Num.logSigmoid(x);
            case "softplus" -> Num.softplus(x);
            case "sinc_half" -> Num.sincHalf(x);
            case "x_minus_sin_over_cube" -> Num.xMinusSinOverCube(x);
            case "one_minus_cos_over_sq" -> Num.oneMinusCosOverSquare(x);
            default -> throw one.unknownOp();
        };
    }

    private static Json hypot(Mat pairs) {
        double[] y = new double[pairs.rows()];
        for (int i = 0; i < y.length; i++) y[i] = Num.hypot(pairs.get(i, 0), pairs.get(i, 1));
        return Json.of(y);
    }
}
