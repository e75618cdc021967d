package lectern.site.narration.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lectern.site.book.Book;
import lectern.site.book.BookReader;
import lectern.site.book.UnreadableBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    @TempDir
    Path folder;

    private List<String> spoken(String markdown) throws IOException, UnreadableBook {
        Files.writeString(folder.resolve("myst.yml"), "project: {title: T, toc: [{file: page.md}]}\nlectern: {narration: {say: {RT-1: R T one, π0: pi zero, FiLM: film}}}\n");
        Files.writeString(folder.resolve("page.md"), "# A page\n\n" + markdown);
        try (var reader = new BookReader(folder, Path.of("target/test-cache"))) {
            Book book = reader.read();
            return ScriptWriter.write(book, book.sections().getFirst(), new Speakers(reader::drawn)).sentences().stream().skip(1).map(Sentence::spoken).toList();
        }
    }

    private void assertSpoken(String markdown, String... sentences) throws IOException, UnreadableBook {
        assertEquals(List.of(sentences), spoken(markdown));
    }

    @Test
    void aSentenceEndsWhereOneEnds() throws IOException, UnreadableBook {
        assertSpoken("One ends here. Another, e.g. Two, does not end at its 0.5 m. Does a third?", "One ends here.", "Another, for example Two, does not end at its zero point five metres.", "Does a third?");
    }

    @Test
    void numbersAndUnitsAreSpokenInFull() throws IOException, UnreadableBook {
        assertSpoken("It covers 224×224×3 numbers, 1.5 m/s, −2 rad, 10⁻³ s and the 3rd of 1,024.",
                "It covers two hundred twenty four by two hundred twenty four by three numbers, one point five metres per second, minus two radians, ten to the minus three seconds and the third of one thousand twenty four.");
    }

    @Test
    void theBookSaysHowNamesAreSpoken() throws IOException, UnreadableBook {
        assertSpoken("RT-1’s heirs, π0 and FiLM, run on a GPU with a 7-DoF arm.", "R T one's heirs, pi zero and film, run on a G P U with a seven degrees of freedom arm.");
    }

    @Test
    void aFormulaIsOneTokenOfManyWords() throws IOException, UnreadableBook {
        assertSpoken("Here $f(x) \\le \\tfrac12 x^2$ holds.", "Here f of x is at most one half x squared holds.");
    }

    @Test
    void theAuthorSaysHowAFormulaIsSpoken() throws IOException, UnreadableBook {
        assertSpoken("In $\\mathbb{R}^7${say}`arm space` it moves.", "In arm space it moves.");
    }

    @Test
    void codeIsSkippedAndAPictureIsItsDescription() throws IOException, UnreadableBook {
        Files.writeString(folder.resolve("arm.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertSpoken("Look.\n\n```python\nx = 1\n```\n\n![An arm with two links](arm.svg)", "Look.", "An arm with two links.");
    }

    @Test
    void everyWordOfTheShippedBookIsSpokenInPlainLettersAndPlacedInOrder() throws UnreadableBook {
        try (var reader = new BookReader(Path.of("../content"), Path.of("target/test-cache"))) {
            var book = reader.read();
            var speakers = new Speakers(reader::drawn);
            for (var section : book.sections()) {
                var script = ScriptWriter.write(book, section, speakers);
                assertTrue(script.words() > section.words(), section.path() + " says less than it shows");
                for (var sentence : script.sentences()) {
                    sentence.tokens().stream().flatMap(token -> token.words().stream()).forEach(word -> assertTrue(word.matches("[A-Za-z']+"), sentence.place() + " " + word));
                    int last = -1;
                    for (var token : sentence.tokens()) {
                        assertTrue(!token.words().isEmpty() && token.place().from() >= last && token.place().to() > token.place().from(), sentence.toString());
                        last = token.place().to();
                    }
                }
                assertEquals(List.of(), uncovered(section, script), section.path());
            }
        }
    }

    /** Stretches of letters between the first and the last token of a sentence that no token holds, years of citations apart. */
    private static List<String> uncovered(lectern.site.book.Section section, Script script) {
        var blocks = section.blocks().stream().flatMap(block -> org.jsoup.Jsoup.parseBodyFragment(block.html().toString()).body().children().stream()).map(BlockText::new).toList();
        int head = section.goals().isEmpty() ? 1 : 2;
        return script.sentences().stream().filter(sentence -> sentence.place().block() >= head).flatMap(sentence -> {
            var text = blocks.get(sentence.place().block() - head).text;
            var gaps = Stream.<String>builder();
            int at = sentence.place().from();
            for (var token : sentence.tokens()) {
                gaps.add(text.substring(at, token.place().from()));
                at = token.place().to();
            }
            return gaps.build();
        }).filter(gap -> gap.replaceAll("\\b\\d{4}\\b", "").chars().anyMatch(Character::isLetterOrDigit)).toList();
    }
}
