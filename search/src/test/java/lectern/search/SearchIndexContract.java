package lectern.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every index does, whatever is under it: extend, and say how one is built. */
abstract class SearchIndexContract {
    private static final List<Passage> BOOK = List.of(
        section("ch01/intro", "Introduction", "Robots act in the world. A policy maps an observation to an action."),
        section("ch03/vectors", "Vectors and the chain rule", "The Jacobian maps a joint velocity to the velocity of the hand. Differentiate each output by each input."),
        section("ch03/matrices", "Matrices and singular values", "A singular value tells how much a matrix stretches. Damped least squares stays calm near a singularity."),
        section("ch04/diffusion", "Diffusion policies", "A denoising network predicts the noise of an action chunk, and the gradient ∇ of the log density."),
        section("ch05/flow", "Flow matching", "The field π₀ learns carries noise to actions in a straight line."),
        new Passage("def-jacobian", "/ch03/vectors#jacobian", "Jacobian", "3.1 Vectors", "The matrix of partial derivatives of a vector by a vector.", "",
            Passage.Kind.DEFINITION, "ch03/vectors"));

    abstract SearchIndex index(Collection<Passage> passages);

    static Passage section(String page, String title, String text) {
        return new Passage(page, "/" + page, title, "Book", text, "", Passage.Kind.SECTION, page);
    }

    private String first(String query) {
        try (SearchIndex index = index(BOOK)) {
            List<Hit> hits = index.search(query, 10);
            return hits.isEmpty() ? "nothing" : hits.getFirst().url();
        }
    }

