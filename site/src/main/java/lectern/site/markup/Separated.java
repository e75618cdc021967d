package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;

/** Values apart by commas or another sign, {@code {csv-table}}, as the list of lists that {@code {list-table}} takes: each cell is Markdown. */
final class Separated {
    private Separated() {}

    /** A row and the place of its first value. */
    private record Row(List<String> cells, Place place) {}

    /** The rows of the table, its header first; from a file, or from the directive's body. */
    static Source of(Directive table, Draft draft) {
        var given = table.option("delim");
        char delimiter = given.isEmpty() ? ',' : given.equals("tab") || given.equals("\\t") ? '\t' : given.equals("space") ? ' ' : given.charAt(0);
        var rows = new ArrayList<Row>();
        if (table.has("header")) {
            rows.addAll(rows(Source.at(table.placeOf("header"), table.option("header")), delimiter));
        }
        if (table.has("file")) {
            var found = draft.files().read(table.place().file(), table.option("file"));
            if (!found.refusal().isEmpty()) {
                draft.report(table.placeOf("file"), Rule.INCLUDE, found.refusal(), "");
            }
            rows.addAll(rows(Source.of(found.file(), found.text()), delimiter));
        } else {
            rows.addAll(rows(table.body(), delimiter));
        }
        var lines = new ArrayList<Source.Line>();
        for (var row : rows) {
            for (int i = 0; i < row.cells.size(); i++) {
                var first = true;
                for (var line : cell(row.cells.get(i)).split("\n", -1)) {
                    lines.add(new Source.Line((!first ? "    " : i == 0 ? "* - " : "  - ") + line.strip(), row.place));
                    first = false;
                }
            }
        }
        return new Source(lines);
    }

    /** A sign alone is a value, not the beginning of a list. */
    private static String cell(String text) {
        return text.matches("[-+*]") ? "\\" + text : text;
    }

    private static List<Row> rows(Source source, char delimiter) {
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        var value = new StringBuilder();
        boolean quoted = false;
        int begun = 0;
        var lines = source.lines();
        for (int n = 0; n < lines.size(); n++) {
            var line = lines.get(n).text();
            if (!quoted && line.isBlank()) {
                continue;
            }
            begun = quoted ? begun : n;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                } else if (c == '"' && (quoted || value.toString().isBlank())) {
                    quoted = !quoted;
                } else if (c == delimiter && !quoted) {
                    cells.add(value.toString().strip());
                    value.setLength(0);
                } else {
                    value.append(c);
                }
            }
            if (quoted && n + 1 < lines.size()) {
                value.append('\n');
                continue;
            }
            cells.add(value.toString().strip());
            value.setLength(0);
            rows.add(new Row(List.copyOf(cells), lines.get(begun).place()));
            cells.clear();
        }
        return rows;
    }
}
