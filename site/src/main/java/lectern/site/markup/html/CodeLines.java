package lectern.site.markup.html;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import lectern.site.markup.Directive;
import lectern.site.markup.Includes;

/** Lines of code that carry numbers or stand out, as {@code :linenos:} and {@code :emphasize-lines:} ask. */
final class CodeLines {
    private static final Pattern TAG = Pattern.compile("<(/?)span[^>]*>");

    private CodeLines() {}

    static boolean wanted(Directive d) {
        return d.has("linenos") || d.has("number-lines") || d.has("lineno-start") || d.has("lineno-match") || d.has("emphasize-lines");
    }

    /** @param code coloured or escaped; an element that spans lines is closed and opened again at each */
    static String of(Directive d, String code) {
        var lines = code.split("\n", -1);
        int count = lines.length > 1 && lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        var marked = new HashSet<>(d.option("emphasize-lines").isEmpty() ? List.<Integer>of() : Includes.chosen(d.option("emphasize-lines"), count));
        boolean numbered = d.has("linenos") || d.has("number-lines") || d.has("lineno-start") || d.has("lineno-match");
        int first = first(d);
        int width = String.valueOf(first + count - 1).length();
        var open = new ArrayDeque<String>();
        var html = new StringBuilder();
        for (int i = 0; i < count; i++) {
            var line = new StringBuilder(String.join("", open));
            line.append(lines[i]);
            var tag = TAG.matcher(lines[i]);
            while (tag.find()) {
                if (tag.group(1).isEmpty()) {
                    open.addLast(tag.group());
                } else if (!open.isEmpty()) {
                    open.removeLast();
                }
            }
            line.append("</span>".repeat(open.size()));
            // the number is no text of the page: who copies the code does not copy it
            html.append("<span class=\"line").append(marked.contains(i) ? " hl\"" : "\"");
            if (numbered) {
                html.append(" data-n=\"").append(String.format("%" + width + "d", first + i)).append("  \"");
            }
            html.append('>').append(line).append("</span>\n");
        }
        return html.toString();
    }

    private static int first(Directive d) {
        var given = d.option("lineno-start").isEmpty() ? d.option("number-lines") : d.option("lineno-start");
        if (given.matches("\\d{1,6}")) {
            return Integer.parseInt(given);
        }
        var all = d.body().lines();
        return d.has("lineno-match") && !all.isEmpty() ? Math.max(1, all.getFirst().place().line()) : 1;
    }
}
