package lectern.search;

import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/** Signs that stand for words, so that π₀ is found by "pi0", q̇ by "qdot" and ∇ by "nabla". */
final class Signs {
    private static final String GREEK = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu "
        + "nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega";
    private static final Map<String, String> OTHERS = Map.ofEntries(
        Map.entry("∇", " nabla "), Map.entry("∂", " partial "), Map.entry("∑", " sum "), Map.entry("∏", " product "),
        Map.entry("∫", " integral "), Map.entry("√", " sqrt "), Map.entry("∞", " infinity "), Map.entry("ℓ", "ell"),
        Map.entry("ϕ", "phi"), Map.entry("ϵ", "epsilon"), Map.entry("ϑ", "theta"), Map.entry("ϱ", "rho"),
        Map.entry("\u0307", "dot"), Map.entry("\u0308", "ddot"), Map.entry("\u0302", "hat"), Map.entry("\u0303", "tilde"), Map.entry("\u0304", "bar"),
        Map.entry("\u20d7", "vec"), Map.entry("ẋ", "xdot"), Map.entry("ẏ", "ydot"), Map.entry("ṗ", "pdot"), Map.entry("ṙ", "rdot"),
        Map.entry("ṡ", "sdot"), Map.entry("ẍ", "xddot"), Map.entry("⁺", "plus"), Map.entry("†", " dagger "));

    /** What to read in place of each sign. */
    static final NormalizeCharMap SPELLED = spelled();

    private Signs() {}

    private static NormalizeCharMap spelled() {
        Map<String, String> all = new TreeMap<>(OTHERS);
        String[] names = GREEK.split(" ");
        for (int i = 0; i < names.length; i++) {
            all.put(String.valueOf((char) ('α' + i)), names[i]);
            if (i != 17) all.put(String.valueOf((char) ('Α' + i)), names[i]);
        }
        for (int i = 0; i < 10; i++) all.put(String.valueOf((char) ('₀' + i)), String.valueOf(i));
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        all.forEach(map::add);
        return map.build();
    }
}
