package lectern.site.markup.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FaceTest {
    private static final Path PUBLIC = Path.of("src/main/resources/public");

    @Test
    void onlyWhatIsSeenAndInTheSmallFileIsLoadedAhead() {
        assertEquals(Set.of(Face.AMS), Face.in("<p><span class=\"mord mathbb\">R</span></p>"));
        assertEquals(Set.of(), Face.in("<p><span class=\"mord mathbb\">Q</span></p>"), "the whole face has it");
        assertEquals(Set.of(Face.SIZE2), Face.in("<span class=\"mop op-symbol large-op\" style=\"top:0em\">∑</span> <span class=\"mop op-symbol small-op\">∫</span>"));
        assertEquals(Set.of(Face.SIZE1), Face.in("<span class=\"delimsizing size1\">(</span><details><span class=\"delimsizing size3\">(</span></details>"));
        assertEquals(Set.of(Face.SIZE3), Face.in("<details><p>folded</p></details><span class=\"delimsizing size3\">[</span>"));
    }

    @Test
    void eachHasAFileAndThoseLetters() throws Exception {
        var css = Files.readString(PUBLIC.resolve("css/maths.css"));
        for (var face : Face.values()) {
            assertTrue(Files.exists(PUBLIC.resolve("fonts/" + face.file() + ".woff2")), face.file());
            var rule = Pattern.compile(Pattern.quote(face.file() + ".woff2") + "[^}]*unicode-range:([^}]*)}").matcher(css);
            assertTrue(rule.find(), face.file());
            for (var range : rule.group(1).split(",")) {
                var ends = range.strip().substring(2).split("-");
                for (int code = Integer.parseInt(ends[0], 16); code <= Integer.parseInt(ends[ends.length - 1], 16); code++) {
                    var element = "<span class=\"" + (face == Face.AMS ? "mathbb" : "delimsizing " + face.name().toLowerCase(java.util.Locale.ROOT)) + "\">" + Character.toString(code) + "</span>";
                    assertEquals(Set.of(face), Face.in(element), element);
                }
            }
        }
    }
}
