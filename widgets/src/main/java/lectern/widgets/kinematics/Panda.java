package lectern.widgets.kinematics;

import java.util.List;

/** The Franka Panda (FER, FR3): seven joints, its usual end frames and poses. Source: Franka's control parameters, Craig's convention. */
public final class Panda {
    /** q of the ready pose, in rad. */
    private static final double[] READY = {0, -Math.PI / 4, 0, -3 * Math.PI / 4, 0, Math.PI / 2, Math.PI / 4};
    private static final double FLANGE = 0.107;
    private static final List<Joint> JOINTS = List.of(
        new Joint(0, 0.333, 0, 0, -2.8973, 2.8973),
        new Joint(0, 0, -Math.PI / 2, 0, -1.7628, 1.7628),
        new Joint(0, 0.316, Math.PI / 2, 0, -2.8973, 2.8973),
        new Joint(0.0825, 0, Math.PI / 2, 0, -3.0718, -0.0698),
        new Joint(-0.0825, 0.384, -Math.PI / 2, 0, -2.8973, 2.8973),
        new Joint(0, 0, Math.PI / 2, 0, -0.0175, 3.7525),
        new Joint(0.088, 0, Math.PI / 2, 0, -2.8973, 2.8973));

    private Panda() {}

    /** Up to the flange, 107 mm after joint 7. */
    public static Arm flange() {
        return new Arm(JOINTS, end(FLANGE, 0, 0));
    }

    /** Up to the point between the fingers, 103.4 mm after the flange and turned by −45°. */
    public static Arm hand() {
        return new Arm(JOINTS, end(FLANGE, 0.1034, -Math.PI / 4));
    }

    /** Up to the tool of the Robotics Toolbox, 103 mm after the flange and turned by −45°. */
    public static Arm tool() {
        return new Arm(JOINTS, end(FLANGE, 0.103, -Math.PI / 4));
    }

    /** The ready pose, a new vector of seven angles. */
    public static double[] ready() {
        return READY.clone();
    }

    /** The end frame after a flange at the given distance along z, turned about z, then a tool along z. */
    public static Pose end(double flange, double tool, double angle) {
        return Pose.alongZ(flange, angle).times(Pose.alongZ(tool, 0));
    }
}
