package lectern.widgets.panda;

import lectern.widgets.draw.Camera;
import lectern.widgets.kinematics.ArmTape;
import lectern.widgets.kinematics.Jacobian;
import lectern.widgets.kinematics.Posture;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Svd;
import lectern.widgets.rotation.Quaternion;

/**
 * Everything that follows from a state.
 *
 * @param J 6×7 by cross products, rows [v; ω] or [v; ṙ] for the point between the fingers, base frame
 */
record Moment(Stance stance, Posture posture, Camera camera, Mat J) {
    /** View units per metre, and where the base stands in the picture. */
    private static final double SCALE = 290;
    private static final double BASE_X = 246;
    private static final double BASE_Y = 376;

    private static final ArmTape TAPE = new ArmTape(Stance.ARM);

    static Moment of(Stance stance) {
        Posture posture = new Posture(Stance.ARM).moveTo(stance.q());
        return new Moment(stance, posture, new Camera(BASE_X, BASE_Y, SCALE, stance.turn(), stance.tilt()), shown(stance, posture, posture.jacobian()));
    }

    /** Singular values of J. */
    Svd all() {
        return Svd.of(J);
    }

    /** Of its rows that move the hand ({@code first} 0), or of those that turn it (3). */
    Svd half(int first) {
        return Svd.of(J.block(first, 0, 3, Stance.JOINTS));
    }

    private static Mat shown(Stance stance, Posture posture, Mat geometric) {
        return stance.analytic() ? Jacobian.analytic(geometric, Quaternion.ofMatrix(posture.pose().R()).rotationVector()) : geometric;
    }

    /** The same matrix by reverse mode through the forward kinematics. */
    Mat byAutodiff() {
        return shown(stance, posture, TAPE.jacobian(stance.q()));
    }

    double[] origin(int i) {
        return new double[] {posture.origin(i, 0), posture.origin(i, 1), posture.origin(i, 2)};
    }

    /** Axis x, y or z of frame i. */
    double[] axis(int i, int axis) {
        return new double[] {posture.axis(i, axis, 0), posture.axis(i, axis, 1), posture.axis(i, axis, 2)};
    }

    double[] hand() {
        return origin(Stance.JOINTS);
    }
}
