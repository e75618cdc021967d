package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A table drawn with signs, as reStructuredText has them: a grid of {@code +---+} and {@code |}, or columns under {@code === ===}.
 * One whose cells reach over several rows or columns is none of these.
 *
 * @param rows cells by row; a cell is its lines, without the blanks around them
 * @param heads how many rows stand above the line that ends the head
 */
record DrawnTable(List<List<List<Source.Line>>> rows, int heads) {
    private static final Pattern BORDER = Pattern.compile("=++(?: ++=++)++\\s*+");
    private static final Pattern SPAN = Pattern.compile("-++(?: ++-++)*+");
    private static final Pattern GRID_LINE = Pattern.compile("\\+(?:[-=]++\\+)++\\s*+");
    private static final Pattern OPENING = Pattern.compile("(?:[-*+>:`#|]|\\d{1,9}[.)] ).*");

    /** More than any page has room for. */
    private static final int MOST_COLUMNS = 100;

    /** Where the table ends that begins on this line; the line itself where none does. */
    static int end(List<Source.Line> lines, int from) {
        int end = from;
        if (GRID_LINE.matcher(lines.get(from).text()).matches()) {
            while (end < lines.size() && lines.get(end).text().matches("[+|].*")) {
                end++;
            }
        } else if (BORDER.matcher(lines.get(from).text()).matches()) {
            int borders = 1; // above the table, below its head, below the table
            for (int i = from + 1; i < lines.size() && borders < 3; i++) {
                if (BORDER.matcher(lines.get(i).text()).matches()) {
                    borders++;
                    if (i + 1 == lines.size() || lines.get(i + 1).text().isBlank()) {
                        return i + 1;
                    }
                }
            }
        }
        return end;
    }

    /** The table that these lines draw. */
    static Optional<DrawnTable> of(List<Source.Line> lines) {
        var border = lines.getFirst().text().stripTrailing();
        return border.startsWith("+") ? grid(lines, marks(border, '+')) : columns(lines, border);
    }

    private static Optional<DrawnTable> grid(List<Source.Line> lines, List<Integer> marks) {
        if (marks.size() > MOST_COLUMNS) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<List<Source.Line>>>();
        int heads = 0;
        var row = cells(marks.size() - 1);
        for (var line : lines.subList(1, lines.size())) {
            var text = line.text().stripTrailing();
            if (GRID_LINE.matcher(text).matches() && marks(text, '+').equals(marks) && !row.getFirst().isEmpty()) {
                heads = text.indexOf('=') > 0 ? rows.size() + 1 : heads;
                rows.add(row);
                row = cells(marks.size() - 1);
            } else if (text.length() == marks.getLast() + 1 && marks.stream().allMatch(mark -> text.charAt(mark) == '|')) {
                for (int i = 0; i < row.size(); i++) {
                    row.get(i).add(part(line, marks.get(i) + 1, marks.get(i + 1)));
                }
            } else {
                return Optional.empty();
            }
        }
        return rows.isEmpty() || row.stream().anyMatch(cell -> !cell.isEmpty()) ? Optional.empty() : Optional.of(new DrawnTable(rows, heads));
    }

    private static Optional<DrawnTable> columns(List<Source.Line> lines, String border) {
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < border.length(); i++) {
            if (border.charAt(i) == '=' && (i == 0 || border.charAt(i - 1) == ' ')) {
                starts.add(i);
            }
        }
        if (starts.size() > MOST_COLUMNS) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<List<Source.Line>>>();
        int heads = 0;
        for (var line : lines.subList(1, lines.size() - 1)) {
            var text = line.text().stripTrailing();
            if (text.equals(border)) {
                heads = rows.size();
                continue;
            }
            if (SPAN.matcher(text).matches() || starts.stream().skip(1).anyMatch(start -> start <= text.length() && text.charAt(start - 1) != ' ')) {
                return Optional.empty(); // a cell over several columns
            }
            if (text.isBlank()) {
                continue;
            }
            if (text.charAt(0) != ' ' || rows.isEmpty()) {
                rows.add(cells(starts.size()));
            }
            for (int i = 0; i < starts.size(); i++) {
                rows.getLast().get(i).add(part(line, starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : text.length()));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new DrawnTable(rows, heads));
    }

