package lectern.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Nothing that can be typed breaks a search, keeps it long, or is run as Lucene's own syntax. */
class HostileQueryTest {
    private static final long SEED = Long.getLong("seed", 3);
    private static final Generated BOOK = new Generated(2000, SEED);
    private static final SearchIndex INDEX = SearchIndex.of(BOOK.passages);
    private static final String SYNTAX = "+-&|!(){}[]^\"~*?:\\/<>$_'=#@;,.";

    @AfterAll
    static void close() {
        INDEX.close();
    }

    /** Ten times the 200 ms of the limit, so that a busy machine does not fail the test. */
    private static void ask(String query) {
        long start = System.nanoTime();
        List<Hit> hits = INDEX.find(new Question(query, 10)).hits();
        INDEX.suggest(query, 5);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < 2000, () -> millis + " ms for " + query.substring(0, Math.min(80, query.length())) + " (seed " + SEED + ")");
        for (Hit hit : hits) assertFalse(hit.snippet().replaceAll("</?mark>|&(amp|lt|gt|quot|#39);", "").matches("(?s).*[<>&\"'].*"), hit.snippet());
    }

    @Test
    void randomUnicodeIsSearched() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            StringBuilder query = new StringBuilder();
            int length = random.nextInt(300);
            int widest = List.of(128, 0x400, 0x3000, 0x110000).get(random.nextInt(4));
            for (int k = 0; k < length; k++) {
                int c = random.nextInt(widest);
                if (Character.isBmpCodePoint(c)) query.append((char) c);
                else query.appendCodePoint(c);
            }
            ask(query.toString());
        }
    }

    @Test
    void mixesOfSyntaxAndWordsAreSearched() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            StringBuilder query = new StringBuilder();
            for (int k = 0; k < 20; k++) {
                if (random.nextBoolean()) query.append(SYNTAX.charAt(random.nextInt(SYNTAX.length())));
                else query.append(List.of(BOOK.query(), " ", "\\frac", "{x}", "AND", "TO", "title:", "q", "2").get(random.nextInt(9)));
            }
            ask(query.toString());
        }
    }

    @Test
    void hugeQueriesAreAnswered() {
        List<String> huge = new ArrayList<>(List.of("*".repeat(100_000), "word ".repeat(10_000), "\\frac{".repeat(20_000), "{".repeat(100_000), "x^".repeat(50_000),
            "\"".repeat(100_000), "$".repeat(100_000), "a".repeat(100_000), "<math>".repeat(20_000), "<math><mi>".repeat(20_000), "\u0307".repeat(100_000), "🤖".repeat(50_000),
            "\\sqrt[".repeat(5000), "(".repeat(100_000), "\u0000".repeat(1000), "((((x_".repeat(1000), "<math><mfrac><mi>a".repeat(500)));
        huge.forEach(HostileQueryTest::ask);
    }

    @Test
    void lucenesSyntaxIsOnlyText() {
        Passage secret = SearchIndexContract.section("hidden/page", "Secret", "nothing else here");
        try (SearchIndex index = SearchIndex.of(List.of(secret))) {
            for (String query : Set.of("page:hidden/page", "*:*", "[* TO *]", "/secr.*/", "_exists_:title", "zzz OR *", "se*et")) {
                assertTrue(index.search(query, 5).stream().noneMatch(hit -> hit.score() > 40), query);
                if (!query.contains("se") && !query.contains("page") && !query.contains("title")) assertTrue(index.search(query, 5).isEmpty(), query);
            }
        }
    }

    @Test
    void hostilePassagesAreIndexed() {
        String long1 = "x".repeat(50_000);
        Passage odd = new Passage(long1, long1, long1, long1, long1 + " \uD800 \u0000 <b>", "\\frac{".repeat(10_000), Passage.Kind.TERM, long1).withCode(long1).withChapter(long1);
        try (SearchIndex index = SearchIndex.of(List.of(odd, odd)).with(Set.of("x"), List.of(odd))) {
            assertFalse(index.find(new Question("xx", 5)).hits().isEmpty());
            index.search("$\\frac{1}{2}$", 5);
        }
    }
}
