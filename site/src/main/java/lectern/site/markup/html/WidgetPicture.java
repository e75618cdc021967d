package lectern.site.markup.html;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.widgets.Widgets;

/**
 * The picture of a widget, which the server draws when it is asked for and a site of files holds.
 *
 * @param widget its name
 * @param state as text; empty for the usual one
 */
public record WidgetPicture(String widget, String state) {
    private static final Pattern ADDRESS = Pattern.compile("/figures/([a-z0-9-]+)\\.svg(?:\\?(.*))?");
    private static final Pattern SIZE = Pattern.compile("width=\"(\\d+)\" height=\"(\\d+)\"");

    /** The picture that a page names by its address; empty when it names another. */
    public static Optional<WidgetPicture> at(String address) {
        var found = ADDRESS.matcher(address);
        return found.matches() && Widgets.ids().contains(found.group(1)) ? Optional.of(new WidgetPicture(found.group(1), found.group(2) == null ? "" : found.group(2))) : Optional.empty();
    }

    /** Its address on a server. */
    String address() {
        return "/figures/" + widget + ".svg" + (state.isEmpty() ? "" : "?" + state);
    }

    /** Its name where it is a file, which has no query. */
    public String file() {
        return "figures/" + widget + (state.isEmpty() ? "" : "-" + Integer.toHexString(state.hashCode())) + ".svg";
    }

    /** The file. */
    public byte[] svg() {
        return Widgets.figure(widget, state).getBytes(StandardCharsets.UTF_8);
    }

    /** Its size in pixels, as attributes, so that nothing moves when it arrives. */
    String size() {
        var found = SIZE.matcher(Widgets.figure(widget, state));
        return found.find() ? " " + found.group() : "";
    }
}
