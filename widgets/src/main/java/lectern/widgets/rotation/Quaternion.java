package lectern.widgets.rotation;

import lectern.widgets.math.Mat;
import lectern.widgets.math.Num;
import lectern.widgets.math.Vec;

/**
 * A unit quaternion w + x i + y j + z k: the active rotation of column vectors v ↦ R v; −q is the same rotation.
 *
 * <p>For a rotation by θ about the unit axis u it is (cos θ/2, u sin θ/2). Source: Shepperd 1978 for the way from a matrix; SciPy and mpmath by
 * the oracle topics {@code axis-angle} and {@code composition}.
 */
public record Quaternion(double w, double x, double y, double z) {
    /** No rotation. */
    public static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);

    /** From four numbers, scalar first (MuJoCo, transforms3d, Eigen's constructor), scaled to length 1. */
    public static Quaternion ofWxyz(double... q) {
        if (q.length != 4) throw new IllegalArgumentException("a quaternion has 4 numbers, not " + q.length);
        return new Quaternion(q[0], q[1], q[2], q[3]).normalised();
    }

    /** From four numbers, scalar last (SciPy, ROS, three.js), scaled to length 1. */
    public static Quaternion ofXyzw(double... q) {
        if (q.length != 4) throw new IllegalArgumentException("a quaternion has 4 numbers, not " + q.length);
        return new Quaternion(q[3], q[0], q[1], q[2]).normalised();
    }

    /** Rotation by the given angle about the base axis 0 (x), 1 (y) or 2 (z). */
    public static Quaternion about(int axis, double angle) {
        double s = Math.sin(angle / 2);
        return new Quaternion(Math.cos(angle / 2), axis == 0 ? s : 0, axis == 1 ? s : 0, axis == 2 ? s : 0);
    }

    /** exp: from a rotation vector, axis times angle in rad, accurate at any size. */
    public static Quaternion ofRotationVector(double... r) {
        if (r.length != 3) throw new IllegalArgumentException("a rotation vector has 3 numbers, not " + r.length);
        double angle = Vec.norm(r);
        double s = Num.sincHalf(angle);
        return new Quaternion(Math.cos(angle / 2), s * r[0], s * r[1], s * r[2]);
    }

    /** From a 3×3 rotation matrix, by its largest component. */
    public static Quaternion ofMatrix(Mat R) {
        if (R.rows() != 3 || R.columns() != 3) throw new IllegalArgumentException("a rotation matrix is 3×3, not " + R.shape());
        double xx = R.get(0, 0);
        double yy = R.get(1, 1);
        double zz = R.get(2, 2);
        double trace = xx + yy + zz;
        Quaternion q;
        if (trace >= xx && trace >= yy && trace >= zz) {
            q = new Quaternion(1 + trace, R.get(2, 1) - R.get(1, 2), R.get(0, 2) - R.get(2, 0), R.get(1, 0) - R.get(0, 1));
        } else if (xx >= yy && xx >= zz) {
            q = new Quaternion(R.get(2, 1) - R.get(1, 2), 1 + xx - yy - zz, R.get(0, 1) + R.get(1, 0), R.get(0, 2) + R.get(2, 0));
        } else if (yy >= zz) {
            q = new Quaternion(R.get(0, 2) - R.get(2, 0), R.get(0, 1) + R.get(1, 0), 1 + yy - xx - zz, R.get(1, 2) + R.get(2, 1));
        } else {
            q = new Quaternion(R.get(1, 0) - R.get(0, 1), R.get(0, 2) + R.get(2, 0), R.get(1, 2) + R.get(2, 1), 1 + zz - xx - yy);
        }
        return q.normalised();
    }

    /** The four numbers, scalar first. */
    public double[] wxyz() {
        return new double[] {w, x, y, z};
    }

    /** The four numbers, scalar last. */
    public double[] xyzw() {
        return new double[] {x, y, z, w};
    }

    /** The 3×3 rotation matrix R. */
    public Mat matrix() {
        return Mat.of(3, 3,
            1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
            2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
            2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y));
    }

    /** log: the shortest rotation vector, of length at most π. */
    public double[] rotationVector() {
        Quaternion q = canonical();
        double s = q.vectorLength();
        double factor = s == 0 ? 2 : 2 * Math.atan2(s, q.w) / s;
        return new double[] {factor * q.x, factor * q.y, factor * q.z};
    }

    /** Angle of the rotation, from 0 to π. */
    public double angle() {
        return 2 * Math.atan2(vectorLength(), Math.abs(w));
    }

    /** The one of q and −q with w ≥ 0. */
    public Quaternion canonical() {
        return w < 0 ? negated() : this;
    }

    /** −q, the same rotation. */
    public Quaternion negated() {
        return new Quaternion(-w, -x, -y, -z);
    }

    /** The inverse rotation. */
    public Quaternion conjugate() {
        return new Quaternion(w, -x, -y, -z);
    }

    /** This · other: other is applied first, R_ab = R_a R_b. */
    public Quaternion times(Quaternion b) {
        return new Quaternion(
            w * b.w - x * b.x - y * b.y - z * b.z,
            w * b.x + x * b.w + y * b.z - z * b.y,
            w * b.y - x * b.z + y * b.w + z * b.x,
            w * b.z + x * b.y - y * b.x + z * b.w);
    }

    /** The rotation from this to another, in this one's frame: R_a⁻¹ R_b. */
    public Quaternion to(Quaternion b) {
        return conjugate().times(b);
    }

    /** Geodesic distance to another rotation in rad, from 0 to π. */
    public double distance(Quaternion b) {
        return to(b).angle();
    }

    /** R v. */
    public double[] rotate(double... v) {
        return matrix().times(v);
    }

    /** Constant-speed path by the shorter way: this at t = 0, b at t = 1. */
    public Quaternion slerp(Quaternion b, double t) {
        return times(ofRotationVector(Vec.scaled(t, to(b).rotationVector())));
    }

    private Quaternion normalised() {
        double length = Vec.norm(wxyz());
        if (!(length > 0) || Double.isInfinite(length)) throw new IllegalArgumentException("a quaternion needs a finite length above zero");
        return new Quaternion(w / length, x / length, y / length, z / length);
    }

    private double vectorLength() {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
