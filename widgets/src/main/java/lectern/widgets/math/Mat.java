package lectern.widgets.math;

/**
 * A dense matrix, stored row by row and mutable, so that kernels can write into one they keep.
 *
 * <p>Methods that return a matrix make a new one; the static {@code …Into} methods allocate nothing. Shapes are checked by all.
 */
public final class Mat {
    private final int rows;
    private final int columns;
    private final double[] entries;

    /** A matrix of zeros. */
    public Mat(int rows, int columns) {
        if (rows < 0 || columns < 0) throw new IllegalArgumentException("matrix of shape " + rows + "×" + columns);
        this.rows = rows;
        this.columns = columns;
        this.entries = new double[rows * columns];
    }

    /** The matrix with the given entries, row by row. */
    public static Mat of(int rows, int columns, double... entries) {
        Mat matrix = new Mat(rows, columns);
        if (entries.length != rows * columns) {
            throw new IllegalArgumentException(entries.length + " entries for a matrix of shape " + rows + "×" + columns);
        }
        for (int i = 0; i < entries.length; i++) matrix.entries[i] = entries[i]; // arraycopy on an unknown array drags class checks into the browser
        return matrix;
    }

    /** The matrix with the given rows, all of one length. */
    public static Mat ofRows(double[]... rows) {
        Mat matrix = new Mat(rows.length, rows.length == 0 ? 0 : rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != matrix.columns) {
                throw new IllegalArgumentException("row " + i + " has " + rows[i].length + " entries, row 0 has " + matrix.columns);
            }
            System.arraycopy(rows[i], 0, matrix.entries, i * matrix.columns, matrix.columns);
        }
        return matrix;
    }

    /** The identity of n rows. */
    public static Mat identity(int n) {
        Mat matrix = new Mat(n, n);
        for (int i = 0; i < n; i++) matrix.entries[i * n + i] = 1;
        return matrix;
    }

    /** a bᵀ. */
    public static Mat outer(double[] a, double[] b) {
        Mat matrix = new Mat(a.length, b.length);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) matrix.entries[i * b.length + j] = a[i] * b[j];
        }
        return matrix;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The live entries, row by row: entry (i, j) stands at {@code i * columns + j}. */
    public double[] entries() {
        return entries;
    }

    public double get(int i, int j) {
        return entries[i * columns + j];
    }

    public void set(int i, int j, double value) {
        entries[i * columns + j] = value;
    }

    /** A copy of row i. */
    public double[] row(int i) {
        double[] row = new double[columns];
        System.arraycopy(entries, i * columns, row, 0, columns);
        return row;
    }

    /** A copy of column j. */
    public double[] column(int j) {
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) column[i] = entries[i * columns + j];
        return column;
    }

    /** The block of the given shape whose upper left entry is (row, column), as a copy. */
    public Mat block(int row, int column, int height, int width) {
        if (row < 0 || column < 0 || row + height > rows || column + width > columns) {
            throw new IllegalArgumentException("block " + height + "×" + width + " at (" + row + ", " + column + ") of a matrix " + shape());
        }
        Mat block = new Mat(height, width);
        for (int i = 0; i < height; i++) System.arraycopy(entries, (row + i) * columns + column, block.entries, i * width, width);
        return block;
    }

    public Mat copy() {
        return of(rows, columns, entries);
    }

    public Mat transposed() {
        Mat result = new Mat(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) result.entries[j * rows + i] = entries[i * columns + j];
        }
        return result;
    }

    /** This · other. */
    public Mat times(Mat other) {
        Mat product = new Mat(rows, other.columns);
        timesInto(this, other, product);
        return product;
    }

    /** This · x. */
    public double[] times(double[] x) {
        double[] product = new double[rows];
        timesInto(this, x, product);
        return product;
    }

    public Mat plus(Mat other) {
        return plusScaled(1, other);
    }

    public Mat minus(Mat other) {
        return plusScaled(-1, other);
    }

    /** This + factor · other. */
    public Mat plusScaled(double factor, Mat other) {
        if (rows != other.rows || columns != other.columns) throw new IllegalArgumentException("sum of shapes " + shape() + " and " + other.shape());
        Mat sum = new Mat(rows, columns);
        for (int i = 0; i < entries.length; i++) sum.entries[i] = entries[i] + factor * other.entries[i];
        return sum;
    }

    public Mat scaled(double factor) {
        Mat product = new Mat(rows, columns);
        for (int i = 0; i < entries.length; i++) product.entries[i] = factor * entries[i];
        return product;
    }

    /** Root of the sum of the squares of all entries. */
    public double norm() {
        return Vec.norm(entries);
    }

    /** The shape as text, {@code 6×7}. */
    public String shape() {
        return rows + "×" + columns;
    }

    /** out = a · b; out is neither a nor b. */
    public static void timesInto(Mat a, Mat b, Mat out) {
        if (a.columns != b.rows || out.rows != a.rows || out.columns != b.columns) {
            throw new IllegalArgumentException("product of shapes " + a.shape() + " and " + b.shape() + " into " + out.shape());
        }
        int inner = a.columns;
        int width = b.columns;
        double[] left = a.entries;
        double[] right = b.entries;
        for (int i = 0; i < a.rows; i++) {
            for (int j = 0; j < width; j++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) sum += left[i * inner + k] * right[k * width + j];
                out.entries[i * width + j] = sum;
            }
        }
    }

    /** out = a · x; out is not x. */
    public static void timesInto(Mat a, double[] x, double[] out) {
        if (a.columns != x.length || a.rows != out.length) {
            throw new IllegalArgumentException("product of shapes " + a.shape() + " and " + x.length + " into " + out.length);
        }
        for (int i = 0; i < a.rows; i++) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) sum += a.entries[i * x.length + j] * x[j];
            out[i] = sum;
        }
    }

    /** out = aᵀ · x; out is not x. */
    public static void transposedTimesInto(Mat a, double[] x, double[] out) {
        if (a.rows != x.length || a.columns != out.length) {
            throw new IllegalArgumentException("product of the transpose of " + a.shape() + " and " + x.length + " into " + out.length);
        }
        double[] entries = a.entries;
        int width = out.length;
        for (int j = 0; j < width; j++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) sum += entries[i * width + j] * x[i];
            out[j] = sum;
        }
    }
}
