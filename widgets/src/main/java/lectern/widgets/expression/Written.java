package lectern.widgets.expression;

import java.util.List;
import lectern.widgets.math.Digits;

/** A formula set as MathML, the way it was read: fractions, powers and roots, with parentheses only where the meaning needs them. */
public final class Written {
    /** Longer formulas are not set: no reader types one, and each step copies the text of its parts. */
    private static final int LONGEST = 160;

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int CALL = 3;
    private static final int ATOM = 4;

    private Written() {}

    /** The elements that stand inside {@code <math>}; empty for a formula too long to set. */
    public static String of(Formula formula) {
        int size = formula.size();
        if (size > LONGEST) return "";
        String[] texts = new String[size];
        int[] strengths = new int[size];
        for (int i = 0; i < size; i++) {
            int left = formula.left(i);
            int right = formula.right(i);
            Operation operation = formula.operation(i);
            strengths[i] = switch (operation) {
                case ADD, SUBTRACT, NEGATE -> SUM;
                case MULTIPLY, DIVIDE -> PRODUCT;
                case SIN, COS, TAN, EXP, LOG, TANH, RELU, SQRT -> CALL;
                case POWER -> PRODUCT;
                case NUMBER, VARIABLE, ABS -> ATOM;
            };
            texts[i] = switch (operation) {
                case NUMBER -> number(formula.number(i));
                case VARIABLE -> name(formula.variables(), left);
                case ADD -> texts[left] + "<mo>+</mo>" + within(texts[right], strengths[right], PRODUCT);
                case SUBTRACT -> texts[left] + "<mo>−</mo>" + within(texts[right], strengths[right], PRODUCT);
                case NEGATE -> "<mo>−</mo>" + within(texts[left], strengths[left], PRODUCT);
                case MULTIPLY -> product(within(texts[left], strengths[left], PRODUCT), within(texts[right], strengths[right], PRODUCT));
                case DIVIDE -> "<mfrac><mrow>" + texts[left] + "</mrow><mrow>" + texts[right] + "</mrow></mfrac>";
                case POWER -> "<msup><mrow>" + within(texts[left], strengths[left], ATOM) + "</mrow><mrow>"
                        + texts[right] + "</mrow></msup>";
                case SQRT -> "<mo>√</mo>" + within(texts[left], strengths[left], ATOM); // a stretched root needs a mathematical font
                case ABS -> "<mrow><mo>|</mo>" + texts[left] + "<mo>|</mo></mrow>";
                case SIN, COS, TAN, EXP, LOG, TANH, RELU -> "<mtext>" + operation.sign() + "</mtext>" + bracketed(texts[left]);
            };
        }
        return texts[size - 1];
    }

    private static String within(String text, int strength, int wanted) {
        return strength < wanted ? bracketed(text) : text;
    }

    private static String bracketed(String text) {
        return "<mrow><mo>(</mo>" + text + "<mo>)</mo></mrow>";
    }

    /** Two factors side by side, with a dot where a digit or a fraction would run into what stands before it. */
    private static String product(String left, String right) {
        boolean apart = right.startsWith("<mn>") || right.startsWith("<mfrac>") || right.startsWith("<msup><mrow><mn>");
        return left + (apart ? "<mo>·</mo>" : "<mo>\u2062</mo>") + right;
    }

    private static String number(double value) {
        return value == Math.PI ? "<mi>π</mi>" : "<mn>" + Digits.text(value, 6) + "</mn>";
    }

    /** A name, its digits as a subscript. */
    private static String name(List<String> variables, int index) {
        String name = variables.get(index);
        int letters = 0;
        while (letters < name.length() && (name.charAt(letters) < '0' || name.charAt(letters) > '9') && name.charAt(letters) != '_') letters++;
        int digits = letters < name.length() && name.charAt(letters) == '_' ? letters + 1 : letters;
        if (letters == 0 || digits >= name.length()) return "<mi>" + name + "</mi>";
        return "<msub><mi>" + name.substring(0, letters) + "</mi><mn>" + name.substring(digits) + "</mn></msub>";
    }
}
