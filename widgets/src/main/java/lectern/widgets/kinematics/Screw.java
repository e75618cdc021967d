package lectern.widgets.kinematics;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Vec;
import lectern.widgets.rotation.Quaternion;

/**
 * Chains by screws: exponentials, logarithms and Jacobians on twists [ω; v], angular part first (the other order than {@link Posture}).
 *
 * <p>Source: Lynch and Park, Modern Robotics, chapters 3 to 5; oracle topic {@code screw}.
 */
public final class Screw {
    private static final double HALF_TURN = 1e-7;

    private Screw() {}

    /** [w], the 3×3 matrix with [w] x = w × x. */
    public static Mat hat(double[] w) {
        if (w.length != 3) throw new IllegalArgumentException("three numbers are needed, not " + w.length);
        return Mat.of(3, 3, 0, -w[2], w[1], w[2], 0, -w[0], -w[1], w[0], 0);
    }

    /** w from [w]. */
    public static double[] vee(Mat hat) {
        return new double[] {(hat.get(2, 1) - hat.get(1, 2)) / 2, (hat.get(0, 2) - hat.get(2, 0)) / 2, (hat.get(1, 0) - hat.get(0, 1)) / 2};
    }

    /** exp [w], a rotation matrix. */
    public static Mat exp3(double[] w) {
        return Quaternion.ofRotationVector(w).matrix();
    }

    /** w with exp [w] = R and ‖w‖ ≤ π; of the two for half a turn, the one whose last component that is not zero is positive. */
    public static double[] log3(Mat R) {
        double[] w = Quaternion.ofMatrix(R).rotationVector();
        if (Math.PI - Vec.norm(w) > HALF_TURN) return w;
        int last = 2;
        while (last > 0 && Math.abs(w[last]) < HALF_TURN) last--;
        return w[last] < 0 ? Vec.scaled(-1, w) : w;
    }

    /** exp of the twist s θ: R = exp [ω θ], p = (θ I + (1 − cos θ) [ω] + (θ − sin θ) [ω]²) v, for any length of ω. */
    public static Pose exp6(double[] s, double theta) {
        if (s.length != 6) throw new IllegalArgumentException("a twist has six numbers, not " + s.length);
        double[] w = {s[0] * theta, s[1] * theta, s[2] * theta};
        double[] v = {s[3] * theta, s[4] * theta, s[5] * theta};
        return new Pose(exp3(w), Jacobian.left(w).times(v));
    }

    /** The twist [ω; v] whose exponential is the pose. */
    public static double[] log6(Pose X) {
        double[] w = log3(X.R());
        double[] v = Jacobian.inverseLeft(w).times(X.p());
        return new double[] {w[0], w[1], w[2], v[0], v[1], v[2]};
    }

    /** Ad of X_AB, 6×6: takes a twist in B to the same one in A. */
    public static Mat adjoint(Pose X) {
        Mat Ad = new Mat(6, 6);
        Mat lower = hat(X.p()).times(X.R());
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                Ad.set(i, j, X.R().get(i, j));
                Ad.set(3 + i, 3 + j, X.R().get(i, j));
                Ad.set(3 + i, j, lower.get(i, j));
            }
        }
        return Ad;
    }

    /** X_WE = exp(S₁ θ₁) … exp(Sₙ θₙ) M for screws in the space frame. */
    public static Pose inSpace(Pose M, List<double[]> screws, double[] theta) {
        same(screws, theta);
        Pose X = M;
        for (int i = theta.length - 1; i >= 0; i--) X = exp6(screws.get(i), theta[i]).times(X);
        return X;
    }

    /** X_WE = M exp(B₁ θ₁) … exp(Bₙ θₙ) for screws in the body frame. */
    public static Pose inBody(Pose M, List<double[]> screws, double[] theta) {
        same(screws, theta);
        Pose X = M;
        for (int i = 0; i < theta.length; i++) X = X.times(exp6(screws.get(i), theta[i]));
        return X;
    }

    /** 6×n: column i is screw i moved by the joints before it, in the space frame. */
    public static Mat spaceJacobian(List<double[]> screws, double[] theta) {
        same(screws, theta);
        Mat J = new Mat(6, theta.length);
        Pose before = Pose.identity();
        for (int i = 0; i < theta.length; i++) {
            setColumn(J, i, adjoint(before).times(screws.get(i)));
            before = before.times(exp6(screws.get(i), theta[i]));
        }
        return J;
    }

    /** 6×n: column i is screw i moved back by the joints after it, in the body frame. */
    public static Mat bodyJacobian(List<double[]> screws, double[] theta) {
        same(screws, theta);
        Mat J = new Mat(6, theta.length);
        Pose after = Pose.identity();
        for (int i = theta.length - 1; i >= 0; i--) {
            setColumn(J, i, adjoint(after).times(screws.get(i)));
            after = after.times(exp6(screws.get(i), -theta[i]));
        }
        return J;
    }

    /** The screws in the space frame of an arm's joints at q = 0: [z; −z × p]. */
    public static List<double[]> of(Arm arm) {
        Posture zero = new Posture(arm);
        List<double[]> screws = new ArrayList<>();
        for (int i = 0; i < arm.size(); i++) {
            double[] z = {zero.axis(i, 2, 0), zero.axis(i, 2, 1), zero.axis(i, 2, 2)};
            double[] v = Vec.cross(new double[] {zero.origin(i, 0), zero.origin(i, 1), zero.origin(i, 2)}, z);
            screws.add(new double[] {z[0], z[1], z[2], v[0], v[1], v[2]});
        }
        return screws;
    }

    private static void setColumn(Mat J, int column, double[] twist) {
        for (int row = 0; row < 6; row++) J.set(row, column, twist[row]);
    }

    private static void same(List<double[]> screws, double[] theta) {
        if (screws.size() != theta.length) throw new IllegalArgumentException(theta.length + " angles for " + screws.size() + " screws");
    }
}
