package lectern.widgets.twolink;

import lectern.widgets.kinematics.TwoLink;
import lectern.widgets.math.Num;

/**
 * A run of the hand along a circle that begins at the hand and leaves the arm's reach: ẋ = ṗ + 2 (p − x) for the wanted point p, q ← q + Δt q̇.
 *
 * @param xs hand abscissae so far, as {@code ys} ordinates
 * @param fastest largest ‖q̇‖ on the way, rad/s
 * @param stopped step at which the solver had no answer; −1 when it always had
 */
record Circle(double q1, double q2, double vx, double vy, double[] xs, double[] ys, double fastest, int stopped) {

    static final int STEPS = 120;
    static final double STEP_SECONDS = 0.05;
    static final double RADIUS = 0.3;

    private static final double GAIN = 2;
    private static final double TURN = 2 * Math.PI / STEPS;

    static Circle run(Bench bench) {
        TwoLink arm = bench.arm();
        double q1 = bench.q1();
        double q2 = bench.q2();
        double[] centre = centre(bench);
        double[] xs = new double[bench.lap() + 1];
        double[] ys = new double[bench.lap() + 1];
        double fastest = 0;
        for (int step = 0; ; step++) {
            double[] hand = arm.position(q1, q2);
            xs[step] = hand[0];
            ys[step] = hand[1];
            double angle = centre[2] + step * TURN;
            double speed = RADIUS * TURN / STEP_SECONDS;
            double vx = -speed * Math.sin(angle) + GAIN * (centre[0] + RADIUS * Math.cos(angle) - hand[0]);
            double vy = speed * Math.cos(angle) + GAIN * (centre[1] + RADIUS * Math.sin(angle) - hand[1]);
            TwoLink.Rates rates = Moment.rates(bench, q1, q2, vx, vy);
            if (step == bench.lap() || !rates.exist()) {
                return new Circle(Bench.turn(q1), Bench.turn(q2), vx, vy, xs, ys, fastest, step == bench.lap() ? -1 : step);
            }
            fastest = Math.max(fastest, Num.hypot(rates.q1(), rates.q2()));
            q1 = Bench.turn(q1 + STEP_SECONDS * rates.q1());
            q2 = Bench.turn(q2 + STEP_SECONDS * rates.q2());
        }
    }

    /** Centre of the circle and the angle at which the hand begins: the circle lies outward of the hand. */
    static double[] centre(Bench bench) {
        double[] hand = bench.arm().position(bench.q1(), bench.q2());
        double size = Num.hypot(hand[0], hand[1]);
        double ux = size == 0 ? 1 : hand[0] / size;
        double uy = size == 0 ? 0 : hand[1] / size;
        return new double[] {hand[0] + RADIUS * ux, hand[1] + RADIUS * uy, Math.atan2(-uy, -ux)};
    }
}
