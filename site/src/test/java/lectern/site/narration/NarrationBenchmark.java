package lectern.site.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import lectern.site.OtherProcess;
import lectern.site.book.BookReader;
import lectern.site.narration.speech.ScriptWriter;
import lectern.site.narration.speech.Speakers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast {@code lectern narrate} reads §3.1 by the usual voice, its start and the engine's included, and what a page costs that has not changed. */
class NarrationBenchmark {
    private static final Path BOOK = Path.of("../content");
    private static final String PAGE = "ch03/vectors";

    @TempDir
    Path folder;

    @Test
    void speed() throws Exception {
        long start = System.nanoTime();
        var process = OtherProcess.of(List.of(), OtherProcess.CLASS_PATH, "lectern.site.Main", "narrate", BOOK.toString(), PAGE, "--cache", folder.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile()).start();
        double cpu = 0;
        while (process.isAlive()) {
            cpu = process.info().totalCpuDuration().map(used -> used.toNanos() / 1e9).orElse(cpu);
            Thread.sleep(100);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        assertEquals(0, process.exitValue());
        try (var reader = new BookReader(BOOK, folder); var studio = Studio.mary(folder)) {
            var book = reader.read();
            var section = book.section(PAGE).orElseThrow();
            var shelf = new Shelf(folder);
            double heard = shelf.sound(book, section).orElseThrow().duration().toMillis() / 1000.0;
            System.out.printf("§3.1, %.0f s of sound: %.1f × real time by the clock, %.1f × for each second of a processor%n", heard, heard / wall, heard / cpu);
            start = System.nanoTime();
            assertEquals(true, shelf.sound(book, section).isPresent());
            System.out.printf("an unchanged section: %.1f ms%n", (System.nanoTime() - start) / 1e6);
            var script = ScriptWriter.write(book, section, new Speakers(reader::drawn));
            start = System.nanoTime();
            shelf.make(book, section, script, studio, 1, (done, all) -> {});
            System.out.printf("all of it put together anew from the sentences that are kept: %.1f ms%n", (System.nanoTime() - start) / 1e6);
            assertEquals(0, studio.spoken());
        }
    }
}
