package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every section of the shipped book holds to: its length, its parts, and sentences that can be read aloud. */
class ShippedBookTest {
    private static final Path FOLDER = Path.of("../content");
    private static final int LONGEST_SENTENCE = 40;
    private static final int LONGEST_PARAGRAPH = 130;
    private static final Pattern FRONT_MATTER = Pattern.compile("(?s)\\A---\\n.*?\\n---\\n");
    private static final Pattern NO_PROSE = Pattern.compile("(?ms)^```.*?^```\\n|^\\$\\$.*?^\\$\\$[^\\n]*\\n|^\\|.*?\\n|^:[\\w-]+:.*?\\n|^#.*?\\n|^\\([\\w-]+\\)=\\n|^:{3,}[^\\n]*\\n");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[*”’)]*\\s+(?=[\\p{Lu}$*\\[{“(`])");
    private static final Pattern WORD = Pattern.compile("\\{\\w+(?::\\w+)?}`[^`]*`|\\[[^]]*]\\([^)]*\\)|\\$[^$]*\\$|\\S*[\\p{L}\\p{N}]\\S*");

    private static Book book;

    @BeforeAll
    static void read(@TempDir Path cache) throws UnreadableBook {
        try (var reader = new BookReader(FOLDER, cache)) {
            book = reader.read();
        }
    }

    static List<String> sections() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString()).filter(file -> file.matches("(ch\\d+|appendix-\\w)/.*\\.md")).sorted().toList();
        }
    }

    private static Section section(String file) {
        return book.sections().stream().filter(section -> section.file().equals(file)).findFirst().orElseThrow();
    }

    /** Paragraphs and list items as they stand in the file, without what is not prose. */
    private static List<String> paragraphs(String file) throws IOException {
        var text = FRONT_MATTER.matcher(Files.readString(FOLDER.resolve(file))).replaceFirst("");
        var prose = NO_PROSE.matcher(text).replaceAll("\n");
        return Arrays.stream(prose.split("\\n\\s*\\n|\\n(?=- |\\d+\\. )")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    private static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    @Test
    void theCheckPrintsNothing() {
        assertEquals(List.of(), book.problems());
        assertEquals(8, book.sections().stream().filter(section -> !section.number().isEmpty()).count());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void itIsAsLongAsPlanned(String file) {
        int words = section(file).words();
        int least = file.equals("ch03/vectors.md") ? 1_600 : file.startsWith("ch03") ? 1_200 : 800;
        int most = file.equals("ch03/vectors.md") ? 2_000 : 1_500;
        assertTrue(words >= least && words <= most, words + " words, not " + least + " to " + most);
    }

    @Test
    void chapterThreeTakesAboutHalfAnHour() {
        int minutes = book.sections().stream().filter(section -> section.chapter().equals("3")).mapToInt(Section::minutes).sum();
        assertTrue(minutes >= 25 && minutes <= 33, minutes + " minutes");
    }

    @ParameterizedTest
    @MethodSource("sections")
    void itHasEveryPart(String file) throws IOException {
        var section = section(file);
        assertTrue(section.goals().size() >= 2, "learning goals");
        assertTrue(!section.widgets().isEmpty() && !section.computed().isEmpty(), "a widget and a computed number");
        assertTrue(section.exercises() >= 2 && section.exercises() <= 6, section.exercises() + " exercises");
        assertFalse(section.references().isEmpty(), "references");
        var headings = section.outline().stream().map(Heading::text).toList();
        assertTrue(headings.contains("Recap") && headings.contains("Exercises"), headings.toString());
        assertTrue(section.minutes() > 0 && !section.description().isEmpty());
        var text = Files.readString(FOLDER.resolve(file));
        assertTrue(text.contains("{state}`") && text.contains("{scrub}`"), "a state link and a number to drag");
    }

    /** A role cut by a table's bar or a line's end reads as a mark that stayed. */
    @ParameterizedTest
    @MethodSource("sections")
    void noMarkIsLeftOnItsPage(String file) {
        var html = new StringBuilder();
        section(file).blocks().forEach(block -> html.append(block.html()));
        for (var mark : List.of("{compute}", "{state}", "{scrub}", "{cite", "class=\"problem", "katex-error")) {
            assertFalse(html.indexOf(mark) >= 0, mark);
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void noSentenceAndNoParagraphIsTooLong(String file) throws IOException {
        var tooLong = new ArrayList<String>();
        for (var paragraph : paragraphs(file)) {
            if (words(paragraph) > LONGEST_PARAGRAPH) {
                tooLong.add(words(paragraph) + " words: " + paragraph);
            }
            for (var sentence : SENTENCE_END.split(paragraph.replace('\n', ' '))) {
                if (words(sentence) > LONGEST_SENTENCE) {
                    tooLong.add(words(sentence) + " words: " + sentence);
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    /** Given values are typed, and answers stand in exercises, where a test solves them; any other result must come from a kernel. */
    @ParameterizedTest
    @MethodSource("sections")
    void noResultIsTyped(String file) throws IOException {
        var text = Files.readString(FOLDER.resolve(file)).replaceAll("(?ms)^::::\\{exercise}.*?^::::$|^:::\\{solution}.*?^:::$", "").replaceAll("\\{\\w+}`[^`]*`", "");
        var typed = Pattern.compile("(?:≈|\\\\approx|\\b(?:is|are|by|to)\\b(?! \\$[a-z\\\\]))[ ~$(]*[-−]?\\d+\\.\\d+[^\\n]*").matcher(text);
        assertEquals(List.of(), typed.results().map(result -> result.group()).toList());
    }
}
