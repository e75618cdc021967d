package lectern.site.markup.tex;

/** What became of a formula. */
public sealed interface Drawn {
    /** HTML with MathML inside. */
    record Good(String html) implements Drawn {}

    /** @param position 0-based index into the TeX; -1 when the engine cannot tell */
    record Bad(String message, int position) implements Drawn {}
}
