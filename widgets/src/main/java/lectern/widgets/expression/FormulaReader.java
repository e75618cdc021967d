package lectern.widgets.expression;

import java.util.Arrays;
import java.util.List;
import lectern.widgets.math.Digits;

/**
 * Reads a typed formula by operator precedence on a stack of its own, in one pass whatever the nesting.
 *
 * <p>Weakest first: {@code + -}; {@code * /} and the unwritten product ({@code 2q1}, {@code l1 cos(q1)}), from left to right; a sign; a
 * function without parentheses ({@code sin 2q1} is sin(2 q1), {@code sin q1 l1} is sin(q1) l1); {@code ^}, from right to left.
 * {@code sin^2 q} is (sin q)². Read alike: − – and -, · × ⋅ ∗ and *, ÷ and /, ** and ^, x² and x^2, l₁, l_1 and l1, π and pi, ln and log, |x|
 * and abs(x), √x, square brackets and a backslash before a name.
 */
final class FormulaReader {
    private static final Operation[] FUNCTIONS = {
        Operation.SIN, Operation.COS, Operation.TAN, Operation.EXP, Operation.LOG, Operation.SQRT, Operation.TANH, Operation.RELU, Operation.ABS};
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int FUNCTION = 4;
    private static final int TIGHT_PRODUCT = 5;
    private static final int POWER = 6;
    private static final int OPEN = 0;
    private static final int LONGEST_SHOWN = 32;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private final String text;
    private final List<String> variables;
    private int at;

    private Operation[] operations = new Operation[16];
    private int[] left = new int[16];
    private int[] right = new int[16];
    private double[] numbers = new double[16];
    private int size;

    /** Steps whose values wait for an operator. */
    private int[] operands = new int[16];
    private int operandCount;

    /** Waiting operators; for an opening sign the function it belongs to (ADD for none) and where it stands. */
    private Operation[] waiting = new Operation[16];
    private int[] strength = new int[16];
    private int[] place = new int[16];
    private double[] powerAfter = new double[16];
    private int waitingCount;

    private boolean operandNext = true;
    private boolean afterNumber;
    private Parsed.Mistake mistake = new Parsed.Mistake(-1, "");

    FormulaReader(String text, List<String> variables) {
        this.text = text;
        this.variables = variables;
    }

