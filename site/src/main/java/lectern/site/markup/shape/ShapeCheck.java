package lectern.site.markup.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The front door: whether what a formula adds, multiplies and sets equal can have the shapes that the table of symbols declares.
 *
 * <p>It claims a misfit only where two declared sizes differ. Where it does not know a shape, or where a habit of notation leaves two readings
 * (a size {@code n} beside a 7, a number added to a list), it says that it did not check.
 */
public final class ShapeCheck {
    private static final Set<String> EQUAL = Set.of("=", "\\approx", "\\leftarrow", "\\gets", "\\equiv", "\\simeq", "\\coloneqq", "\\triangleq");
    private static final Set<String> ORDER = Set.of("<", ">", "\\le", "\\leq", "\\ge", "\\geq", "\\ll", "\\gg", "\\lt", "\\gt");
    private static final Set<String> OTHER = Set.of("\\to", "\\rightarrow", "\\mapsto", ":", "\\propto", "\\sim", "\\mid", "\\subset", "\\notin", "\\perp", "\\parallel");
    private static final Set<String> BREAK = Set.of(",", ";", "\\Longrightarrow", "\\Rightarrow", "\\Longleftrightarrow", "\\Leftrightarrow", "\\iff", "\\implies");

    private final String tex;
    private final Function<String, Quantity> table;
    private Verdict.@Nullable Misfit misfit;
    private Verdict.@Nullable NotChecked open;
    private boolean joined;

    ShapeCheck(String tex, Function<String, Quantity> table) {
        this.tex = tex;
        this.table = table;
    }

    /**
     * @param outline as the engine wrote it
     * @param tex the formula that it is an outline of
     * @param table what is known of a symbol, by its TeX
     */
    public static Verdict of(String outline, String tex, Function<String, Quantity> table) {
        var check = new ShapeCheck(tex, table);
        check.statements(Brackets.nested(Outline.read(outline)));
        if (check.misfit != null) {
            return check.misfit;
        }
        return !check.joined ? new Verdict.Nothing() : check.open != null ? check.open : new Verdict.Fits();
    }

    private void statements(List<Outline> items) {
        var row = withoutFullStop(items);
        if (row.size() == 1 && row.getFirst() instanceof Outline.Table lines) {
            var statement = new ArrayList<Outline>();
            for (var cells : lines.rows()) {
                var line = Brackets.nested(cells.stream().flatMap(List::stream).toList());
                // a line that begins with a relation goes on with the one above
                if (!line.isEmpty() && !isRelation(line.getFirst())) {
                    statements(statement);
                    statement = new ArrayList<>();
                }
                statement.addAll(line);
            }
            statements(statement);
            return;
        }
        for (var statement : split(row, BREAK)) {
            chain(withoutFullStop(statement));
        }
    }

    private static boolean isRelation(Outline item) {
        return item instanceof Outline.Sign s && (EQUAL.contains(s.text()) || ORDER.contains(s.text()) || OTHER.contains(s.text()));
    }

    private static List<Outline> withoutFullStop(List<Outline> items) {
        boolean stop = !items.isEmpty() && items.getLast() instanceof Outline.Digit d && d.text().equals(".");
        return stop ? items.subList(0, items.size() - 1) : items;
    }

    /** Sides and the relations between them: {@code a = b ≤ c}. */
    private void chain(List<Outline> items) {
        var terms = new Terms(this);
        Found left = null;
        List<Outline> leftItems = List.of();
        String relation = "";
        int begin = 0;
        for (int i = 0; i <= items.size(); i++) {
            var sign = i < items.size() && items.get(i) instanceof Outline.Sign s ? s.text() : "";
            boolean other = OTHER.contains(sign);
            if (other) {
                joined = true;
                unknown(items.get(i), "“" + sign + "” is not an equation");
                return;
            }
            if (i < items.size() && !EQUAL.contains(sign) && !ORDER.contains(sign) && !sign.equals("\\in")) {
                continue;
            }
            var side = items.subList(begin, i);
            if (relation.equals("\\in")) {
                Spaces.check(this, left, leftItems, side);
                left = Found.UNKNOWN;
            } else if (!side.isEmpty()) {
                var right = terms.sum(side);
                if (left != null) {
                    joined = true;
                    related(left, leftItems, right, side, EQUAL.contains(relation));
                }
                left = right;
            }
            leftItems = side;
            relation = sign;
            begin = i + 1;
        }
    }

    private void related(Found left, List<Outline> leftItems, Found right, List<Outline> side, boolean equation) {
        var a = left.shape();
        var b = right.shape();
        if (a == null || b == null || left.kind() == Found.Kind.ZERO || right.kind() == Found.Kind.ZERO) {
            return;
        }
        if (left.isWrittenOut() != right.isWrittenOut() && !(a.isNumber() && b.isNumber()) || !equation && !(a.isNumber() && b.isNumber())) {
            unknown(side.getFirst(), "a relation with a list may hold entry by entry");
            return;
        }
        switch (a.same(b)) {
            case YES -> { }
            case NO -> misfit(side, phrase(leftItems, a) + " and " + phrase(side, b) + ": both sides need one shape.", "Look for a missing transpose, or correct the shape in symbols.yml.");
            case UNSURE -> unknown(side.getFirst(), "it is not said whether " + a.words() + " is " + b.words());
        }
    }

    static List<List<Outline>> split(List<Outline> items, Set<String> at) {
        var parts = new ArrayList<List<Outline>>();
        int begin = 0;
        for (int i = 0; i <= items.size(); i++) {
            if (i == items.size() || items.get(i) instanceof Outline.Sign s && at.contains(s.text())) {
                parts.add(items.subList(begin, i));
                begin = i + 1;
            }
        }
        return parts;
    }

    Quantity quantity(String symbol) {
        return table.apply(symbol);
    }

    /** There was something to fit. */
    void join() {
        joined = true;
    }

    Found unknown(Outline at, String reason) {
        if (open == null) {
            open = new Verdict.NotChecked(at.from(), reason);
        }
        return Found.UNKNOWN;
    }

    /** The first misfit is told; the next may only follow from it. */
    Found misfit(List<Outline> at, String message, String hint) {
        if (misfit == null) {
            int place = at.stream().mapToInt(Outline::from).filter(from -> from >= 0).findFirst().orElse(-1);
            misfit = new Verdict.Misfit(place, message, hint);
        }
        return Found.UNKNOWN;
    }

    /** “W x” is a list of k. */
    String phrase(List<Outline> items, Shape shape) {
        var text = text(items);
        return (text.isEmpty() ? "a part" : "“" + text + "”") + " is " + shape.words();
    }

    /** What the author wrote; empty when a macro wrote some of it. */
    String text(List<Outline> items) {
        int from = items.stream().mapToInt(Outline::from).min().orElse(-1);
        int to = items.stream().mapToInt(Outline::to).max().orElse(-1);
        return from < 0 || to > tex.length() || to <= from ? "" : tex.substring(from, to).strip().replaceAll("\\s+", " ");
    }
}
