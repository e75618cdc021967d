package lectern.site.narration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.site.book.Book;
import lectern.site.book.BookReader;
import lectern.site.book.UnreadableBook;
import lectern.site.narration.speech.Script;
import lectern.site.narration.speech.ScriptWriter;
import lectern.site.narration.speech.Speakers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page read aloud by the small voice: its sound, its cues, and what is kept. */
class SoundTest {
    private static final String TEXT = "# A page\n\nThe arm isn't straight. Its speed is $\\dot q = J(q)^{-1}\\dot x$, at most 0.5 rad/s.\n\n## Then\n\nWhich of A and a is it?\n";

    @TempDir
    Path folder;

    private record Read(Book book, Script script) {}

    private Read read(String text) throws IOException, UnreadableBook {
        Files.writeString(folder.resolve("myst.yml"), "project: {title: T, toc: [{file: page.md}]}\n");
        Files.writeString(folder.resolve("page.md"), text);
        try (var reader = new BookReader(folder, Path.of("target/test-cache"))) {
            var book = reader.read();
            return new Read(book, ScriptWriter.write(book, book.sections().getFirst(), new Speakers(reader::drawn)));
        }
    }

    private Sound make(Read read, Studio studio) throws IOException {
        return new Shelf(folder).make(read.book, read.book.sections().getFirst(), read.script, studio, 2, (done, all) -> {});
    }

    @Test
    void everySentenceAndWordHasACueInOrderInsideTheSound() throws IOException, UnreadableBook {
        var read = read(TEXT);
        try (var studio = Studio.freetts(folder)) {
            var sound = make(read, studio);
            var cues = Cue.all(Files.readString(sound.vtt()));
            assertEquals(read.script.sentences().size(), cues.stream().filter(cue -> cue.word() < 0).count());
            var words = read.script.sentences().stream().flatMap(s -> s.tokens().stream()).flatMap(token -> token.words().stream()).toList();
            assertEquals(words, cues.stream().filter(cue -> cue.word() >= 0).map(Cue::text).toList());
            long last = 0;
            for (var cue : cues) {
                assertTrue(cue.from() >= last && cue.to() >= cue.from(), cue.toString());
                last = cue.from();
            }
            long spoken = cues.stream().filter(cue -> cue.word() >= 0 && cue.to() > cue.from()).count();
            assertTrue(spoken >= 0.995 * words.size(), spoken + " of " + words.size() + " words last");
            assertEquals(sound.duration().toMillis(), cues.stream().mapToLong(Cue::to).max().orElseThrow(), 30);
        }
    }

    /** A symbol means one thing here and another there, which is in what a sound is known by. */
    @Test
    void theSoundOfABookIsTheSoundOfTheSameBookAsItWasKept() throws IOException, UnreadableBook {
        Files.writeString(folder.resolve("symbols.yml"), """
            - {id: a, tex: q, meaning: joint angles, say: the joints, in: [one]}
            - {id: b, tex: q, meaning: a quaternion, say: the turn, in: [two]}
            - {id: r, tex: r, meaning: a radius}
            - {id: s, tex: s, meaning: a way}
            """);
        Files.writeString(folder.resolve("myst.yml"), "project: {title: T, toc: [{file: page.md}]}\n");
        Files.writeString(folder.resolve("page.md"), "# Page\n\n(one)=\n## One\n\nHere $q$.\n\n```{math}\n:symbols: q=a\nq = r\n```\n\n(two)=\n## Two\n\nThere $q$.\n\n## Three\n\nAnd $r$.\n\n(four)=\n## Four\n\nAnd $s$.\n");
        var cache = folder.resolve("cache");
        try (var reader = new BookReader(folder, cache); var studio = Studio.freetts(cache)) {
            var read = reader.open();
            var section = read.sections().getFirst();
            new Shelf(cache).make(read, section, ScriptWriter.write(read, section, new Speakers(reader::drawn)), studio, 2, (done, all) -> {});
        }
        assertTrue(Files.exists(cache.resolve("book.bin")));
        try (var reader = new BookReader(folder, cache)) {
            var kept = reader.open();
            assertTrue(new Shelf(cache).sound(kept, kept.sections().getFirst()).isPresent());
        }
    }

    /** Every joint between two sentences could lose or add a few samples: after a thousand of them that would be heard. */
    @Test
    void afterTenMinutesTheCuesStillHold() throws IOException, UnreadableBook {
        var sentences = List.of("The arm turns slowly.", "Its hand stays where it was.", "Two joints move at once!", "Which of them is faster?", "A gradient points uphill.");
        var text = new StringBuilder("# Ten minutes\n");
        for (int i = 0; i < 350; i++) {
            text.append(i % 5 == 0 ? "\n\n" : " ").append(sentences.get(i % sentences.size()));
        }
        var read = read(text + "\n\nNow, stop.\n");
        try (var studio = Studio.freetts(folder)) {
            var sound = make(read, studio);
            assertTrue(sound.duration().toMinutes() >= 10, sound.duration().toString());
            byte[] mp3 = Files.readAllBytes(sound.mp3());
            int rate = 16_000;
            // a decoder gives each frame after the first, less what encoder and decoder add before the sound
            long heard = (mp3.length / Mp3.frameBytes(rate) - 1L) * Mp3.FRAME - Decoded.DELAY;
            var cues = Cue.all(Files.readString(sound.vtt()));
            assertEquals(heard * 1000.0 / rate, cues.stream().mapToLong(Cue::to).max().orElseThrow(), 30, "milliseconds to the end of the last cue");
            var stop = cues.getLast();
            var end = Decoded.end(mp3, rate, 200);
            int late = end.lateness(stop.from());
            System.out.printf("%.1f minutes: the last word is heard %d ms from its cue%n", sound.duration().toMillis() / 60_000.0, late);
            assertEquals("stop", stop.text());
            assertTrue(late <= 60, late + " ms between the last word and its cue");
        }
    }

