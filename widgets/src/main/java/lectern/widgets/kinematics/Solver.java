package lectern.widgets.kinematics;

/** The ways to turn a wanted hand velocity ẋ into joint velocities q̇ with the Jacobian J. */
public enum Solver {
    /** q̇ = α Jᵀ ẋ, with the α that leaves the smallest task residual. */
    TRANSPOSE,
    /** q̇ = J⁻¹ ẋ; does not exist where det J = 0. */
    INVERSE,
    /** q̇ = J⁺ ẋ, the shortest q̇ among those with the smallest task residual. */
    PSEUDO_INVERSE,
    /** q̇ = Jᵀ (J Jᵀ + λ² I)⁻¹ ẋ, which trades task residual for joint speed. */
    DAMPED
}
