package lectern.site.book;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a start of the built program costs until the book is ready: a generated book, pages of 1,000 words and 30 formulas, and the one that ships;
 * cold, and with what the cold start kept. The CPU is that of the whole process, virtual machine included.
 * {@code -Dlectern.pages=20} measures a smaller book, and one ten times as long.
 */
class BookBenchmark {
    private static final Path ARGUMENTS = Path.of("target/lectern.args");
    private static final Path SHIPPED = Path.of("../content");

    @TempDir
    Path folder;

    /** One start. @param cpu seconds @param megabytes most that was resident */
    private record Start(double cpu, double seconds, long megabytes) {}

    @Test
    void startsColdAndWarm() throws Exception {
        if (!Files.exists(ARGUMENTS.resolveSibling("lectern.aot"))) {
            throw new AssertionError("the program is not built; run mvn -q -Pserve -Dserve.args=--version first");
        }
        System.out.printf("%-12s %-5s %8s %8s %8s%n", "book", "", "CPU s", "s", "MB");
        both("shipped", SHIPPED);
        int pages = Integer.getInteger("lectern.pages", 200);
        double few = both(pages + " pages", generated(pages)).cpu;
        double many = both(10 * pages + " pages", generated(10 * pages)).cpu;
        System.out.printf("ten times the pages cost %.1f times the CPU (cold; bar: 12)%n", many / few);
    }

    /** Prints a cold and a warm start and returns the cold one. */
    private Start both(String name, Path book) throws Exception {
        var cache = Files.createTempDirectory(folder, "cache");
        var cold = start(book, cache);
        print(name, "cold", cold);
        print(name, "warm", start(book, cache));
        return cold;
    }

    private static void print(String name, String kind, Start start) {
        System.out.printf("%-12s %-5s %8.2f %8.2f %8d%n", name, kind, start.cpu, start.seconds, start.megabytes);
    }

    private static Start start(Path book, Path cache) throws Exception {
        long begin = System.nanoTime();
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + ARGUMENTS, "serve", book.toString(), "--port", "0", "--cache", cache.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (out.readLine() == null) { // the line that says where the book is read
                throw new AssertionError("the program did not start; see java @site/" + ARGUMENTS + " serve " + book);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpu = process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
            return new Start(cpu, seconds, resident(process.pid()).orElse(0L));
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** Linux tells the most memory that a process had. */
    private static Optional<Long> resident(long pid) throws IOException {
        var status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:")).map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).findFirst();
    }

    private Path generated(int pages) throws IOException {
        return GeneratedBook.write(folder.resolve(pages + "-pages"), pages, pages);
    }
}
