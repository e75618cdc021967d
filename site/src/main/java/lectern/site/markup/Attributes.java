package lectern.site.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Attributes in braces right behind a picture, a link or code: {@code ![a](a.png){width=50% .wide}}. */
public final class Attributes extends CustomNode {
    private static final String ONE = "\\s*(?:([#.])([\\w:-]+)|([\\w-]+)=(?:\"([^\"{}]*)\"|'([^'{}]*)'|([^\\s\"'{}]+)))";
    private static final Pattern NEXT = Pattern.compile("\\G" + ONE);
    private static final Pattern ALL = Pattern.compile("\\{(?:" + ONE + ")+\\s*\\}");

    private final Map<String, String> values;

    private Attributes(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a key, {@code class} and {@code id} among them; empty when it is not given. */
    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** Whether a paragraph is a picture and nothing else. */
    public static boolean isPicture(Node paragraph) {
        var first = paragraph.getFirstChild();
        return first instanceof Image && (first.getNext() == null || first.getNext() instanceof Attributes && first.getNext().getNext() == null);
    }

    /** Whether a paragraph holds pictures and nothing else. */
    static boolean isPictures(Node paragraph) {
        boolean pictures = paragraph.getFirstChild() != null;
        for (var child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            pictures &= child instanceof Image || child instanceof Attributes || child instanceof SoftLineBreak;
        }
        return pictures;
    }

    /** The attributes that make up a line, {@code {#id .class}}; none when it holds anything else. */
    static Optional<Map<String, String>> line(String line) {
        return line.startsWith("{#") || line.startsWith("{.") ? Optional.of(ALL.matcher(line.strip())).filter(Matcher::matches).map(all -> values(all.group())) : Optional.empty();
    }

    private static Map<String, String> values(String all) {
        var values = new LinkedHashMap<String, String>();
        var one = NEXT.matcher(all.substring(1));
        while (one.find()) {
            var key = one.group(1) == null ? one.group(3) : one.group(1).equals("#") ? "id" : "class";
            var value = one.group(1) != null ? one.group(2) : one.group(4) != null ? one.group(4) : one.group(5) != null ? one.group(5) : one.group(6);
            values.merge(key, value, (a, b) -> key.equals("class") ? a + " " + b : b);
        }
        return values;
    }

    /** Takes the attributes out of the text behind a node. */
    static void take(Node node) {
        if (!(node.getNext() instanceof Text text) || !text.getLiteral().startsWith("{")) {
            return;
        }
        var all = ALL.matcher(text.getLiteral());
        if (!all.lookingAt()) {
            return;
        }
        node.insertAfter(new Attributes(values(all.group())));
        text.setLiteral(text.getLiteral().substring(all.end()));
        if (text.getLiteral().isEmpty()) {
            text.unlink();
        }
    }
}
