package lectern.widgets.widget;

/**
 * What the reader chose about a panel, apart from the widget's own state.
 *
 * @param guess index of the guessed option, {@link #UNASKED} or {@link #SKIPPED}
 * @param degrees whether angles are shown in degrees
 * @param line a sentence under the panel: what could not be read, what was copied, what was checked
 */
public record Desk(int guess, boolean degrees, String line) {

    public static final int UNASKED = -1;
    public static final int SKIPPED = -2;

    /** The desk before the reader came. */
    public static final Desk FRESH = new Desk(UNASKED, false, "");

    /** With another guess. */
    public Desk guessing(int option) {
        return new Desk(option, degrees, line);
    }

    /** With angles in degrees, or in radians. */
    public Desk inDegrees(boolean chosen) {
        return new Desk(guess, chosen, line);
    }

    /** With another sentence. */
    public Desk saying(String sentence) {
        return new Desk(guess, degrees, sentence);
    }
}
