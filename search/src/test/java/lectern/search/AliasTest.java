package lectern.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each name of a thing finds it, whichever of them the book uses. */
class AliasTest {
    private static final Lexicon LEXICON = Lexicon.of(List.of(Set.of("DLS", "damped least squares"), Set.of("π0", "pi0", "pi-zero", "\\pi_0"), Set.of("∇", "gradient", "nabla"),
        Set.of("q̇", "qdot", "joint velocity", "\\dot q"), Set.of("DOF", "degrees of freedom"), Set.of("VLA", "vision-language-action"), Set.of("IK", "inverse kinematics"),
        Set.of("J", "Jacobian"), Set.of("\\sigma_{\\min}", "smallest singular value"), Set.of("FK", "forward kinematics")));
    private static final List<Passage> BOOK = List.of(
        passage("dls", "The damped least squares solution stays small."), passage("dls2", "We call this solver DLS from here on."),
        passage("pi", "The policy π₀ was trained on many robots."), passage("nabla", "The operator ∇ collects slopes."), passage("grad", "A gradient points uphill."),
        passage("speed", "The joint velocity of the elbow."), formula("qdot", "\\dot x = J(q) \\dot q"), passage("dof", "An arm with seven degrees of freedom."),
        passage("vla", "A vision-language-action model."), passage("ik", "Numerical IK converges."), passage("jac", "Its Jacobian loses rank."), formula("sigma", "\\sigma_{\\min} > 0"),
        passage("other", "Squares of the least interest; freedom of choice; language and action."));

    private static Passage passage(String id, String text) {
        return new Passage(id, id, "Passage " + id, "", text, "", Passage.Kind.SECTION, id);
    }

    private static Passage formula(String id, String tex) {
        return new Passage(id, id, "Equation", "", "", tex, Passage.Kind.EQUATION, id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "DLS; dls, dls2", "dls; dls, dls2", "damped least squares; dls, dls2", "π0; pi", "pi0; pi", "pi-zero; pi", "π₀; pi", "∇; nabla, grad", "nabla; nabla, grad", "gradient; nabla, grad",
        "q̇; speed, qdot", "qdot; speed, qdot", "joint velocity; speed, qdot", "\\dot q; qdot", "DOF; dof", "degrees of freedom; dof", "VLA; vla", "vla model; vla", "vision-language-action; vla",
        "inverse kinematics; ik", "J; jac, qdot", "smallest singular value; sigma", "\\sigma_{\\min}; sigma"
    })
    void everyNameFindsIt(String query, String wanted) {
        try (SearchIndex index = SearchIndex.of(BOOK, LEXICON)) {
            Set<String> urls = Set.of(wanted.split(", "));
            assertEquals(urls, Set.copyOf(index.search(query, urls.size()).stream().map(Hit::url).toList()));
        }
    }
}
