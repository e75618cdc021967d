package lectern.site.book;

import java.util.List;

/**
 * A chapter of the contents.
 *
 * @param number {@code 3}, {@code A}, or empty
 * @param entries its sections in order, those of other editions as {@link Entry.Planned}
 */
public record Chapter(String number, String title, String description, List<Entry> entries) {
    public Chapter {
        entries = List.copyOf(entries);
    }

    /** A line of the contents. */
    public sealed interface Entry {
        /** A place outside the book. */
        record Link(String title, String url) implements Entry {}

        /** A section of this edition. */
        record Written(Section section) implements Entry {}

        /** A section or chapter that this edition does not contain. */
        record Planned(String number, String title) implements Entry {}
    }
}
