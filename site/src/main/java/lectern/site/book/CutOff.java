package lectern.site.book;

import java.util.HashSet;
import java.util.List;

/** Tells a file of which only the beginning was written, by a save that is under way or was killed, from one that its author made shorter. */
enum CutOff {
    /** A whole text. */
    NO,
    /** It is shorter, and its last line has lost its end; but little of it was there before, so it may be another text of another tool. */
    PERHAPS,
    /** Nothing at all; or mostly what was there before, up to an end in the middle of a line. */
    YES;

    static CutOff of(String before, String now) {
        if (now.isBlank()) {
            return before.isBlank() ? NO : YES;
        }
        if (!before.endsWith("\n") || now.endsWith("\n") || now.length() >= before.length() || now.startsWith(before.stripTrailing())) {
            return NO;
        }
        var lines = now.lines().filter(line -> !line.isBlank()).toList();
        var known = new HashSet<>(before.lines().toList());
        if (lines.getLast().equals(lastLine(before))) {
            return NO;
        }
        return 2 * known(lines, known) >= lines.size() - 1 ? YES : PERHAPS;
    }

    private static long known(List<String> lines, HashSet<String> known) {
        return lines.subList(0, lines.size() - 1).stream().filter(known::contains).count();
    }

    private static String lastLine(String text) {
        var end = text.stripTrailing();
        return end.substring(end.lastIndexOf('\n') + 1);
    }
}
