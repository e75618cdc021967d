package lectern.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas are found among 264 others, whose MathML KaTeX wrote, however they are written. */
class FormulaSearchTest {
    private static final long SEED = Long.getLong("seed", 7);
    private static final List<Formula> FORMULAS = new ArrayList<>();
    private static SearchIndex index = SearchIndex.of(List.of());

    @BeforeAll
    static void build() throws IOException {
        try (var file = FormulaSearchTest.class.getResourceAsStream("formulas.tsv")) {
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"))
                .forEach(line -> FORMULAS.add(new Formula(line[0], line[1])));
        }
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < FORMULAS.size(); i++) {
            passages.add(new Passage("eq-" + i, "/eq/" + i, "Equation " + i, "Formulas", "Where it stands.", "", Passage.Kind.EQUATION, "page").withFormulas(List.of(FORMULAS.get(i))));
        }
        for (int i = 0; i + 20 <= FORMULAS.size(); i += 20) {
            passages.add(new Passage("sec-" + i, "/sec/" + i, "Section " + i, "Formulas", "Many formulas.", "", Passage.Kind.SECTION, "page").withFormulas(FORMULAS.subList(i, i + 20)));
        }
        index = SearchIndex.of(passages);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static double foundFirst(String name, BiFunction<String, Random, String> variant) {
        Random random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < FORMULAS.size(); i++) {
            String query = "$" + variant.apply(FORMULAS.get(i).tex(), random) + "$";
            List<Hit> hits = index.search(query, 5);
            if (hits.isEmpty() || !hits.getFirst().url().equals("/eq/" + i)) {
                missed.add(FORMULAS.get(i).tex() + "   asked   " + query + "   got   " + hits.stream().findFirst().flatMap(Hit::formula).map(Formula::tex).orElse("nothing"));
            }
        }
        double share = 1 - (double) missed.size() / FORMULAS.size();
        System.out.printf("formulas, %s: %.3f of %d found first (seed %d)%n", name, share, FORMULAS.size(), SEED);
        missed.stream().limit(Integer.getInteger("missed", 0)).forEach(System.out::println);
        return share;
    }

    @Test
    void aFormulaIsFoundAsItIsWritten() {
        assertEquals(1, foundFirst("as written", (tex, random) -> tex));
    }

    @Test
    void aFormulaIsFoundWhenLaidOutDifferently() {
        assertEquals(1, foundFirst("laid out differently", Variants::laidOut));
    }

    @Test
    void aFormulaIsFoundWithItsVariablesRenamed() {
        assertTrue(foundFirst("variables renamed", Variants::renamed) >= 0.97);
    }

    @Test
    void aFormulaIsFoundByOneSide() {
        assertTrue(foundFirst("one side", (tex, random) -> Variants.side(tex)) >= 0.98);
    }

    @Test
    void aFormulaIsFoundByOneSideRenamed() {
        assertTrue(foundFirst("one side renamed", (tex, random) -> Variants.renamed(Variants.side(tex), random)) >= 0.90);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "J(q)\\dot q; \\dot x = J(q)\\,\\dot q", "J(q) qdot; \\dot x = J(q)\\,\\dot q", "W x - a; e = W x - a^{\\star}", "J(q)^T F; \\tau = J(q)^\\top F",
        "e^(i theta); e^{i\\theta} = \\cos\\theta + i\\sin\\theta", "R^T R = I; R^\\top R = I", "singular A = U Σ V^T; A = U \\Sigma V^\\top",
        "velocity of the hand $J(q)\\dot q$; \\dot x = J(q)\\,\\dot q", "<math><mi>A</mi><mi>v</mi><mo>=</mo><mi>λ</mi><mi>v</mi></math>; A v = \\lambda v",
        "q̇ = J^T(; \\dot q = J^\\top (J J^\\top + \\lambda^2 I)^{-1} \\dot x", "F = m a; F = m a", "E=mc^2; E = m c^2"
    })
    void typedMathematicsFindsItsFormula(String typed, String tex) {
        assertEquals(tex, index.search(typed, 3).getFirst().formula().map(Formula::tex).orElse("nothing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"and/or", "a policy", "end-effector", "vision-language", "what is that", "C++", "I/O", "chapter 3", "e.g. this", "3.1", "top-k", "in the world (again)"})
    void wordsAreNotTakenForMathematics(String typed) {
        assertEquals("", index.find(new Question(typed, 3)).formula());
    }

    @Test
    void thePartThatMatchesIsMarked() {
        String mathMl = index.search("J(q)\\dot q", 1).getFirst().formula().orElseThrow().mathMl();
        assertTrue(mathMl.contains("<mo>=</mo><mi class=\"match\">J</mi>"), mathMl);
    }

    @Test
    void theReadingIsShownAsTex() {
        assertEquals("J ( q ) \\dot{q }", index.find(new Question("J(q) qdot", 3)).formula());
    }
}
