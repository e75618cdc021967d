package lectern.widgets.backprop;

import java.util.Arrays;
import java.util.List;
import lectern.widgets.autodiff.Tape;
import lectern.widgets.expression.Formula;
import lectern.widgets.expression.Operation;
import lectern.widgets.expression.Parsed;
import lectern.widgets.math.Digits;

/** The tape of a walk's formula: the inputs it uses, then one line for each operation, each with its values as far as the walk has come. */
final class Trace {
    static final List<String> NAMES = Arrays.asList("w", "x", "b", "a");
    /** Lines that fit into the picture. */
    private static final int MOST_LINES = 12;

    /** ∂line/∂operand by operation, with A and B for the operands and V for the line. */
    private static final String[] BY_LEFT = {"", "", "1", "1", "B", "1/B", "B*A^(B-1)", "-1", "cos(A)", "-sin(A)", "1+V^2", "V", "1/A", "0.5/V", "1-V^2",
        "(A>0)", "sign(A)"};
    private static final String[] BY_RIGHT = {"", "", "1", "-1", "A", "-V/B", "V*log(A)"};

    final Walk walk;
    /** Why the typed formula cannot be read; empty when it can. If not, all lines are those of the one that stands in for it. */
    final String mistake;
    /** Lines that are inputs; they come first. */
    int inputs;
    /** All lines. */
    int lines;

    private Tape tape = new Tape();
    private final int[] node = new int[MOST_LINES];
    private final Operation[] operation = new Operation[MOST_LINES];
    /** Name of each line, and of what its operands are called; an operand that is a number is no line. */
    private final String[] name = new String[MOST_LINES];
    private final String[][] called = new String[2][MOST_LINES];
    private final int[][] operand = new int[2][MOST_LINES];
    /** First line without a value; {@link #lines} when all have one. */
    private int broken;

    Trace(Walk walk) {
        this.walk = walk;
        mistake = record(walk.text());
        if (!mistake.isEmpty()) {
            record(walk.stand());
        }
        while (broken < lines && exists(value(broken))) {
            broken++;
        }
        differentiate();
    }

    /** Writes the tape of a formula; what is wrong with it, if anything. */
    private String record(String text) {
        Parsed parsed = Formula.parse(text, NAMES);
        if (parsed instanceof Parsed.Mistake wrong) {
            return wrong.words();
        }
        Formula formula = ((Parsed.Read) parsed).formula();
        tape = new Tape();
        lines = 0;
        int[] variables = new int[NAMES.size()];
        int[] line = new int[NAMES.size()];
        for (int v = 0; v < variables.length; v++) {
            variables[v] = tape.variable(walk.at()[v]);
            if (formula.uses(v)) {
                line[v] = lines;
                node[lines] = variables[v];
                operation[lines] = Operation.VARIABLE;
                name[lines++] = NAMES.get(v);
            }
        }
        inputs = lines;
        if (inputs == 0) {
            return "use one of w, x, b, a";
        }
        int next = tape.size();
        tape.append(formula, variables);
        int[] lineOf = new int[formula.size()];
        for (int i = 0; i < lineOf.length; i++) {
            Operation now = formula.operation(i);
            if (now == Operation.VARIABLE) {
                lineOf[i] = line[formula.left(i)];
                continue;
            }
            lineOf[i] = -1 - next;
            if (now != Operation.NUMBER) {
                if (lines == MOST_LINES) {
                    return "more than " + MOST_LINES + " lines: shorten it";
                }
                operand[1][lines] = -1;
                for (int side = 0; side < now.operands(); side++) {
                    int from = lineOf[side == 0 ? formula.left(i) : formula.right(i)];
                    operand[side][lines] = from < 0 ? -1 : from;
                    called[side][lines] = from < 0 ? Digits.text(tape.value(-1 - from), 6) : name[from];
                }
                lineOf[i] = lines;
                node[lines] = next;
                operation[lines] = now;
                name[lines] = "v" + (lines + 1 - inputs);
                lines++;
            }
            next++;
        }
        return "";
    }

    private void differentiate() {
        if (walk.mode() == Walk.FORWARD) {
            tape.forward(new int[] {node[walk.seed() % inputs]}, new double[] {1});
        } else {
            tape.backward(node[lines - 1], undone() == 0 ? tape.size() : node[lines - undone()]);
        }
    }

    /** The formula whose lines these are. */
    String text() {
        return mistake.isEmpty() ? walk.text() : walk.stand();
    }

    static boolean exists(double value) {
        return value - value == 0;
    }

    private int operations() {
        return lines - inputs;
    }

    /** Steps from the beginning to the end; the walk ends at a line without a value. */
    int steps() {
        return broken < lines ? Math.max(0, broken + 1 - inputs) : walk.mode() == Walk.REVERSE ? 2 * operations() + 1 : operations();
    }

