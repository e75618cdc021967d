package lectern.site.markup;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which labels are compared, and the anchors made of them. */
public final class Labels {
    private Labels() {}

    /** MyST's form of a label: lower case, runs of white space as one space. */
    public static String normal(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** The element id of a label. */
    public static String id(String label) {
        return normal(label).replaceAll("[^\\p{L}\\p{N}_.:-]+", "-");
    }

    /** The anchor of a heading by its text, as GitHub makes it. */
    public static String slug(String text) {
        var plain = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        var slug = plain.replaceAll("[^\\p{L}\\p{N}\\s_-]", "").replaceAll("\\s+", "-");
        return slug.isEmpty() ? "section" : slug;
    }
}
