package lectern.site.library;

import java.util.List;
import java.util.Set;
import lectern.site.book.Problem;

/**
 * What a reading of the book changed.
 *
 * @param pages paths whose bytes are new or gone
 * @param problems of the whole book now
 * @param took milliseconds from the start of the reading to the new snapshot
 */
public record Change(long version, Set<String> pages, List<Problem> problems, long took) {
    public Change {
        pages = Set.copyOf(pages);
        problems = List.copyOf(problems);
    }
}
