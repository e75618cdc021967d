package lectern.widgets.skiptest;

import java.util.Arrays;
import java.util.List;
import lectern.widgets.draw.Shown;
import lectern.widgets.expression.Formula;
import lectern.widgets.expression.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * The judgement on one typed entry, by its values at random poses; a wrong one is compared with the usual mistakes.
 *
 * @param verdict {@code right}, {@code wrong} or empty while nothing is typed
 * @param remark the mistake in words
 * @param formula what was read; null when nothing could be
 */
record Judge(String verdict, String remark, @Nullable Formula formula) {
    static final List<String> VARIABLES = Arrays.asList("q1", "q2", "l1", "l2");

    private static final int POSES = 8;
    private static final double TOLERANCE = 1e-9;

    /** What each entry is made of, as coefficients of {@link Pose#parts}. */
    private static final double[][] TRUE = {{-1, -1}, {0, -1}, {0, 0, 1, 1}, {0, 0, 0, 1}};

    private static final String[] MEANING = {
        "It is ∂x₁/∂q₁: joint 1 turns both links.", "It is ∂x₁/∂q₂: joint 2 turns link 2 alone.",
        "It is ∂x₂/∂q₁: joint 1 turns both links.", "It is ∂x₂/∂q₂: joint 2 turns link 2 alone."};

    static Judge of(String typed, int entry, int seed) {
        if (typed.trim().isEmpty()) {
            return new Judge("", "", null);
        }
        Parsed parsed = Formula.parse(typed, VARIABLES);
        if (parsed instanceof Parsed.Mistake mistake) {
            return new Judge("wrong", mistake.words(), null);
        }
        Formula formula = ((Parsed.Read) parsed).formula();
        double[] got = new double[POSES];
        double[][] parts = new double[POSES][];
        for (int i = 0; i < POSES; i++) {
            Pose pose = Pose.of(seed, i);
            got[i] = formula.value(pose.q1(), pose.q2(), pose.l1(), pose.l2());
            parts[i] = pose.parts();
            if (got[i] - got[i] != 0) {
                return new Judge("wrong", "This has no value at q = (" + Shown.fixed(pose.q1(), 2) + ", " + Shown.fixed(pose.q2(), 2) + ").", formula);
            }
        }
        if (same(got, parts, TRUE[entry], 1)) {
            return new Judge("right", "", formula);
        }
        return new Judge("wrong", mistake(got, parts, entry), formula);
    }

    private static String mistake(double[] got, double[][] parts, int entry) {
        double[] truth = TRUE[entry];
        boolean sine = entry < 2;
        int first = sine ? 0 : 2;
        int second = first + 1;
        boolean both = entry % 2 == 0;
        double sign = sine ? -1 : 1;
        if (same(got, parts, truth, -1)) {
            return "The sign is wrong. " + (sine ? "The derivative of cos is −sin." : "The derivative of sin is cos.");
        }
        if (both && same(got, parts, term(first, sign), 1)) {
            return "A term is missing: link 2 turns with joint 1 too.";
        }
        if (both && same(got, parts, term(second, sign), 1)) {
            return "A term is missing: link 1 turns with joint 1 too.";
        }
        for (int other = 0; other < TRUE.length; other++) {
            if (same(got, parts, TRUE[other], 1)) {
                return "Swapped: this is the entry in row " + (other / 2 + 1) + ", column " + (other % 2 + 1) + ". " + MEANING[entry];
            }
        }
        if (both && (same(got, parts, sum(first, sign, second, -sign), 1) || same(got, parts, sum(first, -sign, second, sign), 1))) {
            return "One of the two signs is wrong; both terms come from the same derivative.";
        }
        int alone = sine ? 4 : 5;
        if (same(got, parts, both ? sum(first, sign, alone, sign) : term(alone, sign), 1)) {
            return "Link 2 points along q₁ + q₂, not along q₂ alone.";
        }
        int partner = sine ? 2 : 0;
        double[] swapped = both ? sum(partner, 1, partner + 1, 1) : term(partner + 1, 1);
        if (same(got, parts, swapped, 1) || same(got, parts, swapped, -1)) {
            return "Sine and cosine are swapped: differentiate, do not copy.";
        }
        int bare = sine ? 6 : 8;
        if (same(got, parts, both ? sum(bare, sign, bare + 1, sign) : term(bare + 1, sign), 1)) {
            return "The link lengths are missing.";
        }
        double needed = 0;
        for (int i = 0; i < truth.length; i++) {
            needed += truth[i] * parts[0][i];
        }
        return "In the pose drawn this gives " + Shown.fixed(got[0], 3) + "; the entry is " + Shown.fixed(needed, 3) + ". " + MEANING[entry];
    }

    private static double[] term(int part, double factor) {
        return sum(part, factor, part, 0);
    }

    private static double[] sum(int one, double factor, int two, double other) {
        double[] all = new double[10];
        all[one] += factor;
        all[two] += other;
        return all;
    }

    /** Whether the values agree with a combination of parts at every pose. */
    private static boolean same(double[] got, double[][] parts, double[] coefficients, double factor) {
        for (int i = 0; i < got.length; i++) {
            double value = 0;
            for (int j = 0; j < coefficients.length; j++) {
                value += coefficients[j] * parts[i][j];
            }
            if (Math.abs(got[i] - factor * value) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