    @Test
    void everyExactTitleComesFirst() {
        for (Passage passage : BOOK) assertEquals(passage.url(), first(passage.title()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jacobain", "jacbian", "jacobiaan", "jakobian", "JACOBIAN", "jaco", "jacoib"})
    void theJacobianIsFoundHoweverItIsTyped(String typed) {
        assertEquals("/ch03/vectors#jacobian", first(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi0", "π0", "π₀", "field that pi0 learns"})
    void piZeroIsFoundHoweverItIsWritten(String typed) {
        assertEquals("/ch05/flow", first(typed));
    }

    @Test
    void otherFormsOfAWordMatch() {
        assertEquals("/ch03/vectors", first("differentiating outputs"));
    }

    @Test
    void aQuotedPhraseMustStandAsTyped() {
        assertEquals("/ch03/matrices", first("\"damped least squares\""));
        assertEquals("nothing", first("\"least damped squares\""));
    }

    @Test
    void aMatchedWordIsMarkedAndTheRestEscaped() {
        try (SearchIndex index = index(List.of(section("a", "A", "if a < b & <script> then the Jacobian's rank")))) {
            assertEquals("if a &lt; b &amp; &lt;script&gt; then the <mark>Jacobian&#39;s</mark> rank", index.search("jacobian", 1).getFirst().snippet());
        }
    }

    @Test
    void aSignThatStandsForAWordIsMarked() {
        try (SearchIndex index = index(List.of(section("a", "A", "so the slope ∇L points up, and ∇ L too")))) {
            assertEquals("so the slope <mark>∇</mark>L points up, and <mark>∇</mark> L too", index.search("nabla", 1).getFirst().snippet());
        }
    }

    @Test
    void aTitleThatHoldsTheWordsComesBeforeAShorterTextThatDoes() {
        try (SearchIndex index = index(List.of(section("a", "Recap", "The chain rule composes."), section("b", "The chain rule, backwards", "A long way. ".repeat(100))))) {
            assertEquals("/b", index.search("chain rule", 1).getFirst().url());
        }
    }

    @Test
    void aChangedPageIsFoundByItsNewWordsOnlyAndTheOldIndexStaysAsItIs() {
        try (SearchIndex before = index(BOOK);
             SearchIndex after = before.with(Set.of("ch05/flow"), List.of(section("ch05/flow", "Flow matching", "Now about rectified transport.")));
             SearchIndex branch = before.with(Set.of("ch01/intro"), List.of())) {
            assertEquals("/ch05/flow", after.search("rectified", 5).getFirst().url());
            assertTrue(after.search("carries noise to actions", 10).stream().noneMatch(hit -> hit.url().equals("/ch05/flow")));
            assertTrue(before.search("rectified", 5).isEmpty());
            assertFalse(before.search("straight line", 5).isEmpty());
            assertTrue(branch.search("introduction", 5).stream().noneMatch(hit -> hit.url().equals("/ch01/intro")));
            assertTrue(branch.search("rectified", 5).isEmpty());
        }
    }

    @Test
    void ofTwoChangesOfAPageTheSecondCounts() {
        try (SearchIndex index = index(BOOK)
            .with(Set.of("ch05/flow"), List.of(section("ch05/flow", "Flow", "first version")))
            .with(Set.of("ch01/intro"), List.of(section("ch01/intro", "Start", "other page")))
            .with(Set.of("ch05/flow"), List.of(section("ch05/flow", "Flow", "second version")))) {
            assertEquals(1, index.search("\"second version\"", 5).size());
            assertEquals(0, index.search("\"first version\"", 5).size());
            assertEquals(1, index.search("\"other page\"", 5).size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "\"\"", "*", "?", "title:*", "[a TO z]", "a~5 AND (", "/.*/", "\u0000\u0001", "+-!(){}^~:\\/|&", "\uD800", "the of and"})
    void nothingTypedIsAnError(String typed) {
        try (SearchIndex index = index(BOOK)) {
            index.search(typed, 10);
        }
    }

    @Test
    void anEndlessQueryIsAnsweredAtOnce() {
        try (SearchIndex index = index(BOOK)) {
            index.search("warm", 10);
            assertTimeout(Duration.ofMillis(500), () -> index.search("jacobain ".repeat(100_000), 10));
        }
    }

    @Test
    void anEmptyBookHoldsNothing() {
        try (SearchIndex index = index(List.of())) {
            assertTrue(index.search("anything", 10).isEmpty());
            assertEquals(1, index.with(Set.of(), BOOK).search("rectified \"straight line\"", 10).size());
        }
    }

    @Test
    void noMoreHitsThanAskedFor() {
        try (SearchIndex index = index(BOOK)) {
            assertEquals(2, index.search("the", 2).size());
            assertEquals(0, index.search("jacobian", 0).size());
            assertEquals(0, index.search("jacobian", -1).size());
        }
    }

    @Test
    void passagesAreCountedByKindAndChapterAndConfinedToThem() {
        try (SearchIndex index = index(BOOK)) {
            Findings all = index.find(new Question("jacobian", 10));
            assertEquals(Map.of(Passage.Kind.SECTION, 1, Passage.Kind.DEFINITION, 1), all.kinds());
            assertEquals(Map.of("ch03", 2), all.chapters());
            Findings sections = index.find(new Question("jacobian", 10, Set.of(Passage.Kind.SECTION), Set.of("ch03")));
            assertEquals(List.of("/ch03/vectors"), sections.hits().stream().map(Hit::url).toList());
            assertEquals(all.kinds(), sections.kinds());
            assertTrue(index.find(new Question("jacobian", 10, Set.of(), Set.of("ch01"))).hits().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({"jac, Jacobian", "vec, Vectors and the chain rule", "chain, Vectors and the chain rule", "matrices a, Matrices and singular values", "FLOW M, Flow matching"})
    void titlesAreCompleted(String beginning, String title) {
        try (SearchIndex index = index(BOOK)) {
            assertEquals(title, index.suggest(beginning, 3).getFirst().title());
        }
    }

    @Test
    void codeIsFoundByItsNamesAndTheirParts() {
        Passage program = section("code", "Training", "A loop.").withCode("loss = torch.nn.functional.mse_loss(predicted_action, target)");
        try (SearchIndex index = index(List.of(program, BOOK.getFirst()))) {
            for (String query : List.of("mse_loss", "mse", "predicted action", "torch.nn.functional", "torch")) {
                assertEquals("/code", index.search(query, 5).stream().findFirst().map(Hit::url).orElse("nothing"), query);
            }
        }
    }

    @Test
    void aFormulaIsSearchableWithThePageItBelongsTo() {
        Passage equation = new Passage("eq", "/ch05/flow#eq", "Equation 5.1", "Flow", "It moves.", "\\dot a = v(a, t)", Passage.Kind.EQUATION, "ch05/flow");
        try (SearchIndex before = index(BOOK); SearchIndex after = before.with(Set.of("ch05/flow"), List.of(equation))) {
            assertTrue(before.search("v(a,t)", 5).stream().allMatch(hit -> hit.formula().isEmpty()));
            assertEquals("/ch05/flow#eq", after.search("v(a,t)", 5).getFirst().url());
        }
    }
}
