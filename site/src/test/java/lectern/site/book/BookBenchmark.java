package lectern.site.book;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Measures a generated book: pages of 1,000 words and 30 formulas. Run by hand:
 * {@code mvn -pl site -am test-compile}, then {@code java -cp … lectern.site.book.BookBenchmark FOLDER PAGES}.
 */
public final class BookBenchmark {
    private static final String[] WORDS = "the arm turns a joint and its hand follows where matrix vector gradient policy image torque of in to by with small step large error loss".split(" ");
    private static final int FORMULAS = 30;
    private static final int WORDS_BETWEEN = 33;

    private BookBenchmark() {}

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        int pages = Integer.parseInt(args[1]);
        write(folder, pages);
        var cache = folder.resolve(".lectern");
        Files.deleteIfExists(cache.resolve("formulas.bin"));
        for (var run : new String[] {"cold", "warm"}) {
            long cpu = cpu();
            long start = System.nanoTime();
            try (var reader = new BookReader(folder, cache)) {
                var book = reader.read();
                System.out.printf("%s: %d pages, %d problems, %.2f CPU s, %.2f s%n", run, book.sections().size(), book.problems().size(), (cpu() - cpu) / 1e9, (System.nanoTime() - start) / 1e9);
                reread(reader, folder);
                System.gc();
                var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
                System.out.printf("heap in use %d MB%n", memory.getUsed() >> 20);
            }
        }
    }

    private static void reread(BookReader reader, Path folder) throws Exception {
        var page = folder.resolve("c00").resolve("p000.md");
        var text = Files.readString(page);
        var times = new double[20];
        for (int i = 0; i < times.length; i++) {
            Files.writeString(page, text.replaceFirst("the arm", "the arm " + i + " "));
            long start = System.nanoTime();
            reader.read();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Files.writeString(page, text);
        reader.read();
        java.util.Arrays.sort(times);
        System.out.printf("one page saved: median %.1f ms, slowest %.1f ms%n", times[times.length / 2], times[times.length - 1]);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void write(Path folder, int pages) throws IOException {
        var random = new Random(7);
        var toc = new StringBuilder("project:\n  title: Benchmark\n  toc:\n");
        for (int p = 0; p < pages; p++) {
            if (p % 10 == 0) {
                toc.append("    - title: Chapter ").append(p / 10).append("\n      children:\n");
            }
            var name = String.format("c%02d/p%03d", p / 10, p);
            toc.append("        - file: ").append(name).append(".md\n");
            var text = new StringBuilder("# Page " + p + "\n\nthe arm\n\n");
            for (int f = 0; f < FORMULAS; f++) {
                if (f % 10 == 0) {
                    text.append("## Part ").append(f).append("\n\n");
                }
                text.append(random.ints(WORDS_BETWEEN, 0, WORDS.length).mapToObj(i -> WORDS[i]).collect(Collectors.joining(" "))).append(' ');
                text.append(f % 3 == 0 ? String.format("%n%n$$%nx_{%d} = \\frac{\\partial f_{%d}}{\\partial q} \\begin{pmatrix} a & b \\\\ c & %d \\end{pmatrix} + \\sqrt{%d}%n$$ (eq-%d-%d)%n%n", p, f, p, f, p, f)
                        : String.format("$y_{%d} + \\dot q_{%d}^2$ and [](#eq-%d-0).%n%n", p, f, random.nextInt(pages)));
            }
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name + ".md"), text);
        }
        toc.append("lectern:\n  numbers: {").append(java.util.stream.IntStream.range(0, (pages + 9) / 10).mapToObj(c -> String.format("c%02d: %d", c, c + 1)).collect(Collectors.joining(", "))).append("}\n");
        Files.writeString(folder.resolve("myst.yml"), toc);
    }
}
