package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * One case: an input, what another library made of it, and how near is near enough.
 *
 * @param sources the libraries or repositories that the numbers come from
 */
public record Case(String id, String topic, String op, Json input, Json expected, Json tolerance, List<String> sources) {
    /** The cases of a file, {@code {"cases": […]}}. */
    public static List<Case> read(Json file) {
        List<Case> cases = new ArrayList<>();
        for (Json one : file.get("cases").items()) {
            Json input = one.get("input");
            String topic = one.get("topic").text();
            String op = input.has("op") ? input.get("op").text() : topic;
            cases.add(new Case(one.get("id").text(), topic, op, input, one.get("expected"), one.get("tolerance"), sources(one)));
        }
        return cases;
    }

    static List<String> sources(Json one) {
        List<String> names = new ArrayList<>();
        if (!one.has("source")) return names;
        Json source = one.get("source");
        for (Json each : source instanceof Json.Items(var items) ? items : List.of(source)) {
            String name = each instanceof Json.Text(var text) ? text : each.has("library") ? each.get("library").text() : each.has("repo") ? each.get("repo").text() : "";
            if (!name.isEmpty() && !names.contains(name)) names.add(name);
        }
        return names;
    }

    /** The pieces of a text between separators, without the spaces around them. */
    static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at).trim());
            from = at + 1;
        }
        parts.add(text.substring(from).trim());
        return parts;
    }

    /** What the kernels make of this case's input. */
    interface Solution {
        /** The value of a field of {@code expected}; throws {@link #unknown} for a name it does not know. */
        Json field(String name);
    }

    /** What is thrown for an op that the topic does not know. */
    OracleException unknownOp() {
        return new OracleException("the topic " + topic + " has no op " + op);
    }

    /** What is thrown for a field that the op does not know. */
    OracleException unknown(String field) {
        return new OracleException("the op " + op + " of topic " + topic + " has no field " + field);
    }
}
