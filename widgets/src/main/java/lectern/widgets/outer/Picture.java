package lectern.widgets.outer;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Marks;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;

/** The figure: W, a*, e and e xᵀ side by side, row against row, with the input above the columns that it makes. */
final class Picture {
    private static final double TOP = 62;
    private static final double FIRST = 170;
    private static final double PITCH = 66;
    private static final double WIDE = 33;
    private static final double HIGH = 28;
    /** View units by which a cell's knob rises for one. */
    private static final double RISE = 6;
    private static final double ERRORS = 290;

    private Picture() {}

    private static double x(int cell) {
        return cell < Layer.X ? 48 + 68 * (cell % 2) : cell < Layer.A ? 404 + 70 * (cell - Layer.X) : 206;
    }

    private static double y(int cell) {
        return cell < Layer.X ? row(cell / 2) : cell < Layer.A ? TOP : row(cell - Layer.A);
    }

    private static double row(int i) {
        return FIRST + PITCH * i;
    }

    /** The value that a cell has when its knob stands at an ordinate. */
    static double value(int cell, double ordinate) {
        return (y(cell) - ordinate) / RISE;
    }

    static Node[] draw(Layer layer) {
        double[] cells = layer.cells();
        double[] e = layer.error();
        double[] g = layer.gradient();
        double lit = row(layer.row());
        Nodes out = new Nodes().add(
            Marks.path("f-ink tint", new Path().move(8, lit - PITCH / 2).line(512, lit - PITCH / 2).line(512, lit + PITCH / 2).line(8, lit + PITCH / 2).close()),
            head("W", "ink", 72), head("a*", "x", 196), head("e", "e", 284), Marks.words("t o f-ink2", 252, FIRST - 76, "e = Wx − a*"),
            head("e xᵀ", "g", 422), head("xᵀ", "ink", 340, TOP + 6));
        for (int i = 0; i < Layer.OUTPUTS; i++) {
            out.add(box("k-e", ERRORS, row(i)), number("e", ERRORS, row(i), text(e[i])));
            for (int j = 0; j < Layer.INPUTS; j++) {
                double x = x(Layer.X + j);
                out.add(box("k-g" + (i == layer.row() ? " w2" : ""), x, row(i)), number("g", x, row(i), text(g[Layer.INPUTS * i + j])));
            }
        }
        Nodes grips = new Nodes();
        for (int i = 0; i < cells.length; i++) {
            double x = x(i);
            double y = y(i);
            double knob = y - RISE * cells[i];
            String role = i < Layer.A ? "ink" : "x";
            String text = Shown.fixed(cells[i], 1);
            out.add(box("k-faint", x, y), number(role, x + 5, y, text), Marks.line("k-hair", x - 26, y - 18, x - 26, y + 18),
                Marks.dot("k-" + role, x - 26, knob, 4));
            grips.add(Element.of("ellipse", "class", "grip", "data-grip", Layer.NAMES[i], "cx", Path.coordinate(x), "cy", Path.coordinate(knob),
                "rx", "34", "ry", "27", "tabindex", "0", "role", "slider", "aria-label", Layer.NAMES[i], "aria-valuemin", "-3", "aria-valuemax", "3",
                "aria-valuenow", Path.coordinate(cells[i]), "aria-valuetext", text));
        }
        return new Nodes().add(Element.of("g", "aria-hidden", "true").with(out.all())).add(grips.all()).all();
    }

    private static Element head(String words, String role, double x) {
        return head(words, role, x, FIRST - 46);
    }

    private static Element head(String words, String role, double x, double y) {
        return Marks.words("sym f-" + role, x, y, words);
    }

    private static Element box(String css, double x, double y) {
        return Marks.path(css, new Path().move(x - WIDE, y - HIGH).line(x + WIDE, y - HIGH).line(x + WIDE, y + HIGH).line(x - WIDE, y + HIGH).close());
    }

    private static Element number(String role, double x, double y, String text) {
        return Marks.centred("t f-" + role, x, y + 6, text);
    }

    /** At most four digits, which is what a cell has room for. */
    static String text(double value) {
        return Shown.fixed(value, Math.abs(value) < 10 ? 2 : 1);
    }
}
