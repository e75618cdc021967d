package lectern.widgets.rotations;

import lectern.widgets.rotation.Convention;
import lectern.widgets.rotation.Euler;

/** The conventions to choose from, by index: their keys in a state, their names, and how they write and read. */
final class Dialect {
    static final String[] KEYS = {"xyzw", "wxyz", "rotvec", "rpy", "xyz", "degrees", "inverse"};
    static final String[] NAMES = {"xyzw", "wxyz", "rotation vector", "roll-pitch-yaw", "Euler XYZ", "roll-pitch-yaw in degrees", "wxyz of the inverse"};

    /** Roll, pitch, yaw: about the fixed axes x, y, z. */
    static final Euler RPY = new Euler("xyz", false);

    private static final Convention[] CONVENTIONS = {
        new Convention.Xyzw(), new Convention.Wxyz(), new Convention.RotationVector(), new Convention.Angles(RPY, false),
        new Convention.Angles(new Euler("xyz", true), false), new Convention.Angles(RPY, true), new Convention.Inverse(new Convention.Wxyz())};

    private Dialect() {}

    static Convention of(int index) {
        return CONVENTIONS[index];
    }

    /** Index of a key; −1 for none. */
    static int find(String key) {
        for (int i = 0; i < KEYS.length; i++) {
            if (KEYS[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
