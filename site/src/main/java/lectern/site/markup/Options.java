package lectern.site.markup;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/** Reads the options at the head of a directive: {@code :key: value} lines, or YAML between {@code ---} lines. */
final class Options {
    private static final Pattern LINE = Pattern.compile("\\s*:([A-Za-z][\\w-]*):(?:\\s+(.*)|\\s*)");

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
                options.put(m.group(1), new Directive.Option(m.group(2) == null ? "" : m.group(2).strip(), place));
                next++;
            }
        }
        for (var entry : options.entrySet()) {
            if (!shape.options().contains(entry.getKey())) {
                draft.report(entry.getValue().place(), Rule.BAD_OPTION, "{" + directive.name() + "} has no option \"" + entry.getKey() + "\".",
                        Words.didYouMean(entry.getKey(), shape.options()));
            }
        }
        while (next < lines.size() && lines.get(next).text().isBlank()) {
            next++;
        }
        directive.set(options, directive.all().from(next));
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