    Parsed read() {
        while (at < text.length() && mistake.position() < 0) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '\\' || c == '\u00a0' || c == '\u2009') {
                at++;
            } else if (operandNext) {
                operand(c);
            } else {
                afterOperand(c);
            }
        }
        if (mistake.position() < 0 && operandNext) {
            fail(text.length(), size == 0 && waitingCount == 0 ? "type a formula" : "something is missing at the end");
        }
        if (mistake.position() < 0) {
            reduce(SUM);
            if (waitingCount > 0) fail(place[waitingCount - 1], "this " + text.charAt(place[waitingCount - 1]) + " is never closed");
        }
        if (mistake.position() >= 0) return mistake;
        return new Parsed.Read(new Formula(variables, Arrays.copyOf(operations, size), Arrays.copyOf(left, size), Arrays.copyOf(right, size),
            Arrays.copyOf(numbers, size)));
    }

    private void operand(char c) {
        if (isMinus(c)) {
            wait(Operation.NEGATE, SIGN);
            at++;
        } else if (c == '+') {
            at++;
        } else if (c == '(' || c == '[' || c == '|') {
            open(c == '|' ? Operation.ABS : Operation.ADD, 1);
        } else if (c == '√') {
            at++;
            function(Operation.SQRT);
        } else if (isDigit(c) || c == '.') {
            number();
        } else if (isLetter(c)) {
            name();
        } else {
            fail(at, c == ')' || c == ']' ? "something is missing before this " + c : "a number, a name or ( belongs here, not " + c);
        }
    }

    private void afterOperand(char c) {
        int superscript = SUPERSCRIPTS.indexOf(c);
        if (c == '+') {
            binary(Operation.ADD, SUM);
        } else if (isMinus(c)) {
            binary(Operation.SUBTRACT, SUM);
        } else if (c == '*' && at + 1 < text.length() && text.charAt(at + 1) == '*') {
            at++;
            binary(Operation.POWER, POWER);
        } else if ("*·×⋅∗".indexOf(c) >= 0) {
            binary(Operation.MULTIPLY, PRODUCT);
        } else if (c == '/' || c == '÷' || c == '∕') {
            binary(Operation.DIVIDE, PRODUCT);
        } else if (c == '^') {
            binary(Operation.POWER, POWER);
        } else if (superscript >= 0 || c == '⁻') {
            double exponent = superscript();
            if (exponent == exponent) power(exponent);
        } else if (c == ')' || c == ']' || c == '|' && barIsOpen()) {
            close(c);
        } else if (c == '(' || c == '[' || c == '|' || c == '.' || c == '√' || isDigit(c) || isLetter(c)) {
            boolean tight = afterNumber && waitingCount > 0 && strength[waitingCount - 1] == FUNCTION && !namesFunction() && !isRoot();
            reduce(tight ? TIGHT_PRODUCT : PRODUCT);
            wait(Operation.MULTIPLY, tight ? TIGHT_PRODUCT : PRODUCT);
            operandNext = true;
        } else if (c == ',') {
            fail(at, "write decimals with a point, and one formula at a time");
        } else if (c == '=') {
            fail(at, "type only what stands right of the equals sign");
        } else {
            fail(at, "an operator belongs here, not " + c);
        }
    }

    private void number() {
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) at++;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int digits = at + 1;
            if (digits < text.length() && (isMinus(text.charAt(digits)) || text.charAt(digits) == '+')) digits++;
            if (digits < text.length() && isDigit(text.charAt(digits))) {
                at = digits;
                while (at < text.length() && isDigit(text.charAt(at))) at++;
            }
        }
        double value = Digits.parse(text.substring(start, at));
        if (value != value) fail(start, "this is not a number");
        push(Operation.NUMBER, 0, 0, value);
        afterNumber = true;
    }

    private void name() {
        int start = at;
        // the longest known name that the text goes on with, so that q1q2 and l1cos(q1) read as products
        int end = start;
        int variable = -1;
        for (int v = 0; v < variables.size(); v++) {
            int matched = match(variables.get(v), start);
            if (matched > end) {
                end = matched;
                variable = v;
            }
        }
        int pi = Math.max(match("pi", start), match("π", start));
        Operation function = Operation.ADD;
        int functionEnd = match("ln", start);
        if (functionEnd > start) function = Operation.LOG;
        for (Operation each : FUNCTIONS) {
            int matched = match(each.sign(), start);
            if (matched > functionEnd) {
                functionEnd = matched;
                function = each;
            }
        }
        if (variable >= 0 && end >= pi && end >= functionEnd) {
            at = end;
            push(Operation.VARIABLE, variable, 0, 0);
        } else if (pi > functionEnd) {
            at = pi;
            push(Operation.NUMBER, 0, 0, Math.PI);
        } else if (function != Operation.ADD) {
            at = functionEnd;
            function(function);
        } else {
            while (end < text.length() && end < start + LONGEST_SHOWN && isNamePart(text.charAt(end))) end++;
            StringBuilder known = new StringBuilder();
            for (int v = 0; v < variables.size(); v++) known.append(v == 0 ? "; use " : ", ").append(variables.get(v));
            fail(start, "the name " + text.substring(start, end) + " is not known here" + known);
        }
    }

    /** Where a name ends that stands at this place, subscripts read as digits and underscores skipped; −1 when another text stands there. */
    private int match(String name, int start) {
        int i = start;
        for (int k = 0; k < name.length(); k++) {
            char wanted = name.charAt(k);
            if (wanted == '_') continue;
            while (i < text.length() && i > start && text.charAt(i) == '_') i++;
            if (i == text.length()) return -1;
            int digit = SUBSCRIPTS.indexOf(text.charAt(i));
            if ((digit >= 0 ? '0' + digit : text.charAt(i)) != wanted) return -1;
            i++;
        }
        return i;
    }

    /** Whether a function's name begins at this place, as in {@code 2 sin x}. */
    private boolean namesFunction() {
        if (text.charAt(at) == '√') return true;
        for (Operation function : FUNCTIONS) if (text.startsWith(function.sign(), at)) return true;
        return text.startsWith("ln", at);
    }

    /** Whether the waiting function is a root sign, which covers one factor only. */
    private boolean isRoot() {
        return text.charAt(place[waitingCount - 1] - 1) == '√';
    }

    /** A function's name was read: its argument stands in parentheses, or is the next factor. */
    private void function(Operation function) {
        double exponent = 1;
        if (at < text.length() && (text.charAt(at) == '^' || SUPERSCRIPTS.indexOf(text.charAt(at)) >= 0)) {
            int start = at;
            if (text.charAt(at) == '^') {
                int end = at + 1;
                while (end < text.length() && isDigit(text.charAt(end))) end++;
                exponent = Digits.parse(text.substring(at + 1, end));
                at = end;
            } else {
                exponent = superscript();
            }
            if (exponent != exponent) fail(start, "put the power behind the parenthesis, as in " + function.sign() + "(x)^2");
        }
        int next = at;
        while (next < text.length() && text.charAt(next) <= ' ') next++;
        if (next < text.length() && (text.charAt(next) == '(' || text.charAt(next) == '[')) {
            at = next;
            open(function, exponent);
        } else {
            wait(function, FUNCTION);
            powerAfter[waitingCount - 1] = exponent;
        }
    }

    private void open(Operation function, double exponent) {
        wait(function, OPEN);
        powerAfter[waitingCount - 1] = exponent;
        at++;
    }

    private void close(char c) {
        reduce(SUM);
        if (waitingCount == 0) {
            fail(at, "nothing was opened for this " + c);
            return;
        }
        char opened = text.charAt(place[waitingCount - 1]);
        char fits = opened == '(' ? ')' : opened == '[' ? ']' : '|';
        if (fits != c) {
            fail(at, "a " + fits + " belongs here");
            return;
        }
        waitingCount--;
        Operation function = waiting[waitingCount];
        if (function != Operation.ADD) apply(function, powerAfter[waitingCount]);
        at++;
        afterNumber = false;
    }

    private boolean barIsOpen() {
        for (int i = waitingCount - 1; i >= 0; i--) if (strength[i] == OPEN) return text.charAt(place[i]) == '|';
        return false;
    }

    private void binary(Operation operation, int strong) {
        reduce(strong == POWER ? POWER + 1 : strong);
        wait(operation, strong);
        at++;
        operandNext = true;
    }

    /** The integer written in superscripts here. */
    private double superscript() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        if (text.charAt(at) == '⁻') {
            digits.append('-');
            at++;
        }
        while (at < text.length() && SUPERSCRIPTS.indexOf(text.charAt(at)) >= 0) digits.append(SUPERSCRIPTS.indexOf(text.charAt(at++)));
        double value = Digits.parse(digits.toString());
        if (value != value) fail(start, "a power needs a number");
        return value;
    }

    private void power(double exponent) {
        reduce(POWER + 1);
        step(Operation.NUMBER, 0, 0, exponent);
        int base = operands[operandCount - 1];
        step(Operation.POWER, base, size - 1, 0);
        operands[operandCount - 1] = size - 1;
        afterNumber = false;
    }

    private void wait(Operation operation, int strong) {
        if (waitingCount == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * waitingCount);
            strength = Arrays.copyOf(strength, 2 * waitingCount);
            place = Arrays.copyOf(place, 2 * waitingCount);
            powerAfter = Arrays.copyOf(powerAfter, 2 * waitingCount);
        }
        waiting[waitingCount] = operation;
        strength[waitingCount] = strong;
        place[waitingCount] = at;
        powerAfter[waitingCount++] = 1;
    }

    /** Applies the waiting operators that bind at least this strongly, back to the last opening sign. */
    private void reduce(int strong) {
        while (waitingCount > 0 && strength[waitingCount - 1] >= strong && strength[waitingCount - 1] != OPEN) {
            waitingCount--;
            apply(waiting[waitingCount], powerAfter[waitingCount]);
        }
    }

    private void apply(Operation operation, double exponent) {
        if (operation.operands() == 2) {
            operandCount--;
            step(operation, operands[operandCount - 1], operands[operandCount], 0);
        } else {
            step(operation, operands[operandCount - 1], 0, 0);
        }
        operands[operandCount - 1] = size - 1;
        if (exponent != 1) power(exponent);
    }

    private void push(Operation operation, int leftStep, int rightStep, double number) {
        step(operation, leftStep, rightStep, number);
        if (operandCount == operands.length) operands = Arrays.copyOf(operands, 2 * operandCount);
        operands[operandCount++] = size - 1;
        operandNext = false;
        afterNumber = false;
    }

    private void step(Operation operation, int leftStep, int rightStep, double number) {
        if (size == operations.length) {
            operations = Arrays.copyOf(operations, 2 * size);
            left = Arrays.copyOf(left, 2 * size);
            right = Arrays.copyOf(right, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        operations[size] = operation;
        left[size] = leftStep;
        right[size] = rightStep;
        numbers[size++] = number;
    }

    private void fail(int position, String words) {
        if (mistake.position() < 0) mistake = new Parsed.Mistake(position, words);
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '−' || c == '–';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 'Α' && c <= 'ω';
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || isDigit(c) || c == '_' || SUBSCRIPTS.indexOf(c) >= 0;
    }
}
