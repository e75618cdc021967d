package lectern.widgets.autodiff;

/** How fast descent goes on a bowl ½ xᵀ A x with the given smallest and largest eigenvalue of A. Source: Polyak 1964; Goh 2017. */
public record Quadratic(double smallest, double largest) {
    public Quadratic {
        if (!(smallest > 0 && smallest <= largest)) throw new IllegalArgumentException("eigenvalues must be positive and in order");
    }

    /** λ_max / λ_min. */
    public double condition() {
        return largest / smallest;
    }

    /** 2 / λ_max: above it, descent diverges. */
    public double largestStableStep() {
        return 2 / largest;
    }

    /** 2 / (λ_min + λ_max). */
    public double bestStep() {
        return 2 / (smallest + largest);
    }

    /** (κ − 1) / (κ + 1), the error left by each best step. */
    public double bestRate() {
        return (condition() - 1) / (condition() + 1);
    }

    /** ((√λ_max − √λ_min) / (√λ_max + √λ_min))². */
    public double bestBeta() {
        return bestMomentumRate() * bestMomentumRate();
    }

    /** (2 / (√λ_min + √λ_max))². */
    public double bestMomentumStep() {
        double root = 2 / (Math.sqrt(smallest) + Math.sqrt(largest));
        return root * root;
    }

    /** (√κ − 1) / (√κ + 1), the error left by each best step with momentum. */
    public double bestMomentumRate() {
        return (Math.sqrt(condition()) - 1) / (Math.sqrt(condition()) + 1);
    }
}
