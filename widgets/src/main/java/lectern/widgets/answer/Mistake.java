package lectern.widgets.answer;

/** What went wrong in an answer, by the names that a hint's {@code :when:} uses. */
public enum Mistake {
    NONE("", "Right."),
    UNREADABLE("", "This cannot be read."),
    SHAPE("shape", "The shape is wrong."),
    SIGN("sign", "A sign is wrong."),
    TRANSPOSED("transposed", "Rows and columns are exchanged."),
    SWAPPED("swapped", "The right parts stand in the wrong places."),
    FACTOR_2("factor 2", "A factor of 2 is missing or too much."),
    DEGREES("degrees", "Degrees and radians are mixed up."),
    OTHER("", "Not right yet.");

    private final String label;
    private final String words;

    Mistake(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** The name in {@code :when:}; empty for what has none. */
    public String label() {
        return label;
    }

    /** One sentence for the reader. */
    public String words() {
        return words;
    }

    /** Whether a hint's {@code :when:} names a mistake rather than a wrong value. */
    public static boolean isNamed(String when) {
        for (Mistake each : values()) if (!each.label.isEmpty() && each.label.equals(when)) return true;
        return false;
    }
}
