package lectern.site.markup.html;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A small face of KaTeX's that not every page needs. One that the browser asks for only when it has laid the page out comes after that, and the page is
 * laid out again.
 */
public enum Face {
    SIZE1("delimsizing size1", "small-op"), SIZE2("delimsizing size2", "large-op"), SIZE3("delimsizing size3"), AMS("mathbb", "amsrm");

    private final List<String> classes;

    Face(String... classes) {
        this.classes = List.of(classes);
    }

    /** Its file, without the ending. */
    public String file() {
        return "math-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What a drawn formula needs. */
    static Set<Face> in(String html) {
        var faces = EnumSet.noneOf(Face.class);
        for (var face : values()) {
            if (face.classes.stream().anyMatch(html::contains)) {
                faces.add(face);
            }
        }
        return Collections.unmodifiableSet(faces);
    }
}
