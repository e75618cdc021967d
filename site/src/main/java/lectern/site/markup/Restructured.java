package lectern.site.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * reStructuredText as MyST Markdown: what books hold of it, {@code {eval-rst}} and whole pages. Headings, directives, roles, links, literal blocks,
 * lists, tables, definitions, footnotes and labels are turned.
 */
public final class Restructured {
    private static final Pattern LINE = Pattern.compile("([=\\-~^\"'#*+.:_`])\\1{2,}\\s*");
    private static final Pattern DIRECTIVE = Pattern.compile("\\.\\. ([A-Za-z][\\w:.+-]*?)::(?:\\s+(.*)|\\s*)");
    private static final Pattern TARGET = Pattern.compile("\\.\\. _`?([^:`]+)`?:\\s*(.*)");
    private static final Pattern NOTE = Pattern.compile("\\.\\. \\[#?([^\\]]+)]\\s+(.*)");
    private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[*+-]|(?:\\d+|#|[A-Za-z])[.)])\\s+.*");
    private static final Pattern ROLE = Pattern.compile("(?<![\\w`]):([A-Za-z][\\w:.+-]{0,60}):`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("(?<!`)`([^`<>]+?)\\s*<([^`<>]+)>`__?");
    private static final Pattern NAMED = Pattern.compile("(?<![`\\w:}])`([^`<>]+)`_(?![\\w_])");
    private static final Pattern INTERPRETED = Pattern.compile("(?<![`\\w:}])`([^`]+)`(?![`_])");
    private static final Pattern MARK = Pattern.compile("(?<=\\S) ?\\[#?([\\w-]+)]_(?!\\w)");
    private static final Pattern LITERAL = Pattern.compile("``.+?``");

    private final List<Source.Line> out = new ArrayList<>();
    private final List<String> levels;
    private final int depth;

    private Restructured(List<String> levels, int depth) {
        this.levels = levels;
        this.depth = depth;
    }

    /** The same text in Markdown; every line keeps its place. */
    public static Source markdown(Source text) {
        var all = new Restructured(new ArrayList<>(), 0);
        all.blocks(text.lines());
        return new Source(all.out);
    }

    private void blocks(List<Source.Line> lines) {
        for (int i = 0; i < lines.size();) {
            var line = lines.get(i);
            var text = line.text();
            int heading = heading(lines, i);
            if (text.isBlank()) {
                add(line, "");
                i++;
            } else if (heading > 0) {
                i += heading;
            } else if (text.startsWith("..") && (text.length() == 2 || text.charAt(2) == ' ')) {
                i = explicit(lines, i);
            } else if (DrawnTable.end(lines, i) > i) {
                int end = DrawnTable.end(lines, i);
                drawn(lines.subList(i, end));
                i = end;
            } else if (indent(text) > 0) {
                int end = below(lines, i, 0);
                for (var inner : inside(cut(lines.subList(i, end)))) {
                    add(inner, "> " + inner.text());
                }
                i = end;
            } else {
                i = paragraph(lines, i);
            }
        }
    }

    /** A title with its line below it, or above and below; how many lines it takes, 0 when there is none. */
    private int heading(List<Source.Line> lines, int i) {
        boolean over = LINE.matcher(lines.get(i).text()).matches() && i + 2 < lines.size() && !lines.get(i + 1).text().isBlank() && lines.get(i + 2).text().strip().equals(lines.get(i).text().strip());
        int at = over ? i + 1 : i;
        if (!over && (at + 1 >= lines.size() || lines.get(at).text().isBlank() || indent(lines.get(at).text()) > 0 || LINE.matcher(lines.get(at).text()).matches()
                || !LINE.matcher(lines.get(at + 1).text()).matches() || i > 0 && !lines.get(i - 1).text().isBlank() && !lines.get(i - 1).text().startsWith(".. "))) {
            return 0;
        }
        var kind = (over ? "o" : "") + lines.get(at + 1).text().charAt(0);
        if (!levels.contains(kind)) {
            levels.add(kind);
        }
        add(lines.get(at), "#".repeat(Math.min(6, levels.indexOf(kind) + 1)) + " " + inline(lines.get(at).text().strip()));
        add(lines.get(at + 1), "");
        return over ? 3 : 2;
    }

    /** What begins with two dots. */
    private int explicit(List<Source.Line> lines, int i) {
        var line = lines.get(i);
        int end = below(lines, i + 1, 0);
        var body = cut(lines.subList(i + 1, end));
        var directive = DIRECTIVE.matcher(line.text().stripTrailing());
        var target = TARGET.matcher(line.text().strip());
        var note = NOTE.matcher(line.text().strip());
        if (directive.matches()) {
            directive(line, directive.group(1), directive.group(2) == null ? "" : directive.group(2).strip(), body);
        } else if (target.matches()) {
            add(line, target.group(2).isEmpty() ? "(" + target.group(1).strip() + ")=" : "[" + target.group(1).strip() + "]: " + target.group(2).strip());
        } else if (note.matches()) {
            add(line, "[^" + note.group(1) + "]: " + inline(note.group(2)));
            inside(body).forEach(inner -> add(inner, "    " + inner.text()));
        } else {
            add(line, "");
        }
        return end;
    }

    private void directive(Source.Line line, String name, String argument, List<Source.Line> body) {
        int options = 0;
        while (options < body.size() && body.get(options).text().matches(":[A-Za-z][\\w-]*:.*")) {
            options++;
        }
        boolean markdown = Directives.shape(Directives.name(name)).filter(Directives.Shape::markdown).isPresent() && depth < Draft.MAX_DEPTH;
        var rest = new ArrayList<>(body.subList(options, body.size()));
        while (!rest.isEmpty() && rest.getLast().text().isBlank()) {
            rest.removeLast();
        }
        var inner = markdown ? inside(rest) : rest;
        // a fence longer than any inside it
        var fence = "`".repeat(Math.max(3, 3 + inner.stream().mapToInt(l -> l.text().stripLeading().length() - l.text().stripLeading().replaceFirst("^`+", "").length()).max().orElse(0)));
        add(line, fence + "{" + name + "}" + (argument.isEmpty() ? "" : " " + (markdown ? inline(argument) : argument)));
        body.subList(0, options).forEach(option -> add(option, option.text()));
        inner.forEach(l -> add(l, l.text()));
        add(body.isEmpty() ? line : body.getLast(), fence);
    }

    /** A table drawn with signs; one that no Markdown says is shown as it is drawn. */
    private void drawn(List<Source.Line> lines) {
        var table = DrawnTable.of(lines);
        if (table.isPresent()) {
            out.addAll(table.get().markdown(cell -> inside(cut(cell))));
        } else {
            add(lines.getFirst(), "```text");
            lines.forEach(l -> add(l, l.text()));
            add(lines.getLast(), "```");
        }
    }

    /** Lines up to the next blank one: a paragraph, an item of a list, or a term before its meaning; and the literal block that it announces. */
    private int paragraph(List<Source.Line> lines, int from) {
        var first = lines.get(from);
        var item = ITEM.matcher(first.text());
        if (item.matches()) {
            int width = first.text().length() - first.text().replaceFirst("^(?:[*+-]|(?:\\d+|#|[A-Za-z])[.)])\\s+", "").length();
            int end = below(lines, from + 1, 0);
            var within = new ArrayList<Source.Line>();
            within.add(new Source.Line(first.text().substring(width), first.place()));
            within.addAll(cut(lines.subList(from + 1, end)));
            var marker = first.text().substring(0, width).strip();
            var text = marker.matches("[*+-]|\\d+[.)]") ? marker + " " : marker.matches("#[.)]") ? "1. " : "1. ";
            var inner = inside(within);
            for (int i = 0; i < inner.size(); i++) {
                add(inner.get(i), i == 0 ? text + inner.get(i).text() : inner.get(i).text().isBlank() ? "" : " ".repeat(text.length()) + inner.get(i).text());
            }
            return end;
        }
        if (from + 1 < lines.size() && indent(lines.get(from + 1).text()) > 0 && !first.text().strip().endsWith("::")) {
            int end = below(lines, from + 1, 0);
            add(first, inline(first.text()));
            var inner = inside(cut(lines.subList(from + 1, end)));
            for (int i = 0; i < inner.size(); i++) {
                add(inner.get(i), (i == 0 ? ": " : "  ") + inner.get(i).text());
            }
            return end;
        }
        int end = from;
        var text = new StringBuilder();
        while (end < lines.size() && !lines.get(end).text().isBlank() && indent(lines.get(end).text()) == 0 && (end == from || heading(lines.subList(0, end + 1), end) == 0)) {
            text.append(end == from ? "" : "\n").append(lines.get(end++).text());
        }
        boolean literal = text.toString().strip().endsWith("::");
        var shown = literal ? text.toString().strip().equals("::") ? "" : text.toString().strip().replaceFirst(":$", "") : text.toString();
        int at = from;
        for (var line : inline(shown).split("\n", -1)) {
            add(lines.get(Math.min(at++, end - 1)), line);
        }
        return literal ? literal(lines, end) : end;
    }

    private int literal(List<Source.Line> lines, int from) {
        int begin = from;
        while (begin < lines.size() && lines.get(begin).text().isBlank()) {
            begin++;
        }
        int end = below(lines, begin, 0);
        if (end > begin) {
            add(lines.get(begin), "");
            add(lines.get(begin), "`````");
            cut(lines.subList(begin, end)).forEach(l -> add(l, l.text()));
            add(lines.get(end - 1), "`````");
            add(lines.get(end - 1), "");
        }
        return end;
    }

    /** Signs within a line. */
    private static String inline(String text) {
        var code = new ArrayList<String>();
        var kept = LITERAL.matcher(text).replaceAll(m -> {
            code.add(m.group());
            return "\u0001" + (code.size() - 1) + "\u0001";
        });
        kept = kept.replace("$", "\\$");
        kept = ROLE.matcher(kept).replaceAll(m -> {
            code.add("{" + m.group(1) + "}`" + m.group(2).replace("\\$", "$") + "`");
            return "\u0001" + (code.size() - 1) + "\u0001";
        });
        kept = LINK.matcher(kept).replaceAll(m -> Matcher.quoteReplacement("[" + m.group(1) + "](" + m.group(2).strip() + ")"));
        kept = NAMED.matcher(kept).replaceAll("[$1]");
        kept = INTERPRETED.matcher(kept).replaceAll("*$1*");
        kept = MARK.matcher(kept).replaceAll("[^$1]");
        return Pattern.compile("\u0001(\\d+)\u0001").matcher(kept).replaceAll(m -> Matcher.quoteReplacement(code.get(Integer.parseInt(m.group(1)))));
    }

    private List<Source.Line> inside(List<Source.Line> lines) {
        if (depth >= Draft.MAX_DEPTH) {
            return lines;
        }
        var inner = new Restructured(levels, depth + 1);
        inner.blocks(lines);
        return inner.out;
    }

    /** Where the lines end that stand deeper than a margin, blank ones between them counted. */
    private static int below(List<Source.Line> lines, int from, int margin) {
        int end = from;
        for (int i = from; i < lines.size() && (lines.get(i).text().isBlank() || indent(lines.get(i).text()) > margin); i++) {
            if (!lines.get(i).text().isBlank()) {
                end = i + 1;
            }
        }
        return end;
    }

    /** Lines without the blanks that all begin with. */
    private static List<Source.Line> cut(List<Source.Line> lines) {
        int common = lines.stream().filter(l -> !l.text().isBlank()).mapToInt(l -> indent(l.text())).min().orElse(0);
        return lines.stream().map(l -> {
            int own = Math.min(common, indent(l.text()));
            return new Source.Line(l.text().substring(own), new Place(l.place().file(), l.place().line(), l.place().column() + own));
        }).toList();
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }

    private void add(Source.Line from, String text) {
        out.add(new Source.Line(text, from.place()));
    }
}
