package lectern.widgets.skiptest;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;
import lectern.widgets.draw.View;
import lectern.widgets.expression.Formula;
import lectern.widgets.widget.Control;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** The skip-test: whoever can fill the four blanks of the two-link Jacobian may skim the section. */
public final class SkipTestWidget implements Widget<Blanks> {
    private static final View ARM = new View(200, 318, 108);
    private static final double SPEED = 46;
    private static final Symbol[] ENTRIES = {
        new Symbol("J", "11", "q1", "row 1, column 1: x₁ by q₁"), new Symbol("J", "12", "q2", "row 1, column 2: x₁ by q₂"),
        new Symbol("J", "21", "q1", "row 2, column 1: x₂ by q₁"), new Symbol("J", "22", "q2", "row 2, column 2: x₂ by q₂")};

    @Override
    public String id() {
        return "skip-test";
    }

    @Override
    public String title() {
        return "Skip-test";
    }

    @Override
    public String units() {
        return "base frame, m/rad; q1 q2 l1 l2, sin and cos";
    }

    @Override
    public String[] model() {
        return new String[] {
            "Every entry is read as a formula and compared with the true one at eight random poses, to a billionth; any form of the right formula "
                + "passes. A wrong entry is compared with the usual mistakes: sign, swapped, missing term, missing length, q₂ for q₁ + q₂.",
            "The seed of the poses stands in the state. Source of the entries: eq. 5.1 of Lynch and Park, Modern Robotics; checked against SymPy."};
    }

