package lectern.site.embed;

import java.util.List;
import lectern.widgets.Widgets;

/** The lines that put a widget, in a state, on another site. */
public final class Snippets {
    /** A line to paste. @param name what it is called in a menu @param where what it is for */
    public record Snippet(String name, String where, String text) {}

    /** Height of a frame before it has told its own, in pixels. */
    static final int HEIGHT = 720;

    private final String origin;
    private final Loader loader;

    /** @param origin address of this site without a slash at the end */
    public Snippets(String origin, Loader loader) {
        this.origin = origin;
        this.loader = loader;
    }

    /** @param state text of the state, empty for the usual one */
    public List<Snippet> of(String id, String state) {
        String query = state.isEmpty() ? "" : "?" + state;
        String element = "<lectern-widget name=\"" + id + "\"" + (state.isEmpty() ? "" : " state=\"" + attribute(state) + "\"") + "></lectern-widget>";
        return List.of(
                new Snippet("Element", "A page or a course that takes scripts", "<script type=\"module\" src=\"" + origin + "/embed/1/widget.js\"></script>\n" + element),
                new Snippet("Pinned", "The same, held to this very version", "<script type=\"module\" src=\"" + origin + "/embed/" + loader.version() + "/widget.js\" integrity=\"" + loader.integrity()
                        + "\" crossorigin=\"anonymous\"></script>\n" + element),
                new Snippet("Frame", "A course that takes frames only", frame(id, state)),
                new Snippet("Markdown", "Markdown: the picture, linked", "[![" + Widgets.title(id) + "](" + origin + "/figures/" + id + ".svg" + query + ")](" + origin + "/widgets/" + id + query + ")"),
                new Snippet("MyST", "MyST", ":::{iframe} " + origin + "/embed/" + id + query + "\n:width: 100%\n:::"));
    }

    /** The frame, as it is pasted. */
    public String frame(String id, String state) {
        return frame(id, state, "100%", HEIGHT);
    }

    /** The frame in a size, as oEmbed answers. */
    public String frame(String id, String state, String width, int height) {
        return "<iframe src=\"" + attribute(origin + "/embed/" + id + (state.isEmpty() ? "" : "?" + state)) + "\" title=\"" + attribute(Widgets.title(id))
                + "\" width=\"" + width + "\" height=\"" + height + "\" loading=\"lazy\" sandbox=\"allow-scripts allow-popups\" style=\"border:0\"></iframe>";
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
