package lectern.widgets.twolink;

import lectern.widgets.kinematics.Solver;
import lectern.widgets.kinematics.TwoLink;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.StateText;

/**
 * The state of the two-link bench; SI units and radians, base frame.
 *
 * @param q1 joint 1 in (−π, π]; where the run round the circle begins while there is one
 * @param vx wanted hand velocity along x, as {@code vy} along y
 * @param lambda damping of damped least squares, m
 * @param lap steps done on the circle through the boundary; −1 off the circle
 * @param seed of the latest random pose; 0 before the first
 * @param playing whether the hand runs along the circle; not part of the text
 */
record Bench(double l1, double l2, double q1, double q2, double vx, double vy, Solver solver, double lambda, int lap, int seed, boolean playing) {

    static final double SHORTEST = 0.2;
    static final double LONGEST = 1;
    static final double FASTEST = 0.5;
    static final double LEAST_DAMPING = 0.001;
    static final double MOST_DAMPING = 0.5;

    private static final String[] SOLVERS = {"transpose", "inverse", "pinv", "dls"};
    private static final Solver[] SOLVER = {Solver.TRANSPOSE, Solver.INVERSE, Solver.PSEUDO_INVERSE, Solver.DAMPED};
    private static final double ROUNDED_PI = 3.14159;

    static Bench read(Fields fields) {
        double[] l = fields.numbers("l", SHORTEST, LONGEST, 1, 1);
        double[] q = fields.numbers("q", -1000, 1000, 0.56, 1.19);
        double[] v = fields.numbers("xdot", -FASTEST, FASTEST, 0.1, 0);
        Solver solver = SOLVER[fields.word("solver", SOLVERS, 3)];
        double lambda = fields.number("lambda", LEAST_DAMPING, MOST_DAMPING, 0.05);
        int lap = (int) fields.number("lap", -1, Circle.STEPS, -1);
        int seed = (int) fields.number("seed", 0, 999_999, 0);
        return new Bench(l[0], l[1], turn(q[0]), turn(q[1]), v[0], v[1], solver, lambda, lap, seed, false);
    }

    String write() {
        StateText text = new StateText().numbers("l", l1, l2).numbers("q", q1, q2).numbers("xdot", vx, vy)
            .word("solver", SOLVERS[solver.ordinal()]).numbers("lambda", lambda);
        if (lap >= 0) {
            text.numbers("lap", lap);
        }
        if (seed > 0) {
            text.numbers("seed", seed);
        }
        return text.toString();
    }

    static String name(Solver solver) {
        return SOLVERS[solver.ordinal()];
    }

    static Solver solver(String name) {
        for (Solver solver : SOLVER) {
            if (SOLVERS[solver.ordinal()].equals(name)) {
                return solver;
            }
        }
        return Solver.DAMPED;
    }

    /** The same angle in (−π, π]; half a turn written with six digits is meant exactly, because it is singular. */
    static double turn(double angle) {
        double rest = angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
        if (Math.abs(Math.abs(rest) - ROUNDED_PI) < 5e-6) {
            return rest > 0 || angle > 0 ? Math.PI : -Math.PI;
        }
        return rest;
    }

    TwoLink arm() {
        return new TwoLink(l1, l2);
    }

    Bench links(double first, double second) {
        return new Bench(first, second, q1, q2, vx, vy, solver, lambda, lap, seed, playing);
    }

    /** At rest in another pose, off the circle. */
    Bench pose(double first, double second) {
        return new Bench(l1, l2, turn(first), turn(second), vx, vy, solver, lambda, -1, seed, false);
    }

    Bench wanting(double alongX, double alongY) {
        return new Bench(l1, l2, q1, q2, alongX, alongY, solver, lambda, lap, seed, playing);
    }

    Bench solving(Solver by, double damping) {
        return new Bench(l1, l2, q1, q2, vx, vy, by, damping, lap, seed, playing);
    }

    Bench lap(int steps, boolean moving) {
        return new Bench(l1, l2, q1, q2, vx, vy, solver, lambda, steps, seed, moving);
    }

    Bench seeded(int next) {
        return new Bench(l1, l2, q1, q2, vx, vy, solver, lambda, lap, next, playing);
    }
}
