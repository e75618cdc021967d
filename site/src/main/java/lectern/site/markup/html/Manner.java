package lectern.site.markup.html;

/**
 * How the tool that a book was written for reads it.
 *
 * @param sphinx whether that is Sphinx, as under a Jupyter Book: a name after an at sign is no citation there
 * @param quotes whether straight quotes become round ones
 * @param dashes whether {@code --} and {@code ...} become the signs they stand for
 */
public record Manner(boolean sphinx, boolean quotes, boolean dashes) {
    public static final Manner MYST = new Manner(false, false, false);
}
