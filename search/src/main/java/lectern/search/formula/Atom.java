package lectern.search.formula;

/**
 * One sign of a formula's line, or the beginning or end of a structure around signs.
 *
 * @param label the sign, or the structure's name
 * @param at where its tag stands in the MathML it was read from, -1 when there is none
 */
public record Atom(Kind kind, String label, int at) {
    /** What an atom is. */
    public enum Kind { VARIABLE, CONSTANT, OPEN, CLOSE }

    static final Atom END = new Atom(Kind.CLOSE, "}", -1);

    static Atom open(String structure) {
        return new Atom(Kind.OPEN, structure, -1);
    }

    /** A sign in its one spelling; a single letter is a variable. */
    static Atom sign(String sign, int at) {
        String label = Signs.normal(sign);
        boolean letter = label.codePointCount(0, label.length()) == 1 && Character.isLetter(label.codePointAt(0));
        return new Atom(letter ? Kind.VARIABLE : Kind.CONSTANT, label, at);
    }

    boolean isSign() {
        return kind == Kind.VARIABLE || kind == Kind.CONSTANT;
    }

    boolean same(Atom other) {
        return kind == other.kind && label.equals(other.label);
    }
}
