package lectern.widgets.skiptest;

import lectern.widgets.draw.Marks;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Shown;
import lectern.widgets.draw.View;
import lectern.widgets.expression.Formula;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Latest;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;

/** The skip-test: whoever can fill the four blanks of the two-link Jacobian may skim the section. */
public final class SkipTestWidget implements Widget<Blanks> {
    private static final View ARM = new View(200, 318, 108);
    private static final double SPEED = 46;
    private static final int ENTRIES = 4;

    @Override
    public String id() {
        return "skip-test";
    }

    @Override
    public boolean plays(Blanks blanks) {
        return false;
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
        if (event instanceof Event.Fill fill) {
            return blanks.with(fill.field(), fill.text());
        }
        return event instanceof Event.Press ? blanks.reseeded() : blanks;
    }

    private final Latest<Blanks, Judge[]> judges = new Latest<>(SkipTestWidget::judged);

    private static Judge[] judged(Blanks blanks) {
        Judge[] judges = new Judge[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            judges[i] = Judge.of(blanks.entries()[i], i, blanks.seed());
        }
        return judges;
    }

    private Judge judge(Blanks blanks, int entry) {
        return judges.of(blanks)[entry];
    }

    private int count(Blanks blanks, String verdict) {
        int count = 0;
        for (int i = 0; i < ENTRIES; i++) {
            if (judge(blanks, i).verdict().equals(verdict)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public String regime(Blanks blanks) {
        return count(blanks, "right") == ENTRIES ? "All four entries are right: skim on." : "";
    }

    @Override
    public String describe(Blanks blanks) {
        if (count(blanks, "") == ENTRIES) {
            return "All four blanks are empty.";
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < ENTRIES; i++) {
            Judge judge = judge(blanks, i);
            if (!judge.verdict().isEmpty()) {
                words.append("Row ").append(i / 2 + 1).append(", column ").append(i % 2 + 1).append(judge.verdict().equals("right") ? " is right. " : ": ")
                    .append(judge.remark()).append(judge.remark().isEmpty() ? "" : " ");
            }
        }
        return words.append(regime(blanks)).toString().trim();
    }

    @Override
    public String[] live(Blanks blanks) {
        int right = count(blanks, "right");
        String[] texts = new String[2 * ENTRIES + 1];
        texts[0] = right == ENTRIES ? "All four are right. You know this section: skim on to its recap."
            : count(blanks, "") == ENTRIES ? "Differentiate the position of the hand, row by row."
            : right + " of 4 are right. A column says where the hand goes when one joint turns at 1 rad/s.";
        for (int i = 0; i < ENTRIES; i++) {
            Judge judge = judge(blanks, i);
            texts[2 * i + 1] = blanks.entries()[i];
            texts[2 * i + 2] = judge.verdict().equals("right") ? "✓ right" : judge.verdict().isEmpty() ? "" : "✕ " + judge.remark();
        }
        return texts;
    }

    @Override
    public Quantity[] quantities(Blanks blanks) {
        return new Quantity[] {Quantity.of("right", count(blanks, "right"), "")};
    }

    @Override
    public Node[] view(Blanks blanks) {
        Pose pose = Pose.of(blanks.seed(), 0);
        double ex = ARM.toX(pose.l1() * Math.cos(pose.q1()));
        double ey = ARM.toY(pose.l1() * Math.sin(pose.q1()));
        double[] parts = pose.parts();
        double hx = ARM.toX(parts[2] + parts[3]);
        double hy = ARM.toY(parts[0] + parts[1]);
        double[] truth = pose.jacobian();
        Nodes out = new Nodes().add(
            Marks.line("k-faint", ARM.x(), ARM.y(), ARM.x() + 90, ARM.y()), Marks.line("k-q1 link", ARM.x(), ARM.y(), ex, ey),
            Marks.line("k-q2 link", ex, ey, hx, hy), Marks.circle("k-q1 joint", ARM.x(), ARM.y(), 9), Marks.square("k-q2 joint", ex, ey, 8));
        for (int column = 0; column < 2; column++) {
            String role = column == 0 ? "q1" : "q2";
            double tx = hx + SPEED * truth[column];
            double ty = hy - SPEED * truth[column + 2];
            out.add(Marks.line("k-" + role + " stem d-" + role, hx, hy, tx, ty), Marks.symbol("J", column == 0 ? "1" : "2", role, tx + 8, ty - 4));
            double x = hx + SPEED * value(blanks, column, pose);
            double y = hy - SPEED * value(blanks, column + 2, pose);
            if (x - x == 0 && y - y == 0) {
                out.add(Marks.line("k-ink", hx, hy, x, y), Marks.circle("f-ink", x, y, 4));
            }
        }
        return out.add(Marks.diamond("k-x joint", hx, hy, 12),
            Marks.words("t f-ink2", 16, 26, "q = (" + Shown.fixed(pose.q1(), 2) + ", " + Shown.fixed(pose.q2(), 2) + ") rad"),
            Marks.words("t o f-ink2", 16, 344, "coloured: the true columns · black: yours")).all();
    }

    /** The typed entry's value in a pose; NaN when there is none. */
    private double value(Blanks blanks, int entry, Pose pose) {
        Formula formula = judge(blanks, entry).formula();
        return formula == null ? Double.NaN : formula.value(pose.q1(), pose.q2(), pose.l1(), pose.l2());
    }
}
