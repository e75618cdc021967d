package lectern.widgets.backprop;

import lectern.widgets.draw.Element;
import lectern.widgets.draw.Marks;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Nodes;
import lectern.widgets.draw.Path;
import lectern.widgets.draw.Shown;
import lectern.widgets.expression.Operation;
import org.jspecify.annotations.Nullable;

/** The tape from top to bottom: an arc from each line to those it uses, its rule, its value, its derivative. */
final class Picture {
    static final int HEIGHT = 476;

    private static final double SPINE = 150;
    private static final double CODE = 172;
    private static final double VALUE = 404;
    private static final double RIGHT = 510;
    private static final double TOP = 58;
    private static final double TALLEST = 40;
    private static final double ROOM = 408;
    private static final String[] DERIVATIVE = {"adjoint", "tangent", "Jacobian"};
    private static final String[] ROLE = {"g", "x", "ink"};

    private final Trace trace;
    private final Nodes out = new Nodes();
    private final Nodes arcs = new Nodes();
    private final Nodes labels = new Nodes();
    private final double pitch;
    private final String role;
    /** Whether the last piece of text was an index. */
    private boolean lowered;

    private Picture(Trace trace) {
        this.trace = trace;
        this.pitch = Math.min(TALLEST, ROOM / Math.max(1, trace.lines - 1));
        this.role = ROLE[trace.walk.mode()];
    }

    static Node[] draw(Trace trace) {
        return new Picture(trace).drawn();
    }

    private Node[] drawn() {
        boolean reads = trace.mistake.isEmpty();
        out.add(group(Marks.words(reads ? "t f-ink2" : "t f-e", CODE, 26, reads ? "line" : "last formula that read"), Marks.ending("t f-ink2", VALUE, 26, "value"),
            Marks.ending("t f-" + role, RIGHT, 26, DERIVATIVE[trace.walk.mode()])));
        for (int pass = 0; pass < 2; pass++) {
            for (int i = trace.inputs; i < trace.lines; i++) {
                for (int side = 0; side < trace.operation(i).operands(); side++) {
                    if (trace.operand(side, i) >= 0 && trace.current(i) == (pass == 1)) {
                        edge(side, i);
                    }
                }
            }
        }
        out.add(group(arcs.all()), group(labels.all()));
        for (int i = 0; i < trace.lines; i++) {
            line(i);
        }
        return out.all();
    }

    private static Element group(Node... marks) {
        return Element.of("g").with(marks);
    }

    private double y(int line) {
        return TOP + pitch * line;
    }

    /** An arc on the left of the spine; at the walk's line it shows the slope and the shape of what goes along it. */
    private void edge(int side, int i) {
        int from = trace.operand(side, i);
        double chord = (i - from) * pitch;
        double bulge = 14 + 5 * (i - from) + (side == 1 && trace.operand(0, i) == from ? 10 : 0);
        double radius = (chord * chord / 4 + bulge * bulge) / (2 * bulge);
        boolean now = trace.current(i);
        arcs.add(Marks.path(now ? "k-" + role + " stem d-" + role : "k-faint", new Path().move(SPINE, y(from)).arc(radius, true, SPINE, y(i))));
        if (now && (trace.isUp() || trace.walk.mode() != Walk.REVERSE)) {
            int n = trace.walk.n();
            double slope = trace.slope(side, i);
            double lower = side == 1 && trace.operand(0, i) == from ? 15 : 0;
            labels.add(Marks.words("f-" + role, 6, y(from) + 6 + lower, Trace.exists(slope) ? "×" + Shown.value(slope) : "none"),
                Marks.words("t o f-ink2", 6, y(from) + 22 + lower, trace.walk.mode() == Walk.FULL ? "[" + n + "×" + n + "]" : "[" + n + "]"));
        }
    }

    private void line(int i) {
        double y = y(i);
        boolean known = trace.known(i);
        String ink = known ? "f-ink" : "f-ink2";
        String text = !trace.derived(i) ? "" : trace.walk.mode() == Walk.FULL ? Shown.fixed(trace.entries(i), 0) : number(trace.derivative(i));
        out.add(group(trace.current(i) ? Marks.circle("k-" + role + " joint", SPINE, y, 8) : Marks.circle(known ? "f-ink" : "k-faint", SPINE, y, 5),
            code(i, y + 6, ink), Marks.ending("f-ink", VALUE, y + 6, known ? number(trace.value(i)) : ""),
            Marks.ending(trace.walk.mode() == Walk.REVERSE && !trace.settled(i) ? "f-ink2" : "f-" + role, RIGHT, y + 6, text)));
    }

    private static String number(double value) {
        return Trace.exists(value) ? Shown.value(value) : "none";
    }

    /** {@code v₃ = tanh v₂}, letters slanted and indices lowered. */
    private Node code(int i, double y, String css) {
        Nodes parts = new Nodes();
        lowered = false;
        name(parts, trace.name(i));
        if (trace.operation(i) != Operation.VARIABLE) {
            boolean two = trace.operation(i).operands() == 2;
            String sign = trace.operation(i).sign();
            String shown = sign.equals("*") ? "·" : sign.equals("-") ? "−" : sign;
            piece(parts, "up", " = ", false);
            if (two) {
                name(parts, trace.called(0, i));
            }
            piece(parts, "up", two ? " " + shown + " " : shown + " ", false);
            name(parts, trace.called(two ? 1 : 0, i));
        }
        return Marks.words("sym " + css, CODE, y, "").with(parts.all());
    }

    private void name(Nodes parts, String name) {
        boolean line = name.charAt(0) == 'v';
        piece(parts, line || name.charAt(0) >= 'a' ? null : "up", line ? "v" : name, false);
        if (line) {
            piece(parts, "sub", name.substring(1), true);
        }
    }

    private void piece(Nodes parts, @Nullable String css, String text, boolean low) {
        parts.add(Element.of("tspan", "class", css, "dy", low ? ".22em" : lowered ? "-.154em" : null).with(text));
        lowered = low;
    }
}
