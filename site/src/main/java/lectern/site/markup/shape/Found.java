package lectern.site.markup.shape;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the shape of a part of a formula.
 *
 * @param shape nothing where it cannot be told
 */
record Found(@Nullable Shape shape, Kind kind) {
    /** A number that is written out may stand for a list of equal numbers, and a zero for anything of zeros; dots stand for more of the same. */
    enum Kind { PLAIN, LITERAL, ZERO, DOTS }

    static final Found UNKNOWN = new Found(null, Kind.PLAIN);
    static final Found NUMBER = of(Shape.NUMBER);
    static final Found LITERAL = new Found(Shape.NUMBER, Kind.LITERAL);
    static final Found ZERO = new Found(Shape.NUMBER, Kind.ZERO);
    static final Found DOTS = new Found(null, Kind.DOTS);

    static Found of(Shape shape) {
        return new Found(shape, Kind.PLAIN);
    }

    boolean isUnknown() {
        return shape == null && kind != Kind.DOTS;
    }

    boolean isNumber() {
        return shape != null && shape.isNumber();
    }

    boolean isWrittenOut() {
        return kind == Kind.LITERAL || kind == Kind.ZERO;
    }
}
