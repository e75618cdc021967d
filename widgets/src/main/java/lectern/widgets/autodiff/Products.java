package lectern.widgets.autodiff;

/** The three matrix products of forward and backward passes, on row-major arrays, each adding to its result. */
final class Products {
    private Products() {}

    /** C += A B for A: m×k, B: k×n. */
    static void plain(int m, int k, int n, double[] a, double[] b, double[] c) {
        for (int i = 0; i < m; i++) {
            int row = i * n;
            for (int p = 0; p < k; p++) {
                double factor = a[i * k + p];
                int at = p * n;
                for (int j = 0; j < n; j++) c[row + j] += factor * b[at + j];
            }
        }
    }

    /** C += A Bᵀ for A: m×k, B: n×k. */
    static void rightTransposed(int m, int k, int n, double[] a, double[] b, double[] c) {
        for (int i = 0; i < m; i++) {
            int row = i * k;
            for (int j = 0; j < n; j++) {
                int at = j * k;
                double sum = 0;
                for (int p = 0; p < k; p++) sum += a[row + p] * b[at + p];
                c[i * n + j] += sum;
            }
        }
    }

    /** C += Aᵀ B for A: k×m, B: k×n. */
    static void leftTransposed(int m, int k, int n, double[] a, double[] b, double[] c) {
        for (int p = 0; p < k; p++) {
            int at = p * n;
            for (int i = 0; i < m; i++) {
                double factor = a[p * m + i];
                int row = i * n;
                for (int j = 0; j < n; j++) c[row + j] += factor * b[at + j];
            }
        }
    }
}
