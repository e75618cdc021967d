package lectern.widgets.gradient;

import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.math.Digits;
import lectern.widgets.math.Num;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;

/** The gradient as a prediction: the one arrow for which the error of every small step falls faster than the step. */
public final class GradientWidget implements Widget<Spot> {
    private static final double KEY = 0.05;

    @Override
    public String id() {
        return "gradient";
    }

    @Override
    public Spot read(Fields fields) {
        return Spot.read(fields);
    }

    @Override
    public String write(Spot s) {
        return s.write();
    }

    @Override
    public boolean plays(Spot s) {
        return false;
    }

    @Override
    public Node[] view(Spot s) {
        return Picture.draw(s);
    }

    @Override
    public Spot update(Spot s, Event event) {
        if (event instanceof Event.Drag drag) {
            double mx = Picture.MAP.fromX(drag.x());
            double my = Picture.MAP.fromY(drag.y());
            double slope = Picture.MAP.scale() / Picture.SLOPE;
            return move(s, drag.handle(), mx, my, mx - s.x(), my - s.y(), (mx - s.x()) * slope, (my - s.y()) * slope);
        }
        if (event instanceof Event.Step step) {
            double right = KEY * step.right();
            double up = KEY * step.up();
            return move(s, step.handle(), s.x() + right, s.y() + up, s.dx() + right, s.dy() + up, s.g1() + right, s.g2() + up);
        }
        if (event instanceof Event.Limit limit) {
            double side = limit.upper() ? 1 : -1;
            return limit.handle().equals("step") ? s.stepping(limit.upper() ? Spot.LONGEST : Spot.SHORTEST, s.angle())
                : move(s, limit.handle(), side * Surface.WIDE, s.y(), 0, 0, side * Spot.STEEPEST, s.g2());
        }
        if (event instanceof Event.Put put) {
            return put.value() - put.value() == 0 ? put(s, put.quantity(), put.value()) : s;
        }
        if (event instanceof Event.Choose choose) {
            boolean norm = choose.choice().equals("norm");
            String[] names = norm ? Spot.NORMS : Surface.NAMES;
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(choose.option())) {
                    return new Spot(norm ? s.surface() : i, s.x(), s.y(), s.t(), s.angle(), s.g1(), s.g2(), norm ? i : s.norm());
                }
            }
        }
        return event instanceof Event.Press && s.hasGradient() ? s.guessing(s.gradient()[0], s.gradient()[1]) : s;
    }

    private static Spot move(Spot s, String handle, double x, double y, double dx, double dy, double g1, double g2) {
        if (handle.equals("point")) {
            return s.at(x, y);
        }
        if (handle.equals("step")) {
            double length = Num.hypot(dx, dy);
            return s.stepping(length, length < 1e-9 ? s.angle() : Math.atan2(dy, dx));
        }
        return handle.equals("guess") ? s.guessing(g1, g2) : s;
    }

    private static Spot put(Spot s, String name, double value) {
        if (name.equals("t")) {
            return s.stepping(value, s.angle());
        }
        if (name.equals("angle")) {
            return s.stepping(s.t(), value);
        }
        if (name.equals("g1")) {
            return s.guessing(value, s.g2());
        }
        if (name.equals("g2")) {
            return s.guessing(s.g1(), value);
        }
        return name.equals("x") ? s.at(value, s.y()) : name.equals("y") ? s.at(s.x(), value) : s;
    }

    @Override
    public String describe(Spot s) {
        String regime = regime(s);
        return "At x " + Shown.fixed(s.x(), 2) + ", y " + Shown.fixed(s.y(), 2) + " the candidate (" + Shown.fixed(s.g1(), 2) + ", " + Shown.fixed(s.g2(), 2)
            + ") says that the step changes the loss by " + Shown.value(s.predicted()) + "; it changes by " + Shown.value(s.change()) + ". " + fall(s)
            + (regime.isEmpty() ? "" : " " + regime);
    }

    @Override
    public String regime(Spot s) {
        return !s.hasGradient() ? "There is no gradient here: the surface has a kink, and no arrow is right on both sides of it."
            : s.isFlat() ? "The gradient is zero here: at first every direction is level, so none is the steepest."
            : s.isRight() ? "The candidate is the gradient: it is right for every small step." : "";
    }

    private static String fall(Spot s) {
        double rest = s.error(s.t() / 2);
        return rest == 0 || s.error(s.t()) == 0 ? "This step is predicted without error."
            : "Half the step leaves 1/" + Shown.fixed(s.error(s.t()) / rest, 2) + " of the error, which falls like t to the power " + Shown.fixed(s.exponent(), 2) + ".";
    }

    @Override
    public String[] live(Spot s) {
        double error = s.error(s.t());
        double most = Math.max(1e-9, Math.max(Math.abs(s.change()), Math.abs(s.predicted())));
        double[] gradient = s.gradient();
        double[] steepest = s.length().steepest(gradient);
        return new String[] {
            bar(s.change() / most), Shown.fixed(s.change(), 3), bar(s.predicted() / most), Shown.fixed(s.predicted(), 3),
            bar(error / most), Shown.value(error), fall(s),
            !s.hasGradient() ? "no gradient: a kink" : s.isFlat() ? "none, all level"
                : Shown.fixed(s.length().steepestSlope(gradient), 3) + " along (" + Shown.fixed(steepest[0], 2) + ", " + Shown.fixed(steepest[1], 2) + ")",
            Surface.NAMES[s.surface()], Spot.NORMS[s.norm()], s.hasGradient() ? "Set g to the gradient" : "No gradient to take"};
    }

    private static String bar(double part) {
        return Digits.fixed(Math.min(100, Math.abs(part) * 100), 1) + "%";
    }

    @Override
    public Quantity[] quantities(Spot s) {
        double[] gradient = s.gradient();
        return new Quantity[] {
            new Quantity("t", s.t(), "", Spot.SHORTEST, Spot.LONGEST, 0.01, 2), new Quantity("angle", s.angle(), "rad", -Math.PI, Math.PI, 0.05, 2),
            new Quantity("g1", s.g1(), "", -Spot.STEEPEST, Spot.STEEPEST, 0.05, 2), new Quantity("g2", s.g2(), "", -Spot.STEEPEST, Spot.STEEPEST, 0.05, 2),
            new Quantity("x", s.x(), "", -Surface.WIDE, Surface.WIDE, 0.05, 2), new Quantity("y", s.y(), "", -Surface.HIGH, Surface.HIGH, 0.05, 2),
            Quantity.of("loss", s.loss().value(s.x(), s.y()), ""), Quantity.of("change", s.change(), ""), Quantity.of("said", s.predicted(), ""),
            Quantity.of("error", s.error(s.t()), ""), Quantity.of("power", s.exponent(), ""),
            Quantity.of("grad1", gradient[0], ""), Quantity.of("grad2", gradient[1], ""),
            Quantity.of("steepest", s.length().steepestSlope(gradient), "")};
    }
}
