package lectern.widgets.autodiff;

import lectern.widgets.math.Num;

/** A function of one number, with its slope. */
public enum Elementwise {
    IDENTITY, NEGATE, SQUARE, RECIPROCAL, SQRT, ABS, EXP, LOG, TANH, SIGMOID, RELU, SILU, SOFTPLUS,
    /** x Φ(x) with the normal distribution exactly, not the tanh approximation. */
    GELU;

    private static final double ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

    public double value(double x) {
        return switch (this) {
            case IDENTITY -> x;
            case NEGATE -> -x;
            case SQUARE -> x * x;
            case RECIPROCAL -> 1 / x;
            case SQRT -> Math.sqrt(x);
            case ABS -> Math.abs(x);
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case TANH -> Num.tanh(x);
            case SIGMOID -> Num.sigmoid(x);
            case RELU -> x > 0 ? x : 0;
            case SILU -> x * Num.sigmoid(x);
            case SOFTPLUS -> Num.softplus(x);
            case GELU -> x * Num.normalCdf(x);
        };
    }

    /** Slope at x, where the value is y; at the corners of relu and abs it is 0. */
    public double slope(double x, double y) {
        return switch (this) {
            case IDENTITY -> 1;
            case NEGATE -> -1;
            case SQUARE -> 2 * x;
            case RECIPROCAL -> -y * y;
            case SQRT -> 0.5 / y;
            case ABS -> x > 0 ? 1 : x < 0 ? -1 : 0;
            case EXP -> y;
            case LOG -> 1 / x;
            case TANH -> 1 - y * y;
            case SIGMOID -> y * Num.sigmoid(-x);
            case RELU -> x > 0 ? 1 : 0;
            case SILU -> {
                double s = Num.sigmoid(x);
                yield s + y * Num.sigmoid(-x);
            }
            case SOFTPLUS -> Num.sigmoid(x);
            case GELU -> Num.normalCdf(x) + x * ONE_OVER_ROOT_TWO_PI * Math.exp(-0.5 * x * x);
        };
    }

    /** The function called {@code tanh}, {@code sigmoid}, {@code relu}, {@code silu}, {@code softplus}, {@code gelu} or {@code identity}. */
    public static Elementwise activation(String name) {
        return switch (name) {
            case "tanh" -> TANH;
            case "sigmoid" -> SIGMOID;
            case "relu" -> RELU;
            case "silu" -> SILU;
            case "softplus" -> SOFTPLUS;
            case "gelu", "gelu_erf" -> GELU;
            case "identity" -> IDENTITY;
            default -> throw new IllegalArgumentException("no activation: " + name);
        };
    }
}
