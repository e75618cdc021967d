package lectern.widgets.expression;

/** What one step of a formula does with the values of earlier steps. */
public enum Operation {
    NUMBER("", 0), VARIABLE("", 0),
    ADD("+", 2), SUBTRACT("-", 2), MULTIPLY("*", 2), DIVIDE("/", 2), POWER("^", 2),
    NEGATE("-", 1), SIN("sin", 1), COS("cos", 1), TAN("tan", 1), EXP("exp", 1), LOG("log", 1), SQRT("sqrt", 1),
    TANH("tanh", 1), RELU("relu", 1), ABS("abs", 1);

    private final String sign;
    private final int operands;

    Operation(String sign, int operands) {
        this.sign = sign;
        this.operands = operands;
    }

    /** The operator sign or function name; empty for numbers and variables. */
    public String sign() {
        return sign;
    }

    /** How many earlier values it takes: 0, 1 or 2. */
    public int operands() {
        return operands;
    }
}
