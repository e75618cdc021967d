package lectern.widgets.kinematics;

/**
 * One revolute joint and the link before it by modified Denavit–Hartenberg parameters (Craig): T = Rx(α) Tx(a) Rz(θ + q) Tz(d).
 *
 * @param a distance along the previous x axis, in metres
 * @param d distance along the joint's axis, in metres
 * @param alpha angle about the previous x axis, in rad
 * @param theta angle at q = 0, in rad
 * @param lower smallest q, in rad
 * @param upper largest q, in rad
 */
public record Joint(double a, double d, double alpha, double theta, double lower, double upper) {
    public Joint {
        if (!(lower < upper)) throw new IllegalArgumentException("the lower limit of a joint must lie below the upper one");
    }

    /** A joint without limits. */
    public static Joint free(double a, double d, double alpha) {
        return new Joint(a, d, alpha, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
