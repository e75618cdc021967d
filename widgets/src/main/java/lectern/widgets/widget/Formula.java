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
     * {@code J(q) = ( … )}, each column in the colour of its joint; its entries are slots twice over, row by row in the picture, then in MathML.
     *
     * @param letter of the matrix
     * @param argument what it depends on
     * @param roles colour role of each column
     */
    public static Element matrix(String letter, String argument, int count, String[] roles, Slots slots) {
        int width = LEFT + roles.length * COLUMN + 22;
        int height = count * ROW + 10;
        Nodes picture = new Nodes();
        picture.add(
            Element.of("text", "class", "sym", "y", Path.coordinate(height / 2.0 + 6)).with(
                new Text(letter), Element.of("tspan", "class", "up").with("("), new Text(argument), Element.of("tspan", "class", "up").with(") =")),
            Element.of("path", "class", "k-ink", "d", bracket(LEFT + 2, 8, height) + bracket(width - 4, -8, height)));
        for (int i = 0; i < count * roles.length; i++) {
            picture.add(slots.of("text", "class", "f-" + roles[i % roles.length], "text-anchor", "end",
                "x", "" + (LEFT + (i % roles.length + 1) * COLUMN + 4), "y", "" + (23 + i / roles.length * ROW)));
        }
        Node[] rows = new Node[count];
        for (int r = 0; r < count; r++) {
            Node[] cells = new Node[roles.length];
            for (int c = 0; c < roles.length; c++) {
                cells[c] = Element.of("mtd").with(slots.of("mn"));
            }
            rows[r] = Element.of("mtr").with(cells);
        }
        return Element.of("div", "class", "live").with(
            Element.of("svg", "aria-hidden", "true", "width", "" + width, "height", "" + height).with(picture.all()),
            Element.of("math", "class", "vh").with(
                Element.of("mi").with(letter), operator("("), Element.of("mi").with(argument), operator(")"), operator("="),
                operator("("), Element.of("mtable").with(rows), operator(")")));
    }

    private static Element operator(String sign) {
        return Element.of("mo").with(sign);
    }

    private static String bracket(double x, double bulge, int height) {
        return new Path().move(x + bulge, 2).data() + "Q" + Path.coordinate(x - bulge / 2) + " " + Path.coordinate(height / 2.0)
            + " " + Path.coordinate(x + bulge) + " " + (height - 2);
    }
}
