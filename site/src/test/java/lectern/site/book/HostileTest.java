package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that wants time, memory or stack. */
@Isolated("measures the time of the whole process")
class HostileTest {
    private static final int MOST = 256_000;
    /** The bar is two on a quiet machine; the processor's time, not the clock's. */
    private static final double PROCESSOR_SECONDS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Processor's seconds that each text took. */
    private static final Map<String, Double> TOOK = new LinkedHashMap<>();

    @TempDir
    Path folder;

    static List<String> repeated() {
        return List.of("![[]()", "*", "> ", "$", "$$", "$ ", "$a$ ", "{a}`", "{a}``", "{a}`b` ", "{{", "{{ a }}", "}}", "@", "@a ", "@a", "[@a] ", "[", "[^a]", "[^a]: b\n\n", "(a)=\n", ":::{note}\n", "```{note}\n", ":::", "::: {a}\n:::\n",
                "- ", "a\n: b\n", "%\n", "+++\n", "<b>", "</b>", "<", "`a", "``", "[a](", "\\", "\\(", "$\\frac", "\\begin{align}\n", "| a ", "a|b\n-|-\n", "_a", "**a", "# a\n", "## a\n\nb\n\n",
                "(a)=\n# a\n", "$$\na\n$$\n", "$$a$$ (b)\n\n", "{eq}`a` ", "{sub}`a` ", "{cite}`a` ", "{say}`a` ", "{scrub}`a.b` ", "{state}`a <b>` ", "{compute}`a` ", "<!--", "---\n", "a\\\n", "[a]: b\n", ">", "1. ", "&", "x ",
                "(a)=\n```{embed} #a\n```\n\n", "# a\n\n![](#a)\n\n", "+++ {\"label\": \"a\"}\n", "{a .b}`c` ", "{a .b", "```{csv-table}\na,\"b\n```\n", "```{panels}\na\n---\nb\n```\n", "[a](xref:b#c) ", "{cite:p}`{a}b{c}` ");
    }

    private Book read(String text) {
        return Books.read(Books.page(folder.resolve("b"), text));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void aPieceRepeatedAHundredThousandTimesIsRead(String piece) {
        measure(piece.strip(), piece.repeat(Math.min(100_000, MOST / piece.length())));
    }

    private void measure(String name, String text) {
        long before = cpu();
        var book = read(text);
        double seconds = (cpu() - before) / 1e9;
        TOOK.put(name, seconds);
        assertEquals(1, book.sections().size());
        assertTrue(seconds < PROCESSOR_SECONDS, seconds + " CPU s");
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @AfterAll
    static void tell() {
        var slowest = TOOK.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()).limit(5).map(e -> String.format(Locale.ROOT, "%.1f CPU s of %s", e.getValue(), e.getKey().replace("\n", "⏎")));
        System.out.println("hostile texts, the slowest of " + TOOK.size() + ": " + slowest.collect(Collectors.joining(", ")) + " (bar: 2 s)");
    }

    @ParameterizedTest
    @MethodSource("restructured")
    void soIsAPieceOfRestructuredText(String piece) {
        measure("rst " + piece.strip(), "````````````{eval-rst}\n" + piece.repeat(Math.min(100_000, MOST / piece.length())) + "\n````````````\n");
    }

    static List<String> restructured() {
        return List.of(".. a::\n", ".. a::\n   ", "``a", "`a <", "`a`_ ", ":a:`b` ", ":a-", "`", "[a]_ ", "a\n==\n\n", "a\n b\n", "a::\n\n b\n\n", "- a\n", "- a\n\n  - ", "==== ===\n", "==== ===\na    b\n", "+-+\n", "+-+\n|a|\n", "== ", "+-", ".. _a:\n", "|a| ", " a\n");
    }

    @Test
    void deepNestingIsRead() {
        for (var text : List.of(":".repeat(3).concat("{note}\n"), "> - ", "[![", "*a **b ", "{abbr}`{abbr}`")) {
            assertTimeout(PATIENCE, () -> read(text.repeat(3_000)));
        }
        var fences = new StringBuilder();
        for (int depth = 300; depth > 2; depth--) {
            fences.append(":".repeat(depth)).append("{note} a\n");
        }
        assertTrue(assertTimeout(PATIENCE, () -> read(fences.toString())).problems().stream().anyMatch(p -> p.rule().equals("too-deep")));
    }
}
