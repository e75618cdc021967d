package lectern.widgets.panda;

import lectern.widgets.draw.Node;
import lectern.widgets.draw.Shown;
import lectern.widgets.kinematics.Joint;
import lectern.widgets.math.Digits;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Svd;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.Latest;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Widget;

/** The seven-joint arm: each column of its Jacobian is the twist of one joint, and two ways of computing it agree. */
public final class PandaWidget implements Widget<Stance> {
    private static final double LONGEST_V = 1.6;
    private static final double LONGEST_W = 2.6;
    private static final double ALIGNED = 1e-4;
    private static final double STRAIGHT = -0.0699;
    private static final int TWISTS = 6;

    private final Latest<Stance, Moment> moments = new Latest<>(Moment::of);
    private final Latest<Moment, Svd> values = new Latest<>(Moment::all);

    @Override
    public String id() {
        return "panda";
    }

    @Override
    public boolean plays(Stance stance) {
        return false;
    }

    @Override
    public Stance read(Fields fields) {
        return Stance.read(fields);
    }

    @Override
    public String write(Stance stance) {
        return stance.write();
    }

    @Override
    public Stance update(Stance stance, Event event) {
        return Pulls.update(stance, event);
    }

    @Override
    public Node[] view(Stance stance) {
        return Picture.draw(moments.of(stance), false);
    }

    @Override
    public Node[] dragged(Stance stance) {
        return Picture.draw(moments.of(stance), true);
    }

    static String vector(double[] v, int from, String unit) {
        return "(" + Shown.fixed(v[from], 3) + ", " + Shown.fixed(v[from + 1], 3) + ", " + Shown.fixed(v[from + 2], 3) + ") " + unit;
    }

    /** What turning a joint at 1 rad/s does to the hand. */
    static String twist(Moment m, int joint) {
        double[] column = m.J().column(joint);
        return "moves the hand by " + vector(column, 0, "m/s") + (m.stance().analytic() ? " and its rotation vector by " : " and turns it by ") + vector(column, 3, "rad/s");
    }

    @Override
    public String describe(Stance stance) {
        Moment m = moments.of(stance);
        Svd svd = values.of(m);
        String special = regime(stance, svd);
        return "The hand is at " + vector(m.hand(), 0, "m") + ". Joint " + stance.joint() + " at 1 rad/s " + twist(m, stance.joint() - 1) + ". "
            + (special.isEmpty() ? "The condition number of J is " + Shown.value(svd.condition()) + "." : special);
    }

    @Override
    public String regime(Stance stance) {
        return regime(stance, values.of(moments.of(stance)));
    }

    private static String regime(Stance stance, Svd svd) {
        double[] q = stance.q();
        return svd.isSingular() ? "Singular: the seven columns of J span only " + svd.rank() + " of 6 dimensions, so some twist of the hand is beyond all joint speeds."
            : q[3] > STRAIGHT ? "The elbow stands at its limit, 4° from straight: the hand hardly moves along the arm."
            : Math.abs(Math.sin(q[5])) < ALIGNED ? "The wrist is aligned: the axes of joints 5 and 7 are parallel, so both turn the hand alike." : "";
    }

    /** Largest difference of the two matrices, as a power of ten that it stays below: its digits are rounding, and differ between machines. */
    private static double difference(Mat one, Mat other) {
        double largest = 0;
        for (int i = 0; i < one.entries().length; i++) {
            largest = Math.max(largest, Math.abs(one.entries()[i] - other.entries()[i]));
        }
        double bound = 1e-15;
        while (bound < largest) {
            bound *= 10;
        }
        return bound;
    }

    @Override
    public String[] live(Stance stance) {
        Moment m = moments.of(stance);
        Mat other = m.byAutodiff();
        String[] texts = new String[4 * TWISTS + 6];
        int at = 0;
        texts[at++] = "" + stance.joint();
        for (int row = 0; row < TWISTS; row++) {
            texts[at++] = Shown.fixed(m.J().get(row, stance.joint() - 1), 4);
            texts[at++] = Shown.fixed(other.get(row, stance.joint() - 1), 4);
        }
        texts[at++] = Shown.value(difference(m.J(), other));
        for (int k = 0; k < TWISTS; k++) {
            double sigma = m.half(k < 3 ? 0 : 3).sigma()[k % 3];
            texts[at++] = Digits.fixed(Math.min(100, sigma / (k < 3 ? LONGEST_V : LONGEST_W) * 100), 1) + "%";
            texts[at++] = Shown.fixed(sigma, 3);
        }
        Svd svd = values.of(m);
        texts[at++] = svd.isSingular() ? "none, singular" : Shown.value(svd.condition());
        texts[at++] = Shown.fixed(svd.isSingular() ? 0 : svd.volume(), 4);
        texts[at++] = regime(stance, svd);
        texts[at] = stance.rows();
        return texts;
    }

    @Override
    public Quantity[] quantities(Stance stance) {
        Moment m = moments.of(stance);
        Quantity[] all = new Quantity[Stance.JOINTS + 3 + 3 + TWISTS + 2];
        int at = 0;
        for (; at < Stance.JOINTS; at++) {
            Joint joint = Stance.ARM.joints().get(at);
            all[at] = new Quantity("q" + (at + 1), stance.q()[at], "rad", joint.lower(), joint.upper(), 0.01, 3);
        }
        all[at++] = new Quantity("joint", stance.joint(), "", 1, Stance.JOINTS, 1, 0);
        all[at++] = new Quantity("turn", stance.turn(), "rad", -Math.PI, Math.PI, 0.05, 2);
        all[at++] = new Quantity("tilt", stance.tilt(), "rad", 0, Stance.FARTHEST_TILT, 0.05, 2);
        for (int k = 0; k < 3; k++) {
            all[at++] = Quantity.of("p" + (k + 1), m.hand()[k], "m");
        }
        Svd svd = values.of(m);
        boolean singular = svd.isSingular();
        for (int k = 0; k < TWISTS; k++) {
            all[at++] = Quantity.of("sigma" + (k + 1), singular && k >= svd.rank() ? 0 : svd.sigma()[k], "");
        }
        all[at++] = Quantity.of("kappa", singular ? Double.NaN : svd.condition(), "");
        all[at] = Quantity.of("w", singular ? 0 : svd.volume(), "");
        return all;
    }
}
