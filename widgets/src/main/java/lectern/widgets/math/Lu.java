package lectern.widgets.math;

/** The factors P A = L U of a square matrix, by elimination with row exchanges: solves, inverts and gives the determinant. */
public final class Lu {
    private final int n;
    private final double[] lu;
    private final int[] order;
    private double determinant = 1;

    private Lu(Mat a) {
        if (a.rows() != a.columns()) throw new IllegalArgumentException("a square matrix is needed, this one is " + a.shape());
        n = a.rows();
        lu = a.copy().entries();
        order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        for (int k = 0; k < n; k++) eliminate(k);
    }

    /** The factors of a square matrix. */
    public static Lu of(Mat a) {
        return new Lu(a);
    }

    /** Product of the pivots with the sign of the exchanges. */
    public double determinant() {
        return determinant;
    }

    /** x with A x = b; infinite or not-a-number when A is singular. */
    public double[] solve(double[] b) {
        if (b.length != n) throw new IllegalArgumentException("right side of " + b.length + " for " + n + " equations");
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = b[order[i]];
            for (int k = 0; k < i; k++) sum -= lu[i * n + k] * x[k];
            x[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) x[i] -= lu[i * n + k] * x[k];
            x[i] /= lu[i * n + i];
        }
        return x;
    }

    /** A⁻¹. */
    public Mat inverse() {
        Mat inverse = new Mat(n, n);
        double[] unit = new double[n];
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            double[] column = solve(unit);
            unit[j] = 0;
            for (int i = 0; i < n; i++) inverse.set(i, j, column[i]);
        }
        return inverse;
    }

    private void eliminate(int k) {
        int pivot = k;
        for (int i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) pivot = i;
        if (pivot != k) exchange(k, pivot);
        double diagonal = lu[k * n + k];
        determinant *= diagonal;
        if (diagonal == 0) return;
        for (int i = k + 1; i < n; i++) {
            double factor = lu[i * n + k] / diagonal;
            lu[i * n + k] = factor;
            for (int j = k + 1; j < n; j++) lu[i * n + j] -= factor * lu[k * n + j];
        }
    }

    private void exchange(int a, int b) {
        for (int j = 0; j < n; j++) {
            double value = lu[a * n + j];
            lu[a * n + j] = lu[b * n + j];
            lu[b * n + j] = value;
        }
        int row = order[a];
        order[a] = order[b];
        order[b] = row;
        determinant = -determinant;
    }
}
