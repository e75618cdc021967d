package lectern.widgets.panda;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Text;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Slots;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** Words and layout of the seven-joint arm. */
public final class PandaSheet implements Sheet<Stance> {
    private static final Symbol KAPPA = new Symbol("κ", "", "ink", "condition number of J");
    private static final Symbol YOSHIKAWA = new Symbol("w", "", "ink", "manipulability, the product of the six singular values");
    private static final String[] ROWS = {"x", "y", "z"};

    @Override
    public Widget<Stance> widget() {
        return new PandaWidget();
    }

    @Override
    public String title() {
        return "Seven joints, six directions";
    }

    @Override
    public String units() {
        return "base frame, rows v in m/rad then ω in rad/rad, at the point between the fingers";
    }

    @Override
    public String[] model() {
        return new String[] {
            "A Franka Panda by its modified Denavit–Hartenberg table (Craig), with joint limits; no mass, no motors, no collisions. Each column of J is the twist of "
                + "the hand while one joint turns at 1 rad/s. Analytic rows give the rate of the hand's rotation vector instead of its angular velocity.",
            "The hand is dragged parallel to the screen with its orientation kept, by damped least squares (λ = 0.08) in strides of 6 cm; a dragged link moves by the "
                + "joints before it. The two ellipsoids hold the velocities and the angular velocities of all joint speeds of length 1; they are never mixed, since "
                + "metres and radians have no common measure. They are drawn at 0.25 m for 1 m/s and 0.1 m for 1 rad/s, without perspective.",
            "J is called singular when σ₆ ≤ 4·ε·σ₁. Sources: Franka's control parameters; Lynch and Park, Modern Robotics, chapters 5 and 6. Numbers checked against "
                + "Orocos KDL, MuJoCo and mpmath."};
    }

    @Override
    public Question question() {
        return new Question("Stretch the elbow until four degrees are left. By how much does the condition number of J grow over the ready pose?",
            new String[] {"not at all", "about 4 times", "about 400 times"}, 1, 1,
            "About four times. Seven joints and a limit before straight keep the arm from the worst; the singular pose needs two joints to conspire.");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("ready", "Ready pose", ""),
            new Preset("elbow", "Elbow straight", "q=0,0.3,0,-0.0698,0,1.5708,0.785398&joint=4"),
            new Preset("wrist", "Wrist aligned", "q=0,-0.785398,0,-2.35619,0,0,0.785398&joint=7"),
            new Preset("singular", "Singular shoulder", "q=0,0,1.5708,-2.35619,0,1.5708,0.785398&joint=3")};
    }

    @Override
    public String figure() {
        return "A seven-joint arm and its Jacobian as a map of heat";
    }

    @Override
    public int height() {
        return 704;
    }

    @Override
    public String[] proof() {
        return new String[] {"panda-fk-jacobian", "panda-manipulability", "panda-pinv-dls"};
    }

    @Override
    public int beside() {
        return 7;
    }

    @Override
    public Symbol[] symbols() {
        Symbol[] all = new Symbol[21];
        int at = 0;
        for (; at < 7; at++) {
            all[at] = new Symbol("q", "" + (at + 1), "ink", "joint " + (at + 1));
        }
        all[at++] = new Symbol("i", "", "q1", "picked column");
        all[at++] = new Symbol("φ", "", "ink", "direction of the viewer");
        all[at++] = new Symbol("ψ", "", "ink", "height of the viewer");
        for (String row : ROWS) {
            all[at++] = new Symbol("p", row, "x", "hand along " + row);
        }
        for (int k = 1; k <= 6; k++) {
            all[at++] = new Symbol("σ", "" + k, "x", "singular value " + k + " of J");
        }
        all[at++] = KAPPA;
        all[at] = YOSHIKAWA;
        return all;
    }

    @Override
    public Node[] readout(Slots slots) {
        Nodes rows = new Nodes().add(Element.of("tr").with(Element.of("td"), head("col", "by cross products"), head("col", "by autodiff")));
        Element title = Element.of("p", "class", "head").with(new Text("Column "), slots.of("span"), new Text(" of J, entry by entry"));
        for (int row = 0; row < 6; row++) {
            rows.add(Element.of("tr").with(head("row", (row < 3 ? "move\u00a0" : "turn\u00a0") + ROWS[row % 3]), slots.number("td", ""), slots.number("td", "")));
        }
        return new Node[] {
            Element.of("div").with(title, Element.of("table", "class", "pairs").with(Element.of("tbody").with(rows.all())),
                Element.of("p", "class", "head").with(new Text("All 42 entries differ by less than "), slots.number("span", ""))),
            Element.of("div").with(Element.of("p", "class", "head").with("Singular values: moving, m/rad, and turning"),
                Element.of("dl", "class", "sig").with(bars(slots)),
                Element.of("p", "class", "line").with(new Nodes().add(KAPPA.inline()).add(slots.number("span", ""))
                    .add(YOSHIKAWA.inline()).add(slots.number("span", "")).all()), slots.of("p"))};
    }

    private static Element head(String scope, String words) {
        return Element.of("th", "scope", scope).with(words);
    }

    private static Node[] bars(Slots slots) {
        Nodes bars = new Nodes();
        for (int k = 0; k < 6; k++) {
            Symbol symbol = new Symbol("σ", "" + (k % 3 + 1), "x", (k < 3 ? "moving, " : "turning, ") + "singular value " + (k % 3 + 1));
            bars.add(Element.of("dt").with(symbol.inline()), Element.of("dd", "class", k < 3 ? "m b-x" : "m b-x dash", "aria-hidden", "true").with(slots.bar()),
                slots.number("dd", ""));
        }
        return bars.all();
    }

    @Override
    public Node[] choices(Slots slots, String prefix) {
        return new Node[] {
            slots.choice(prefix, "rows", "Last three rows", new String[] {"geometric", "analytic"}, new String[] {"angular velocity ω", "rate of the rotation vector ṙ"}),
            Element.of("button", "class", "btn", "data-do", "press random").with("Random pose")};
    }
}
