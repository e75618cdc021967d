package lectern.site.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.site.book.Problem;
import lectern.site.library.Body;
import lectern.site.library.Change;
import lectern.site.library.Piece;
import lectern.site.library.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * One message to the tabs of a preview that show the same page.
 *
 * @param page what the page is made of now; null when it is as it was, or is known only whole
 * @param look whether the tab should ask for its page and see for itself
 * @param more whether the same change is told again when the other pages are written: the server does not answer by it yet
 * @param tookMs from the start of the reading to the new snapshot
 */
public record News(long version, @Nullable Sheet page, boolean look, boolean more, List<Line> problems, long tookMs) {
    /**
     * A page in pieces.
     *
     * @param pieces hash of each, in order; the first stands beside the text
     * @param fresh HTML by hash, of the pieces that the page did not have before
     */
    public record Sheet(String title, String crumbs, List<String> pieces, Map<String, String> fresh) {}

    /** A problem as the panel shows it. */
    public record Line(String file, int line, int column, boolean error, String rule, String message, String hint) {
        static Line of(Problem p) {
            return new Line(p.file(), p.line(), p.column(), p.isError(), p.rule(), p.message(), p.hint());
        }
    }

    /** The most problems that one message carries; the command line prints all. */
    private static final int MOST = 50;

    /** What the tabs at a path are told of a change. @param more as in the message */
    public static News of(Change change, String path, boolean more) {
        var now = change.after().pages().get(path);
        boolean inPieces = now != null && !now.draft().pieces().isEmpty();
        boolean changed = change.pages().contains(path);
        return new News(change.version(), inPieces && changed ? sheet(now, change.before().pages().get(path)) : null, !inPieces, more, lines(change.problems()), change.took());
    }

    /** What a tab is told when it connects: what its page is made of, so that it can tell what it missed, while it was away or the server. */
    public static News atConnection(Snapshot now, String path, List<Problem> problems) {
        var body = now.pages().get(path);
        boolean inPieces = body != null && !body.draft().pieces().isEmpty();
        return new News(now.version(), inPieces ? sheet(body, body) : null, false, false, lines(problems), 0);
    }

    private static Sheet sheet(Body now, @Nullable Body before) {
        var known = new ArrayList<String>(); // as often as it stands there: two equal paragraphs need two
        if (before != null) {
            before.draft().pieces().forEach(piece -> known.add(piece.hash()));
        }
        var fresh = new LinkedHashMap<String, String>();
        now.draft().pieces().stream().filter(piece -> !known.remove(piece.hash())).forEach(piece -> fresh.put(piece.hash(), piece.html().toString()));
        return new Sheet(now.draft().title(), now.draft().crumbs(), now.draft().pieces().stream().map(Piece::hash).toList(), fresh);
    }

    private static List<Line> lines(List<Problem> problems) {
        return problems.stream().limit(MOST).map(Line::of).toList();
    }
}
