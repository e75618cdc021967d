package lectern.widgets.draw;

import java.util.Set;

/** Writes a tree as markup that an HTML parser reads back as the same tree. */
public final class Markup {
    private static final Set<String> VOID = Set.of("input", "br", "img", "hr");

    private final StringBuilder out = new StringBuilder();

    private Markup() {}

    /** The markup of a node. */
    public static String write(Node node) {
        Markup markup = new Markup();
        markup.append(node);
        return markup.out.toString();
    }

    private void append(Node node) {
        switch (node) {
            case Text(String text) -> escape(text, false);
            case Foreign(String name, String css, String html) ->
                out.append('<').append(name).append(" class=\"").append(css).append("\">").append(html).append("</").append(name).append('>');
            case Element element -> append(element);
        }
    }

    private void append(Element element) {
        out.append('<').append(element.name());
        for (int i = 0; i < element.attributes().length; i += 2) {
            String value = element.attributes()[i + 1];
            if (value != null) {
                out.append(' ').append(element.attributes()[i]).append("=\"");
                escape(value, true);
                out.append('"');
            }
        }
        out.append('>');
        if (!VOID.contains(element.name())) {
            for (Node child : element.children()) {
                append(child);
            }
            out.append("</").append(element.name()).append('>');
        }
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }
}
