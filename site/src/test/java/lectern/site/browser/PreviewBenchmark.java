package lectern.site.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.site.book.GeneratedBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a save takes to be seen: from before the file is written to when the browser has painted the frame that shows it.
 * One page is saved again and again, in turn with other prose, another formula, another labelled equation (all numbers after it change, and every page that cites them)
 * and another heading: of the book that ships, of a generated book of 200 pages, and of one of 2,000.
 * The first saves, which the virtual machine spends compiling itself, are not counted.
 * {@code -Dlectern.saves=200} measures longer, {@code -Dlectern.pages=20} a smaller book and one ten times as long.
 */
class PreviewBenchmark extends BrowserTest {
    /** Milliseconds, 95th percentile. */
    static final double BAR = 100;

    /** Milliseconds, median, on the generated book. */
    private static final double MEDIAN_BAR = 40;

    /** What ten times the pages may cost. */
    private static final double GROWTH_BAR = 1.3;

    private static final int WARM_UP = 40;
    private static final int DIFFERENT_PAGES = 20;

    @TempDir
    Path folder;

    /** What the saves of one book took. @param cpu milliseconds that the server computed for each save */
    private record Took(List<Double> millis, double cpu) {
        double at(double share) {
            return millis.get((int) Math.ceil(millis.size() * share) - 1);
        }
    }

    @Test
    void saveToPatchedPage() throws Exception {
        int saves = Integer.getInteger("lectern.saves", 50);
        int pages = Integer.getInteger("lectern.pages", 200);
        var shipped = folder.resolve("shipped");
        PreviewBrowserTest.copy(ServedBook.SHIPPED, Files.createDirectories(shipped));
        var one = measure("shipped, §3.1", shipped, "ch03/vectors.md", saves, WARM_UP);
        var few = generated(pages, saves);
        var many = generated(10 * pages, saves);
        System.out.printf(Locale.ROOT, "ten times the pages: p50 × %.2f, p95 × %.2f, CPU × %.2f (bar: %.1f)%n", many.at(.5) / few.at(.5), many.at(.95) / few.at(.95), many.cpu / few.cpu, GROWTH_BAR);
        if (one.at(.95) > BAR || few.at(.95) > BAR || few.at(.5) > MEDIAN_BAR || many.at(.5) > GROWTH_BAR * few.at(.5) || many.at(.95) > GROWTH_BAR * few.at(.95)) {
            throw new AssertionError("over the bars: p50 " + MEDIAN_BAR + " ms, p95 " + BAR + " ms, and " + GROWTH_BAR + " times that for ten times the pages");
        }
    }

    private Took generated(int pages, int saves) throws Exception {
        var book = GeneratedBook.write(folder.resolve(pages + "-pages"), pages, DIFFERENT_PAGES);
        return measure(pages + " pages", book, GeneratedBook.file(pages / 2 + 2), saves, WARM_UP);
    }

    /** The 95th percentile over so many saves of a page of the shipped book, in milliseconds. */
    double measure(Path copy, int saves) throws Exception {
        PreviewBrowserTest.copy(ServedBook.SHIPPED, copy);
        return measure("shipped, §3.1", copy, "ch03/vectors.md", saves, WARM_UP / 2).at(.95);
    }

    private Took measure(String name, Path book, String file, int saves, int warmUp) throws Exception {
        Path path = book.resolve(file);
        String text = Files.readString(path);
        var took = new ArrayList<Double>();
        long cpu = 0;
        try (var preview = ServedBook.preview(book)) {
            Page page = page(1280);
            page.navigate(preview.url("/" + file.replace(".md", "")), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            page.evaluate("""
                    () => {
                      window.seen = {};
                      new MutationObserver(changes => {
                        const words = changes.flatMap(c => [...c.addedNodes]).map(n => n.textContent).join(' ').match(/savednumber\\d+/g) ?? [];
                        if (words.length) requestAnimationFrame(() => {
                          const {port1, port2} = new MessageChannel(); // its turn comes after the frame is painted
                          port1.onmessage = () => words.forEach(word => window.seen[word] ??= performance.timeOrigin + performance.now());
                          port2.postMessage('');
                        });
                      }).observe(document.querySelector('main'), {childList: true, subtree: true});
                    }""");
            for (int i = -warmUp; i < saves; i++) {
                String word = "savednumber" + (warmUp + i);
                String next = edited(text, Math.floorMod(i, 4), word);
                if (i == 0) {
                    cpu = cpu();
                }
                double start = System.currentTimeMillis();
                Files.writeString(path, next);
                page.waitForFunction("word => window.seen[word]", word);
                double millis = ((Number) page.evaluate("word => window.seen[word]", word)).doubleValue() - start;
                if (i >= 0) {
                    took.add(millis);
                }
            }
            cpu = cpu() - cpu;
        }
        closePages();
        var result = new Took(took.stream().sorted().toList(), cpu / 1e6 / saves);
        System.out.printf(Locale.ROOT, "%-14s save to painted page: p50 %3.0f ms, p95 %3.0f ms, worst %3.0f ms over %d saves; CPU of the server %.0f ms a save, %.2f s in all%n", name,
                result.at(.5), result.at(.95), result.at(1), saves, result.cpu, cpu / 1e9);
        return result;
    }

    /** The page with the word in the middle of it: in prose, in a formula, in a labelled equation, in a heading. */
    private static String edited(String text, int kind, String word) {
        int middle = text.indexOf("\n## ", text.length() / 3) + 1;
        int line = text.indexOf("\n\n", middle) + 2;
        return text.substring(0, kind == 3 ? middle : line) + switch (kind) {
            case 0 -> "Prose, " + word + ".\n\n";
            case 1 -> "A formula, $\\sqrt{x_{" + word.replaceAll("\\D", "") + "}}$, " + word + ".\n\n";
            case 2 -> "$$\n\\text{" + word + "} = 1\n$$ (eq-" + word + ")\n\n";
            default -> "## Heading " + word + "\n\n";
        } + text.substring(kind == 3 ? middle : line);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
