package lectern.widgets.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.widgets.math.Num;

/**
 * A formula in named variables: a list of steps, each on the values of earlier ones, the last of which is the result.
 *
 * <p>Values cost one pass forward, the gradient for all variables one more pass backward; neither recurses, so depth is no limit.
 */
public final class Formula {
    private final List<String> variables;
    private final Operation[] operations;
    private final int[] left;
    private final int[] right;
    private final double[] numbers;
    private final boolean[] varies;

    /** For {@code left} of a variable its index; {@code numbers} are read for numbers only. */
    Formula(List<String> variables, Operation[] operations, int[] left, int[] right, double[] numbers) {
        this.variables = variables;
        this.operations = operations;
        this.left = left;
        this.right = right;
        this.numbers = numbers;
        this.varies = new boolean[operations.length];
        for (int i = 0; i < operations.length; i++) {
            varies[i] = switch (operations[i].operands()) {
                case 0 -> operations[i] == Operation.VARIABLE;
                case 1 -> varies[left[i]];
                default -> varies[left[i]] || varies[right[i]];
            };
        }
    }

    /** Reads a text with the given variables; the grammar is in the package's {@code FormulaReader}. */
    public static Parsed parse(String text, List<String> variables) {
        return new FormulaReader(text, variables).read();
    }

    /** The names that may occur, in the order of the values to give. */
    public List<String> variables() {
        return variables;
    }

    /** Number of steps. */
    public int size() {
        return operations.length;
    }

    /** What step i does. */
    public Operation operation(int i) {
        return operations[i];
    }

    /** The step whose value is the first operand of step i; for a variable its index. */
    public int left(int i) {
        return left[i];
    }

    /** The step whose value is the second operand of step i. */
    public int right(int i) {
        return right[i];
    }

    /** The number that step i is, if it is one. */
    double number(int i) {
        return numbers[i];
    }

    /** Whether the variable of that index occurs. */
    public boolean uses(int variable) {
        for (int i = 0; i < operations.length; i++) if (operations[i] == Operation.VARIABLE && left[i] == variable) return true;
        return false;
    }

    /** The result; not-a-number or infinite where the formula is not defined. */
    public double value(double... at) {
        double[] values = new double[operations.length];
        forward(at, values);
        return values[values.length - 1];
    }

    /** Fills {@code values} (of {@link #size} numbers) with the value of every step. */
    public void forward(double[] at, double[] values) {
        if (at.length != variables.size()) throw new IllegalArgumentException(at.length + " values for " + variables.size() + " variables");
        for (int i = 0; i < operations.length; i++) {
            values[i] = switch (operations[i]) {
                case NUMBER -> numbers[i];
                case VARIABLE -> at[left[i]];
                case ADD -> values[left[i]] + values[right[i]];
                case SUBTRACT -> values[left[i]] - values[right[i]];
                case MULTIPLY -> values[left[i]] * values[right[i]];
                case DIVIDE -> values[left[i]] / values[right[i]];
                case POWER -> Math.pow(values[left[i]], values[right[i]]);
                case NEGATE -> -values[left[i]];
                case SIN -> Math.sin(values[left[i]]);
                case COS -> Math.cos(values[left[i]]);
                case TAN -> Math.tan(values[left[i]]);
                case EXP -> Math.exp(values[left[i]]);
                case LOG -> Math.log(values[left[i]]);
                case SQRT -> Math.sqrt(values[left[i]]);
                case TANH -> Num.tanh(values[left[i]]);
                case RELU -> Math.max(values[left[i]], 0);
                case ABS -> Math.abs(values[left[i]]);
            };
        }
    }

    /** ∂result/∂variable for every variable, by reverse mode. The slopes of relu and abs at zero are taken as 0. */
    public double[] gradient(double... at) {
        double[] values = new double[operations.length];
        forward(at, values);
        double[] adjoints = new double[operations.length];
        double[] gradient = new double[variables.size()];
        backward(values, adjoints, gradient);
        return gradient;
    }

