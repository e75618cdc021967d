package lectern.site.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A drawing of ours, SVG as Java wrote it, painted on pixels. It knows the elements and attributes that our drawings use, and no others. */
final class Drawing {
    /** The paper theme of {@code tokens.css}. */
    static final Map<String, Color> PAPER = Map.of("paper", new Color(0xfbf9f4), "panel", new Color(0xf3efe6), "raise", new Color(0xfffdf9), "ink", new Color(0x1e1c19),
            "ink-2", new Color(0x5d574d), "line-1", new Color(0x8d8677), "line-2", new Color(0xdcd5c6));

    private static final Pattern TOKEN = Pattern.compile("var\\(--([\\w-]+).*");
    private static final Pattern TURN = Pattern.compile("rotate\\((\\S+) (\\S+) (\\S+)\\)");
    private static final Pattern CLIP = Pattern.compile("url\\(#([\\w-]+)\\)");

    private final Element root;
    private final double[] box;

    private Drawing(String svg) {
        root = Jsoup.parse(svg, "", Parser.xmlParser()).selectFirst("svg");
        box = numbers(root.attr("viewBox"));
    }

    static Drawing of(String svg) {
        return new Drawing(svg);
    }

    double width() {
        return box[2];
    }

    double height() {
        return box[3];
    }

    /** Paints it as large as fits into the box, its middle in the box's. */
    void paint(Graphics2D on, Rectangle2D into) {
        var before = on.getTransform();
        double scale = Math.min(into.getWidth() / width(), into.getHeight() / height());
        on.translate(into.getCenterX() - scale * width() / 2, into.getCenterY() - scale * height() / 2);
        on.scale(scale, scale);
        on.translate(-box[0], -box[1]);
        root.children().forEach(child -> paint(on, child));
        on.setTransform(before);
    }

    private void paint(Graphics2D on, Element element) {
        var transform = on.getTransform();
        var clip = on.getClip();
        var turn = TURN.matcher(element.attr("transform"));
        if (turn.matches()) {
            on.rotate(Math.toRadians(number(turn.group(1))), number(turn.group(2)), number(turn.group(3)));
        }
        var clipped = CLIP.matcher(element.attr("clip-path"));
        if (clipped.matches()) {
            Optional.ofNullable(root.getElementById(clipped.group(1))).map(Element::firstElementChild).ifPresent(path -> on.clip(shape(path)));
        }
        switch (element.normalName()) {
            case "g" -> element.children().forEach(child -> paint(on, child));
            case "path", "circle", "ellipse", "rect" -> mark(on, element, shape(element));
            case "text" -> text(on, element);
            default -> { } // names, descriptions and what only clips
        }
        on.setTransform(transform);
        on.setClip(clip);
    }

    private static Shape shape(Element element) {
        double cx = number(element.attr("cx"));
        double cy = number(element.attr("cy"));
        double rx = number(element.attr(element.hasAttr("r") ? "r" : "rx"));
        double ry = number(element.attr(element.hasAttr("r") ? "r" : "ry"));
        return switch (element.normalName()) {
            case "path" -> PathText.shape(element.attr("d"));
            case "rect" -> new Rectangle2D.Double(number(element.attr("x")), number(element.attr("y")), number(element.attr("width")), number(element.attr("height")));
            default -> new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry);
        };
    }

    private static void mark(Graphics2D on, Element element, Shape shape) {
        double opacity = opacity(element);
        colour(inherited(element, "fill", "#000"), opacity * part(inherited(element, "fill-opacity", "1"))).ifPresent(colour -> {
            on.setColor(colour);
            on.fill(shape);
        });
        colour(inherited(element, "stroke", "none"), opacity).ifPresent(colour -> {
            double[] dashes = numbers(inherited(element, "stroke-dasharray", ""));
            float[] pattern = new float[dashes.length];
            for (int i = 0; i < pattern.length; i++) {
                pattern[i] = (float) dashes[i];
            }
            int cap = inherited(element, "stroke-linecap", "").equals("round") ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
            int join = inherited(element, "stroke-linejoin", "").equals("round") ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER;
            on.setColor(colour);
            on.setStroke(new BasicStroke((float) number(inherited(element, "stroke-width", "1")), cap, join, 4, pattern.length == 0 ? null : pattern, 0));
            on.draw(shape);
        });
    }

    /** A line of text: its own letters, and those of the parts that stand higher, lower or smaller. */
    private static void text(Graphics2D on, Element text) {
        double width = run(null, text);
        String anchor = inherited(text, "text-anchor", "start");
        var before = on.getTransform();
        on.translate(number(text.attr("x")) - (anchor.equals("middle") ? width / 2 : anchor.equals("end") ? width : 0), number(text.attr("y")));
        run(on, text);
        on.setTransform(before);
    }

    /** Draws the letters, or with nothing to draw on only measures them; returns the width. */
    private static double run(@Nullable Graphics2D on, Element text) {
        double x = 0;
        double y = 0;
        for (var node : text.childNodes()) {
            var holder = node instanceof Element part ? part : text;
            String letters = node instanceof TextNode plain ? plain.getWholeText() : holder.text();
            double size = number(inherited(holder, "font-size", text.closest(".names") == null ? "16" : "7"));
            if (node instanceof Element part) {
                x += length(part.attr("dx"), size);
                y += length(part.attr("dy"), size);
            }
            var face = face(holder);
            if (on != null) {
                var line = AffineTransform.getTranslateInstance(x, y).createTransformedShape(face.line(letters, size));
                colour(inherited(holder, "fill", "#000"), opacity(holder)).ifPresent(colour -> {
                    on.setColor(colour);
                    on.fill(line);
                });
            }
            x += face.width(letters, size);
        }
        return x;
    }

    private static Outlines face(Element holder) {
        boolean maths = inherited(holder, "font-family", "").contains("KaTeX") || holder.closest(".names") != null;
        return !maths ? Outlines.ROMAN : inherited(holder, "font-style", "normal").equals("italic") ? Outlines.MATHS : Outlines.NUMBER;
    }

    private static String inherited(Element element, String name, String otherwise) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr(name)) {
                return at.attr(name);
            }
        }
        return otherwise;
    }

    /** Opacity of the element and of all groups around it. */
    private static double opacity(Element element) {
        double opacity = 1;
        for (Element at = element; at != null; at = at.parent()) {
            opacity *= at.hasAttr("opacity") ? part(at.attr("opacity")) : 1;
        }
        return opacity;
    }

    private static Optional<Color> colour(String text, double opacity) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        var token = TOKEN.matcher(text);
        Color colour = text.equals("currentColor") ? PAPER.get("ink") : token.matches() ? PAPER.getOrDefault(token.group(1), Color.BLACK)
                : new Color(Integer.parseInt(text.length() == 4 ? text.replaceAll("#(.)(.)(.)", "$1$1$2$2$3$3") : text.substring(1), 16));
        return Optional.of(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity)));
    }

    private static double part(String text) {
        return Math.clamp(number(text), 0, 1);
    }

    /** In units, or in parts of the size of the letters. */
    private static double length(String text, double size) {
        return text.endsWith("em") ? size * number(text.substring(0, text.length() - 2)) : number(text);
    }

    private static double number(String text) {
        return text.isBlank() ? 0 : Double.parseDouble(text.strip());
    }

    private static double[] numbers(String text) {
        return text.isBlank() ? new double[0] : Arrays.stream(text.strip().split("[\\s,]+")).mapToDouble(Double::parseDouble).toArray();
    }
}
