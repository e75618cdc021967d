package lectern.widgets.autodiff;

/** What “a step of length one” means; each meaning has a steepest direction of its own. */
public enum Norm {
    /** √(Σ dᵢ²): the ball is round. */
    EUCLID,
    /** Σ |dᵢ|: the ball stands on its corners. */
    TAXICAB,
    /** max |dᵢ|: the ball is a cube. */
    LARGEST;

    /** Length of a step. */
    public double length(double... d) {
        double sum = 0;
        double largest = 0;
        double squares = 0;
        for (double each : d) {
            sum += Math.abs(each);
            largest = Math.max(largest, Math.abs(each));
            squares += each * each;
        }
        return this == EUCLID ? Math.sqrt(squares) : this == TAXICAB ? sum : largest;
    }

    /** The largest slope among steps of length one, max gᵀd: the dual norm of the gradient. */
    public double steepestSlope(double... g) {
        return (this == EUCLID ? EUCLID : this == TAXICAB ? LARGEST : TAXICAB).length(g);
    }

    /** The step of length one with the largest slope; zero for a gradient of zero. Where several are equally steep, the one along the first axis. */
    public double[] steepest(double... g) {
        double slope = steepestSlope(g);
        double[] d = new double[g.length];
        if (slope == 0) return d;
        for (int i = 0; i < g.length; i++) {
            if (this == EUCLID) {
                d[i] = g[i] / slope;
            } else if (this == LARGEST) {
                d[i] = Math.signum(g[i]);
            } else if (Math.abs(g[i]) == slope) {
                d[i] = Math.signum(g[i]);
                return d;
            }
        }
        return d;
    }
}
