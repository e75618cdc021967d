package lectern.widgets.panda;

import lectern.widgets.kinematics.Arm;
import lectern.widgets.kinematics.Panda;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.StateText;

/**
 * The state of the arm.
 *
 * @param q seven joint angles in rad, within the joint limits; never written to
 * @param joint the joint, from 1, whose column is picked
 * @param analytic whether the last three rows are the rate of the rotation vector instead of the angular velocity
 * @param turn direction of the viewer about z, in rad, as {@code tilt} the height
 * @param seed of the latest random pose; 0 before the first
 */
record Stance(double[] q, int joint, boolean analytic, double turn, double tilt, int seed) {
    static final Arm ARM = Panda.hand();
    static final int JOINTS = 7;
    static final double FARTHEST_TILT = 1.5;
    private static final String[] ROWS = {"geometric", "analytic"};
    private static final double QUARTER = Math.PI / 4;

    static Stance read(Fields fields) {
        double[] q = fields.numbers("q", -4, 4, Panda.ready());
        int joint = (int) fields.number("joint", 1, JOINTS, 2);
        int rows = fields.word("rows", ROWS, 0);
        double[] view = fields.numbers("view", -3.14159, 3.14159, -1.1, 0.3);
        return new Stance(q, joint, rows == 1, view[0], 0, (int) fields.number("seed", 0, 999_999, 0)).at(q).seen(view[0], view[1]);
    }

    String write() {
        StateText text = new StateText().numbers("q", q).numbers("joint", joint).word("rows", rows()).numbers("view", turn, tilt);
        return (seed > 0 ? text.numbers("seed", seed) : text).toString();
    }

    String rows() {
        return ROWS[analytic ? 1 : 0];
    }

    /** In another pose, moved within the limits; eighths of a turn written with six digits are meant exactly, because singular poses stand there. */
    Stance at(double[] angles) {
        double[] next = angles.clone();
        for (int i = 0; i < JOINTS; i++) {
            double eighth = Math.floor(next[i] / QUARTER + 0.5) * QUARTER;
            next[i] = Math.abs(next[i] - eighth) < 5e-6 ? eighth : next[i];
        }
        ARM.clamp(next);
        return new Stance(next, joint, analytic, turn, tilt, seed);
    }

    Stance at(int index, double angle) {
        double[] next = q.clone();
        next[index] = angle;
        return at(next);
    }

    Stance picking(int column) {
        return new Stance(q, Math.max(1, Math.min(JOINTS, column)), analytic, turn, tilt, seed);
    }

    Stance analytic(boolean rates) {
        return new Stance(q, joint, rates, turn, tilt, seed);
    }

    Stance seen(double from, double height) {
        return new Stance(q, joint, analytic, Math.max(-Math.PI, Math.min(Math.PI, from)), Math.max(0, Math.min(FARTHEST_TILT, height)), seed);
    }

    Stance seeded(int next) {
        return new Stance(q, joint, analytic, turn, tilt, next);
    }
}
