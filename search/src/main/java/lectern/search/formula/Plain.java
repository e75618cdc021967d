package lectern.search.formula;

import java.util.List;
import java.util.Set;

/** Names that readers type without TeX: {@code qdot}, {@code thetahat}. */
final class Plain {
    private static final List<String> ACCENTS = List.of("ddot", "dot", "hat", "tilde", "bar", "vec");
    private static final Set<String> ALPHABETS = Set.of("mathbf", "boldsymbol", "bm", "bold", "mathcal", "mathbb", "mathfrak", "mathit", "mathscr", "mathnormal", "pmb",
        "cal", "bf", "it", "mathop", "mathbin", "mathrel", "mathord", "mathopen", "mathclose", "ensuremath", "smash", "boxed", "substack");

    private Plain() {}

    static boolean accented(String run) {
        String base = base(run);
        return base.length() < run.length() && (base.length() == 1 || base.length() > 1 && Signs.isNamed(base));
    }

    static String base(String run) {
        String accent = accent(run);
        return run.substring(0, run.length() - accent.length());
    }

    static String accent(String run) {
        return ACCENTS.stream().filter(run::endsWith).findFirst().orElse("");
    }

    /** Whether a command only changes the look of what follows. */
    static boolean isAlphabet(String command) {
        return ALPHABETS.contains(command);
    }

    /** Whether a run of letters is more likely mathematics than a word of the language. */
    static boolean isName(String run) {
        return run.length() == 1 || Signs.isNamed(run) && !Set.of("in", "to", "top", "square", "triangle", "models", "star", "sum", "mid", "not", "dots", "bullet").contains(run)
            || Signs.FUNCTIONS.contains(run) && !Set.of("sign", "span", "rank", "trace", "max", "min", "arg", "inf").contains(run) || accented(run);
    }
}
