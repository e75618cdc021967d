package lectern.search;

import java.time.Duration;

/** How much of a query is read, so many characters, so many different words, and how long its answer may take. */
record Limits(int characters, int clauses, Duration time) {
    /** For what a reader types. */
    static final Limits TYPED = new Limits(256, 16, Duration.ofMillis(200));
    /** For pasted MathML, which needs room. */
    static final Limits PASTED = new Limits(8_000, 16, Duration.ofMillis(200));
    /** For the long questions of test collections. */
    static final Limits LONG = new Limits(10_000, 200, Duration.ofMinutes(1));

    static Limits of(String text) {
        return text.contains("<math") ? PASTED : TYPED;
    }
}