    /** Fills the adjoints ∂result/∂step and adds ∂result/∂variable to {@code gradient}. */
    public void backward(double[] values, double[] adjoints, double[] gradient) {
        Arrays.fill(adjoints, 0);
        adjoints[adjoints.length - 1] = 1;
        for (int i = operations.length - 1; i >= 0; i--) {
            double a = adjoints[i];
            if (a == 0 || !varies[i]) continue;
            if (operations[i] == Operation.VARIABLE) {
                gradient[left[i]] += a;
            } else {
                if (varies[left[i]]) adjoints[left[i]] += a * slope(i, values);
                if (operations[i].operands() == 2 && varies[right[i]]) adjoints[right[i]] += a * slopeOfRight(i, values);
            }
        }
    }

    /** Whether a variable takes part in step i. */
    public boolean varies(int i) {
        return varies[i];
    }

    /** ∂step/∂left operand, from the values of all steps. */
    public double slope(int i, double[] values) {
        double x = values[left[i]];
        double y = values[i];
        return switch (operations[i]) {
            case NUMBER, VARIABLE -> 0;
            case ADD, SUBTRACT -> 1;
            case MULTIPLY -> values[right[i]];
            case DIVIDE -> 1 / values[right[i]];
            case POWER -> values[right[i]] == 0 ? 0 : values[right[i]] * Math.pow(x, values[right[i]] - 1);
            case NEGATE -> -1;
            case SIN -> Math.cos(x);
            case COS -> -Math.sin(x);
            case TAN -> 1 + y * y;
            case EXP -> y;
            case LOG -> 1 / x;
            case SQRT -> 0.5 / y;
            case TANH -> 1 - y * y;
            case RELU -> x > 0 ? 1 : 0;
            case ABS -> x > 0 ? 1 : x < 0 ? -1 : 0;
        };
    }

    /** ∂step/∂right operand, of a step with two. */
    public double slopeOfRight(int i, double[] values) {
        return switch (operations[i]) {
            case ADD -> 1;
            case SUBTRACT -> -1;
            case MULTIPLY -> values[left[i]];
            case DIVIDE -> -values[i] / values[right[i]];
            case POWER -> values[i] == 0 ? 0 : values[i] * Math.log(values[left[i]]);
            case NUMBER, VARIABLE, NEGATE, SIN, COS, TAN, EXP, LOG, SQRT, TANH, RELU, ABS -> 0;
        };
    }

    /** The parts that the result adds up, with their signs: {@code a - b + c} has three. */
    public List<Formula> terms() {
        ArrayList<Formula> terms = new ArrayList<>();
        int[] steps = new int[operations.length + 1];
        boolean[] minus = new boolean[operations.length + 1];
        int depth = 1;
        steps[0] = operations.length - 1;
        while (depth > 0) {
            depth--;
            int i = steps[depth];
            boolean negative = minus[depth];
            switch (operations[i]) {
                case ADD, SUBTRACT -> {
                    steps[depth] = right[i];
                    minus[depth++] = negative ^ operations[i] == Operation.SUBTRACT;
                    steps[depth] = left[i];
                    minus[depth++] = negative;
                }
                case NEGATE -> {
                    steps[depth] = left[i];
                    minus[depth++] = !negative;
                }
                case NUMBER, VARIABLE, MULTIPLY, DIVIDE, POWER, SIN, COS, TAN, EXP, LOG, SQRT, TANH, RELU, ABS -> terms.add(endingAt(i, negative));
            }
        }
        return terms;
    }

    /** The formula whose result is step i, or its negative. */
    private Formula endingAt(int i, boolean negative) {
        int size = i + 1 + (negative ? 1 : 0);
        Operation[] some = Arrays.copyOf(operations, size);
        int[] lefts = Arrays.copyOf(left, size);
        if (negative) {
            some[size - 1] = Operation.NEGATE;
            lefts[size - 1] = i;
        }
        return new Formula(variables, some, lefts, Arrays.copyOf(right, size), Arrays.copyOf(numbers, size));
    }
}
