package lectern.widgets.expression;

/** What became of a typed text: a formula, or the first mistake in it. */
public sealed interface Parsed {
    /** A text that is no formula: where (characters from its start) and, in words, what to change. */
    record Mistake(int position, String words) implements Parsed {}

    /** A formula that was read. */
    record Read(Formula formula) implements Parsed {}
}
