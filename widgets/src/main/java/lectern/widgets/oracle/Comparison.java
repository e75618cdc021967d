package lectern.widgets.oracle;

import java.util.List;
import lectern.widgets.math.Digits;
import lectern.widgets.math.Num;
import lectern.widgets.math.Vec;

/**
 * Holds a computed value against the expected one: {@code |got − expected| ≤ abs + rel·|expected|} for every number, or between
 * {@code expected/factor} and {@code expected·factor}.
 *
 * <p>Quaternions agree up to sign, rotation vectors of angle π too, the angle of an ellipse's axis modulo π.
 */
final class Comparison {
    private static final double NEAR_PI = 1e-6;

    private final Case of;
    private double worst;
    private double share;
    private int numbers;
    private String failure = "";
    private String note = "";

    Comparison(Case of) {
        this.of = of;
    }

    /** Largest difference of two numbers so far; differences of numbers that agree by a factor only do not count. */
    double worst() {
        return worst;
    }

    /** Largest difference so far as a share of what was allowed; above 1 something failed. */
    double share() {
        return share;
    }

    /** How many numbers were compared. */
    int numbers() {
        return numbers;
    }

    /** The first disagreement in words; empty when all agree. */
    String failure() {
        return failure;
    }

    /** What was compared otherwise than the case says, and why; empty for most. */
    String note() {
        return note;
    }

    /** The case could not be run to its end. */
    void stopped(String why) {
        fail("", why);
    }

    /** Compares one field of the case. */
    void field(String name, Json expected, Json got) {
        Json tolerance = tolerance(name, of.tolerance());
        for (Correction each : Correction.of(of)) {
            if (each.field().equals(name)) {
                tolerance = new Json.Fields().with("abs", Json.of(each.abs()));
                note = of.id() + " " + name + " is compared to " + Digits.text(each.abs(), 1) + ": " + each.why();
            }
        }
        compare(name, name, expected, got, tolerance);
    }

    private void compare(String path, String name, Json expected, Json got, Json tolerance) {
        if (expected.isNumber()) {
            if (!got.isNumber()) fail(path, "a number is expected");
            else if (name.equals("ellipse_major_axis_angle_mod_pi")) number(path, expected.number(), nearestModPi(expected.number(), got.number()), tolerance);
            else number(path, expected.number(), got.number(), tolerance);
            return;
        }
        switch (expected) {
            case Json.Items(var items) -> items(path, name, items, got, tolerance);
            case Json.Fields(var names, var values) -> {
                for (int i = 0; i < names.size(); i++) {
                    String inner = names.get(i);
                    if (!got.has(inner)) fail(path + "." + inner, "nothing was computed");
                    else compare(path + "." + inner, inner, values.get(i), got.get(inner), tolerance(inner, tolerance));
                }
            }
            case Json.Number n -> throw new IllegalStateException("numbers are compared above");
            case Json.Text t -> same(path, expected, got);
            case Json.Flag f -> same(path, expected, got);
            case Json.Nothing n -> same(path, expected, got);
        }
    }

    private void items(String path, String name, List<Json> items, Json got, Json tolerance) {
        if (!(got instanceof Json.Items(var others)) || others.size() != items.size()) {
            fail(path, "a list of " + items.size() + " is expected");
            return;
        }
        double sign = 1;
        if (items.size() == 4 && name.startsWith("quat") && items.get(0).isNumber()) sign = signOf(items, others);
        if (items.size() == 3 && name.contains("rotvec") && items.get(0).isNumber()) {
            double angle = Vec.norm(Json.of(items).vector());
            if (Math.abs(angle - Math.PI) < NEAR_PI) sign = signOf(items, others);
        }
        for (int i = 0; i < items.size(); i++) {
            Json other = others.get(i);
            if (!counts(name, i)) continue;
            compare(path + "[" + i + "]", "", items.get(i), sign < 0 && other.isNumber() ? Json.of(-other.number()) : other, tolerance);
        }
    }

    /** Whether item i is more than rounding noise: the error of a difference quotient with a tiny step is nothing else. */
    private boolean counts(String name, int i) {
        if (!of.topic().equals("finite-difference")) return true;
        double h = of.input().get("h").items().get(i).number();
        if (name.equals("forward_abs_error")) return h >= 1e-7 * (1 - 1e-9);
        if (name.equals("central_abs_error")) return h >= 1e-5 * (1 - 1e-9);
        return true;
    }

    private static double signOf(List<Json> items, List<Json> others) {
        return Vec.dot(Json.of(items).vector(), Json.of(others).vector()) < 0 ? -1 : 1;
    }

    private static double nearestModPi(double expected, double got) {
        return got + Math.PI * Num.rint((expected - got) / Math.PI);
    }

    private void number(String path, double expected, double got, Json tolerance) {
        numbers++;
        if (expected == got || expected != expected && got != got) return;
        boolean near;
        if (tolerance.has("factor")) {
            double factor = tolerance.get("factor").number();
            double ratio = got / expected;
            near = ratio >= 1 / factor && ratio <= factor;
        } else {
            double difference = Math.abs(got - expected);
            double allowed = tolerance.number("abs", 0) + tolerance.number("rel", 0) * Math.abs(expected);
            near = difference <= allowed;
            if (difference > worst || difference != difference) worst = difference;
            if (allowed > 0 && difference / allowed > share) share = difference / allowed;
        }
        if (!near) fail(path, "expected " + Digits.text(expected, 9) + ", got " + Digits.text(got, 9));
    }

    private void same(String path, Json expected, Json got) {
        if (!expected.equals(got)) fail(path, "another kind of value or text was computed");
    }

    private void fail(String path, String words) {
        if (failure.isEmpty()) failure = path.isEmpty() ? words : path + ": " + words;
    }

    /** The tolerance of a field: its own where there is one, else that of what it stands in. */
    private Json tolerance(String field, Json outer) {
        if (of.tolerance().has("perField") && of.tolerance().get("perField").has(field)) return of.tolerance().get("perField").get(field);
        return outer;
    }
}
