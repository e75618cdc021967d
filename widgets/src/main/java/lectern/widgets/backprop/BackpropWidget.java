package lectern.widgets.backprop;

import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.math.Digits;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Latest;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;

/** The backward pass, line by line, on a formula of the reader's own, beside the other two ways to differentiate it. */
public final class BackpropWidget implements Widget<Walk> {
    private static final String[] INPUTS = {"w", "x", "b", "a"};
    private static final double DECADES = 9.5;

    private final Latest<Walk, Trace> traces = new Latest<>(Trace::new);

    @Override
    public String id() {
        return "backprop";
    }

    @Override
    public Walk read(Fields fields) {
        return Walk.read(fields);
    }

    @Override
    public String write(Walk walk) {
        return walk.write();
    }

    @Override
    public boolean plays(Walk walk) {
        return walk.playing();
    }

    @Override
    public Walk update(Walk walk, Event event) {
        if (event instanceof Event.Fill fill) {
            return walk.filled(fill.text());
        }
        if (event instanceof Event.Pass pass) {
            return walk.after(pass.seconds());
        }
        if (event instanceof Event.Put put) {
            return put.value() - put.value() == 0 ? put(walk, put.quantity(), put.value()) : walk;
        }
        if (event instanceof Event.Choose choose) {
            for (int i = 0; i < Walk.MODES.length; i++) {
                if (Walk.MODES[i].equals(choose.option())) {
                    return walk.by(i, walk.seed());
                }
            }
        }
        if (event instanceof Event.Press press) {
            return press.button().equals("play") ? walk.play() : press.button().equals("on") ? walk.to(walk.step() + 1)
                : press.button().equals("back") ? walk.to(walk.step() - 1) : press.button().equals("seed") ? walk.by(walk.mode(), (walk.seed() + 1) % 4) : walk;
        }
        return walk;
    }

    private static Walk put(Walk walk, String name, double value) {
        for (int i = 0; i < INPUTS.length; i++) {
            if (INPUTS[i].equals(name)) {
                return walk.input(i, value);
            }
        }
        return name.equals("step") ? walk.to(value) : name.equals("n") ? walk.wide(value) : walk;
    }

    @Override
    public Node[] view(Walk walk) {
        return Picture.draw(traces.of(walk));
    }

    @Override
    public String describe(Walk walk) {
        Trace trace = traces.of(walk);
        String regime = regime(walk);
        return trace.text() + ", step " + walk.step() + " of " + trace.steps() + ": " + code(trace) + (regime.isEmpty() ? "." : ". " + regime);
    }

    @Override
    public String regime(Walk walk) {
        Trace trace = traces.of(walk);
        if (!trace.mistake.isEmpty()) {
            return "“" + walk.text() + "” is no formula yet: " + trace.mistake + ". The figure keeps the last that was.";
        }
        if (!trace.whole()) {
            return trace.known(trace.steps() + trace.inputs - 1) ? "The last line shown has no value for these inputs, so the pass ends there." : "";
        }
        if (walk.mode() != Walk.REVERSE || walk.step() < trace.steps()) {
            return "";
        }
        StringBuilder words = new StringBuilder("The pass is done, and the gradient is there:");
        for (int i = 0; i < trace.inputs; i++) {
            words.append(i == 0 ? " " : ", ").append(trace.name(i)).append(' ').append(number(trace.derivative(i)));
        }
        return words.append('.').toString();
    }

    private static String number(double value) {
        return Trace.exists(value) ? Shown.value(value) : "none";
    }

    /** What the present step does, as a line of code. */
    private static String code(Trace trace) {
        int i = trace.now();
        String mode = trace.walk.mode() == Walk.FORWARD ? "dot[" : "bar[";
        if (i < 0) {
            return trace.isUp() ? mode + trace.name(trace.lines - 1) + "] = 1" : "inputs given";
        }
        String text = trace.isUp() ? "" : trace.name(i) + " = " + trace.rule(i);
        String sum = "";
        for (int side = 0; side < trace.operation(i).operands(); side++) {
            if (trace.operand(side, i) >= 0) {
                String times = trace.factor(side, i) + " * " + mode;
                if (trace.isUp()) {
                    text += (text.isEmpty() ? "" : "; ") + mode + trace.called(side, i) + "] += " + times + trace.name(i) + "]";
                } else {
                    sum += (sum.isEmpty() ? "" : " + ") + times + trace.called(side, i) + "]";
                }
            }
        }
        return trace.walk.mode() == Walk.FORWARD ? text + "; dot[" + trace.name(i) + "] = " + sum : text;
    }

    /** The slopes of the present line as formulas, with their numbers. */
    private static String factors(Trace trace) {
        int i = trace.now();
        String text = "";
        for (int side = 0; i >= 0 && side < trace.operation(i).operands(); side++) {
            if (trace.operand(side, i) >= 0) {
                text += (text.isEmpty() ? "" : ", ") + "∂" + trace.name(i) + "/∂" + trace.called(side, i) + " = " + trace.factor(side, i) + " = "
                    + number(trace.slope(side, i));
            }
        }
        return text.isEmpty() ? "no slope in this step" : text;
    }

    @Override
    public String[] live(Walk walk) {
        Trace trace = traces.of(walk);
        String[] texts = new String[13];
        texts[0] = code(trace);
        texts[1] = factors(trace);
        for (int mode = 0; mode < 3; mode++) {
            double held = trace.held(mode);
            texts[2 + 2 * mode] = Digits.fixed(Math.log(Math.max(1, held)) / Math.log(10) / DECADES * 100, 1) + "%";
            texts[3 + 2 * mode] = Shown.fixed(held, 0);
        }
        texts[8] = "Passes for the whole gradient: 1 in reverse, " + trace.inputs * walk.n() + " forwards.";
        texts[9] = walk.text();
        texts[10] = trace.mistake.isEmpty() ? "" : "✕ " + trace.mistake;
        texts[11] = Walk.MODES[walk.mode()];
        texts[12] = walk.playing() ? "Pause" : "Play";
        return texts;
    }

    @Override
    public Quantity[] quantities(Walk walk) {
        Trace trace = traces.of(walk);
        Quantity[] all = new Quantity[14];
        all[0] = new Quantity("step", walk.step(), "", 0, Math.max(1, trace.steps()), 1, 0);
        for (int i = 0; i < INPUTS.length; i++) {
            all[1 + i] = new Quantity(INPUTS[i], walk.at()[i], "", -Walk.LARGEST, Walk.LARGEST, 0.1, 2);
            all[7 + i] = Quantity.of("bar" + INPUTS[i], trace.gradient(i), "");
        }
        all[5] = new Quantity("n", walk.n(), "", 1, Walk.MOST, 1, 0);
        all[6] = Quantity.of("out", trace.value(trace.lines - 1), "");
        for (int mode = 0; mode < 3; mode++) {
            all[11 + mode] = Quantity.of(Walk.MODES[mode], trace.held(mode), "");
        }
        return all;
    }
}