    @Test
    void theFileIsFramesOfOneSizeWithALengthThatIsTrue() throws IOException, UnreadableBook {
        var read = read(TEXT);
        try (var studio = Studio.freetts(folder)) {
            var sound = make(read, studio);
            byte[] mp3 = Files.readAllBytes(sound.mp3());
            int frame = Mp3.frameBytes(16_000);
            assertEquals(0, mp3.length % frame);
            for (int at = 0; at < mp3.length; at += frame) {
                assertEquals(0xfff3, (mp3[at] & 0xff) << 8 | mp3[at + 1] & 0xff, "frame at " + at);
            }
            assertEquals(64_000, mp3.length * 8 / (sound.duration().toMillis() / 1000.0), 3_000, "bits a second");
        }
    }

    @Test
    void anEditedSentenceIsSaidAnewAndNoOther() throws IOException, UnreadableBook {
        try (var studio = Studio.freetts(folder)) {
            var before = read(TEXT);
            make(before, studio);
            assertEquals(before.script.sentences().size(), studio.spoken());
            make(before, studio);
            assertEquals(before.script.sentences().size(), studio.spoken(), "nothing is said twice");
            make(read(TEXT.replace("0.5", "0.7")), studio);
            assertEquals(before.script.sentences().size() + 1, studio.spoken());
        }
    }

    @Test
    void soundOfAnotherTextDoesNotCount() throws IOException, UnreadableBook {
        try (var studio = Studio.freetts(folder)) {
            var read = read("# A page\n\nOne.");
            make(read, studio);
            var shelf = new Shelf(folder);
            assertEquals("FreeTTS", shelf.sound(read.book, read.book.sections().getFirst()).orElseThrow().narrator());
            var edited = read("# A page\n\nTwo.");
            assertTrue(shelf.sound(edited.book, edited.book.sections().getFirst()).isEmpty());
        }
    }

    @Test
    void aDamagedClipIsSaidAnew() throws IOException, UnreadableBook {
        try (var studio = Studio.freetts(folder)) {
            var read = read("# A page\n\nOne.");
            make(read, studio);
            try (var clips = Files.list(folder.resolve("clips"))) {
                for (var clip : clips.toList()) {
                    Files.write(clip, new byte[] {0, 0, 0, 1, 2});
                }
            }
            make(read, studio);
            assertEquals(2 * read.script.sentences().size(), studio.spoken());
        }
    }

    @Test
    void nothingIsLouderThanOneDecibelBelowFullScale() {
        try (var narrator = new FreettsNarrator()) {
            float most = 0;
            for (float sample : narrator.speak(new Line(List.of("loud", "and", "clear"), false)).levelled().samples()) {
                most = Math.max(most, Math.abs(sample));
            }
            assertTrue(most > 0.2 && most <= Math.pow(10, -1.0 / 20), "peak " + most);
        }
    }

    @Test
    void wordsAreFoundInWhatAnEngineCutOtherwise() {
        var alignment = new Alignment();
        alignment.piece("it", 0, 10);
        alignment.piece("'s", 10, 20);
        alignment.piece("twentyfour", 20, 120);
        assertArrayEquals(new int[] {0, 20, 80}, alignment.starts(List.of("it's", "twenty", "four")));
    }

    /** Words between silences: where the sound is heard against where it is said to be. */
    @Test
    void aWordBeginsWhereItIsHeard() {
        try (var narrator = new FreettsNarrator()) {
            var late = new ArrayList<Integer>();
            for (var word : List.of("two", "king", "bad", "pixel", "jacobian")) {
                var said = narrator.speak(new Line(List.of(word, ",", word), false)).levelled().heard();
                late.add(Math.abs(onset(said, said.starts()[1]) - said.starts()[1]) * 1000 / said.rate());
            }
            late.sort(null);
            assertTrue(late.get(late.size() / 2) <= 20 && late.getLast() <= 60, "milliseconds between cue and sound: " + late);
        }
    }

    /** The first loud sample after the silence around a place. */
    private static int onset(Utterance said, int near) {
        int window = said.rate() / 200;
        int at = Math.max(0, near - said.rate() / 10);
        while (at + window < said.samples().length && energy(said.samples(), at, window) < 0.02) {
            at += window / 5;
        }
        return at;
    }

    private static double energy(float[] samples, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += samples[i] * samples[i];
        }
        return Math.sqrt(sum / length);
    }
}
