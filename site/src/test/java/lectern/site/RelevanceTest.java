package lectern.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.search.Hit;
import lectern.search.Passage;
import lectern.search.SearchIndex;
import lectern.site.book.BookReader;
import lectern.site.book.UnreadableBook;
import lectern.site.library.Findable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What readers type finds what they want in the book that ships. Of every five queries three were there to tune by, two only to be judged by. */
class RelevanceTest {
    private record Wish(String query, Set<String> wanted) {}

    private static final List<Passage> PASSAGES = new ArrayList<>();
    private static final List<Wish> WISHES = new ArrayList<>();
    private static SearchIndex index = SearchIndex.of(List.of());

    @BeforeAll
    static void read() throws IOException, UnreadableBook {
        try (var reader = new BookReader(Path.of("../content"), Path.of("target/test-cache"))) {
            var book = reader.read();
            Findable.in(book).values().forEach(PASSAGES::addAll);
            index = SearchIndex.of(PASSAGES, book.lexicon());
        }
        try (var file = RelevanceTest.class.getResourceAsStream("relevance.txt")) {
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int bar = line.lastIndexOf('|');
                WISHES.add(new Wish(line.substring(0, bar).strip(), Arrays.stream(line.substring(bar + 1).strip().split(" ")).map(url -> "/" + url).collect(Collectors.toSet())));
            });
        }
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void theWantedPassageIsAmongTheFirst() {
        assertTrue(WISHES.size() >= 120, () -> WISHES.size() + " queries");
        judge("tuned by", 0, 3);
        judge("held apart", 3, 5);
    }

    private static void judge(String part, int from, int to) {
        double reciprocal = 0;
        int first = 0;
        List<String> missed = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < WISHES.size(); i++) if (i % 5 >= from && i % 5 < to) wishes.add(WISHES.get(i));
        for (Wish wish : wishes) {
            List<Hit> hits = index.search(wish.query, 10);
            assertTrue(!hits.isEmpty(), () -> "nothing found for " + wish.query);
            int rank = 0;
            while (rank < hits.size() && !wish.wanted.contains(hits.get(rank).url())) rank++;
            if (rank < hits.size()) reciprocal += 1.0 / (rank + 1);
            if (rank == 0) first++;
            else missed.add(wish.query + " → " + hits.getFirst().url());
        }
        double mrr = reciprocal / wishes.size();
        double top = (double) first / wishes.size();
        System.out.printf(Locale.ROOT, "relevance, %s: MRR@10 %.3f, P@1 %.3f, %d queries; not first: %s%n", part, mrr, top, wishes.size(), missed);
        assertTrue(mrr >= 0.85 && top >= 0.75, () -> "MRR@10 " + mrr + ", P@1 " + top + ", not first: " + missed);
    }

    @Test
    void everyWantedAddressIsInTheBook() {
        Set<String> known = PASSAGES.stream().map(Passage::url).collect(Collectors.toSet());
        List<String> lost = WISHES.stream().filter(wish -> wish.wanted.stream().noneMatch(known::contains)).map(Wish::query).toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void everyExactSectionTitleComesFirst() {
        List<String> wrong = PASSAGES.stream().filter(passage -> passage.kind() == Passage.Kind.SECTION).map(Passage::title)
            .filter(title -> !index.search(title, 1).getFirst().title().equals(title)).toList();
        assertEquals(List.of(), wrong);
    }
}