    @Override
    public Question question() {
        return new Question("Fill the four blanks.", new String[0], 0, "", "");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("empty", "Empty", ""), new Preset("term", "One link forgotten", "c=l1*cos(q1)"),
            new Preset("alone", "q₂ alone", "d=l2*cos(q2)"), new Preset("broken", "Not a formula", "a=-l1*sin(q1")};
    }

    @Override
    public Blanks read(Fields fields) {
        return Blanks.read(fields);
    }

    @Override
    public String write(Blanks blanks) {
        return blanks.write();
    }

    @Override
    public Blanks update(Blanks blanks, Event event) {
        if (event instanceof Event.Fill(String field, String text)) {
            return blanks.with(field, text);
        }
        return event instanceof Event.Press ? blanks.reseeded() : blanks;
    }

    @Override
    public String[] proof() {
        return new String[] {"two-link"};
    }

    @Override
    public int beside() {
        return 5;
    }

    private static Judge judge(Blanks blanks, int entry) {
        return Judge.of(blanks.entries()[entry], entry, blanks.seed());
    }

    private static int count(Blanks blanks, String verdict) {
        int count = 0;
        for (int i = 0; i < ENTRIES.length; i++) {
            if (judge(blanks, i).verdict().equals(verdict)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public String regime(Blanks blanks) {
        return count(blanks, "right") == ENTRIES.length ? "All four entries are right: skim on." : "";
    }

    @Override
    public String describe(Blanks blanks) {
        if (count(blanks, "") == ENTRIES.length) {
            return "All four blanks are empty.";
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < ENTRIES.length; i++) {
            Judge judge = judge(blanks, i);
            if (!judge.verdict().isEmpty()) {
                words.append("Row ").append(i / 2 + 1).append(", column ").append(i % 2 + 1).append(judge.verdict().equals("right") ? " is right. " : ": ")
                    .append(judge.remark()).append(judge.remark().isEmpty() ? "" : " ");
            }
        }
        return words.append(regime(blanks)).toString().trim();
    }

    @Override
    public Control[] controls(Blanks blanks) {
        Control[] controls = new Control[ENTRIES.length + 1];
        for (int i = 0; i < ENTRIES.length; i++) {
            Judge judge = judge(blanks, i);
            String said = judge.verdict().equals("right") ? "✓ right" : judge.verdict().isEmpty() ? "" : "✕ " + judge.remark();
            controls[i] = new Control.Field(ENTRIES[i], Blanks.KEYS[i], blanks.entries()[i], judge.verdict(), said);
        }
        controls[ENTRIES.length] = new Control.Button("pose", "Another pose");
        return controls;
    }

    @Override
    public Quantity[] quantities(Blanks blanks) {
        return new Quantity[] {new Quantity(new Symbol("n", "", "ink", "entries that are right"), "right", count(blanks, "right"), "")};
    }

    @Override
    public Node[] readout(Blanks blanks) {
        int right = count(blanks, "right");
        String line = right == ENTRIES.length ? "All four are right. You know this section: skim on to its recap."
            : count(blanks, "") == ENTRIES.length ? "Differentiate the position of the hand, row by row."
            : right + " of 4 are right. A column says where the hand goes when one joint turns at 1 rad/s.";
        return new Node[] {Element.of("p").with(line)};
    }

    @Override
    public Element view(Blanks blanks, String prefix) {
        Pose pose = Pose.of(blanks.seed(), 0);
        double ex = ARM.toX(pose.l1() * Math.cos(pose.q1()));
        double ey = ARM.toY(pose.l1() * Math.sin(pose.q1()));
        double[] parts = pose.parts();
        double hx = ARM.toX(parts[2] + parts[3]);
        double hy = ARM.toY(parts[0] + parts[1]);
        double[] truth = pose.jacobian();
        Nodes out = new Nodes().add(
            line("k-faint", ARM.x(), ARM.y(), ARM.x() + 90, ARM.y()), line("k-q1 link", ARM.x(), ARM.y(), ex, ey), line("k-q2 link", ex, ey, hx, hy),
            Element.of("circle", "class", "k-q1 joint", "cx", Path.coordinate(ARM.x()), "cy", Path.coordinate(ARM.y()), "r", "9"),
            Element.of("rect", "class", "k-q2 joint", "x", Path.coordinate(ex - 8), "y", Path.coordinate(ey - 8), "width", "16", "height", "16"));
        for (int column = 0; column < 2; column++) {
            String role = ENTRIES[column].role();
            double tx = hx + SPEED * truth[column];
            double ty = hy - SPEED * truth[column + 2];
            out.add(line("k-" + role + " stem d-" + role, hx, hy, tx, ty), new Symbol("J", column == 0 ? "1" : "2", role, "").at(tx + 8, ty - 4));
            double x = value(blanks, column, pose);
            double y = value(blanks, column + 2, pose);
            if (x - x == 0 && y - y == 0) {
                out.add(line("k-ink", hx, hy, hx + SPEED * x, hy - SPEED * y),
                    Element.of("circle", "class", "f-ink", "r", "4", "cx", Path.coordinate(hx + SPEED * x), "cy", Path.coordinate(hy - SPEED * y)));
            }
        }
        out.add(
            Element.of("path", "class", "k-x joint", "d", new Path().move(hx, hy - 12).line(hx + 12, hy).line(hx, hy + 12).line(hx - 12, hy).close().data()),
            Element.of("text", "class", "t f-ink2", "x", "16", "y", "26").with(
                "q = (" + Shown.fixed(pose.q1(), 2) + ", " + Shown.fixed(pose.q2(), 2) + ") rad"),
            Element.of("text", "class", "t o f-ink2", "x", "16", "y", "344").with("coloured: the true columns · black: yours"));
        return Element.of("svg", "viewBox", "0 0 520 360", "role", "img", "aria-labelledby", prefix + "-fig", "aria-describedby", prefix + "-desc").with(
            Element.of("title", "id", prefix + "-fig").with("Two-link arm with the columns of its Jacobian at the hand"),
            Element.of("desc", "id", prefix + "-desc").with(describe(blanks)), Element.of("g").with(out.all()));
    }

    /** The typed entry's value in a pose; NaN when there is none. */
    private static double value(Blanks blanks, int entry, Pose pose) {
        Formula formula = judge(blanks, entry).formula();
        return formula == null ? Double.NaN : formula.value(pose.q1(), pose.q2(), pose.l1(), pose.l2());
    }

    private static Element line(String css, double x1, double y1, double x2, double y2) {
        return Element.of("path", "class", css, "d", new Path().move(x1, y1).line(x2, y2).data());
    }
}
