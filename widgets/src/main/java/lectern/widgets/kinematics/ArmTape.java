package lectern.widgets.kinematics;

import lectern.widgets.autodiff.Tape;
import lectern.widgets.math.Mat;

/**
 * The geometric Jacobian by reverse mode through the forward kinematics: the same matrix as {@link Posture#jacobian}, found another way.
 *
 * <p>One backward sweep gives a row of ∂p_WE/∂q; ω follows from ∂R_WE/∂q R_EW. Twelve sweeps in all, whatever the number of joints.
 */
public final class ArmTape {
    private final Arm arm;
    private final Tape tape = new Tape();

    public ArmTape(Arm arm) {
        this.arm = arm;
    }

    /** J at q, 6×n, rows [v; ω] in the base frame. */
    public Mat jacobian(double[] q) {
        int n = arm.size();
        tape.clear();
        int[] inputs = new int[n];
        for (int i = 0; i < n; i++) inputs[i] = tape.variable(q[i]);
        int[] T = constant(Pose.identity());
        for (int i = 0; i < n; i++) T = product(T, link(arm.joints().get(i), inputs[i]));
        T = product(T, constant(arm.end()));
        double[][] slopes = new double[12][n];
        for (int entry = 0; entry < 12; entry++) {
            tape.backward(T[entry]);
            for (int k = 0; k < n; k++) slopes[entry][k] = tape.adjoint(inputs[k]);
        }
        Mat J = new Mat(6, n);
        for (int k = 0; k < n; k++) {
            for (int row = 0; row < 3; row++) J.set(row, k, slopes[9 + row][k]);
            // [ω] = ∂R Rᵀ
            J.set(3, k, spin(T, slopes, k, 2, 1));
            J.set(4, k, spin(T, slopes, k, 0, 2));
            J.set(5, k, spin(T, slopes, k, 1, 0));
        }
        return J;
    }

    /** Entry (i, j) of ∂R/∂q_k Rᵀ. */
    private double spin(int[] T, double[][] slopes, int k, int i, int j) {
        double sum = 0;
        for (int c = 0; c < 3; c++) sum += slopes[3 * i + c][k] * tape.value(T[3 * j + c]);
        return sum;
    }

    /** Rx(α) Tx(a) Rz(θ + q) Tz(d): nine nodes of R row by row, three of p. */
    private int[] link(Joint joint, int q) {
        int angle = tape.scale(q, 1, joint.theta());
        int c = tape.cos(angle);
        int s = tape.sin(angle);
        double ca = Math.cos(joint.alpha());
        double sa = Math.sin(joint.alpha());
        return new int[] {
            c, tape.scale(s, -1, 0), tape.variable(0),
            tape.scale(s, ca, 0), tape.scale(c, ca, 0), tape.variable(-sa),
            tape.scale(s, sa, 0), tape.scale(c, sa, 0), tape.variable(ca),
            tape.variable(joint.a()), tape.variable(-sa * joint.d()), tape.variable(ca * joint.d())};
    }

    private int[] constant(Pose X) {
        int[] nodes = new int[12];
        for (int i = 0; i < 9; i++) nodes[i] = tape.variable(X.R().entries()[i]);
        for (int i = 0; i < 3; i++) nodes[9 + i] = tape.variable(X.p()[i]);
        return nodes;
    }

    private int[] product(int[] A, int[] B) {
        int[] C = new int[12];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) C[3 * i + j] = dot(A, i, B[j], B[3 + j], B[6 + j]);
            C[9 + i] = tape.add(dot(A, i, B[9], B[10], B[11]), A[9 + i]);
        }
        return C;
    }

    private int dot(int[] A, int row, int x, int y, int z) {
        int first = tape.multiply(A[3 * row], x);
        int second = tape.multiply(A[3 * row + 1], y);
        return tape.add(tape.add(first, second), tape.multiply(A[3 * row + 2], z));
    }
}
