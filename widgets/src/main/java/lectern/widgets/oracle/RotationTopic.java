package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.math.Vec;
import lectern.widgets.rotation.Euler;
import lectern.widgets.rotation.Quaternion;

/** Topics {@code euler}, {@code gimbal}, {@code axis-angle}, {@code double-cover}, {@code composition} and {@code interpolation}. */
final class RotationTopic {
    private static final double SAME = 1e-9;

    private RotationTopic() {}

    static Case.Solution solve(Case one) {
        Json input = one.input();
        return switch (one.op()) {
            case "euler" -> name -> euler(one, name);
            case "gimbal" -> name -> gimbal(one, name);
            case "axis-angle" -> name -> name.equals("rotvec_back") ? described(one, rotation(input), "rotvec") : described(one, rotation(input), name);
            case "double-cover" -> name -> doubleCover(one, name);
            case "composition" -> name -> composition(one, name);
            case "interpolation" -> name -> interpolation(one, name);
            default -> throw one.unknownOp();
        };
    }

    /** The rotation that an input gives in any of its forms. */
    static Quaternion rotation(Json input) {
        if (input.has("quat_wxyz")) return Quaternion.ofWxyz(input.get("quat_wxyz").vector());
        if (input.has("quat_xyzw")) return Quaternion.ofXyzw(input.get("quat_xyzw").vector());
        if (input.has("rotvec")) return Quaternion.ofRotationVector(input.get("rotvec").vector());
        if (input.has("matrix")) return Quaternion.ofMatrix(input.get("matrix").matrix());
        if (input.has("sequence") && input.has("angles")) return order(input).rotation(angles(input, "angles"));
        throw new OracleException("no rotation is given");
    }

    static Euler order(Json input) {
        return Euler.ofLabel(input.get("mode").text() + " " + input.get("sequence").text());
    }

    /** Angles in rad. */
    static double[] angles(Json input, String name) {
        double[] angles = input.get(name).vector();
        return input.has("unit") && input.get("unit").text().equals("deg") ? Vec.scaled(Math.PI / 180, angles) : angles;
    }

    /** All forms of one rotation. */
    static Json.Fields described(Quaternion rotation) {
        Quaternion q = rotation.canonical();
        return new Json.Fields().with("matrix", Json.of(q.matrix())).with("quat_xyzw", Json.of(q.xyzw())).with("quat_wxyz", Json.of(q.wxyz()))
            .with("rotvec", Json.of(q.rotationVector())).with("angle", Json.of(q.angle()));
    }

    private static Json described(Case one, Quaternion rotation, String name) {
        Json all = described(rotation);
        if (!all.has(name)) throw one.unknown(name);
        return all.get(name);
    }

    private static Json euler(Case one, String name) {
        Quaternion q = rotation(one.input());
        if (name.equals("angles")) {
            if (one.input().has("sequence")) return Json.of(order(one.input()).angles(q));
            Json.Fields all = new Json.Fields();
            for (Euler order : Euler.all()) all.with(order.label(), Json.of(order.angles(q)));
            return all;
        }
        if (name.equals("distinct_triples")) {
            List<double[]> distinct = new ArrayList<>();
            for (Euler order : Euler.all()) addIfNew(distinct, order.angles(q));
            return Json.of(distinct.size());
        }
        return described(one, q, name);
    }

    private static void addIfNew(List<double[]> distinct, double[] triple) {
        for (double[] other : distinct) if (Vec.norm(Vec.minus(other, triple)) < SAME) return;
        distinct.add(triple);
    }

    private static Json gimbal(Case one, String name) {
        Euler order = order(one.input());
        Quaternion q = order.rotation(angles(one.input(), "angles"));
        if (!one.input().has("alternative")) return described(one, q, name);
        double between = q.distance(order.rotation(angles(one.input(), "alternative")));
        return switch (name) {
            case "same_rotation" -> Json.of(between < SAME);
            case "angle_between" -> Json.of(between);
            default -> described(one, q, name);
        };
    }

    private static Json doubleCover(Case one, String name) {
        Quaternion q = rotation(one.input());
        return switch (name) {
            case "rotvec_shortest" -> Json.of(q.rotationVector());
            case "axisangle_no_sign_fix" -> {
                double sine = Vec.norm(new double[] {q.x(), q.y(), q.z()});
                double factor = sine == 0 ? 0 : 2 * Math.atan2(sine, q.w()) / sine;
                yield Json.of(new double[] {factor * q.x(), factor * q.y(), factor * q.z()});
            }
            default -> described(one, q, name);
        };
    }

    private static Json composition(Case one, String name) {
        Quaternion a = rotation(one.input().get("a"));
        Quaternion b = rotation(one.input().get("b"));
        return switch (name) {
            case "ab" -> described(a.times(b));
            case "ba" -> described(b.times(a));
            case "relative_a_to_b" -> described(a.to(b));
            default -> throw one.unknown(name);
        };
    }

    private static Json interpolation(Case one, String name) {
        if (!name.equals("at")) throw one.unknown(name);
        Quaternion a = rotation(one.input().get("a"));
        Quaternion b = rotation(one.input().get("b"));
        List<Json> at = new ArrayList<>();
        for (double t : one.input().get("t").vector()) at.add(described(a.slerp(b, t)));
        return Json.of(at);
    }

    /** Number of different rotations among these. */
    static int distinct(List<Quaternion> rotations) {
        List<Quaternion> distinct = new ArrayList<>();
        for (Quaternion q : rotations) {
            boolean found = false;
            for (Quaternion other : distinct) found |= q.distance(other) < SAME;
            if (!found) distinct.add(q);
        }
        return distinct.size();
    }
}
