package lectern.widgets.kinematics;

import lectern.widgets.math.Mat;
import lectern.widgets.math.Vec;

/**
 * Where a frame B stands in a frame A: X_AB = (R_AB, p_AB), so that p_A = R_AB p_B + p_AB.
 *
 * @param R 3×3 rotation matrix
 * @param p three coordinates, in metres
 */
public record Pose(Mat R, double[] p) {
    public Pose {
        if (R.rows() != 3 || R.columns() != 3 || p.length != 3) throw new IllegalArgumentException("pose of shapes " + R.shape() + " and " + p.length);
    }

    /** The frame itself. */
    public static Pose identity() {
        return new Pose(Mat.identity(3), new double[3]);
    }

    /** From a 4×4 homogeneous matrix. */
    public static Pose ofMatrix(Mat T) {
        if (T.rows() != 4 || T.columns() != 4) throw new IllegalArgumentException("a homogeneous matrix is 4×4, not " + T.shape());
        return new Pose(T.block(0, 0, 3, 3), new double[] {T.get(0, 3), T.get(1, 3), T.get(2, 3)});
    }

    /** Shifted along z, then turned about z. */
    public static Pose alongZ(double distance, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Pose(Mat.of(3, 3, c, -s, 0, s, c, 0, 0, 0, 1), new double[] {0, 0, distance});
    }

    /** X_AC = X_AB X_BC. */
    public Pose times(Pose other) {
        return new Pose(R.times(other.R), Vec.plus(R.times(other.p), p));
    }

    /** X_BA. */
    public Pose inverse() {
        Mat transposed = R.transposed();
        return new Pose(transposed, Vec.scaled(-1, transposed.times(p)));
    }

    /** The 4×4 homogeneous matrix. */
    public Mat matrix() {
        Mat T = Mat.identity(4);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) T.set(i, j, R.get(i, j));
            T.set(i, 3, p[i]);
        }
        return T;
    }
}
