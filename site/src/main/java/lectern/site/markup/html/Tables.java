package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.ArrayList;
import java.util.List;
import lectern.site.markup.Directive;
import lectern.site.markup.Kind;
import lectern.site.markup.Rule;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/** Tables: with pipes, as lists of lists, as separated values. Each stands in a box that scrolls. */
final class Tables {
    private static final String BOX = "<div class=\"table-box\" tabindex=\"0\" role=\"group\" aria-label=\"";

    private Tables() {}

    static String plain(PageWriter page, TableBlock table) {
        var inside = table(page, table);
        boolean boxed = table.getParent() instanceof Directive d && d.name().equals("table");
        return boxed ? inside : BOX + "Table\">" + inside + "</div>\n";
    }

    private static String table(PageWriter page, TableBlock table) {
        var html = new StringBuilder("<table>");
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            var tag = part instanceof TableHead ? "thead" : part instanceof TableBody ? "tbody" : "";
            if (tag.isEmpty()) {
                continue;
            }
            html.append('<').append(tag).append('>');
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                html.append("<tr>");
                for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    html.append(cell(page, (TableCell) cell));
                }
                html.append("</tr>");
            }
            html.append("</").append(tag).append('>');
        }
        return html.append("</table>").toString();
    }

    private static String cell(PageWriter page, TableCell cell) {
        var alignment = cell.getAlignment() == null || cell.getAlignment() == TableCell.Alignment.LEFT ? "" : "align-" + cell.getAlignment().name().toLowerCase(java.util.Locale.ROOT);
        var inside = RawHtml.balanced(page, () -> page.inlines(cell));
        // an empty heading cell says nothing to a screen reader
        var tag = cell.isHeader() && !inside.isEmpty() ? "th" : "td";
        return "<" + tag + (tag.equals("th") ? " scope=\"col\"" : "") + attribute("class", alignment) + ">" + inside + "</" + tag + ">";
    }

    static String captioned(PageWriter page, Directive d) {
        return figure(page, d, page.inlines(d));
    }

    private static String figure(PageWriter page, Directive d, String table) {
        var own = page.own(d);
        var title = d.title().map(page::compact).orElse("");
        var name = own.number().isEmpty() ? "Table" : page.manner.name(Kind.TABLE, own.number());
        return "<figure" + attribute("id", own.id()) + attribute("class", ("table " + Pictures.classes(d)).strip()) + ">" + Pictures.caption(page, own, Kind.TABLE, title)
                + BOX + escape(name) + "\">" + table + "</div></figure>\n";
    }

    /** Rows are the items of a list, cells the items of its items; separated values have been made into such a list. */
    static String list(PageWriter page, Directive d) {
        var rows = new ArrayList<List<String>>();
        if (d.getFirstChild() == null && d.name().equals("csv-table")) {
            return figure(page, d, rows(rows, 0, 0));
        }
        if (!(d.getFirstChild() instanceof ListBlock outer) || outer.getNext() != null) {
            page.report(d.place(), Rule.BAD_OPTION, "The body of {list-table} must be one list whose items are lists.", "Begin each row with \"* - first cell\".");
            return figure(page, d, page.inlines(d));
        }
        for (Node row = outer.getFirstChild(); row != null; row = row.getNext()) {
            var cells = new ArrayList<String>();
            if (row.getFirstChild() instanceof ListBlock inner) {
                for (Node cell = inner.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(page.compact(cell));
                }
            } else {
                page.report(row, Rule.BAD_OPTION, "A row of {list-table} must be a list of cells.", "Begin it with \"* - first cell\".");
                cells.add(page.compact(row));
            }
            rows.add(cells);
        }
        return figure(page, d, rows(rows, number(d, "header-rows") + (d.name().equals("csv-table") && d.has("header") ? 1 : 0), number(d, "stub-columns")));
    }

    private static String rows(List<List<String>> rows, int headers, int stubs) {
        var html = new StringBuilder("<table>");
        for (int r = 0; r < rows.size(); r++) {
            if (r == 0 && headers > 0) {
                html.append("<thead>");
            }
            if (r == headers) {
                html.append(headers > 0 ? "</thead><tbody>" : "<tbody>");
            }
            html.append("<tr>");
            for (int c = 0; c < rows.get(r).size(); c++) {
                var cell = rows.get(r).get(c);
                var scope = cell.isEmpty() ? "" : r < headers ? "col" : c < stubs ? "row" : "";
                html.append(scope.isEmpty() ? "<td>" : "<th scope=\"" + scope + "\">").append(cell).append(scope.isEmpty() ? "</td>" : "</th>");
            }
            html.append("</tr>");
        }
        return html.append(rows.size() <= headers ? headers > 0 && !rows.isEmpty() ? "</thead>" : "" : "</tbody>").append("</table>").toString();
    }

    private static int number(Directive d, String option) {
        return d.option(option).matches("\\d{1,3}") ? Integer.parseInt(d.option(option)) : 0;
    }
}
