package lectern.widgets.oracle;

import lectern.widgets.kinematics.Solver;
import lectern.widgets.kinematics.TwoLink;
import lectern.widgets.math.Digits;
import lectern.widgets.math.Mat;

/** Topics {@code two-link} and {@code two-link-track}; velocities and dampings stand in the names of the fields. */
final class TwoLinkTopic {
    private static final String INVERSE = "qdot_inverse_for_xdot_";
    private static final String DAMPED = "qdot_dls_lambda_";
    private static final String RESIDUAL = "task_residual_lambda_";

    private TwoLinkTopic() {}

    static Case.Solution solve(Case one) {
        TwoLink arm = new TwoLink(one.input().get("l1").number(), one.input().get("l2").number());
        return switch (one.op()) {
            case "two-link" -> name -> field(one, arm, name);
            case "two-link-track" -> track(one, arm);
            default -> throw one.unknownOp();
        };
    }

    private static Json field(Case one, TwoLink arm, String name) {
        double[] q = one.input().get("q").vector();
        return switch (name) {
            case "position" -> Json.of(arm.position(q[0], q[1]));
            case "elbow" -> Json.of(arm.elbow(q[0]));
            case "J" -> Json.of(arm.jacobian(q[0], q[1]));
            case "J_body_with_rotation_row" -> Json.of(arm.handJacobian(q[1]));
            case "det" -> Json.of(arm.determinant(q[1]));
            case "singular_values" -> Json.of(arm.singularValues(q[1]));
            case "condition" -> Json.of(arm.condition(q[1]));
            case "inverse_condition" -> Json.of(1 / arm.condition(q[1]));
            case "manipulability" -> Json.of(arm.manipulability(q[1]));
            case "ellipse_major_axis_angle_mod_pi" -> Json.of(arm.majorAxis(q[0], q[1]));
            default -> {
                double[] xdot = velocity(one);
                if (name.startsWith(INVERSE)) yield rates(arm, Solver.INVERSE, q, velocityIn(name), 0);
                if (name.startsWith(DAMPED)) yield rates(arm, Solver.DAMPED, q, xdot, Digits.parse(name.substring(DAMPED.length())));
                if (name.startsWith(RESIDUAL)) {
                    double lambda = Digits.parse(name.substring(RESIDUAL.length()));
                    yield Json.of(arm.rates(Solver.DAMPED, q[0], q[1], xdot[0], xdot[1], lambda).residual());
                }
                throw one.unknown(name);
            }
        };
    }

    private static Json rates(TwoLink arm, Solver solver, double[] q, double[] xdot, double lambda) {
        TwoLink.Rates rates = arm.rates(solver, q[0], q[1], xdot[0], xdot[1], lambda);
        return Json.of(new double[] {rates.q1(), rates.q2()});
    }

    /** The wanted velocity of a case: its own input, the one in a field's name, or the (0.1, 0) of the convention. */
    private static double[] velocity(Case one) {
        if (one.input().has("xdot")) return one.input().get("xdot").vector();
        for (String name : one.expected().names()) if (name.startsWith(INVERSE)) return velocityIn(name);
        return new double[] {0.1, 0};
    }

    /** {@code …_for_xdot_0.1_0} is (0.1, 0). */
    private static double[] velocityIn(String name) {
        String both = name.substring(INVERSE.length());
        int split = both.indexOf('_');
        if (split < 0) throw new OracleException("two velocities are expected in the field " + name);
        return new double[] {Digits.parse(both.substring(0, split)), Digits.parse(both.substring(split + 1))};
    }

    private static Case.Solution track(Case one, TwoLink arm) {
        Json input = one.input();
        double[] q = input.get("q0").vector();
        double[] xdot = input.get("xdot").vector();
        Solver solver = switch (input.get("method").text()) {
            case "inverse" -> Solver.INVERSE;
            case "dls" -> Solver.DAMPED;
            case "pinv" -> Solver.PSEUDO_INVERSE;
            case "transpose" -> Solver.TRANSPOSE;
            default -> throw new OracleException("the method " + input.get("method").text() + " is not known");
        };
        TwoLink.Track track = arm.track(solver, q[0], q[1], xdot[0], xdot[1], input.number("lambda", 0), input.get("dt").number(), input.get("steps").integer());
        return name -> switch (name) {
            case "q" -> Json.of(track.q());
            case "max_qdot_norm" -> Json.of(track.fastest());
            case "final_position" -> finalPosition(arm, track.q());
            default -> throw one.unknown(name);
        };
    }

    private static Json finalPosition(TwoLink arm, Mat q) {
        return Json.of(arm.position(q.get(q.rows() - 1, 0), q.get(q.rows() - 1, 1)));
    }
}