    /** Lines that have been worked through on the way up; −1 on the way down. */
    private int up() {
        return broken == lines && walk.mode() == Walk.REVERSE ? walk.step() - operations() - 1 : -1;
    }

    private int undone() {
        return Math.max(0, Math.min(up(), operations()));
    }

    /** Whether the walk has computed a line's value. */
    boolean known(int i) {
        return i < inputs + walk.step();
    }

    /** Whether the walk is at this line, and hands something along its edges. */
    boolean current(int i) {
        return up() > 0 ? i == lines - up() : up() < 0 && walk.step() > 0 && i == inputs + walk.step() - 1;
    }

    /** The line the walk is at; −1 before the first, and where the way up begins. */
    int now() {
        int at = -1;
        for (int i = 0; i < lines; i++) {
            at = current(i) ? i : at;
        }
        return at;
    }

    /** Whether every line has a value. */
    boolean whole() {
        return broken == lines;
    }

    boolean isUp() {
        return up() >= 0;
    }

    double value(int i) {
        return tape.value(node[i]);
    }

    String name(int i) {
        return name[i];
    }

    Operation operation(int i) {
        return operation[i];
    }

    /** Line of an operand; −1 for a number. */
    int operand(int side, int i) {
        return operand[side][i];
    }

    String called(int side, int i) {
        return called[side][i];
    }

    double slope(int side, int i) {
        return side == 0 ? tape.leftSlope(node[i]) : tape.rightSlope(node[i]);
    }

    /** Whether one of these lines uses line i. */
    private boolean used(int i, int from, int to) {
        boolean used = false;
        for (int user = Math.max(inputs, from); user < to; user++) {
            used |= operand[0][user] == i || operand[1][user] == i;
        }
        return used;
    }

    /** Whether a line has a derivative to show: an adjoint that something was handed to, a tangent, or full Jacobians. */
    boolean derived(int i) {
        return walk.mode() == Walk.REVERSE ? isUp() && i == lines - 1 || used(i, lines - undone(), lines)
            : known(i) && (walk.mode() == Walk.FORWARD || i >= inputs);
    }

    /** Whether nothing more will be added to a line's adjoint. */
    boolean settled(int i) {
        return !used(i, 0, lines - undone());
    }

    double derivative(int i) {
        return walk.mode() == Walk.FORWARD ? tape.tangent(node[i]) : tape.adjoint(node[i]);
    }

    /** The derivative of the last line by an input's name; not-a-number where it does not exist. */
    double gradient(int variable) {
        if (broken < lines) {
            return Double.NaN;
        }
        tape.backward(node[lines - 1]);
        double slope = tape.adjoint(1 + variable);
        differentiate();
        return slope;
    }

    /** {@code w*x}, {@code tanh(v2)}. */
    String rule(int i) {
        String sign = operation[i].sign();
        return operation[i].operands() == 2 ? called[0][i] + sign + called[1][i] : sign + "(" + called[0][i] + ")";
    }

    /** The slope as a formula: {@code 1-v3^2}. */
    String factor(int side, int i) {
        String pattern = (side == 0 ? BY_LEFT : BY_RIGHT)[operation[i].ordinal()];
        StringBuilder out = new StringBuilder();
        for (int k = 0; k < pattern.length(); k++) {
            char c = pattern.charAt(k);
            if (c == 'A' || c == 'B') {
                out.append(called[c - 'A'][i]);
            } else if (c == 'V') {
                out.append(name[i]);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Numbers in the full Jacobians of a line, one n×n matrix for each operand that is a line. */
    double entries(int i) {
        return ((operand[0][i] < 0 ? 0.0 : 1) + (operand[1][i] < 0 ? 0 : 1)) * walk.n() * walk.n();
    }

    /** Numbers that a mode holds at its fullest moment, for vectors of n. */
    double held(int mode) {
        double n = walk.n();
        double most = 0;
        double full = 0;
        for (int i = 0; i < lines; i++) {
            // downwards: the values that later lines still use; upwards: all values not yet passed, and the adjoints begun among them
            int values = mode == Walk.REVERSE ? lines - i : 0;
            int begun = i == 0 ? 1 : 0;
            for (int j = 0; j < lines - i; j++) {
                begun += used(j, lines - i, lines) ? 1 : 0;
            }
            for (int j = 0; mode != Walk.REVERSE && j <= Math.max(i, inputs - 1); j++) {
                values += j == i || used(j, i, lines) ? 1 : 0;
            }
            full += i < inputs ? 0 : entries(i);
            most = Math.max(most, mode == Walk.REVERSE ? n * (values + begun) : mode == Walk.FORWARD ? 2 * n * values : n * values + full);
        }
        return most;
    }
}
