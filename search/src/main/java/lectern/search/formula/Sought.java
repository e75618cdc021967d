package lectern.search.formula;

import java.util.List;
import java.util.Set;

/**
 * A formula that is looked for, with what each comparison asks of it, found once.
 *
 * @param loose its atoms without what only lays out
 * @param terms those it would be indexed under
 * @param telling whether it says enough for another with other variables to be like it
 */
public record Sought(List<Atom> atoms, List<Atom> loose, Set<String> terms, boolean telling) {
    public static Sought of(Line line) {
        boolean telling = line.atoms().stream().filter(atom -> atom.kind() != Atom.Kind.VARIABLE).count() >= 2 || line.atoms().size() >= 5;
        return new Sought(line.atoms(), line.loose().atoms(), line.terms(), telling);
    }
}
