package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.site.OtherProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that wants time, memory or stack. What wants time is read in a process of its own, so that its time is seen and its end would be. */
class HostileTest {
    /** The bar is two on a quiet machine; the processor's time, not the clock's. */
    private static final double PROCESSOR_SECONDS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern TOLD = Pattern.compile("(\\S+) CPU s, (\\d+) page: (.*)");

    private record Cost(double seconds, int pages) {}

    private static final Map<String, Cost> TOOK = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void readInAnotherProcess(@TempDir Path books) throws Exception {
        var process = OtherProcess.quick(HostileTexts.class.getName(), books.toString()).redirectError(books.resolve("errors").toFile()).start();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().map(TOLD::matcher).filter(line -> line.matches())
                .forEach(line -> TOOK.put(line.group(3), new Cost(Double.parseDouble(line.group(1)), Integer.parseInt(line.group(2)))));
        assertEquals(0, process.waitFor());
        var slowest = TOOK.entrySet().stream().sorted(Comparator.comparingDouble(took -> -took.getValue().seconds)).limit(5).map(took -> String.format(Locale.ROOT, "%.1f CPU s of %s", took.getValue().seconds, took.getKey()));
        System.out.println("hostile texts, the slowest of " + TOOK.size() + ": " + slowest.collect(Collectors.joining(", ")) + " (bar: 2 s)");
    }

    static Set<String> texts() {
        return HostileTexts.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aPieceRepeatedAHundredThousandTimesIsRead(String name) {
        var cost = TOOK.get(name);
        assertNotNull(cost, "the process ended at it, or before");
        assertEquals(1, cost.pages);
        assertTrue(cost.seconds < PROCESSOR_SECONDS, cost.seconds + " CPU s");
    }

    @Test
    void deepNestingIsRead() {
        for (var text : List.of(":".repeat(3).concat("{note}\n"), "> - ", "[![", "*a **b ", "{abbr}`{abbr}`")) {
            assertTimeout(PATIENCE, () -> Books.read(Books.page(folder.resolve("b"), text.repeat(3_000))));
        }
        var fences = new StringBuilder();
        for (int depth = 300; depth > 2; depth--) {
            fences.append(":".repeat(depth)).append("{note} a\n");
        }
        assertTrue(assertTimeout(PATIENCE, () -> Books.read(Books.page(folder.resolve("b"), fences.toString()))).problems().stream().anyMatch(p -> p.rule().equals("too-deep")));
    }
}
