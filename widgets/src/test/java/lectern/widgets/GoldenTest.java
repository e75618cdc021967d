package lectern.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of every preset as files, to be read by eye; rewritten with {@code -Dgolden=write}. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static Stream<String> pictures() {
        return Widgets.ids().stream().flatMap(id -> Stream.concat(Stream.of("default"), Widgets.presets(id).stream()).map(preset -> id + "." + preset));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void pictureIsAsSeen(String name) throws IOException {
        String id = name.substring(0, name.indexOf('.'));
        String state = Widgets.preset(id, name.substring(id.length() + 1)).orElse("");
        compare(name + ".svg", Widgets.figure(id, state));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void wordsAreAsRead(String name) throws IOException {
        String id = name.substring(0, name.indexOf('.'));
        compare(name + ".txt", Widgets.describe(id, Widgets.preset(id, name.substring(id.length() + 1)).orElse("")));
    }

    @ParameterizedTest
    @MethodSource("lectern.widgets.Widgets#ids")
    void panelIsAsSeen(String id) throws IOException {
        compare(id + ".html", Widgets.panel(id, new Widgets.Placement("w", "3.2", "A <em>caption</em>.", "", "", List.of())));
    }

    private static void compare(String file, String text) throws IOException {
        Path golden = FOLDER.resolve(file);
        String lines = text.replace("><", ">\n<") + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, lines);
        }
        assertTrue(Files.exists(golden), file + " is missing; look at it, then write it with -Dgolden=write");
        assertEquals(Files.readString(golden), lines, file + " changed; look at it, then rewrite it with -Dgolden=write");
    }
}
