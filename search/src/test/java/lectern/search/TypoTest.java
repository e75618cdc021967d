package lectern.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** One mistyped letter does not lose what was looked for. */
class TypoTest {
    private static final long SEED = Long.getLong("seed", 11);

    @ParameterizedTest
    @CsvSource({"2000, 0.95", "20000, 0.90"})
    void theTopHitStaysInTheTopTen(int size, double share) {
        Generated book = new Generated(size, SEED);
        List<String> lost = new ArrayList<>();
        int asked = 300;
        try (SearchIndex index = SearchIndex.of(book.passages)) {
            for (int i = 0; i < asked; i++) {
                String query = book.query();
                String mistyped = book.mistyped(query);
                List<Hit> found = index.search(query, 1);
                assertFalse(found.isEmpty(), query);
                String top = found.getFirst().url();
                if (index.search(mistyped, 10).stream().noneMatch(hit -> hit.url().equals(top))) lost.add(query + " as " + mistyped);
            }
        }
        double kept = 1 - (double) lost.size() / asked;
        System.out.printf("typos: top hit still in the top 10 for %.3f of %d at %d passages (seed %d)%n", kept, asked, size, SEED);
        assertTrue(kept >= share, () -> lost.toString());
    }

    @Test
    void theRightSpellingIsOffered() {
        try (SearchIndex index = SearchIndex.of(List.of(SearchIndexContract.section("a", "Jacobian", "The Jacobian of damped least squares.")))) {
            assertEquals("Damped least squares \"of\"", index.find(new Question("Dampd laest squares \"of\"", 5)).meant());
            assertEquals("", index.find(new Question("damped jacobians jac", 5)).meant());
        }
    }
}
