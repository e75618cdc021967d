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
    SIZE1("()[]∏∑", "delimsizing size1", "small-op"), SIZE2("()[]∏∑", "delimsizing size2", "large-op"), SIZE3("()[]", "delimsizing size3"), AMS("ER", "mathbb", "amsrm");

    /** What the small file holds ({@code unicode-range} in {@code maths.css}); the whole face stands behind it. */
    private final String letters;
    private final List<String> classes;

    Face(String letters, String... classes) {
        this.letters = letters;
        this.classes = List.of(classes);
    }

    /** Its file, without the ending. */
    public String file() {
        return "math-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What is seen of a block in such faces; what is folded is not, and a browser complains of a face that was loaded for nothing. */
    static Set<Face> in(String html) {
        int folded = html.indexOf("<details");
        var seen = folded < 0 ? html : html.substring(0, folded) + html.substring(Math.max(folded, html.lastIndexOf("</details>")));
        var faces = EnumSet.noneOf(Face.class);
        for (var face : values()) {
            if (face.classes.stream().anyMatch(name -> face.isIn(seen, name))) {
                faces.add(face);
            }
        }
        return faces.isEmpty() ? Set.of() : Collections.unmodifiableSet(faces);
    }

    /** Whether an element of this class begins with one of the letters. */
    private boolean isIn(String html, String name) {
        for (int at = html.indexOf(name); at >= 0; at = html.indexOf(name, at + 1)) {
            int text = html.indexOf('>', at) + 1;
            if (text > 0 && text < html.length() && letters.indexOf(html.charAt(text)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
