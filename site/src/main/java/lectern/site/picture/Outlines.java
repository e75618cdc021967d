package lectern.site.picture;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a face as outlines. The JDK reads no woff2 and cannot even read a TTF where the machine has no fontconfig, so the outlines stand in a
 * file of ours ({@code fonts/README.md} says how it was made): every machine draws the same pixels.
 */
final class Outlines {
    /** Units of an em in the file. */
    private static final double EM = 500;

    private static final String FILE = "/picture/outlines.txt";

    /** @param path in em units, y down */
    private record Glyph(double advance, String path) {}

    /** The words of the book. */
    static final Outlines ROMAN;

    /** Upright and italic letters of its mathematics. */
    static final Outlines NUMBER;
    static final Outlines MATHS;

    static {
        var faces = read();
        ROMAN = faces.get("roman");
        NUMBER = faces.get("number");
        MATHS = faces.get("maths");
    }

    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final Map<Long, Double> kerning = new HashMap<>();

    private Outlines() {}

    /** A line of text with its baseline at y = 0, from x = 0. */
    Shape line(String text, double size) {
        var line = new Path2D.Double();
        walk(text, size, line);
        return line;
    }

    double width(String text, double size) {
        return walk(text, size, null);
    }

    private double walk(String text, double size, @Nullable Path2D into) {
        double x = 0;
        int before = 0;
        for (int letter : text.codePoints().toArray()) {
            x += kerning.getOrDefault(pair(before, letter), 0.0) * size / EM;
            var glyph = Optional.ofNullable(glyphs.get(letter)).or(() -> Optional.ofNullable(NUMBER.glyphs.get(letter))).or(() -> Optional.ofNullable(ROMAN.glyphs.get(letter)));
            var place = AffineTransform.getTranslateInstance(x, 0);
            place.scale(size / EM, size / EM);
            if (glyph.isPresent()) {
                if (into != null) {
                    into.append(PathText.shape(glyph.get().path).getPathIterator(place), false);
                }
                x += glyph.get().advance * size / EM;
            } else {
                x += borrowed(letter, x, size, into);
            }
            before = letter;
        }
        return x;
    }

    /** A letter that the book's faces lack, from the machine's: where it has none, the place stays empty. Returns its advance. */
    private static double borrowed(int letter, double x, double size, @Nullable Path2D into) {
        try {
            var drawn = new Font(Font.SERIF, Font.PLAIN, 1).deriveFont((float) size).createGlyphVector(new FontRenderContext(null, true, true), Character.toString(letter));
            if (into != null) {
                into.append(drawn.getOutline((float) x, 0), false);
            }
            return drawn.getGlyphMetrics(0).getAdvance();
        } catch (RuntimeException | LinkageError | InternalError _) { // no fontconfig: the JDK knows no font at all
            return size / 2;
        }
    }

    private static long pair(int before, int letter) {
        return (long) before << 32 | letter;
    }

    private static Map<String, Outlines> read() {
        var faces = new HashMap<String, Outlines>();
        var face = new Outlines();
        for (String line : text().split("\n")) {
            String[] words = line.split(" ", 3);
            if (words[0].equals("face")) {
                face = new Outlines();
                faces.put(words[1], face);
            } else if (words[0].equals("kern")) {
                String[] rest = words[2].split(" ");
                for (int i = 1; i < rest.length; i++) {
                    face.kerning.put(pair(Integer.parseInt(words[1], 16), Integer.parseInt(rest[i], 16)), Double.valueOf(rest[0]));
                }
            } else {
                face.glyphs.put(Integer.parseInt(words[0], 16), new Glyph(Double.parseDouble(words[1]), words.length > 2 ? words[2] : ""));
            }
        }
        return faces;
    }

    private static String text() {
        try (var in = Outlines.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
