package lectern.site.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lectern.site.OtherProcess;
import lectern.site.book.Book;
import lectern.site.book.BookReader;
import lectern.site.narration.Shelf;
import lectern.site.narration.Sound;
import lectern.site.narration.Studio;
import lectern.site.narration.speech.Script;
import lectern.site.narration.speech.ScriptWriter;
import lectern.site.narration.speech.Speakers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A narration that is killed in the middle, and files that were only written in part: nobody hears half a sound, and what was said is not said again. */
class NarrationFaultTest {
    private static final int SENTENCES = 48;

    @TempDir
    private Path folder;

    private Path content;
    private Book book;
    private Script script;

    @BeforeEach
    void write() throws Exception {
        content = Files.createDirectories(folder.resolve("book"));
        var text = new StringBuilder("# A page\n");
        for (int i = 0; i < SENTENCES; i++) {
            text.append("\nThis is sentence ").append(i).append(" of many.\n");
        }
        Files.writeString(content.resolve("myst.yml"), "project: {title: T, toc: [{file: page.md}]}\n");
        Files.writeString(content.resolve("page.md"), text);
        try (var reader = new BookReader(content, Path.of("target/test-cache"))) {
            book = reader.read();
            script = ScriptWriter.write(book, book.sections().getFirst(), new Speakers(reader::drawn));
        }
    }

    private Sound make(Path cache, Studio studio) throws IOException {
        return new Shelf(cache).make(book, book.sections().getFirst(), script, studio, 1, (done, all) -> {});
    }

    private boolean isHeard(Path cache) {
        return new Shelf(cache).sound(book, book.sections().getFirst()).isPresent();
    }

    private static int count(Path clips, String glob) throws IOException {
        if (!Files.isDirectory(clips)) {
            return 0;
        }
        try (var files = Files.newDirectoryStream(clips, glob)) {
            int count = 0;
            for (var _ : files) {
                count++;
            }
            return count;
        }
    }

    @Test
    void aNarrationThatIsKilledGoesOnWhereItWas() throws Exception {
        Path cache = folder.resolve("cache");
        Path clips = cache.resolve("clips");
        var process = OtherProcess.quick("lectern.site.Main", "narrate", content.toString(), "--engine", "freetts", "--cache", cache.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile()).start();
        while (count(clips, "*") < 10 && process.isAlive()) {
            LockSupport.parkNanos(1_000_000);
        }
        process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        int said = count(clips, "*") - count(clips, "*.part");
        // each voice may have been in the middle of one
        assertTrue(said >= 10 - Runtime.getRuntime().availableProcessors() && said < SENTENCES, said + " sentences were said when it was killed: " + Files.readString(folder.resolve("said.txt")));
        assertFalse(isHeard(cache));
        Path left = Files.write(clips.resolve("clip-of-yesterday.part"), new byte[3]);
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        try (var studio = Studio.freetts(cache); var undisturbed = Studio.freetts(folder.resolve("another"))) {
            var resumed = make(cache, studio);
            assertEquals(script.sentences().size() - said, studio.spoken(), "what was said is not said again");
            var whole = make(folder.resolve("another"), undisturbed);
            assertArrayEquals(Files.readAllBytes(whole.mp3()), Files.readAllBytes(resumed.mp3()));
            assertEquals(Files.readString(whole.vtt()), Files.readString(resumed.vtt()));
        }
        assertTrue(isHeard(cache));
        assertFalse(Files.exists(left), "what was left half-written is swept away");
    }

    @Test
    void aFileThatWasWrittenInPartDoesNotCount() throws Exception {
        Path cache = folder.resolve("cache");
        try (var studio = Studio.freetts(cache)) {
            var sound = make(cache, studio);
            byte[] mp3 = Files.readAllBytes(sound.mp3());
            for (Path file : List.of(sound.mp3(), sound.vtt(), sound.mp3().resolveSibling("page.txt"))) {
                byte[] bytes = Files.readAllBytes(file);
                for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
                    Files.write(file, Arrays.copyOf(bytes, length));
                    assertFalse(isHeard(cache), length + " bytes of " + file);
                }
                Files.delete(file);
                assertFalse(isHeard(cache), "without " + file);
                make(cache, studio);
                assertTrue(isHeard(cache));
                assertArrayEquals(mp3, Files.readAllBytes(sound.mp3()));
            }
            assertEquals(script.sentences().size(), studio.spoken(), "and costs no sentence");
        }
    }
}
