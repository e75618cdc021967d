package lectern.widgets.skiptest;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Question;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Slots;
import lectern.widgets.widget.Symbol;
import lectern.widgets.widget.Widget;

/** Words and layout of the skip-test. */
public final class SkipTestSheet implements Sheet<Blanks> {
    private static final Symbol[] ENTRIES = {
        new Symbol("J", "11", "q1", "row 1, column 1: x₁ by q₁"), new Symbol("J", "12", "q2", "row 1, column 2: x₁ by q₂"),
        new Symbol("J", "21", "q1", "row 2, column 1: x₂ by q₁"), new Symbol("J", "22", "q2", "row 2, column 2: x₂ by q₂")};

    @Override
    public Widget<Blanks> widget() {
        return new SkipTestWidget();
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
        return new Question("Fill the four blanks.", new String[0], 0, 0, "");
    }

    @Override
    public Preset[] presets() {
        return new Preset[] {
            new Preset("empty", "Empty", ""), new Preset("term", "One link forgotten", "c=l1*cos(q1)"),
            new Preset("alone", "q₂ alone", "d=l2*cos(q2)"), new Preset("broken", "Not a formula", "a=-l1*sin(q1")};
    }

    @Override
    public String figure() {
        return "Two-link arm with the columns of its Jacobian at the hand";
    }

    @Override
    public int height() {
        return 360;
    }

    @Override
    public String[] proof() {
        return new String[] {"two-link"};
    }

    @Override
    public int beside() {
        return 0;
    }

    @Override
    public Symbol[] symbols() {
        return new Symbol[] {new Symbol("n", "", "ink", "entries that are right")};
    }

    @Override
    public Node[] readout(Slots slots) {
        return new Node[] {slots.of("p")};
    }

    @Override
    public Node[] choices(Slots slots, String prefix) {
        Nodes fields = new Nodes();
        for (int i = 0; i < ENTRIES.length; i++) {
            fields.add(slots.field(ENTRIES[i], Blanks.KEYS[i], prefix + Blanks.KEYS[i]));
        }
        return fields.add(Element.of("button", "class", "btn", "data-do", "press pose").with("Another pose")).all();
    }
}
