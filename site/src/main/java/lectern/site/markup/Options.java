package lectern.site.markup;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/** Reads the options at the head of a directive: {@code :key: value} lines, or YAML between {@code ---} lines. */
final class Options {
    private static final Pattern LINE = Pattern.compile("\\s*:([A-Za-z][\\w-]*):(?:\\s+(.*)|\\s*)");

    private static final Pattern COMMENT = Pattern.compile("(?:#|//|%|--)\\|(?:\\s*([A-Za-z][\\w-]*)\\s*:(.*)|.*)");

    private Options() {}

    static void read(Directive directive, Directives.Shape shape, Draft draft) {
        var lines = directive.all().lines();
        var options = new LinkedHashMap<String, Directive.Option>();
        int next = 0;
        if (!lines.isEmpty() && lines.getFirst().text().strip().equals("---")) {
            next = yaml(directive, options, draft);
        } else {
            while (next < lines.size()) {
                var m = LINE.matcher(lines.get(next).text());
                if (!m.matches()) {
                    break;
                }
                var place = directive.all().place(next, m.group(2) == null ? m.end() : m.start(2));
                options.put(m.group(1), new Directive.Option(m.group(2) == null ? "" : unquoted(m.group(2).strip()), place));
                next++;
            }
        }
        for (var entry : options.entrySet()) {
            // a cell of a notebook takes whatever its kernel understands
            if (!shape.options().contains(entry.getKey()) && !directive.name().equals("code-cell")) {
                draft.report(entry.getValue().place(), Rule.BAD_OPTION, "{" + directive.name() + "} has no option \"" + entry.getKey() + "\".",
                        Words.didYouMean(entry.getKey(), shape.options()));
            }
        }
        while (next < lines.size() && lines.get(next).text().isBlank()) {
            next++;
        }
        if (directive.name().equals("code-cell")) {
            next = comments(directive, next, options);
        }
        directive.set(options, directive.all().from(next));
    }

    /** {@code #| key: value} at the head of a cell: options in a comment of its language. */
    private static int comments(Directive cell, int from, LinkedHashMap<String, Directive.Option> options) {
        var lines = cell.all().lines();
        int next = from;
        for (; next < lines.size(); next++) {
            var m = COMMENT.matcher(lines.get(next).text());
            if (!m.matches()) {
                break;
            }
            if (m.group(1) != null) {
                options.putIfAbsent(m.group(1), new Directive.Option(unquoted(m.group(2).strip()), cell.all().place(next, m.start(2))));
            }
        }
        return next;
    }

    /** The value of an option is YAML: quotes around all of it are not part of it. */
    private static String unquoted(String value) {
        int last = value.length() - 1;
        char mark = last < 1 ? ' ' : value.charAt(0);
        return (mark == '"' || mark == '\'') && value.indexOf(mark, 1) == last && value.indexOf('\\') < 0 ? value.substring(1, last) : value;
    }

    private static int yaml(Directive directive, LinkedHashMap<String, Directive.Option> options, Draft draft) {
        var lines = directive.all().lines();
        int end = 1;
        var text = new StringBuilder();
        while (end < lines.size() && !lines.get(end).text().strip().equals("---")) {
            text.append(lines.get(end++).text()).append('\n');
        }
        try {
            Yaml.map(text.toString()).forEach((key, value) -> options.put(key, new Directive.Option(Yaml.text(value), placeOf(key, directive))));
            figure(directive, text.toString(), options);
        } catch (Yaml.Unreadable e) {
            draft.report(directive.all().place(e.line, e.column - 1), Rule.BAD_OPTION, "The options of {" + directive.name() + "} cannot be read: " + e.getMessage() + ".", "");
        }
        return Math.min(end + 1, lines.size());
    }

    /** {@code mystnb: {figure: {name: …, caption: …}}}: what a cell draws is a figure, and others refer to it although no code is run here. */
    private static void figure(Directive directive, String yaml, LinkedHashMap<String, Directive.Option> options) throws Yaml.Unreadable {
        var figure = Yaml.map(Yaml.map(Yaml.map(yaml).get("mystnb")).get("figure"));
        if (!figure.isEmpty()) {
            options.put("mystnb", new Directive.Option("figure", placeOf("figure", directive)));
            options.putIfAbsent("label", new Directive.Option(Yaml.text(figure.get("name")), placeOf("name", directive)));
            options.putIfAbsent("caption", new Directive.Option(Yaml.text(figure.get("caption")).strip(), placeOf("caption", directive)));
        }
    }

    private static Place placeOf(String key, Directive directive) {
        for (var line : directive.all().lines()) {
            int at = line.text().indexOf(key + ":");
            if (at >= 0) {
                return new Place(line.place().file(), line.place().line(), line.place().column() + at);
            }
        }
        return directive.place();
    }
}
