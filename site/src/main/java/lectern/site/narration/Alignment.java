package lectern.site.narration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds our words in the pieces that an engine cut its sentence into, by their letters: engines part "it's" and join what we part. */
final class Alignment {
    private final StringBuilder letters = new StringBuilder();
    private final List<int[]> pieces = new ArrayList<>();

    /** The next piece of the engine's. @param from its first sample @param to one after its last */
    void piece(String text, int from, int to) {
        int begin = letters.length();
        letters.append(bare(text));
        if (letters.length() > begin) {
            pieces.add(new int[] {begin, letters.length(), from, to});
        }
    }

    /** First sample of each word. */
    int[] starts(List<String> words) {
        int total = Math.max(1, words.stream().mapToInt(word -> bare(word).length()).sum());
        var starts = new int[words.size()];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            // where an engine's letters differ from ours in number, their place is taken in proportion
            starts[i] = sample((double) at * letters.length() / total);
            at += bare(words.get(i)).length();
        }
        return starts;
    }

    private int sample(double letter) {
        for (var piece : pieces) {
            if (letter < piece[1]) {
                return (int) Math.round(piece[2] + Math.max(0, letter - piece[0]) / (piece[1] - piece[0]) * (piece[3] - piece[2]));
            }
        }
        return pieces.isEmpty() ? 0 : pieces.getLast()[3];
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
    }
}
