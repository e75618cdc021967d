package lectern.widgets.price;

import lectern.widgets.math.Mat;

/** A real run on this machine, asked for by the reader: the one thing in a widget that is not a function of its state. */
final class Timing {
    private static final int SIZE = 128;
    private static final double WARM = 0.004;
    private static final double SECONDS = 0.016;

    private Timing() {}

    /** Multiplications a second of a linear layer, forward and backward, about twenty milliseconds long. */
    static double rate() {
        run(WARM);
        return run(SECONDS);
    }

    private static double run(double seconds) {
        Mat W = new Mat(SIZE, SIZE);
        double[] x = new double[SIZE];
        double[] e = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            x[i] = 1.0 / (i + 1);
            W.set(i, i, 1);
        }
        double start = System.nanoTime();
        double passed = 0;
        double count = 0;
        while (passed < seconds) {
            Mat.timesInto(W, x, e);
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    W.entries()[i * SIZE + j] -= 1e-9 * (e[i] * x[j]);
                }
            }
            Mat.transposedTimesInto(W, e, x);
            count += 3 * SIZE * SIZE;
            passed = (System.nanoTime() - start) / 1e9;
        }
        return count / passed;
    }
}
