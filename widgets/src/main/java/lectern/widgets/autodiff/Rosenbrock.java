package lectern.widgets.autodiff;

import lectern.widgets.math.Mat;

/** The curved valley Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)² in two or more dimensions. */
public final class Rosenbrock {
    private Rosenbrock() {}

    public static double value(double... x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double bend = x[i + 1] - x[i] * x[i];
            sum += 100 * bend * bend + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    /** The gradient, by reverse mode. */
    public static double[] gradient(double... x) {
        Tape tape = new Tape();
        int[] nodes = new int[x.length];
        for (int i = 0; i < x.length; i++) nodes[i] = tape.variable(x[i]);
        int sum = tape.variable(0);
        for (int i = 0; i + 1 < x.length; i++) {
            int bend = tape.subtract(nodes[i + 1], tape.multiply(nodes[i], nodes[i]));
            sum = tape.add(sum, tape.scale(tape.multiply(bend, bend), 100, 0));
            sum = tape.add(sum, tape.power(tape.scale(nodes[i], -1, 1), 2));
        }
        tape.backward(sum);
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) gradient[i] = tape.adjoint(nodes[i]);
        return gradient;
    }

    /** The second derivatives: each term bends xᵢ by 1200 xᵢ² − 400 xᵢ₊₁ + 2 and xᵢ₊₁ by 200, and couples them by −400 xᵢ. */
    public static Mat hessian(double... x) {
        Mat H = new Mat(x.length, x.length);
        for (int i = 0; i + 1 < x.length; i++) {
            H.set(i, i, H.get(i, i) + 1200 * x[i] * x[i] - 400 * x[i + 1] + 2);
            H.set(i + 1, i + 1, H.get(i + 1, i + 1) + 200);
            H.set(i, i + 1, -400 * x[i]);
            H.set(i + 1, i, -400 * x[i]);
        }
        return H;
    }
}
