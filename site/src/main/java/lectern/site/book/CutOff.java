package lectern.site.book;

/** Tells a file of which only the beginning was written, by a save that is under way or was killed, from one that its author made shorter. */
final class CutOff {
    private CutOff() {}

    /** Whether {@code now} looks like the beginning of some edit of {@code before}: nothing at all, or much the same up to an end in the middle of a line. */
    static boolean is(String before, String now) {
        if (now.isBlank()) {
            return !before.isBlank();
        }
        if (!before.endsWith("\n") || now.endsWith("\n") || now.startsWith(before.stripTrailing())) {
            return false;
        }
        return !lastLine(before).equals(lastLine(now)) && 2 * sameBeginning(before, now) >= now.length();
    }

    private static String lastLine(String text) {
        var end = text.stripTrailing();
        return end.substring(end.lastIndexOf('\n') + 1);
    }

    private static int sameBeginning(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }
}
