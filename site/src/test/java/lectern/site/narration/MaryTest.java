package lectern.site.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import lectern.site.book.Book;
import lectern.site.book.BookReader;
import lectern.site.narration.speech.Script;
import lectern.site.narration.speech.ScriptWriter;
import lectern.site.narration.speech.Speakers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short page read aloud by the usual voice, from its loading to the cues. */
class MaryTest {
    /** The last paragraph is the probe: each word stands alone between two rests. */
    private static final String PAGE = """
            # The arm

            Two links move a hand, and it isn't slow. Its speed is $\\dot x = J(q)\\,\\dot q$, at most 0.5 rad/s.

            Two, king, bad, pixel, Jacobian, seven, gripper, torque, angle, map, four, move.
            """;
    private static final int PROBES = 12;

    /** A page of a few sentences takes twenty seconds with the voice's loading; a busy machine gets ten times as long. */
    private static final double MOST_SECONDS = 20 * 10;

    @TempDir
    Path folder;

    @Test
    void itSaysAllOfAPageAndItsWordsAreHeardWhenTheCuesSay() throws Exception {
        Files.writeString(folder.resolve("myst.yml"), "project: {title: T, toc: [{file: page.md}]}\n");
        Files.writeString(folder.resolve("page.md"), PAGE);
        Book book;
        Script script;
        try (var reader = new BookReader(folder, Path.of("target/test-cache"))) {
            book = reader.read();
            script = ScriptWriter.write(book, book.sections().getFirst(), new Speakers(reader::drawn));
        }
        long start = System.nanoTime();
        try (var studio = Studio.mary(folder)) {
            var sound = new Shelf(folder).make(book, book.sections().getFirst(), script, studio, 2, (done, all) -> {});
            double seconds = (System.nanoTime() - start) / 1e9;
            var cues = Cue.all(Files.readString(sound.vtt()));
            var words = script.sentences().stream().flatMap(sentence -> sentence.tokens().stream()).flatMap(token -> token.words().stream()).toList();
            assertEquals("MaryTTS", sound.narrator());
            assertEquals(script.sentences().size(), cues.stream().filter(cue -> cue.word() < 0 && cue.to() > cue.from()).count());
            assertEquals(words, cues.stream().filter(cue -> cue.word() >= 0).map(Cue::text).toList());
            long timed = cues.stream().filter(cue -> cue.word() >= 0 && cue.to() > cue.from()).count();
            assertTrue(timed >= 0.995 * words.size(), timed + " of " + words.size() + " words last");
            var decoded = Decoded.all(Files.readAllBytes(sound.mp3()), 24_000);
            int last = script.sentences().size() - 1;
            var probes = cues.stream().filter(cue -> cue.sentence() == last && cue.word() >= 0).toList();
            assertEquals(PROBES, probes.size());
            System.out.printf("MaryTTS: %d words in %.1f s; milliseconds between cue and sound after encoding: %s%n", words.size(), seconds,
                    probes.stream().map(cue -> cue.text() + " " + decoded.lateness(cue.from())).toList());
            var late = probes.stream().map(cue -> decoded.lateness(cue.from())).sorted().toList();
            assertTrue(late.get(late.size() / 2) <= 20 && late.getLast() <= 60, "milliseconds between cue and sound: " + late);
            assertTrue(seconds < MOST_SECONDS, seconds + " s");
        }
    }
}
