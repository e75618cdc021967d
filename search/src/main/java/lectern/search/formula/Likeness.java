package lectern.search.formula;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well a formula answers a sought one: 1 the same; above 0.8 contains it; above 0.6 contains it with variables renamed; below, shares terms with it.
 *
 * @param from the first atom of the part that matches, and
 * @param to the one after its last; equal when no one part does
 */
public record Likeness(double score, int from, int to) {
    /** Compares. Cost: length of one times length of the other at worst, at most 600 atoms each. */
    public static Likeness of(Sought sought, Line formula) {
        List<Atom> part = sought.atoms();
        List<Atom> whole = formula.atoms();
        double covers = (double) part.size() / Math.max(1, whole.size());
        Likeness best = new Likeness(0, 0, 0);
        for (int i = 0; i + part.size() <= whole.size(); i++) {
            int same = renamed(part, whole, i);
            if (same < 0 || same < part.size() && !sought.telling()) continue;
            double edges = (i == 0 || isEdge(whole.get(i - 1)) ? 0.5 : 0) + (i + part.size() == whole.size() || isEdge(whole.get(i + part.size())) ? 0.5 : 0);
            double score = same == part.size() ? 0.82 + 0.1 * covers + 0.08 * edges : 0.62 + 0.07 * covers + 0.06 * edges + 0.05 * same / part.size();
            if (score > best.score) best = new Likeness(score, i, i + part.size());
        }
        if (best.score > 0.8) return best;
        double looser = loose(sought.loose(), formula.loose().atoms());
        if (looser > best.score) return new Likeness(looser, 0, whole.size());
        return best.score > 0 ? best : new Likeness(shared(sought.terms(), formula.terms()), 0, 0);
    }

    private static boolean isEdge(Atom atom) {
        return atom.isSign() && Signs.RELATIONS.contains(atom.label());
    }

    /** How many atoms are the very same when the part stands at this place up to a renaming of variables; -1 when it does not. */
    private static int renamed(List<Atom> part, List<Atom> whole, int at) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> back = new HashMap<>();
        int same = 0;
        for (int i = 0; i < part.size(); i++) {
            Atom a = part.get(i);
            Atom b = whole.get(at + i);
            if (a.kind() != b.kind()) return -1;
            if (a.kind() == Atom.Kind.VARIABLE) {
                String name = names.putIfAbsent(a.label(), b.label());
                String other = back.putIfAbsent(b.label(), a.label());
                if (name != null && !name.equals(b.label()) || other != null && !other.equals(a.label())) return -1;
            } else if (a.kind() != Atom.Kind.CLOSE && !a.label().equals(b.label())) return -1;
            if (a.same(b)) same++;
        }
        return same;
    }

    private static double loose(List<Atom> part, List<Atom> whole) {
        for (int i = 0; !part.isEmpty() && i + part.size() <= whole.size(); i++) {
            int k = 0;
            while (k < part.size() && part.get(k).same(whole.get(i + k))) k++;
            if (k == part.size()) return 0.7 + 0.1 * part.size() / whole.size();
        }
        return 0;
    }

    private static double shared(Set<String> sought, Set<String> terms) {
        if (sought.isEmpty()) return 0;
        Set<String> both = new HashSet<>(sought);
        both.retainAll(terms);
        return 0.6 * (0.8 * both.size() / sought.size() + 0.2 * both.size() / terms.size());
    }
}
