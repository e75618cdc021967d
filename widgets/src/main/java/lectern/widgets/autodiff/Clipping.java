package lectern.widgets.autodiff;

import java.util.List;
import lectern.widgets.math.Num;
import lectern.widgets.math.Vec;

/** Bounds on the size of gradients. */
public final class Clipping {
    private static final double KEEPS_FROM_ZERO = 1e-6;

    private Clipping() {}

    /**
     * Shortens all gradients together, in place, so that their joint norm is at most {@code largest}: factor largest / (norm + 1e-6) where
     * that is below 1, as PyTorch does.
     *
     * @return the norm before
     */
    public static double byNorm(List<double[]> gradients, double largest) {
        double norm = 0;
        for (double[] gradient : gradients) norm = Num.hypot(norm, Vec.norm(gradient));
        double factor = largest / (norm + KEEPS_FROM_ZERO);
        if (factor < 1) {
            for (double[] gradient : gradients) {
                for (int i = 0; i < gradient.length; i++) gradient[i] *= factor;
            }
        }
        return norm;
    }
}
