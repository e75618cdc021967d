package lectern.widgets.math;

/**
 * Damped least squares x = Aᵀ (A Aᵀ + λ² I)⁻¹ b, with room kept for matrices of one shape; allocates nothing once made.
 *
 * <p>The square matrix is positive definite for λ > 0 and is solved by its Cholesky factor, in rows³/6 + rows² columns/2 products.
 * Source: Wampler 1986; Nakamura and Hanafusa 1986.
 */
public final class Damped {
    private final int rows;
    private final int columns;
    private final double[] factor;
    private final double[] y;

    /** Room for matrices of the given shape. */
    public Damped(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.factor = new double[rows * rows];
        this.y = new double[rows];
    }

    /** The solution as a new vector. */
    public static double[] solve(Mat a, double[] b, double lambda) {
        double[] x = new double[a.columns()];
        new Damped(a.rows(), a.columns()).solveInto(a, b, lambda, x);
        return x;
    }

    /** x = Aᵀ (A Aᵀ + λ² I)⁻¹ b; not-a-number where λ = 0 and A Aᵀ is singular. */
    public void solveInto(Mat a, double[] b, double lambda, double[] x) {
        if (a.rows() != rows || a.columns() != columns || b.length != rows || x.length != columns) {
            throw new IllegalArgumentException("matrix " + a.shape() + ", right side " + b.length + ", result " + x.length + " for a solver of " + rows + "×" + columns);
        }
        double[] entries = a.entries();
        double[] factor = this.factor;
        double[] y = this.y;
        int rows = this.rows;
        int columns = this.columns;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? lambda * lambda : 0;
                for (int k = 0; k < columns; k++) sum += entries[i * columns + k] * entries[j * columns + k];
                for (int k = 0; k < j; k++) sum -= factor[i * rows + k] * factor[j * rows + k];
                factor[i * rows + j] = i == j ? Math.sqrt(sum) : sum / factor[j * rows + j];
            }
        }
        for (int i = 0; i < rows; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) sum -= factor[i * rows + k] * y[k];
            y[i] = sum / factor[i * rows + i];
        }
        for (int i = rows - 1; i >= 0; i--) {
            double sum = y[i];
            for (int k = i + 1; k < rows; k++) sum -= factor[k * rows + i] * y[k];
            y[i] = sum / factor[i * rows + i];
        }
        Mat.transposedTimesInto(a, y, x);
    }
}
