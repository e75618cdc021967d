package lectern.site.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import lectern.site.book.BookReader;
import lectern.site.narration.speech.Script;
import lectern.site.narration.speech.ScriptWriter;
import lectern.site.narration.speech.Speakers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast the usual voice reads §3.1, how exact its word times are, and what a page costs that has not changed. */
class NarrationBenchmark {
    private static final int SENTENCES = 60;

    @TempDir
    Path folder;

    @Test
    void speed() throws Exception {
        try (var reader = new BookReader(Path.of("../content"), Path.of("target/test-cache")); var studio = Studio.mary(folder)) {
            var book = reader.read();
            var section = book.section("ch03/vectors").orElseThrow();
            var script = ScriptWriter.write(book, section, new Speakers(reader::drawn));
            var shelf = new Shelf(folder);
            // the engine starts, and its code is compiled, before it is measured
            var first = new Script(script.path(), script.sentences().subList(0, 10));
            shelf.make(book, section, first, studio, 2, (done, all) -> {});
            var rest = new Script(script.path(), script.sentences().subList(10, 10 + SENTENCES));
            double cpu = cpuSeconds();
            long start = System.nanoTime();
            var sound = shelf.make(book, section, rest, studio, Runtime.getRuntime().availableProcessors(), (done, all) -> {});
            double wall = (System.nanoTime() - start) / 1e9;
            double used = cpuSeconds() - cpu;
            double heard = sound.duration().toMillis() / 1000.0;
            System.out.printf("%d sentences, %.0f s of sound: %.1f × real time by the clock, %.1f × for each second of a processor%n", SENTENCES, heard, heard / wall, heard / used);
            int spoken = studio.spoken();
            start = System.nanoTime();
            shelf.make(book, section, rest, studio, 1, (done, all) -> {});
            System.out.printf("the same again, put together from what is kept: %.1f ms%n", (System.nanoTime() - start) / 1e6);
            assertEquals(spoken, studio.spoken());
            start = System.nanoTime();
            assertEquals(true, shelf.sound(book, section).isPresent());
            System.out.printf("an unchanged section: %.1f ms%n", (System.nanoTime() - start) / 1e6);
        }
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
