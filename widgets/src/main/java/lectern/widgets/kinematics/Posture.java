package lectern.widgets.kinematics;

import lectern.widgets.math.Mat;

/**
 * An arm at one configuration q: all frames and the geometric Jacobian, with room kept so that moving it allocates nothing.
 *
 * <p>Everything is in the base frame W. The Jacobian has rows [v; ω] for the origin of the end frame E: column i is
 * [z_i × (p_WE − p_Wi); z_i]. Source: Orocos KDL and MuJoCo by the oracle topic {@code panda-fk-jacobian}.
 */
public final class Posture {
    private final Arm arm;
    private final int n;
    private final double[] link;
    private final double[] end;
    /** For frame i (n is the end frame): columns x, y, z of its rotation, then its origin. */
    private final double[] frames;

    /** The arm at q = 0. */
    public Posture(Arm arm) {
        this.arm = arm;
        n = arm.size();
        link = new double[5 * n];
        for (int i = 0; i < n; i++) {
            Joint joint = arm.joints().get(i);
            link[5 * i] = joint.a();
            link[5 * i + 1] = joint.d();
            link[5 * i + 2] = Math.cos(joint.alpha());
            link[5 * i + 3] = Math.sin(joint.alpha());
            link[5 * i + 4] = joint.theta();
        }
        end = new double[12];
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 3; i++) end[3 * j + i] = arm.end().R().get(i, j);
            end[9 + j] = arm.end().p()[j];
        }
        frames = new double[12 * (n + 1)];
        moveTo(new double[n]);
    }

    public Arm arm() {
        return arm;
    }

    /** Moves to the configuration q, in rad. */
    public Posture moveTo(double[] q) {
        if (q.length != n) throw new IllegalArgumentException(q.length + " angles for " + n + " joints");
        double xx = 1, xy = 0, xz = 0, yx = 0, yy = 1, yz = 0, zx = 0, zy = 0, zz = 1, px = 0, py = 0, pz = 0;
        double[] out = frames;
        double[] fixed = link;
        for (int i = 0; i < n; i++) {
            double a = fixed[5 * i];
            double d = fixed[5 * i + 1];
            double ca = fixed[5 * i + 2];
            double sa = fixed[5 * i + 3];
            double angle = q[i] + fixed[5 * i + 4];
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            // y and z turned by α about x, then x and y by θ about z
            double ux = yx * ca + zx * sa, uy = yy * ca + zy * sa, uz = yz * ca + zz * sa;
            zx = zx * ca - yx * sa;
            zy = zy * ca - yy * sa;
            zz = zz * ca - yz * sa;
            px += a * xx + d * zx;
            py += a * xy + d * zy;
            pz += a * xz + d * zz;
            yx = ux * c - xx * s;
            yy = uy * c - xy * s;
            yz = uz * c - xz * s;
            xx = xx * c + ux * s;
            xy = xy * c + uy * s;
            xz = xz * c + uz * s;
            int at = 12 * i;
            out[at] = xx;
            out[at + 1] = xy;
            out[at + 2] = xz;
            out[at + 3] = yx;
            out[at + 4] = yy;
            out[at + 5] = yz;
            out[at + 6] = zx;
            out[at + 7] = zy;
            out[at + 8] = zz;
            out[at + 9] = px;
            out[at + 10] = py;
            out[at + 11] = pz;
        }
        int at = 12 * n;
        for (int j = 0; j < 12; j += 3) {
            double ex = end[j], ey = end[j + 1], ez = end[j + 2];
            out[at + j] = xx * ex + yx * ey + zx * ez;
            out[at + j + 1] = xy * ex + yy * ey + zy * ez;
            out[at + j + 2] = xz * ex + yz * ey + zz * ez;
        }
        out[at + 9] += px;
        out[at + 10] += py;
        out[at + 11] += pz;
        return this;
    }

    /** X_WE. */
    public Pose pose() {
        return frame(n);
    }

    /** X_Wi of joint i's frame, whose z axis is the joint's axis; i = n is the end frame. */
    public Pose frame(int i) {
        Mat R = new Mat(3, 3);
        double[] p = new double[3];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) R.set(r, c, frames[12 * i + 3 * c + r]);
            p[r] = frames[12 * i + 9 + r];
        }
        return new Pose(R, p);
    }

    /** Coordinate k of p_Wi. */
    public double origin(int i, int k) {
        return frames[12 * i + 9 + k];
    }

    /** Coordinate k of the axis (0 for x, 1 for y, 2 for z) of frame i. */
    public double axis(int i, int axis, int k) {
        return frames[12 * i + 3 * axis + k];
    }

    /** J, 6×n. */
    public Mat jacobian() {
        Mat J = new Mat(6, n);
        jacobianInto(J);
        return J;
    }

    /** Writes J, 6×n. */
    public void jacobianInto(Mat J) {
        if (J.rows() != 6 || J.columns() != n) throw new IllegalArgumentException("Jacobian of shape " + J.shape() + " for " + n + " joints");
        double[] f = frames;
        double[] out = J.entries();
        int e = 12 * n + 9;
        double ex = f[e], ey = f[e + 1], ez = f[e + 2];
        for (int i = 0; i < n; i++) {
            int at = 12 * i + 6;
            double zx = f[at], zy = f[at + 1], zz = f[at + 2];
            double rx = ex - f[at + 3], ry = ey - f[at + 4], rz = ez - f[at + 5];
            out[i] = zy * rz - zz * ry;
            out[n + i] = zz * rx - zx * rz;
            out[2 * n + i] = zx * ry - zy * rx;
            out[3 * n + i] = zx;
            out[4 * n + i] = zy;
            out[5 * n + i] = zz;
        }
    }
}
