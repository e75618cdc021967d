package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text of which every line knows where it came from: a page, the body of a directive, an included file. */
public record Source(List<Line> lines) {
    /** A line and the place of its first character. */
    public record Line(String text, Place place) {}

    public Source {
        lines = List.copyOf(lines);
    }

    /** The text of a file. */
    public static Source of(String file, String text) {
        var lines = new ArrayList<Line>();
        int number = 1;
        for (var line : text.split("\r\n|\r|\n", -1)) {
            lines.add(new Line(line, new Place(file, number++, 1)));
        }
        return new Source(lines);
    }

    /** One line of text that stands at a place. */
    public static Source at(Place place, String text) {
        return new Source(List.of(new Line(text, place)));
    }

    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    public Source from(int line) {
        return new Source(lines.subList(line, lines.size()));
    }

    /** Where a spot of the text stands in its file; both indices count from 0. */
    public Place place(int line, int column) {
        if (lines.isEmpty()) {
            return Place.of("");
        }
        var found = lines.get(Math.clamp(line, 0, lines.size() - 1)).place();
        return new Place(found.file(), found.line(), found.column() + column);
    }
}
