package lectern.site.export;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the addresses in a page of the server into paths between files, so that the site works below any folder and from a disk.
 *
 * <p>Reads attributes of our own pages only: there, a quotation mark in text is always {@code &quot;}.
 */
final class Links {
    private static final List<String> ATTRIBUTES = List.of("href", "src", "action", "data-widgets");
    private static final String BEGINS = "=\"/";
    private static final Pattern IN_STYLE = Pattern.compile("url\\(/([^()]*)\\)");

    /** Whether an address (without the leading slash) is a file as it is, and not a page. */
    private final Predicate<String> isFile;

    Links(Predicate<String> isFile) {
        this.isFile = isFile;
    }

    /** The page that will be the file {@code from}, its links relative; it says where the site's root is, for its scripts. */
    String page(String html, String from) {
        String root = up(from);
        // by hand: a pattern takes a fifth of a whole export
        var relative = new StringBuilder(html.length() + html.length() / 8);
        int copied = 0;
        for (int at = html.indexOf(BEGINS); at >= 0; at = html.indexOf(BEGINS, at + 1)) {
            int address = at + BEGINS.length();
            if (isAddress(html, at) && html.charAt(address) != '/') {
                int end = address;
                while ("\"?#".indexOf(html.charAt(end)) < 0) {
                    end++;
                }
                relative.append(html, copied, address - 1).append(root).append(file(html.substring(address, end)));
                copied = end;
            }
        }
        String page = relative.append(html, copied, html.length()).toString();
        return page.replaceFirst("<html lang=\"([^\"]*)\"", "<html lang=\"$1\" data-root=\"" + (root.isEmpty() ? "./" : root) + "\"");
    }

    /** Whether an attribute that holds an address ends here. */
    private static boolean isAddress(String html, int end) {
        return ATTRIBUTES.stream().anyMatch(name -> html.startsWith(name, end - name.length()) && Character.isWhitespace(html.charAt(end - name.length() - 1)));
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