    private static List<List<Source.Line>> cells(int count) {
        var cells = new ArrayList<List<Source.Line>>();
        for (int i = 0; i < count; i++) {
            cells.add(new ArrayList<>());
        }
        return cells;
    }

    private static List<Integer> marks(String line, char mark) {
        var marks = new ArrayList<Integer>();
        for (int i = line.indexOf(mark); i >= 0; i = line.indexOf(mark, i + 1)) {
            marks.add(i);
        }
        return marks;
    }

    private static Source.Line part(Source.Line line, int from, int to) {
        int begin = Math.min(from, line.text().length());
        return new Source.Line(line.text().substring(begin, Math.clamp(to, begin, line.text().length())).stripTrailing(), new Place(line.place().file(), line.place().line(), line.place().column() + begin));
    }

    /**
     * The table in Markdown: with bars where each cell is a few words under one head, else as a list of lists.
     *
     * @param inner turns what a cell holds
     */
    List<Source.Line> markdown(UnaryOperator<List<Source.Line>> inner) {
        var cells = rows.stream().map(row -> row.stream().map(cell -> filled(inner.apply(cell))).toList()).toList();
        return heads == 1 && cells.stream().flatMap(List::stream).allMatch(cell -> cell.stream().noneMatch(line -> line.text().isBlank() || OPENING.matcher(line.text()).matches())) ? bars(cells) : lists(cells);
    }

    private static List<Source.Line> filled(List<Source.Line> cell) {
        int from = 0;
        int to = cell.size();
        while (from < to && cell.get(from).text().isBlank()) {
            from++;
        }
        while (to > from && cell.get(to - 1).text().isBlank()) {
            to--;
        }
        return cell.subList(from, to);
    }

    private List<Source.Line> bars(List<List<List<Source.Line>>> cells) {
        var out = new ArrayList<Source.Line>();
        for (int r = 0; r < cells.size(); r++) {
            var place = rows.get(r).getFirst().getFirst().place();
            var line = new StringBuilder("|");
            for (var cell : cells.get(r)) {
                line.append(' ').append(String.join(" ", cell.stream().map(l -> l.text().strip().replace("|", "\\|")).toList())).append(" |");
            }
            out.add(new Source.Line(line.toString(), place));
            if (r == 0) {
                out.add(new Source.Line("|" + " --- |".repeat(cells.get(r).size()), place));
            }
        }
        return out;
    }

    private List<Source.Line> lists(List<List<List<Source.Line>>> cells) {
        var first = rows.getFirst().getFirst().getFirst().place();
        var fence = "`".repeat(3 + cells.stream().flatMap(List::stream).flatMap(List::stream).mapToInt(l -> l.text().length() - l.text().replaceFirst("^\\s*`+", "").length()).max().orElse(0));
        var out = new ArrayList<Source.Line>();
        out.add(new Source.Line(fence + "{list-table}", first));
        out.add(new Source.Line(":header-rows: " + heads, first));
        for (int r = 0; r < cells.size(); r++) {
            for (int c = 0; c < cells.get(r).size(); c++) {
                var sign = c == 0 ? "* - " : "  - ";
                var cell = cells.get(r).get(c);
                out.add(cell.isEmpty() ? new Source.Line(sign.stripTrailing(), rows.get(r).get(c).getFirst().place()) : new Source.Line(sign + cell.getFirst().text(), cell.getFirst().place()));
                cell.stream().skip(1).forEach(line -> out.add(new Source.Line(line.text().isBlank() ? "" : "    " + line.text(), line.place())));
            }
        }
        out.add(new Source.Line(fence, out.getLast().place()));
        return out;
    }
}
