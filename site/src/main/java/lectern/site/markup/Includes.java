package lectern.site.markup;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code {include}} and {@code {literalinclude}} bring in: a file, or the part of it that options name. */
public final class Includes {
    private static final int MOST = Integer.MAX_VALUE;

    private Includes() {}

    /** The reading of the included file, or nothing when it may not or cannot be read; then the reason is reported. */
    static Optional<Draft> of(Directive directive, Draft draft) {
        var from = directive.place().file();
        var found = draft.files().read(from, directive.argument());
        if (!found.refusal().isEmpty()) {
            draft.report(directive.argumentPlace(), Rule.INCLUDE, found.refusal(), "");
            return Optional.empty();
        }
        if (draft.including().contains(found.file())) {
            draft.report(directive.argumentPlace(), Rule.INCLUDE, "The file \"" + found.file() + "\" includes itself: "
                    + String.join(" → ", draft.including()) + " → " + found.file() + ".", "Remove one of these includes.");
            return Optional.empty();
        }
        var text = Source.of(found.file(), found.text());
        return Optional.of(draft.including(found.file(), part(directive, FrontMatter.strip(text))));
    }

    /** The lines of the file that {@code {literalinclude}} shows, or nothing when it cannot be read; then the reason is reported. */
    static Optional<Source> literal(Directive directive, Draft draft) {
        var found = draft.files().read(directive.place().file(), directive.argument());
        if (!found.refusal().isEmpty()) {
            draft.report(directive.argumentPlace(), Rule.INCLUDE, found.refusal(), "");
            return Optional.empty();
        }
        var all = Source.of(found.file(), found.text().replaceFirst("\\R$", ""));
        var object = directive.option("pyobject");
        var part = part(directive, object.isEmpty() ? all : object(all, object));
        return Optional.of(around(directive, directive.has("dedent") ? dedented(part, number(directive.option("dedent"), MOST)) : part));
    }

    /** A function or class by its name, {@code Name} or {@code Class.method}: its line and those that stand deeper below it; all where there is none. */
    private static Source object(Source all, String name) {
        var within = all;
        for (var part : name.split("\\.")) {
            var lines = within.lines();
            var opens = Pattern.compile("(\\s*)(?:async\\s+)?(?:def|class)\\s+" + Pattern.quote(part) + "\\b.*");
            int from = 0;
            while (from < lines.size() && !opens.matcher(lines.get(from).text()).matches()) {
                from++;
            }
            if (from == lines.size()) {
                return all;
            }
            int indent = indent(lines.get(from).text());
            int to = from + 1;
            while (to < lines.size() && (lines.get(to).text().isBlank() || indent(lines.get(to).text()) > indent || lines.get(to).text().strip().startsWith(")"))) {
                to++;
            }
            while (lines.get(to - 1).text().isBlank()) {
                to--;
            }
            while (from > 0 && lines.get(from - 1).text().strip().startsWith("@") && indent(lines.get(from - 1).text()) == indent) {
                from--;
            }
            within = new Source(lines.subList(from, to));
        }
        return within;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Without the blanks that all lines begin with, or so many of them. */
    private static Source dedented(Source part, int most) {
        int common = part.lines().stream().filter(line -> !line.text().isBlank()).mapToInt(line -> indent(line.text())).min().orElse(0);
        int cut = most == MOST ? common : Math.max(0, most);
        return new Source(part.lines().stream().map(line -> {
            int own = Math.min(cut, indent(line.text()));
            return new Source.Line(line.text().substring(own), new Place(line.place().file(), line.place().line(), line.place().column() + own));
        }).toList());
    }

    private static Source around(Directive d, Source part) {
        if (!d.has("prepend") && !d.has("append")) {
            return part;
        }
        var lines = new ArrayList<Source.Line>();
        if (d.has("prepend")) {
            lines.add(new Source.Line(d.option("prepend"), d.placeOf("prepend")));
        }
        lines.addAll(part.lines());
        if (d.has("append")) {
            lines.add(new Source.Line(d.option("append"), d.placeOf("append")));
        }
        return new Source(lines);
    }

    /** The lines that the options of an include leave. */
    private static Source part(Directive d, Source all) {
        var lines = all.lines();
        int from = 0;
        int to = lines.size();
        if (d.has("lines")) {
            var chosen = chosen(d.option("lines"), lines.size());
            return new Source(chosen.stream().map(lines::get).toList());
        }
        if (d.has("start-line")) {
            from = number(d.option("start-line"), 0);
        }
        if (d.has("end-line")) {
            int end = number(d.option("end-line"), to);
            to = end < 0 ? to + end : end;
        }
        if (d.has("start-at") || d.has("start-after")) {
            boolean after = d.has("start-after");
            int found = find(all, d.option(after ? "start-after" : "start-at"), from);
            from = found < 0 ? from : after ? found + 1 : found;
        }
        if (d.has("end-at") || d.has("end-before")) {
            boolean at = d.has("end-at");
            int found = find(all, d.option(at ? "end-at" : "end-before"), from);
            to = found < 0 ? to : at ? found + 1 : found;
        }
        from = Math.clamp(from, 0, lines.size());
        return new Source(lines.subList(from, Math.clamp(to, from, lines.size())));
    }

    /** Indices named by {@code 1,3-5,8-}. */
    public static java.util.List<Integer> chosen(String text, int count) {
        var chosen = new java.util.ArrayList<Integer>();
        for (var part : text.split(",")) {
            var ends = part.strip().split("-", 2);
            int first = number(ends[0], 1);
            int last = ends.length == 1 ? first : number(ends[1], count);
            for (int i = Math.max(1, first); i <= Math.min(last, count); i++) {
                chosen.add(i - 1);
            }
        }
        return chosen;
    }

    private static int find(Source all, String text, int from) {
        for (int i = Math.max(0, from); i < all.lines().size(); i++) {
            if (all.lines().get(i).text().contains(text)) {
                return i;
            }
        }
        return -1;
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
