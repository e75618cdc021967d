package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.kinematics.Pose;
import lectern.widgets.kinematics.Screw;

/** Topic {@code screw}: exponentials, logarithms, adjoints and chains on twists [ω; v]. */
final class ScrewTopic {
    private ScrewTopic() {}

    static Case.Solution solve(Case one) {
        Json input = one.input();
        return switch (one.op()) {
            case "exp3" -> single(one, "R", () -> Json.of(Screw.exp3(Screw.vee(input.get("so3").matrix()))));
            case "log3" -> single(one, "so3", () -> Json.of(Screw.hat(Screw.log3(input.get("R").matrix()))));
            case "adjoint" -> single(one, "Ad", () -> Json.of(Screw.adjoint(pose(input, "T"))));
            case "fkin_space" -> single(one, "T", () -> Json.of(Screw.inSpace(pose(input, "M"), screws(input, "Slist_columns"), theta(input)).matrix()));
            case "fkin_body" -> single(one, "T", () -> Json.of(Screw.inBody(pose(input, "M"), screws(input, "Blist_columns"), theta(input)).matrix()));
            case "jacobian_space" -> single(one, "J_space", () -> Json.of(Screw.spaceJacobian(screws(input, "Slist_columns"), theta(input))));
            case "jacobian_body" -> single(one, "J_body", () -> Json.of(Screw.bodyJacobian(screws(input, "Blist_columns"), theta(input))));
            default -> throw one.unknownOp();
        };
    }

    private interface Computed {
        Json value();
    }

    private static Case.Solution single(Case one, String field, Computed computed) {
        return name -> {
            if (!name.equals(field)) throw one.unknown(name);
            return computed.value();
        };
    }

    private static Pose pose(Json input, String name) {
        return Pose.ofMatrix(input.get(name).matrix());
    }

    private static double[] theta(Json input) {
        return input.get("theta").vector();
    }

    private static List<double[]> screws(Json input, String name) {
        List<double[]> screws = new ArrayList<>();
        for (Json column : input.get(name).items()) screws.add(column.vector());
        return screws;
    }
}
