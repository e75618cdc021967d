package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.math.Vec;
import lectern.widgets.rotation.Convention;
import lectern.widgets.rotation.Euler;
import lectern.widgets.rotation.Quaternion;

/** Topic {@code misread}: one program writes a rotation, another reads the same numbers by another convention. */
final class MisreadTopic {
    private static final Convention WXYZ = new Convention.Wxyz();
    private static final Convention XYZW = new Convention.Xyzw();
    private static final Convention ROTATION_VECTOR = new Convention.RotationVector();
    private static final Convention ROLL_PITCH_YAW = new Convention.Angles(new Euler("xyz", false), false);

    private MisreadTopic() {}

    static Case.Solution solve(Case one) {
        Json input = one.input();
        return switch (one.op()) {
            case "wxyz_as_xyzw" -> read(one, WXYZ, XYZW, numbers(input, "true_quat_wxyz", "quat_wxyz"));
            case "xyzw_as_wxyz" -> read(one, XYZW, WXYZ, numbers(input, "true_quat_xyzw", "quat_xyzw"));
            case "rotvec_as_rpy", "small_rotvec_as_rpy" -> read(one, ROTATION_VECTOR, ROLL_PITCH_YAW, input.get("rotvec").vector());
            case "inverse" -> inverse(one, RotationTopic.rotation(input));
            case "deg_as_rad" -> {
                Euler order = RotationTopic.order(input);
                yield read(one, new Convention.Angles(order, true), new Convention.Angles(order, false), input.get("angles_deg").vector());
            }
            case "euler_order" -> orders(one);
            case "pos_rot_swapped" -> swapped(one, input.get("vector6").vector());
            default -> throw one.unknownOp();
        };
    }

    private static double[] numbers(Json input, String name, String other) {
        return input.get(input.has(name) ? name : other).vector();
    }

    private static Case.Solution read(Case one, Convention written, Convention reader, double[] numbers) {
        return compared(one, written.read(numbers), reader.read(numbers), numbers);
    }

    private static Case.Solution compared(Case one, Quaternion meant, Quaternion read, double[] numbers) {
        return name -> switch (name) {
            case "true" -> RotationTopic.described(meant);
            case "read" -> RotationTopic.described(read);
            case "geodesic_error_rad" -> Json.of(meant.distance(read));
            case "twice_angle" -> Json.of(2 * meant.angle());
            case "half_norm_of_pairwise" ->
                Json.of(0.5 * Vec.norm(new double[] {numbers[0] * numbers[1], numbers[1] * numbers[2], numbers[0] * numbers[2]}));
            default -> throw one.unknown(name);
        };
    }

    private static Case.Solution inverse(Case one, Quaternion q) {
        return compared(one, q, new Convention.Inverse(WXYZ).read(q.wxyz()), q.wxyz());
    }

    private static Case.Solution orders(Case one) {
        double[] angles = RotationTopic.angles(one.input(), "angles");
        Quaternion reference = Euler.ofLabel(one.input().get("reference").text()).rotation(angles);
        return name -> {
            Json.Fields errors = new Json.Fields();
            List<Quaternion> rotations = new ArrayList<>();
            for (Euler order : Euler.all()) {
                Quaternion read = order.rotation(angles);
                rotations.add(read);
                errors.with(order.label(), Json.of(reference.distance(read)));
            }
            if (name.equals("geodesic_error_rad")) return errors;
            if (name.equals("distinct_rotations")) return Json.of(RotationTopic.distinct(rotations));
            throw one.unknown(name);
        };
    }

    private static Case.Solution swapped(Case one, double[] six) {
        double[] first = {six[0], six[1], six[2]};
        double[] second = {six[3], six[4], six[5]};
        Quaternion meant = Quaternion.ofRotationVector(second);
        Quaternion read = Quaternion.ofRotationVector(first);
        return name -> switch (name) {
            case "true" -> RotationTopic.described(meant).with("p", Json.of(first));
            case "read" -> RotationTopic.described(read).with("p", Json.of(second));
            case "position_error_m" -> Json.of(Vec.norm(Vec.minus(first, second)));
            case "geodesic_error_rad" -> Json.of(meant.distance(read));
            default -> throw one.unknown(name);
        };
    }
}
