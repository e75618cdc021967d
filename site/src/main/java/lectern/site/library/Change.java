package lectern.site.library;

import java.util.List;
import java.util.Set;
import lectern.site.book.Problem;

/**
 * What a reading of the book changed.
 *
 * @param before what was served until then; the same as {@code after} when the folder could not be read as a book
 * @param pages paths that are new, gone or written anew
 * @param problems of the whole book now
 * @param took milliseconds from the start of the reading to the new snapshot
 */
public record Change(Snapshot before, Snapshot after, Set<String> pages, List<Problem> problems, long took) {
    public Change {
        pages = Set.copyOf(pages);
        problems = List.copyOf(problems);
    }

    public long version() {
        return after.version();
    }
}
