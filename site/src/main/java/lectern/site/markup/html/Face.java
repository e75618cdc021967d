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

    private static final String CLASS = "<span class=\"";
    private static final Face[] VALUES = values();

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
        // each element once: to look for each class by itself takes a tenth of the time a page is written in
        for (int at = seen.indexOf(CLASS); at >= 0; at = seen.indexOf(CLASS, at)) {
            int from = at + CLASS.length();
            int to = seen.indexOf('"', from);
            at = seen.indexOf('>', to) + 1;
            if (to < 0 || at <= 0 || at == seen.length()) {
                break;
            }
            for (var face : VALUES) {
                if (face.letters.indexOf(seen.charAt(at)) >= 0 && face.isNamed(seen, from, to)) {
                    faces.add(face);
                }
            }
        }
        return faces.isEmpty() ? Set.of() : Collections.unmodifiableSet(faces);
    }

    /** Whether the classes between two places end with those of this face. */
    private boolean isNamed(String html, int from, int to) {
        for (var name : classes) {
            if (to - name.length() >= from && html.startsWith(name, to - name.length())) {
                return true;
            }
        }
        return false;
    }
}
