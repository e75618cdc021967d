package lectern.widgets.kinematics;

import java.util.List;

/**
 * A serial arm: revolute joints from the base W outward, and where the end frame E stands after the last one.
 *
 * @param end X_LE from the last joint's frame L to the end frame
 */
public record Arm(List<Joint> joints, Pose end) {
    /** Number of joints. */
    public int size() {
        return joints.size();
    }

    /** The same joints with another end frame. */
    public Arm with(Pose other) {
        return new Arm(joints, other);
    }

    /** Whether every q is within its limits. */
    public boolean allows(double[] q) {
        for (int i = 0; i < q.length; i++) if (q[i] < joints.get(i).lower() || q[i] > joints.get(i).upper()) return false;
        return true;
    }

    /** Moves each q to the nearest allowed one, in place. */
    public void clamp(double[] q) {
        for (int i = 0; i < q.length; i++) q[i] = Math.max(joints.get(i).lower(), Math.min(joints.get(i).upper(), q[i]));
    }
}
