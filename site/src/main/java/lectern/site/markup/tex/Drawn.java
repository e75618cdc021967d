package lectern.site.markup.tex;

import java.util.List;

/** What became of a formula. */
public sealed interface Drawn {
    /** HTML with MathML inside, without spare parts. @param unknown the letters that the table of symbols does not hold */
    record Good(String html, List<Letter> unknown) implements Drawn {
        public Good {
            unknown = List.copyOf(unknown);
        }
    }

    /** @param position 0-based index into the TeX; -1 when the engine cannot tell */
    record Bad(String message, int position) implements Drawn {}

    /** Whether this is said of a formula that may be drawn another time: the engine was at fault, or the machine, and not the formula. */
    static boolean isPassing(String message) {
        return message.contains(Tex.TOO_LONG) || message.contains(Tex.NO_ENGINE) || message.contains(Tex.LOST);
    }

    /** A symbol as it stands in the TeX. @param position 0-based; -1 when a macro brought it in */
    record Letter(String tex, int position) {}

    /** The engine's answer, which is also how a formula is kept on disk. */
    static Drawn read(String answer) {
        if (!answer.startsWith("<")) {
            int colon = answer.indexOf(':');
            return new Bad(answer.substring(colon + 1), Integer.parseInt(answer.substring(0, colon)));
        }
        int end = answer.indexOf('\u0001');
        if (end < 0) {
            return new Good(answer, List.of());
        }
        var letters = java.util.Arrays.stream(answer.substring(end + 1).split("\u0001")).map(l -> new Letter(l.substring(l.indexOf(':') + 1), Integer.parseInt(l.substring(0, l.indexOf(':'))))).toList();
        return new Good(answer.substring(0, end), letters);
    }
}
