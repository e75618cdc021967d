package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.kinematics.Arm;
import lectern.widgets.kinematics.Ik;
import lectern.widgets.kinematics.Jacobian;
import lectern.widgets.kinematics.Joint;
import lectern.widgets.kinematics.Panda;
import lectern.widgets.kinematics.Pose;
import lectern.widgets.kinematics.Posture;
import lectern.widgets.kinematics.Solver;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Svd;
import lectern.widgets.math.Vec;
import lectern.widgets.rotation.Quaternion;

/** The topics of chains: {@code panda-fk-jacobian}, {@code panda-manipulability}, its gradient, and {@code panda-pinv-dls}. */
final class PandaTopic {
    private PandaTopic() {}

    static Case.Solution solve(Case one) {
        Arm arm = arm(one.input());
        double[] q = one.input().get("q").vector();
        return switch (one.op()) {
            case "panda-fk-jacobian" -> forward(one, new Posture(arm).moveTo(q));
            case "panda-manipulability" -> manipulability(one, new Posture(arm).moveTo(q).jacobian());
            case "panda-manipulability-gradient" -> name -> {
                if (!name.equals("dm_dq")) throw one.unknown(name);
                return Json.of(Jacobian.manipulabilityGradient(new Posture(arm).moveTo(q).jacobian()));
            };
            case "panda-pinv-dls" -> rates(one, arm, q);
            default -> throw one.unknownOp();
        };
    }

    private static Arm arm(Json input) {
        Arm arm = named(input.get("frame").text(), input.has("frame_def"));
        if (input.has("mdh")) {
            List<Joint> joints = new ArrayList<>();
            for (Json row : input.get("mdh").items()) joints.add(Joint.free(row.get("a").number(), row.get("d").number(), row.get("alpha").number()));
            arm = new Arm(joints, arm.end());
        }
        if (!input.has("frame_def")) return arm;
        Json end = input.get("frame_def");
        return arm.with(Panda.end(end.get("flange_d").number(), end.number("tool_z", 0), end.number("Rz", 0)));
    }

    private static Arm named(String frame, boolean defined) {
        return switch (frame) {
            case "flange" -> Panda.flange();
            case "rtb_tool" -> Panda.tool();
            case "franka_hand_tcp" -> Panda.hand();
            default -> {
                if (!defined) throw new OracleException("the frame " + frame + " is not known");
                yield Panda.flange();
            }
        };
    }

    private static Case.Solution forward(Case one, Posture posture) {
        Mat J = posture.jacobian();
        Pose X = posture.pose();
        Quaternion rotation = Quaternion.ofMatrix(X.R()).canonical();
        return name -> switch (name) {
            case "T" -> Json.of(X.matrix());
            case "position" -> Json.of(X.p());
            case "quat_wxyz" -> Json.of(rotation.wxyz());
            case "quat_xyzw" -> Json.of(rotation.xyzw());
            case "rotvec" -> Json.of(rotation.rotationVector());
            case "J_geometric_base" -> Json.of(J);
            case "J_geometric_tool_frame" -> Json.of(Jacobian.inFrame(J, X.R()));
            case "J_analytic_rotvec" -> Json.of(Jacobian.analytic(J, rotation.rotationVector()));
            case "singular_values" -> Json.of(Svd.of(J).sigma());
            case "singular_values_translation" -> Json.of(Svd.of(Jacobian.translation(J)).sigma());
            case "singular_values_rotation" -> Json.of(Svd.of(Jacobian.rotation(J)).sigma());
            case "manipulability" -> Json.of(Jacobian.manipulability(J));
            case "inverse_condition" -> Json.of(Svd.of(J).inverseCondition());
            case "condition" -> Json.of(Svd.of(J).condition());
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution manipulability(Case one, Mat J) {
        return name -> switch (name) {
            case "yoshikawa" -> Json.of(Jacobian.manipulability(J));
            case "translation" -> Json.of(Jacobian.manipulability(Jacobian.translation(J)));
            case "rotation" -> Json.of(Jacobian.manipulability(Jacobian.rotation(J)));
            case "inverse_condition" -> Json.of(Svd.of(J).inverseCondition());
            case "condition" -> Json.of(Svd.of(J).condition());
            case "min_singular" -> Json.of(Svd.of(J).sigma()[Math.min(J.rows(), J.columns()) - 1]);
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution rates(Case one, Arm arm, double[] q) {
        Ik ik = new Ik(arm);
        double[] xdot = one.input().get("xdot").vector();
        double[] pinv = ik.rates(Solver.PSEUDO_INVERSE, q, xdot, 0);
        double[] dls = ik.rates(Solver.DAMPED, q, xdot, one.input().number("lambda", 0));
        return name -> switch (name) {
            case "qdot_pinv" -> Json.of(pinv);
            case "qdot_dls" -> Json.of(dls);
            case "nullspace_projector" -> Json.of(ik.nullProjector(q));
            case "nullspace_direction" -> Json.of(ik.nullDirection(q));
            case "norms" -> new Json.Fields().with("pinv", Json.of(Vec.norm(pinv))).with("dls", Json.of(Vec.norm(dls)));
            default -> throw one.unknown(name);
        };
    }
}
