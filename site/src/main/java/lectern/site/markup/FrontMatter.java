package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The YAML between {@code ---} lines at the head of a page, and the page below it. */
public record FrontMatter(Map<String, Object> values, Source page, List<Mistake> mistakes) {
    public static FrontMatter of(Source source) {
        int end = end(source);
        if (end < 0) {
            return new FrontMatter(Map.of(), source, List.of());
        }
        int start = start(source);
        var text = new Source(source.lines().subList(start + 1, end)).text();
        var mistakes = new ArrayList<Mistake>();
        Map<String, Object> values = Map.of();
        try {
            values = Yaml.map(text);
        } catch (Yaml.Unreadable e) {
            mistakes.add(new Mistake(source.place(start + e.line, e.column - 1), Rule.INVALID_FRONT_MATTER, "The front matter cannot be read: " + e.getMessage() + ".",
                    "Write \"key: value\" lines; put a value with a colon in quotes."));
        }
        return new FrontMatter(values, source.from(end + 1), List.copyOf(mistakes));
    }

    static Source strip(Source source) {
        int end = end(source);
        return end < 0 ? source : source.from(end + 1);
    }

    /** The first line that is not empty. */
    private static int start(Source source) {
        int start = 0;
        while (start < source.lines().size() && source.lines().get(start).text().isBlank()) {
            start++;
        }
        // blank lines and then a rule are no front matter
        return start > 0 && (start + 1 >= source.lines().size() || !source.lines().get(start + 1).text().matches("[\\w.-]+:.*")) ? source.lines().size() : start;
    }

    private static int end(Source source) {
        var lines = source.lines();
        int start = start(source);
        if (start >= lines.size() || !lines.get(start).text().stripTrailing().equals("---")) {
            return -1;
        }
        for (int i = start + 1; i < lines.size(); i++) {
            var line = lines.get(i).text().stripTrailing();
            if (line.equals("---") || line.equals("...")) {
                return i;
            }
        }
        return -1;
    }
}
