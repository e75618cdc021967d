package lectern.site.narration.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lectern.site.book.BookReader;
import lectern.site.book.UnreadableBook;
import org.junit.jupiter.api.Test;

/** Every formula of the shipped book in words, read by eye; rewritten with {@code -Dgolden=write}. */
class SpokenFormulasTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/formulas.spoken.txt");

    private static List<String> spoken() throws UnreadableBook {
        try (var reader = new BookReader(Path.of("../content"), Path.of("target/test-cache"))) {
            var speakers = new Speakers(reader::drawn);
            var lines = new ArrayList<String>();
            for (var section : reader.read().sections()) {
                var seen = new TreeSet<String>();
                for (var used : section.formulas()) {
                    var line = used.formula().tex().replaceAll("\\s+", " ").strip() + "  »  " + MathSpeaker.line(speakers.words(used));
                    if (seen.add(line)) {
                        lines.add(line);
                    }
                }
            }
            return lines;
        }
    }

    @Test
    void everyFormulaOfTheBookIsSpokenAsRead() throws IOException, UnreadableBook {
        var lines = spoken();
        assertTrue(lines.size() > 300, "the book has fewer formulas than expected: " + lines.size());
        var text = String.join("\n", lines) + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(GOLDEN, text);
        }
        for (var line : lines) {
            var words = line.replaceFirst("(?s).*  »  ", "");
            assertTrue(words.matches("[A-Za-z' ,;]+"), "only words and pauses: " + line);
            assertTrue(!words.matches("(?i).*\\b(normal|above|below|down tack|metric|period|undefined)\\b.*"), line);
        }
        assertTrue(Files.exists(GOLDEN), GOLDEN + " is missing; read it, then write it with -Dgolden=write");
        assertEquals(Files.readString(GOLDEN), text, GOLDEN + " changed; read it, then rewrite it with -Dgolden=write");
    }
}
