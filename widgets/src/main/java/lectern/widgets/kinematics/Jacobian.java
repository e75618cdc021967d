package lectern.widgets.kinematics;

import lectern.widgets.math.Mat;
import lectern.widgets.math.Num;
import lectern.widgets.math.Svd;
import lectern.widgets.math.Vec;

/** What is made of a 6×n geometric Jacobian with rows [v; ω] in the base frame. */
public final class Jacobian {
    private Jacobian() {}

    /** Rows v alone, 3×n. */
    public static Mat translation(Mat J) {
        return J.block(0, 0, 3, J.columns());
    }

    /** Rows ω alone, 3×n. */
    public static Mat rotation(Mat J) {
        return J.block(3, 0, 3, J.columns());
    }

    /** Both halves expressed in a frame E with rotation R_WE: [R_EW v; R_EW ω]. */
    public static Mat inFrame(Mat J, Mat R) {
        return stacked(R.transposed().times(translation(J)), R.transposed().times(rotation(J)));
    }

    /** Rows [ω; v] from [v; ω], and back. */
    public static Mat swapped(Mat J) {
        return stacked(rotation(J), translation(J));
    }

    /** Rows [v; ṙ] for the rotation vector r of the end frame, which must be shorter than 2π: ṙ = J_l(r)⁻¹ ω. */
    public static Mat analytic(Mat J, double[] r) {
        return stacked(translation(J), inverseLeft(r).times(rotation(J)));
    }

    /** J_l(r)⁻¹ = I − ½ [r] + (1 − θ sin θ / (2 (1 − cos θ))) / θ² [r]² for θ = ‖r‖: from ω in the base frame to ṙ. */
    public static Mat inverseLeft(double[] r) {
        double angle = Vec.norm(r);
        Mat hat = Screw.hat(r);
        return Mat.identity(3).plusScaled(-0.5, hat).plusScaled(inverseLeftFactor(angle), hat.times(hat));
    }

    /** J_l(r) = I + (1 − cos θ)/θ² [r] + (θ − sin θ)/θ³ [r]²: from ṙ to ω in the base frame. */
    public static Mat left(double[] r) {
        double angle = Vec.norm(r);
        Mat hat = Screw.hat(r);
        return Mat.identity(3).plusScaled(Num.oneMinusCosOverSquare(angle), hat).plusScaled(Num.xMinusSinOverCube(angle), hat.times(hat));
    }

    /** (1 − θ sin θ / (2 (1 − cos θ))) / θ² without cancellation: ((1 − cos θ)/θ² − ½ + ½ (θ − sin θ)/θ) / (1 − cos θ), in parts. */
    private static double inverseLeftFactor(double angle) {
        double c = Num.oneMinusCosOverSquare(angle);
        double s = Num.xMinusSinOverCube(angle);
        // 1 − cos θ = θ² c and sin θ = θ − θ³ s give (c − ½ + ½ θ² s) / (θ² c); the numerator is of order θ²/12
        if (angle > 0.5) return (c - 0.5 + 0.5 * angle * angle * s) / (angle * angle * c);
        double square = angle * angle;
        return 1.0 / 12 + square * (1.0 / 720 + square * (1.0 / 30240 + square * (1.0 / 1209600 + square * (1.0 / 47900160 + square * 691.0 / 1307674368000.0))));
    }

    /** Yoshikawa's manipulability √det(J Jᵀ), the product of the singular values. */
    public static double manipulability(Mat J) {
        return Svd.of(J).volume();
    }

    /**
     * ∂m/∂q of the manipulability m, n numbers: m · tr(∂J/∂q_k J⁺), where ∂J/∂q_k turns the columns after joint k with it.
     * Zero where m is.
     */
    public static double[] manipulabilityGradient(Mat J) {
        int n = J.columns();
        Svd svd = Svd.of(J);
        double m = svd.volume();
        double[] gradient = new double[n];
        if (svd.isSingular()) return gradient;
        Mat inverse = svd.pseudoInverse();
        for (int k = 0; k < n; k++) {
            double trace = 0;
            for (int j = 0; j < n; j++) {
                double[] change = derivative(J, j, k);
                for (int row = 0; row < 6; row++) trace += change[row] * inverse.get(j, row);
            }
            gradient[k] = m * trace;
        }
        return gradient;
    }

    /** ∂(column j)/∂q_k: [ω_k × v_j; ω_k × ω_j] for k ≤ j, [ω_j × v_k; 0] for k after j. */
    public static double[] derivative(Mat J, int j, int k) {
        double[] v = part(J, 0, Math.max(j, k));
        double[] change = Vec.cross(part(J, 3, Math.min(j, k)), v);
        double[] turn = k < j ? Vec.cross(part(J, 3, k), part(J, 3, j)) : new double[3];
        return new double[] {change[0], change[1], change[2], turn[0], turn[1], turn[2]};
    }

    private static double[] part(Mat J, int row, int column) {
        return new double[] {J.get(row, column), J.get(row + 1, column), J.get(row + 2, column)};
    }

    private static Mat stacked(Mat upper, Mat lower) {
        double[] entries = new double[upper.entries().length + lower.entries().length];
        System.arraycopy(upper.entries(), 0, entries, 0, upper.entries().length);
        System.arraycopy(lower.entries(), 0, entries, upper.entries().length, lower.entries().length);
        return Mat.of(upper.rows() + lower.rows(), upper.columns(), entries);
    }
}
