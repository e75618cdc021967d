package lectern.widgets.widget;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Text;

/** Live formulas: SVG text of fixed size for the eye, with the same formula in MathML for everyone else. */
public final class Formula {
    private static final int ROW = 26;
    private static final int COLUMN = 78;
    private static final int LEFT = 62;

    private Formula() {}

    /**
     * {@code J(q) = ( … )}, each column in the colour of its joint.
     *
     * @param letter of the matrix
     * @param argument what it depends on
     * @param roles colour role of each column
     * @param entries as shown, row by row
     */
    public static Element matrix(String letter, String argument, String[] roles, String[]... entries) {
        int width = LEFT + roles.length * COLUMN + 22;
        int height = entries.length * ROW + 10;
        double middle = height / 2.0;
        Nodes picture = new Nodes();
        picture.add(
            Element.of("text", "class", "sym f-ink", "x", "0", "y", Path.coordinate(middle + 6)).with(
                new Text(letter), Element.of("tspan", "class", "up").with("("), new Text(argument), Element.of("tspan", "class", "up").with(") =")),
            bracket(LEFT + 2, 8, height), bracket(width - 4, -8, height));
        Node[] rows = new Node[entries.length];
        for (int r = 0; r < entries.length; r++) {
            Node[] cells = new Node[roles.length];
            for (int c = 0; c < roles.length; c++) {
                picture.add(Element.of("text", "class", "f-" + roles[c], "text-anchor", "end",
                    "x", Path.coordinate(LEFT + (c + 1) * COLUMN + 4), "y", Path.coordinate(23 + r * ROW)).with(entries[r][c]));
                cells[c] = Element.of("mtd").with(Element.of("mn").with(entries[r][c]));
            }
            rows[r] = Element.of("mtr").with(cells);
        }
        return Element.of("div", "class", "live").with(
            Element.of("svg", "aria-hidden", "true", "viewBox", "0 0 " + width + " " + height, "width", "" + width, "height", "" + height)
                .with(picture.all()),
            Element.of("math", "class", "vh").with(
                Element.of("mi").with(letter), operator("("), Element.of("mi").with(argument), operator(")"), operator("="),
                Element.of("mrow").with(operator("("), Element.of("mtable").with(rows), operator(")"))));
    }

    private static Element operator(String sign) {
        return Element.of("mo").with(sign);
    }

    private static Element bracket(double x, double bulge, int height) {
        String d = new Path().move(x + bulge, 2).data() + "Q" + Path.coordinate(x - bulge / 2) + " " + Path.coordinate(height / 2.0)
            + " " + Path.coordinate(x + bulge) + " " + (height - 2);
        return Element.of("path", "class", "k-ink", "d", d);
    }
}
