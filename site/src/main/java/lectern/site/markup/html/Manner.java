package lectern.site.markup.html;

import java.util.Locale;
import java.util.Map;
import lectern.site.markup.Kind;

/**
 * How the tool that a book was written for reads it.
 *
 * @param sphinx whether that is Sphinx, as under a Jupyter Book: a name after an at sign is no citation there
 * @param quotes whether straight quotes become round ones
 * @param dashes whether {@code --} and {@code ...} become the signs they stand for
 * @param forms how numbered things are named, {@code figure} to {@code Fig. %s}; those that are not among them by their kind's word
 */
public record Manner(boolean sphinx, boolean quotes, boolean dashes, Map<String, String> forms) {
    public static final Manner MYST = new Manner(false, false, false, Map.of());

    public Manner {
        forms = Map.copyOf(forms);
    }

    /** The same manner where the book has forms of its own. */
    public Manner with(Map<String, String> forms) {
        return new Manner(sphinx, quotes, dashes, forms);
    }

    /** "Figure 3.1", or as the book's own form for it says. */
    String name(Kind kind, String number) {
        return forms.getOrDefault(kind.name().toLowerCase(Locale.ROOT), kind.word() + " %s").replace("%s", number).strip();
    }
}
