package lectern.widgets.math;

/**
 * The singular value decomposition A = U Σ Vᵀ by one-sided Jacobi rotations, with room kept for matrices of one shape.
 *
 * <p>Columns of A V are rotated until they are orthogonal; their lengths are the singular values (Golub and Van Loan, §8.6). V is square
 * (columns × columns), so its last columns span the null space of a wide matrix. Cost about 6 sweeps of rows · columns² each.
 */
public final class Svd {
    private static final int MAX_SWEEPS = 60;

    private final int rows;
    private final int columns;
    /** Row j is column j of A V, then of U Σ. */
    private final double[] work;
    /** Row j is column j of V. */
    private final double[] right;
    private final double[] lengths;
    private final double[] sigma;

    /** Room for matrices of the given shape. */
    public Svd(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.work = new double[columns * rows];
        this.right = new double[columns * columns];
        this.lengths = new double[columns];
        this.sigma = new double[Math.min(rows, columns)];
    }

    /** The decomposition of a matrix. */
    public static Svd of(Mat a) {
        return new Svd(a.rows(), a.columns()).decompose(a);
    }

    /** Decomposes a matrix of this shape, in place of the one before; allocates nothing. */
    public Svd decompose(Mat a) {
        if (a.rows() != rows || a.columns() != columns) {
            throw new IllegalArgumentException("matrix " + a.shape() + " for a decomposition of " + rows + "×" + columns);
        }
        double total = 0;
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                double value = a.get(i, j);
                work[j * rows + i] = value;
                total += value * value;
            }
            for (int i = 0; i < columns; i++) right[j * columns + i] = i == j ? 1 : 0;
        }
        double negligible = total * Num.EPSILON * Num.EPSILON;
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MAX_SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < columns; p++) {
                for (int q = p + 1; q < columns; q++) turned |= orthogonalise(p, q, negligible);
            }
        }
        sort();
        return this;
    }

    /** Singular values, largest first: min(rows, columns) of them, live. */
    public double[] sigma() {
        return sigma;
    }

    /** σ_max / σ_min; infinite when σ_min ≤ 4 ε σ_max. */
    public double condition() {
        double smallest = sigma[sigma.length - 1];
        return isSingular() ? Double.POSITIVE_INFINITY : sigma[0] / smallest;
    }

    /** σ_min / σ_max; zero when σ_min ≤ 4 ε σ_max. */
    public double inverseCondition() {
        return isSingular() ? 0 : sigma[sigma.length - 1] / sigma[0];
    }

    /** Whether σ_min ≤ 4 ε σ_max. */
    public boolean isSingular() {
        return sigma[sigma.length - 1] <= 4 * Num.EPSILON * sigma[0];
    }

    /** Product of the singular values, which is √det(A Aᵀ) for a wide matrix. */
    public double volume() {
        double product = 1;
        for (double value : sigma) product *= value;
        return product;
    }

    /** Entry i of left singular vector k; zero where the singular value is zero. */
    public double u(int i, int k) {
        return lengths[k] == 0 ? 0 : work[k * rows + i] / lengths[k];
    }

    /** Entry i of right singular vector k, which may lie past the singular values: then it spans the null space. */
    public double v(int i, int k) {
        return right[k * columns + i];
    }

    /** Number of singular values above max(rows, columns) ε σ_max. */
    public int rank() {
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > Math.max(rows, columns) * Num.EPSILON * sigma[0]) rank++;
        return rank;
    }

    /** out = A⁺ b, the shortest x among those that bring A x nearest to b. */
    public void solveInto(double[] b, double[] out) {
        if (b.length != rows || out.length != columns) {
            throw new IllegalArgumentException("right side of " + b.length + " and result of " + out.length + " for a matrix " + rows + "×" + columns);
        }
        for (int j = 0; j < columns; j++) out[j] = 0;
        int rank = rank();
        for (int k = 0; k < rank; k++) {
            double along = 0;
            for (int i = 0; i < rows; i++) along += u(i, k) * b[i];
            along /= sigma[k];
            for (int j = 0; j < columns; j++) out[j] += along * right[k * columns + j];
        }
    }

    /** A⁺, columns × rows. */
    public Mat pseudoInverse() {
        Mat inverse = new Mat(columns, rows);
        int rank = rank();
        for (int k = 0; k < rank; k++) {
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < rows; i++) inverse.set(j, i, inverse.get(j, i) + v(j, k) * u(i, k) / sigma[k]);
            }
        }
        return inverse;
    }

    /** I − A⁺ A, the projector onto the null space, columns × columns. */
    public Mat nullProjector() {
        Mat projector = Mat.identity(columns);
        int rank = rank();
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) projector.set(i, j, projector.get(i, j) - v(i, k) * v(j, k));
            }
        }
        return projector;
    }

    /** Turns columns p and q of A V until they are orthogonal; whether that was needed. */
    private boolean orthogonalise(int p, int q, double negligible) {
        double alpha = 0;
        double beta = 0;
        double gamma = 0;
        int atP = p * rows;
        int atQ = q * rows;
        for (int i = 0; i < rows; i++) {
            double x = work[atP + i];
            double y = work[atQ + i];
            alpha += x * x;
            beta += y * y;
            gamma += x * y;
        }
        if (alpha <= negligible && beta <= negligible) return false;
        if (Math.abs(gamma) <= Num.EPSILON * Math.sqrt(alpha * beta)) return false;
        // a column of pure rounding noise is turned once more if it lies along the other, but never asks for another sweep
        boolean matters = Math.min(alpha, beta) > negligible;
        double zeta = (beta - alpha) / (2 * gamma);
        double t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = c * t;
        rotate(work, atP, atQ, rows, c, s);
        rotate(right, p * columns, q * columns, columns, c, s);
        return matters;
    }

    private static void rotate(double[] array, int atP, int atQ, int count, double c, double s) {
        for (int i = 0; i < count; i++) {
            double x = array[atP + i];
            double y = array[atQ + i];
            array[atP + i] = c * x - s * y;
            array[atQ + i] = s * x + c * y;
        }
    }

    /** Puts the longest column first. */
    private void sort() {
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = 0; i < rows; i++) sum += work[j * rows + i] * work[j * rows + i];
            lengths[j] = Math.sqrt(sum);
        }
        for (int j = 0; j < columns; j++) {
            int longest = j;
            for (int k = j + 1; k < columns; k++) if (lengths[k] > lengths[longest]) longest = k;
            if (longest != j) {
                double length = lengths[j];
                lengths[j] = lengths[longest];
                lengths[longest] = length;
                swap(work, j * rows, longest * rows, rows);
                swap(right, j * columns, longest * columns, columns);
            }
        }
        System.arraycopy(lengths, 0, sigma, 0, sigma.length);
    }

    private static void swap(double[] array, int a, int b, int count) {
        for (int i = 0; i < count; i++) {
            double value = array[a + i];
            array[a + i] = array[b + i];
            array[b + i] = value;
        }
    }
}
