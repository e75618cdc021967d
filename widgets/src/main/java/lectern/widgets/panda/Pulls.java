package lectern.widgets.panda;

import lectern.widgets.draw.Camera;
import lectern.widgets.math.Damped;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Num;
import lectern.widgets.math.Vec;
import lectern.widgets.widget.Event;

/** The arm after an event: the hand by damped least squares, a link by the joints before it, everything else by clamping. */
final class Pulls {
    private static final double STEP = 0.01;
    private static final double DAMPING = 0.08;
    /** A hand this close to its goal has arrived, m: a third of a pixel. */
    private static final double NEAR = 1e-3;
    private static final double STRIDE = 0.06;
    private static final int STRIDES = 12;

    private Pulls() {}

    static Stance update(Stance stance, Event event) {
        if (event instanceof Event.Drag drag) {
            return drag(stance, drag.handle(), drag.x(), drag.y());
        }
        if (event instanceof Event.Step step) {
            int column = column(step.handle());
            Moment m = Moment.of(stance);
            double unit = STEP * m.camera().scale();
            return column > 0 ? stance.picking(column).at(column - 1, stance.q()[column - 1] + STEP * (step.right() + step.up()))
                : step.handle().equals("hand") ? reach(m, m.camera().across(unit * step.right(), -unit * step.up())) : stance;
        }
        if (event instanceof Event.Limit limit) {
            int column = column(limit.handle());
            return column > 0 ? stance.picking(column).at(column - 1, limit.upper() ? 9 : -9) : stance;
        }
        if (event instanceof Event.Put put) {
            return put.value() - put.value() == 0 ? put(stance, put.quantity(), put.value()) : stance;
        }
        if (event instanceof Event.Choose choose) {
            return stance.analytic(choose.option().equals("analytic"));
        }
        return event instanceof Event.Press press && press.button().equals("random") ? random(stance) : stance;
    }

    /** The column of a handle or of a joint's quantity, {@code c3} or {@code q3}; 0 for anything else. */
    private static int column(String name) {
        int column = name.length() == 2 && (name.charAt(0) == 'c' || name.charAt(0) == 'q') ? name.charAt(1) - '0' : 0;
        return column <= Stance.JOINTS ? column : 0;
    }

    private static Stance drag(Stance stance, String handle, double x, double y) {
        Moment m = Moment.of(stance);
        Camera camera = m.camera();
        if (handle.equals("hand")) {
            return reach(m, Vec.minus(camera.point(x, y, camera.depth(m.hand())), m.hand()));
        }
        int column = column(handle);
        return column > 0 ? stance.picking(column) : handle.equals("upper") ? pull(m, 1, 2, 3, x, y) : handle.equals("fore") ? pull(m, 3, 4, 4, x, y) : stance;
    }

    private static Stance put(Stance stance, String name, double value) {
        int column = column(name);
        return column > 0 ? stance.at(column - 1, value) : name.equals("joint") ? stance.picking((int) Math.floor(Math.max(0, Math.min(9, value)) + 0.5))
            : name.equals("turn") ? stance.seen(value, stance.tilt()) : name.equals("tilt") ? stance.seen(stance.turn(), value) : stance;
    }

    /** The hand moved so far in strides, its orientation kept; what cannot be reached is approached. */
    private static Stance reach(Moment m, double[] way) {
        double[] goal = Vec.plus(m.hand(), way);
        Moment now = m;
        for (int i = 0; i < STRIDES; i++) {
            double[] rest = Vec.minus(goal, now.hand());
            if (Vec.norm(rest) < NEAR) {
                break;
            }
            now = Moment.of(pulled(now, now.hand(), Vec.scaled(Math.min(1, STRIDE / Math.max(Vec.norm(rest), Num.EPSILON)), rest), Stance.JOINTS, m));
        }
        return now.stance();
    }

    /** Brings the nearest point of the link between two frames under the pointer by the joints before it. */
    private static Stance pull(Moment m, int from, int to, int joints, double x, double y) {
        Camera camera = m.camera();
        double[] a = m.origin(from);
        double[] link = Vec.minus(m.origin(to), a);
        double lx = camera.alongX(link);
        double ly = camera.alongY(link);
        double t = (lx * (x - camera.toX(a)) + ly * (y - camera.toY(a))) / Math.max(1, lx * lx + ly * ly);
        double[] p = Vec.plusScaled(a, Math.max(0.2, Math.min(1, t)), link);
        return pulled(m, p, camera.across(x - camera.toX(p), y - camera.toY(p)), joints, m);
    }

    /** One step of damped least squares: a point of the arm moves the given way, and a hand as well turns back to where it was at first. */
    private static Stance pulled(Moment m, double[] p, double[] way, int joints, Moment first) {
        Mat A = new Mat(6, Stance.JOINTS);
        double[] twist = {way[0], way[1], way[2], 0, 0, 0};
        for (int i = 0; i < joints; i++) {
            double[] v = Vec.cross(m.axis(i, 2), Vec.minus(p, m.origin(i)));
            for (int k = 0; k < 3; k++) {
                A.set(k, i, v[k]);
                if (joints == Stance.JOINTS) {
                    A.set(3 + k, i, m.axis(i, 2)[k]);
                    // half the sum of the cross products of the hand's axes, as they are and as they should be
                    twist[3 + k] = (Vec.cross(m.axis(joints, 0), first.axis(joints, 0))[k] + Vec.cross(m.axis(joints, 1), first.axis(joints, 1))[k]
                        + Vec.cross(m.axis(joints, 2), first.axis(joints, 2))[k]) / 2;
                }
            }
        }
        return m.stance().at(Vec.plus(m.stance().q(), Damped.solve(A, twist, DAMPING)));
    }

    private static Stance random(Stance stance) {
        int seed = stance.seed() % 999_999 + 1;
        double[] q = new double[Stance.JOINTS];
        for (int i = 0; i < q.length; i++) {
            double low = Stance.ARM.joints().get(i).lower();
            q[i] = low + Num.random(seed, i + 1) * (Stance.ARM.joints().get(i).upper() - low);
        }
        return stance.at(q).seeded(seed);
    }
}
