package lectern.widgets.skiptest;

/**
 * A random arm: joint angles in rad, link lengths in m.
 *
 * <p>{@link #parts} are the terms from which the entries and their usual mistakes are made.
 */
record Pose(double q1, double q2, double l1, double l2) {

    /** q₁ in (0.2, 1.2), q₂ in (0.4, 1.8), lengths in (0.8, 1.4): away from poses where two terms agree by accident, and inside the picture. */
    static Pose of(int seed, int draw) {
        return new Pose(0.2 + random(seed, 4 * draw), 0.4 + 1.4 * random(seed, 4 * draw + 1),
            0.8 + 0.6 * random(seed, 4 * draw + 2), 0.8 + 0.6 * random(seed, 4 * draw + 3));
    }

    private static double random(int seed, int draw) {
        int x = seed * 747_796_405 + draw * 277_803_737 + 1;
        x ^= x >>> 15;
        x *= 739_982_445;
        x ^= x >>> 13;
        x *= 695_872_825;
        x ^= x >>> 16;
        return (x >>> 8) / 16_777_216.0;
    }

    /** l₁ sin q₁, l₂ sin q₁₂, l₁ cos q₁, l₂ cos q₁₂, l₂ sin q₂, l₂ cos q₂, sin q₁, sin q₁₂, cos q₁, cos q₁₂ with q₁₂ = q₁ + q₂. */
    double[] parts() {
        double s1 = Math.sin(q1);
        double c1 = Math.cos(q1);
        double s12 = Math.sin(q1 + q2);
        double c12 = Math.cos(q1 + q2);
        return new double[] {l1 * s1, l2 * s12, l1 * c1, l2 * c12, l2 * Math.sin(q2), l2 * Math.cos(q2), s1, s12, c1, c12};
    }

    /** J₁₁, J₁₂, J₂₁, J₂₂. */
    double[] jacobian() {
        double[] p = parts();
        return new double[] {-p[0] - p[1], -p[1], p[2] + p[3], p[3]};
    }
}
