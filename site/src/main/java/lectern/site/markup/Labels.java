package lectern.site.markup;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one form in which labels are compared, and the anchors made of them. */
public final class Labels {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NO_ID = Pattern.compile("[^\\p{L}\\p{N}_.:-]+");
    private static final Pattern NO_SLUG = Pattern.compile("[^\\p{L}\\p{N}\\s_-]");

    private Labels() {}

    /** MyST's form of a label: lower case, runs of white space as one space. */
    public static String normal(String label) {
        return SPACE.matcher(label.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** The name by which an equation is found though something else has its label. */
    public static String equation(String label) {
        return "\u0001" + label;
    }

    /** Whether a label is such a name. */
    public static boolean isOfEquation(String label) {
        return label.startsWith("\u0001");
    }

    /** The element id of a label. */
    public static String id(String label) {
        return NO_ID.matcher(normal(label)).replaceAll("-");
    }

    /** The anchor of a heading by its text, as GitHub makes it. */
    public static String slug(String text) {
        var plain = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        var slug = SPACE.matcher(NO_SLUG.matcher(plain).replaceAll("")).replaceAll("-");
        return slug.isEmpty() ? "section" : slug;
    }
}
