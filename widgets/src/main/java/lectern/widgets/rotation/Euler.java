package lectern.widgets.rotation;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.math.Num;

/**
 * One of the 24 readings of three angles as a rotation: an axis sequence, about rotating (intrinsic) or fixed (extrinsic) axes.
 *
 * <p>Angles are listed in the order of the letters. Intrinsic xyz is R = Rx(a) Ry(b) Rz(c), extrinsic xyz is R = Rz(c) Ry(b) Rx(a), which
 * is roll, pitch, yaw. Source: Bernardes and Viollet 2022 for the way back; SciPy by the oracle topic {@code euler}.
 *
 * @param sequence three of the letters x, y, z, neighbours different
 * @param intrinsic about rotating axes; else about fixed ones
 */
public record Euler(String sequence, boolean intrinsic) {
    private static final String[] SEQUENCES = {"xyz", "xzy", "yxz", "yzx", "zxy", "zyx", "xyx", "xzx", "yxy", "yzy", "zxz", "zyz"};
    /** How many there are. */
    public static final int COUNT = 24;

    private static final double LOCKED = 1e-7;

    public Euler {
        boolean known = false;
        for (String each : SEQUENCES) known |= each.equals(sequence);
        if (!known) throw new IllegalArgumentException("no axis sequence: " + sequence);
    }

    /** All 24, {@code intrinsic xyz} first. */
    public static List<Euler> all() {
        List<Euler> all = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) all.add(at(i));
        return all;
    }

    /** One of the 24: sequences in turn, the intrinsic reading of each before the extrinsic. */
    public static Euler at(int index) {
        return new Euler(SEQUENCES[index / 2], index % 2 == 0);
    }

    /** From its label, {@code extrinsic xyz}. */
    public static Euler ofLabel(String label) {
        for (Euler each : all()) if (each.label().equals(label)) return each;
        throw new IllegalArgumentException("no Euler convention: " + label);
    }

    /** {@code intrinsic xyz}. */
    public String label() {
        return (intrinsic ? "intrinsic " : "extrinsic ") + sequence;
    }

    /** Whether the first and third axis are the same (proper Euler); else the three differ (Tait–Bryan). */
    public boolean isProper() {
        return sequence.charAt(0) == sequence.charAt(2);
    }

    /** The rotation that these angles, in rad, mean here. */
    public Quaternion rotation(double... angles) {
        if (angles.length != 3) throw new IllegalArgumentException("three angles are needed, not " + angles.length);
        Quaternion a = Quaternion.about(axis(0), angles[0]);
        Quaternion b = Quaternion.about(axis(1), angles[1]);
        Quaternion c = Quaternion.about(axis(2), angles[2]);
        return intrinsic ? a.times(b).times(c) : c.times(b).times(a);
    }

    /**
     * The angles of a rotation, in rad: the middle one in [−π/2, π/2] (Tait–Bryan) or [0, π] (proper), the others in (−π, π].
     * Where the first and third axis coincide (gimbal lock) the third angle is 0.
     */
    public double[] angles(Quaternion q) {
        // extrinsic angles about a, b, c are intrinsic ones about c, b, a in reverse order: the formulas below are for the extrinsic sequence
        int i = axis(intrinsic ? 2 : 0);
        int j = axis(1);
        int last = axis(intrinsic ? 0 : 2);
        int k = i == last ? 3 - i - j : last;
        double sign = (i - j) * (j - k) * (k - i) / 2;
        double[] v = {q.x(), q.y(), q.z()};
        double a = q.w();
        double b = v[i];
        double c = v[j];
        double d = sign * v[k];
        if (!isProper()) {
            a = q.w() - v[j];
            b = v[i] + sign * v[k];
            c = v[j] + q.w();
            d = sign * v[k] - v[i];
        }
        double middle = 2 * Math.atan2(Num.hypot(c, d), Num.hypot(a, b));
        double halfSum = Math.atan2(b, a);
        double halfDifference = Math.atan2(d, c);
        int first = intrinsic ? 2 : 0;
        int third = 2 - first;
        double[] angles = {0, middle, 0};
        if (middle <= LOCKED) {
            angles[0] = 2 * halfSum;
        } else if (middle >= Math.PI - LOCKED) {
            angles[0] = intrinsic ? 2 * halfDifference : -2 * halfDifference;
        } else {
            angles[first] = halfSum - halfDifference;
            angles[third] = halfSum + halfDifference;
        }
        if (!isProper()) {
            angles[third] *= sign;
            angles[1] -= Math.PI / 2;
        }
        for (int n = 0; n < 3; n++) angles[n] = wrapped(angles[n]);
        return angles;
    }

    /** Whether the first and third axis coincide for this rotation, so that only their sum or difference is determined. */
    public boolean isLocked(Quaternion q) {
        double middle = angles(q)[1];
        return isProper() ? Math.abs(Math.sin(middle)) <= LOCKED : Math.abs(Math.cos(middle)) <= LOCKED;
    }

    private int axis(int n) {
        return sequence.charAt(n) - 'x';
    }

    private static double wrapped(double angle) {
        if (angle > Math.PI) return angle - 2 * Math.PI;
        return angle < -Math.PI ? angle + 2 * Math.PI : angle;
    }
}
