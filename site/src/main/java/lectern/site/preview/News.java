package lectern.site.preview;

import java.util.List;
import java.util.Set;
import lectern.site.book.Problem;
import lectern.site.library.Change;

/**
 * One message to the open pages of a preview.
 *
 * @param pages paths that changed; every page, where the list is empty and the version is new to the tab
 * @param tookMs from the start of the reading to the new snapshot
 */
public record News(long version, Set<String> pages, List<Line> problems, long tookMs) {
    /** A problem as the panel shows it. */
    public record Line(String file, int line, int column, boolean error, String rule, String message, String hint) {
        static Line of(Problem p) {
            return new Line(p.file(), p.line(), p.column(), p.isError(), p.rule(), p.message(), p.hint());
        }
    }

    /** The most problems that one message carries; the command line prints all. */
    private static final int MOST = 50;

    public static News of(Change change) {
        return new News(change.version(), change.pages(), lines(change.problems()), change.took());
    }

    /** What a tab is told when it connects: no page by name, so that it looks at its own. */
    public static News atConnection(long version, List<Problem> problems) {
        return new News(version, Set.of(), lines(problems), 0);
    }

    private static List<Line> lines(List<Problem> problems) {
        return problems.stream().limit(MOST).map(Line::of).toList();
    }
}
