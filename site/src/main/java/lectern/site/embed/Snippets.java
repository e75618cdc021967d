package lectern.site.embed;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.Widgets;
import org.jspecify.annotations.Nullable;

/** The lines that put a widget, in a state, on another site. */
public final class Snippets {
    /** A line to paste. @param name what it is called in a menu @param where what it is for */
    public record Snippet(String name, String where, String text) {}

    /** Height of a frame before it has told its own, in pixels. */
    static final int HEIGHT = 720;

    private final String origin;
    private final @Nullable Loader loader;
    /** Of the files that hold pages; empty on a server. */
    private final String ending;

    /** @param origin address of this site without a slash at the end */
    public Snippets(String origin, Loader loader) {
        this(origin, loader, "");
    }

    private Snippets(String origin, @Nullable Loader loader, String ending) {
        this.origin = origin;
        this.loader = loader;
        this.ending = ending;
    }

    /** Those of a site of files, which keeps no earlier version of itself. @param origin address of its folder without a slash at the end */
    public static Snippets ofFiles(String origin) {
        return new Snippets(origin, null, ".html");
    }

    /** @param state text of the state, empty for the usual one */
    public List<Snippet> of(String id, String state) {
        String query = state.isEmpty() ? "" : "?" + state;
        String element = "<lectern-widget name=\"" + id + "\"" + (state.isEmpty() ? "" : " state=\"" + attribute(state) + "\"") + "></lectern-widget>";
        var all = new ArrayList<Snippet>();
        all.add(new Snippet("Element", "A page or a course that takes scripts", "<script type=\"module\" src=\"" + origin + "/embed/1/widget.js\"></script>\n" + element));
        if (loader != null) {
            all.add(new Snippet("Pinned", "The same, held to this very version", "<script type=\"module\" src=\"" + origin + "/embed/" + loader.version() + "/widget.js\" integrity=\"" + loader.integrity()
                    + "\" crossorigin=\"anonymous\"></script>\n" + element));
        }
        all.add(new Snippet("Frame", "A course that takes frames only", frame(id, state)));
        all.add(new Snippet("Markdown", "Markdown: the picture, linked", "[![" + Widgets.title(id) + "](" + origin + "/figures/" + id + ".svg" + query + ")](" + origin + "/widgets/" + id + ending + query + ")"));
        all.add(new Snippet("MyST", "MyST", ":::{iframe} " + origin + "/embed/" + id + ending + query + "\n:width: 100%\n:::"));
        return all;
    }

    /** The frame, as it is pasted. */
    public String frame(String id, String state) {
        return frame(id, state, "100%", HEIGHT);
    }

    /** The frame in a size, as oEmbed answers. */
    public String frame(String id, String state, String width, int height) {
        return "<iframe src=\"" + attribute(origin + "/embed/" + id + ending + (state.isEmpty() ? "" : "?" + state)) + "\" title=\"" + attribute(Widgets.title(id))
                + "\" width=\"" + width + "\" height=\"" + height + "\" loading=\"lazy\" sandbox=\"allow-scripts allow-popups\" style=\"border:0\"></iframe>";
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
