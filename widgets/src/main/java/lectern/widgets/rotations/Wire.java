package lectern.widgets.rotations;

import lectern.widgets.rotation.Quaternion;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.StateText;

/**
 * The state of the wire: a rotation by roll, pitch and yaw in rad, about the fixed axes x, y and z in this order, and who writes and reads it.
 *
 * @param roll in [−π, π], as {@code yaw}; {@code pitch} in [−π/2, π/2]
 * @param from index of the {@link Dialect} that writes, as {@code to} of the one that reads
 * @param minus whether a quaternion is sent with all signs changed
 * @param seed of the latest random rotation; 0 before the first
 */
record Wire(double roll, double pitch, double yaw, int from, int to, boolean minus, int seed) {
    static final double QUARTER = Math.PI / 2;
    private static final String[] SIGNS = {"plus", "minus"};

    static Wire read(Fields fields) {
        double[] rpy = fields.numbers("rpy", -3.15, 3.15, 0.4, 0.3, -0.7);
        int from = fields.word("from", Dialect.KEYS, 0);
        int to = fields.word("to", Dialect.KEYS, 1);
        int minus = fields.word("sign", SIGNS, 0);
        return new Wire(0, 0, 0, from, to, minus == 1, (int) fields.number("seed", 0, 999_999, 0)).turned(rpy);
    }

    String write() {
        StateText text = new StateText().numbers("rpy", roll, pitch, yaw).word("from", Dialect.KEYS[from]).word("to", Dialect.KEYS[to])
            .word("sign", sign());
        return (seed > 0 ? text.numbers("seed", seed) : text).toString();
    }

    String sign() {
        return SIGNS[minus ? 1 : 0];
    }

    /** An angle within ±limit; a quarter or half turn written with six digits is meant exactly, because the rings lock there. */
    private static double angle(double value, double limit) {
        double quarters = Math.floor(value / QUARTER + 0.5) * QUARTER;
        return Math.max(-limit, Math.min(limit, Math.abs(value - quarters) < 5e-6 ? quarters : value));
    }

    Wire turned(double... rpy) {
        return new Wire(angle(rpy[0], Math.PI), angle(rpy[1], QUARTER), angle(rpy[2], Math.PI), from, to, minus, seed);
    }

    Wire turned(Quaternion rotation) {
        return turned(Dialect.RPY.angles(rotation));
    }

    Wire talking(int writer, int reader) {
        return new Wire(roll, pitch, yaw, writer, reader, minus, seed);
    }

    Wire signed(boolean negative) {
        return new Wire(roll, pitch, yaw, from, to, negative, seed);
    }

    Wire seeded(int next) {
        return new Wire(roll, pitch, yaw, from, to, minus, next);
    }

    /** The rotation that is meant. */
    Quaternion meant() {
        return Dialect.RPY.rotation(roll, pitch, yaw);
    }

    /** The numbers that cross; the sign of the double cover changes all four. */
    double[] numbers() {
        double[] numbers = Dialect.of(from).write(meant().canonical());
        for (int i = 0; i < numbers.length && isQuaternion() && minus; i++) {
            numbers[i] = -numbers[i];
        }
        return numbers;
    }

    boolean isQuaternion() {
        return Dialect.of(from).size() == 4;
    }

    /** Whether the reader takes as many numbers as are sent. */
    boolean fits() {
        return Dialect.of(from).size() == Dialect.of(to).size();
    }

    /** The rotation that is read; only where it {@link #fits}. */
    Quaternion heard() {
        return Dialect.of(to).read(numbers());
    }

    /** Geodesic distance between what is meant and what is read, in rad; NaN where nothing is read. */
    double error() {
        return fits() ? meant().distance(heard()) : Double.NaN;
    }

    /** Whether the first and third ring turn about the same line. */
    boolean locked() {
        return Math.abs(Math.abs(pitch) - QUARTER) < 1e-6;
    }
}
