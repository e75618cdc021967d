package lectern.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;

/** A figure that stands without the page's style sheet: classes become resolved attributes, and what can only be grasped is left out. */
final class Standalone {
    private static final Map<String, String> COLOURS = Map.of("q1", "#2a48c0", "q2", "#b44300", "x", "#007461", "g", "#5c1080", "e", "#8a0030",
        "ink", "#1e1c19", "ink2", "#5d574d", "faint", "#8d8677", "hair", "#dcd5c6", "raise", "#fffdf9");

    private static final Map<String, List<String>> STYLES = Map.ofEntries(
        Map.entry("w2", List.of("stroke-width", "2")),
        Map.entry("stem", List.of("stroke-width", "2.5")),
        Map.entry("link", List.of("stroke-width", "9", "stroke-linecap", "round")),
        Map.entry("dot", List.of("stroke-linecap", "round")),
        Map.entry("hole", List.of("stroke", "#fffdf9")),
        Map.entry("joint", List.of("stroke-width", "4", "fill", "#fffdf9")),
        Map.entry("d-q2", List.of("stroke-dasharray", "7 4")),
        Map.entry("d-g", List.of("stroke-dasharray", "1.5 4")),
        Map.entry("d-e", List.of("stroke-dasharray", "9 3 2 3", "stroke-width", "1.5")),
        Map.entry("dots", List.of("stroke-dasharray", "1 5", "stroke-linecap", "round")),
        Map.entry("dots2", List.of("stroke-dasharray", "2 4")),
        Map.entry("arc", List.of("stroke-width", "4")),
        Map.entry("capsule", List.of("stroke-linecap", "round", "fill", "none")),
        Map.entry("s0", List.of("stroke", "#a19a8e")),
        Map.entry("s1", List.of("stroke", "#bab4a8")),
        Map.entry("s2", List.of("stroke", "#d1cbbf")),
        Map.entry("s3", List.of("stroke", "#e4dfd4")),
        Map.entry("shine", List.of("stroke", "#fffdf9")),
        Map.entry("tint", List.of("opacity", "0.1")), Map.entry("wash", List.of("fill", "#007461", "fill-opacity", "0.1")),
        Map.entry("sym", List.of("font-family", "KaTeX_Math, KaTeX_Main, serif", "font-style", "italic", "font-size", "20")),
        Map.entry("sub", List.of("font-size", "14", "font-style", "normal")),
        Map.entry("t", List.of("font-family", "Charter, Georgia, serif", "font-size", "16")));

    private Standalone() {}

    /** The figure as a document of its own. */
    static Element document(Element svg) {
        String[] box = String.valueOf(svg.attribute("viewBox")).split(" ", -1);
        List<Node> children = new ArrayList<>();
        children.add(Element.of("rect", "width", box[2], "height", box[3], "fill", "#fffdf9"));
        for (Node child : svg.children()) {
            if (!isGrip(child)) {
                children.add(resolved(child));
            }
        }
        String name = String.valueOf(svg.attribute("aria-labelledby"));
        return Element.of("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", svg.attribute("viewBox"), "width", box[2], "height", box[3],
            "role", "img", "aria-labelledby", name, "aria-describedby", svg.attribute("aria-describedby")).with(children.toArray(Node[]::new));
    }

    /** A handle, or what only pointing at one shows. */
    private static boolean isGrip(Node node) {
        return node instanceof Element element && (element.attribute("data-grip") != null || "tip".equals(element.attribute("class")));
    }

    private static Node resolved(Node node) {
        if (!(node instanceof Element element)) {
            return node;
        }
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < element.attributes().length; i += 2) {
            String name = String.valueOf(element.attributes()[i]);
            String value = element.attributes()[i + 1];
            if (name.equals("class") && value != null) {
                for (String css : value.split(" ")) {
                    attributes.addAll(style(css));
                }
            } else if (value != null && !name.startsWith("aria-")) {
                set(attributes, name, value);
            }
        }
        List<String> last = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i += 2) {
            set(last, attributes.get(i), attributes.get(i + 1));
        }
        Node[] children = new Node[element.children().length];
        for (int i = 0; i < children.length; i++) {
            children[i] = resolved(element.children()[i]);
        }
        return Element.of(element.name(), last.toArray(String[]::new)).with(children);
    }

    private static List<String> style(String css) {
        if (css.startsWith("k-")) {
            return List.of("stroke", colour(css), "fill", "none", "stroke-width", "1");
        }
        return css.startsWith("f-") ? List.of("fill", colour(css)) : STYLES.getOrDefault(css, List.of());
    }

    private static String colour(String css) {
        return COLOURS.getOrDefault(css.substring(2), "#1e1c19");
    }

    /** The later value of an attribute replaces the earlier, as in the style sheet. */
    private static void set(List<String> attributes, String name, String value) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                attributes.set(i + 1, value);
                return;
            }
        }
        attributes.add(name);
        attributes.add(value);
    }
}
