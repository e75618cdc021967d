package lectern.site.narration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import lectern.site.narration.speech.Place;
import lectern.site.narration.speech.Script;
import lectern.site.narration.speech.Sentence;
import lectern.site.narration.speech.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The narrator for Kokoro, with a model of the same inputs and outputs: its weights are no one's to ship here. */
class KokoroTest {
    @TempDir
    Path folder;

    private KokoroNarrator narrator(String tokens, boolean timed) throws IOException {
        Files.write(folder.resolve("model.onnx"), OnnxFixture.model(tokens, timed));
        Files.write(folder.resolve("voice.bin"), new byte[510 * 256 * 4]);
        return new KokoroNarrator(folder);
    }

    @Test
    void aWordBeginsWhereItsFirstPhoneDoes() throws IOException {
        try (var kokoro = narrator("input_ids", true)) {
            var said = kokoro.speak(new Line(List.of("q", "dot", ",", "one"), false));
            // silence, then each word; a blank stands before all but the first, a comma is a phone of its own
            var phones = new Phones();
            int first = 1;
            int second = first + Phones.numbers(phones.of("q")).size() + 1;
            int third = second + Phones.numbers(phones.of("dot")).size() + 2;
            assertArrayEquals(new int[] {first * OnnxFixture.PHONE, second * OnnxFixture.PHONE, third * OnnxFixture.PHONE}, said.starts());
            assertEquals(24_000, said.rate());
            // what is heard there is the phone: as loud as its number
            assertEquals(Phones.numbers(phones.of("dot")).getFirst() * OnnxFixture.LOUD, said.samples()[said.starts()[1]], 1e-6);
        }
    }

    @Test
    void theOlderNameOfTheInputIsKnown() throws IOException {
        try (var kokoro = narrator("tokens", true)) {
            assertEquals(1, kokoro.speak(new Line(List.of("dot"), false)).starts().length);
        }
    }

    @Test
    void aModelWithoutDurationsTimesNoWords() throws IOException {
        try (var kokoro = narrator("input_ids", false)) {
            var said = kokoro.speak(new Line(List.of("one", "two"), true));
            assertEquals(0, said.starts().length);
            assertTrue(said.samples().length > 0);
        }
    }

    @Test
    void whereWordsAreNotTimedTheCuesHoldSentencesAndSaySo() {
        var place = new Place(0, 0, 3);
        var sentence = new Sentence(List.of(new Token(place, false, List.of("one"))), "One.", false, Sentence.Rest.SENTENCE);
        var clip = new Clip(24_000, 576, new int[0], Mp3.encode(new float[24_000], 24_000));
        var cues = Cues.of(new Script("page", List.of(sentence)), List.of(clip), KokoroNarrator.NAME);
        assertTrue(cues.startsWith("WEBVTT\n\nNOTE AI-narrated by Kokoro, words are not timed\n\n0 0:0-3\n"), cues);
        assertEquals(1, cues.lines().filter(line -> line.contains(" --> ")).count());
    }

    @Test
    void aLineLongerThanTheModelTakesIsSaidInParts() throws IOException {
        try (var kokoro = narrator("input_ids", true)) {
            var line = new Line(Collections.nCopies(200, "gradient"), false);
            var starts = kokoro.speak(line).starts();
            assertEquals(200, starts.length);
            for (int i = 1; i < starts.length; i++) {
                assertTrue(starts[i] > starts[i - 1], "word " + i);
            }
        }
    }

    @Test
    void aFolderWithoutAModelIsRefusedWithWhatToDo() {
        var refused = assertThrows(IllegalStateException.class, () -> KokoroNarrator.id(folder));
        assertTrue(refused.getMessage().contains("--kokoro takes a folder with the model (.onnx) and a voice (.bin)"), refused.getMessage());
    }
}
