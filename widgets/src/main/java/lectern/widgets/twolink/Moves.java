package lectern.widgets.twolink;

import lectern.widgets.kinematics.TwoLink;
import lectern.widgets.math.Num;
import lectern.widgets.widget.Event;

/** The bench after an event: the hand by the chosen solver, elbow and links by turning their joint, quantities by clamping. */
final class Moves {
    private static final double ANGLE_STEP = 0.01;
    private static final double LENGTH_STEP = 0.01;
    private static final int ITERATIONS = 40;
    private static final double LONGEST_STRIDE = 0.1;
    private static final double LARGEST_TURN = 0.3;

    private Moves() {}

    static Bench update(Bench bench, Event event) {
        // a chain, not a switch over patterns: the compiled module is a kilobyte smaller for it
        if (event instanceof Event.Drag drag) {
            return drag(bench, drag.handle(), drag.x(), drag.y());
        }
        if (event instanceof Event.Step step) {
            return step(bench, step.handle(), step.right(), step.up());
        }
        if (event instanceof Event.Limit limit) {
            return limit(bench, limit.handle(), limit.upper());
        }
        if (event instanceof Event.Put put) {
            return put.value() - put.value() == 0 ? put(bench, put.quantity(), put.value()) : bench;
        }
        if (event instanceof Event.Choose choose) {
            return bench.solving(Bench.solver(choose.option()), bench.lambda());
        }
        if (event instanceof Event.Press press) {
            return press(bench, press.button());
        }
        return event instanceof Event.Pass pass ? pass(bench, pass.seconds()) : bench;
    }

    private static Bench drag(Bench bench, String handle, double x, double y) {
        Moment now = Moment.of(bench);
        double mx = Picture.ARM.fromX(x);
        double my = Picture.ARM.fromY(y);
        if (handle.equals("hand")) {
            return reach(bench, now, mx, my);
        }
        if (handle.equals("elbow") || handle.equals("link1")) {
            return bench.pose(Math.atan2(my, mx), now.q2());
        }
        if (handle.equals("link2")) {
            return bench.pose(now.q1(), Math.atan2(my - now.elbow()[1], mx - now.elbow()[0]) - now.q1());
        }
        if (handle.equals("joints")) {
            return bench.pose(inside(Picture.JOINTS.fromX(x), Math.PI), inside(Picture.JOINTS.fromY(y), Math.PI));
        }
        if (handle.equals("want")) {
            return want(bench, now, (x - Picture.ARM.toX(now.hand()[0])) / Picture.WANT, (Picture.ARM.toY(now.hand()[1]) - y) / Picture.WANT);
        }
        return bench;
    }

    private static Bench step(Bench bench, String handle, double right, double up) {
        Moment now = Moment.of(bench);
        if (handle.equals("hand")) {
            return reach(bench, now, now.hand()[0] + LENGTH_STEP * right, now.hand()[1] + LENGTH_STEP * up);
        }
        if (handle.equals("joints")) {
            return bench.pose(inside(now.q1() + ANGLE_STEP * right, Math.PI), inside(now.q2() + ANGLE_STEP * up, Math.PI));
        }
        if (handle.equals("want")) {
            return want(bench, now, now.vx() + 0.01 * right, now.vy() + 0.01 * up);
        }
        return bench;
    }

    private static Bench limit(Bench bench, String handle, boolean upper) {
        Moment now = Moment.of(bench);
        if (handle.equals("hand")) {
            return bench.pose(now.q1(), upper ? 0 : Math.PI);
        }
        if (handle.equals("joints")) {
            return bench.pose(upper ? Math.PI : -Math.PI, now.q2());
        }
        if (handle.equals("want")) {
            return want(bench, now, upper ? Bench.FASTEST : -Bench.FASTEST, now.vy());
        }
        return bench;
    }

    private static Bench put(Bench bench, String quantity, double value) {
        Moment now = Moment.of(bench);
        double length = Math.max(Bench.SHORTEST, Math.min(Bench.LONGEST, value));
        if (quantity.equals("q1")) {
            return bench.pose(inside(value, Math.PI), now.q2());
        }
        if (quantity.equals("q2")) {
            return bench.pose(now.q1(), inside(value, Math.PI));
        }
        if (quantity.equals("l1")) {
            return bench.links(length, bench.l2());
        }
        if (quantity.equals("l2")) {
            return bench.links(bench.l1(), length);
        }
        if (quantity.equals("xdot1")) {
            return want(bench, now, value, now.vy());
        }
        if (quantity.equals("xdot2")) {
            return want(bench, now, now.vx(), value);
        }
        if (quantity.equals("lambda")) {
            return bench.solving(bench.solver(), Math.max(Bench.LEAST_DAMPING, Math.min(Bench.MOST_DAMPING, value)));
        }
        if (quantity.equals("t")) {
            return bench.lap((int) Math.max(0, Math.min(Circle.STEPS, Math.floor(value / Circle.STEP_SECONDS + 0.5))), false);
        }
        return bench;
    }

    private static Bench press(Bench bench, String button) {
        if (button.equals("random")) {
            int seed = bench.seed() % 999_999 + 1;
            return bench.pose((Num.random(seed, 1) - 0.5) * 2 * Math.PI, (Num.random(seed, 2) - 0.5) * 2 * Math.PI).seeded(seed);
        }
        if (button.equals("circle")) {
            return bench.lap() < 0 || bench.lap() == Circle.STEPS ? bench.lap(0, true) : bench.lap(bench.lap(), !bench.playing());
        }
        return bench;
    }

    private static Bench pass(Bench bench, double seconds) {
        if (!bench.playing()) {
            return bench;
        }
        int lap = bench.lap() + Math.max(1, (int) (seconds / Circle.STEP_SECONDS));
        return bench.lap(Math.min(lap, Circle.STEPS), lap < Circle.STEPS);
    }

    /** Another wanted velocity; on the circle it is the circle's, so the hand leaves it where it stands. */
    private static Bench want(Bench bench, Moment now, double vx, double vy) {
        return bench.pose(now.q1(), now.q2()).wanting(inside(vx, Bench.FASTEST), inside(vy, Bench.FASTEST));
    }

    private static double inside(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }

    /** The pose nearest to a wanted hand among the iterates of the chosen solver, each a bounded stride and turn. */
    private static Bench reach(Bench bench, Moment now, double x, double y) {
        TwoLink arm = bench.arm();
        double q1 = now.q1();
        double q2 = now.q2();
        if (now.singular()) {
            q2 += q2 > 0 ? -0.02 : 0.02; // all four steps vanish along the arm at a singular pose; a small bend frees the hand
        }
        double best = Double.MAX_VALUE;
        double best1 = q1;
        double best2 = q2;
        for (int i = 0; i < ITERATIONS; i++) {
            double[] hand = arm.position(q1, q2);
            double ex = x - hand[0];
            double ey = y - hand[1];
            double error = Num.hypot(ex, ey);
            if (error < best) {
                best = error;
                best1 = q1;
                best2 = q2;
            }
            TwoLink.Rates step = Moment.rates(bench, q1, q2, ex * stride(error), ey * stride(error));
            if (error < 1e-9 || !step.exist()) {
                break;
            }
            q1 += inside(step.q1(), LARGEST_TURN);
            q2 += inside(step.q2(), LARGEST_TURN);
        }
        return bench.pose(best1, best2);
    }

    private static double stride(double error) {
        return error > LONGEST_STRIDE ? LONGEST_STRIDE / error : 1;
    }
}
