package lectern.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Prints how long an answer takes for each beginning of 60 queries, with snippets, warm, at two sizes of book; and how long one of MiniSearch,
 * which npm brings, takes in the same run.
 */
class SearchBenchmark {
    private static final Path NPM = Path.of("target/npm");

    @Test
    void eachBeginningOfAQueryIsAnswered() throws IOException, InterruptedException {
        Path modules = minisearch();
        for (int size : new int[] {2_000, 20_000}) {
            Generated book = new Generated(size, 5);
            long start = System.nanoTime();
            SearchIndex index = SearchIndex.of(book.passages);
            double built = (System.nanoTime() - start) / 1e9;
            List<String> typed = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String query = i % 4 == 3 ? book.mistyped(book.query()) : book.query();
                for (int end = 1; end <= query.length(); end++) typed.add(query.substring(0, end));
            }
            for (int warm = 0; warm < 3; warm++) typed.forEach(query -> index.search(query, 10));
            print(String.format(Locale.ROOT, "%,d passages, built in %.1f s, ten hits with snippets", size, built), typed, query -> index.search(query, 10));
            print("  with counts", typed, query -> index.find(new Question(query, 10)));
            beside(modules, book, typed);
            List<String> unknown = new ArrayList<>();
            for (int i = 0; i < 60; i++) unknown.add(book.mistyped(book.query()) + " abstraqtion kinematiks" + i + " differenshiation " + book.mistyped(book.query()));
            print("  five unknown words", unknown, query -> index.search(query, 10));
            start = System.nanoTime();
            for (int i = 0; i < 20; i++) index.with(java.util.Set.of("ch1/page0"), book.passages.subList(0, 12)).close();
            System.out.printf(Locale.ROOT, "  a saved page: %.1f ms%n", (System.nanoTime() - start) / 20e6);
        }
    }

    private static Path minisearch() throws IOException, InterruptedException {
        Files.createDirectories(NPM);
        output("npm", "install", "--prefix", NPM.toString(), "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "minisearch@7.2.0");
        return NPM.resolve("node_modules").toAbsolutePath();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed; MiniSearch, which this compares with, needs node and npm\n" + said);
        }
        return said;
    }

    private static void beside(Path modules, Generated book, List<String> typed) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("search-benchmark");
        Path data = folder.resolve("data.tsv");
        Path script = folder.resolve("minisearch.mjs");
        List<String> lines = new ArrayList<>();
        book.passages.forEach(passage -> lines.add(String.join("\t", "P", passage.title(), passage.trail(), passage.text())));
        typed.forEach(query -> lines.add("Q\t" + query));
        Files.write(data, lines);
        try (var source = Objects.requireNonNull(SearchBenchmark.class.getResourceAsStream("minisearch.mjs"))) {
            Files.copy(source, script);
        }
        System.out.print(output("node", script.toString(), modules.toString(), data.toString()));
        for (Path file : List.of(data, script, folder)) Files.delete(file);
    }

    private static void print(String what, List<String> typed, java.util.function.Consumer<String> search) {
        double[] millis = new double[typed.size()];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            search.accept(typed.get(i));
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        int worst = 0;
        for (int i = 0; i < millis.length; i++) if (millis[i] > millis[worst]) worst = i;
        System.out.printf(Locale.ROOT, "%s: p50 %.2f ms, p99 %.2f ms, most %.2f ms (%s), %d queries%n", what, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100],
            sorted[sorted.length - 1], typed.get(worst), sorted.length);
    }
}
