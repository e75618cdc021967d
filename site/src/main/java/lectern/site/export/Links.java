package lectern.site.export;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the addresses in a page of the server into paths between files, so that the site works below any folder and from a disk.
 *
 * <p>Reads attributes of our own pages only: there, a quotation mark in text is always {@code &quot;}.
 */
final class Links {
    private static final Pattern ADDRESS = Pattern.compile("(\\s(?:href|src|action|data-widgets)=\")/(?!/)([^\"?#]*)([^\"]*\")");
    private static final Pattern IN_STYLE = Pattern.compile("url\\(/([^)]*)\\)");

    /** Whether an address (without the leading slash) is a file as it is, and not a page. */
    private final Predicate<String> isFile;

    Links(Predicate<String> isFile) {
        this.isFile = isFile;
    }

    /** The page that will be the file {@code from}, its links relative; it says where the site's root is, for its scripts. */
    String page(String html, String from) {
        String root = up(from);
        String relative = ADDRESS.matcher(html).replaceAll(m -> Matcher.quoteReplacement(m.group(1) + root + file(m.group(2)) + m.group(3)));
        return relative.replaceFirst("<html lang=\"([^\"]*)\"", "<html lang=\"$1\" data-root=\"" + (root.isEmpty() ? "./" : root) + "\"");
    }

    /** The same for a style sheet. */
    static String style(String css, String from) {
        return IN_STYLE.matcher(css).replaceAll(m -> Matcher.quoteReplacement("url(" + up(from) + m.group(1) + ")"));
    }

    /** The file that holds what the server sends at an address. */
    String file(String address) {
        return address.isEmpty() ? "index.html" : isFile.test(address) ? address : address + ".html";
    }

    /** From a file to the root of the site. */
    private static String up(String file) {
        return "../".repeat((int) file.chars().filter(c -> c == '/').count());
    }
}
