package lectern.site.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lectern.site.book.GeneratedBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to write a generated book of 200 pages as files, with the built program: with nothing kept from before, and again. The CPU is that of
 * the whole process. The bar is 6 seconds. {@code -Dlectern.pages=20} measures a smaller book.
 */
class ExportBenchmark {
    private static final Path ARGUMENTS = Path.of("target/lectern.args");
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

    @TempDir
    Path folder;

    @Test
    void exportsColdAndWarm() throws Exception {
        if (!Files.exists(ARGUMENTS)) {
            throw new AssertionError("the program is not built; run mvn -q -Pserve -Dserve.args=--version first");
        }
        int pages = Integer.getInteger("lectern.pages", 200);
        Path book = GeneratedBook.write(folder.resolve("book"), pages, pages);
        System.out.printf("export of %d pages, CPU seconds (bar for 200: 6)%n", pages);
        System.out.printf("cold %6.2f%nwarm %6.2f%n", export(book), export(book));
        System.out.printf("warm, with pictures for other sites %6.2f%n", export(book, "--base-url", "https://book.example"));
    }

    /** CPU seconds of one export; the shell tells what its child took. */
    private double export(Path book, String... more) throws Exception {
        var command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; r=$?; times; exit $r", "sh", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + ARGUMENTS, "export",
                book.toString(), "--out", folder.resolve("site").toString()));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        return TIME.matcher(told).results().skip(2).mapToDouble(time -> 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2))).sum();
    }
}
