package lectern.site.markup;

import java.util.Collection;
import java.util.Locale;

/** What is said to an author who mistyped a name. */
public final class Words {
    private Words() {}

    /** {@code Did you mean "x"?} for the nearest of the known names, or nothing when none is near. */
    public static String didYouMean(String typed, Collection<String> known) {
        String best = "";
        int least = Math.max(1, typed.length() / 3) + 1;
        for (var name : known) {
            if (Math.abs(name.length() - typed.length()) < least) {
                int distance = distance(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = name;
                }
            }
        }
        return best.isEmpty() ? "" : "Did you mean \"" + best + "\"?";
    }

    /** Edit distance with insertions, deletions, replacements and swaps of neighbours. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
