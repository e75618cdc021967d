package lectern.widgets.autodiff;

/** A rule that moves parameters against their gradient, in place; what it remembers belongs to one set of parameters. */
public sealed interface Optimiser {
    /** One step. */
    void step(double[] x, double[] gradient);

    /** x ← x − lr g. */
    static Optimiser sgd(double rate) {
        return new Sgd(rate);
    }

    /** v ← β v + g, x ← x − lr v. */
    static Optimiser momentum(double rate, double beta, int size) {
        return new Momentum(rate, beta, new double[size]);
    }

    /** Adam with bias correction, ε added after the root. Source: Kingma and Ba 2015. */
    static Optimiser adam(double rate, double beta1, double beta2, double epsilon, int size) {
        return new Adam(rate, beta1, beta2, epsilon, size);
    }

    /** Steepest descent. */
    record Sgd(double rate) implements Optimiser {
        @Override
        public void step(double[] x, double[] gradient) {
            for (int i = 0; i < x.length; i++) x[i] -= rate * gradient[i];
        }
    }

    /** Heavy ball. */
    record Momentum(double rate, double beta, double[] velocity) implements Optimiser {
        @Override
        public void step(double[] x, double[] gradient) {
            for (int i = 0; i < x.length; i++) {
                velocity[i] = beta * velocity[i] + gradient[i];
                x[i] -= rate * velocity[i];
            }
        }
    }

    /** Step sizes from running means of g and g². */
    final class Adam implements Optimiser {
        private final double rate;
        private final double beta1;
        private final double beta2;
        private final double epsilon;
        private final double[] mean;
        private final double[] square;
        private double power1 = 1;
        private double power2 = 1;

        private Adam(double rate, double beta1, double beta2, double epsilon, int size) {
            this.rate = rate;
            this.beta1 = beta1;
            this.beta2 = beta2;
            this.epsilon = epsilon;
            mean = new double[size];
            square = new double[size];
        }

        @Override
        public void step(double[] x, double[] gradient) {
            power1 *= beta1;
            power2 *= beta2;
            for (int i = 0; i < x.length; i++) {
                mean[i] = beta1 * mean[i] + (1 - beta1) * gradient[i];
                square[i] = beta2 * square[i] + (1 - beta2) * gradient[i] * gradient[i];
                x[i] -= rate * (mean[i] / (1 - power1)) / (Math.sqrt(square[i] / (1 - power2)) + epsilon);
            }
        }
    }
}
