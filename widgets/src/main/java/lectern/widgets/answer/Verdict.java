package lectern.widgets.answer;

/**
 * What became of a typed answer.
 *
 * @param words one or two sentences for the reader
 * @param position where an unreadable text goes wrong, in characters; −1 otherwise
 */
public record Verdict(Mistake mistake, String words, int position) {
    static Verdict of(Mistake mistake) {
        return new Verdict(mistake, mistake.words(), -1);
    }

    static Verdict unreadable(int position, String words) {
        return new Verdict(Mistake.UNREADABLE, words, position);
    }

    public boolean correct() {
        return mistake == Mistake.NONE;
    }
}
