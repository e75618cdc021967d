package lectern.widgets.oracle;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.autodiff.Elementwise;
import lectern.widgets.autodiff.Tape;
import lectern.widgets.expression.Formula;
import lectern.widgets.expression.Parsed;

/** Topics on the tape of scalars: {@code chain}, {@code vanishing} and {@code scalar-graph}. */
final class TapeTopic {
    private TapeTopic() {}

    static Case.Solution solve(Case one) {
        return switch (one.op()) {
            case "chain" -> chain(one);
            case "vanishing" -> vanishing(one);
            case "scalar-graph" -> program(one);
            default -> throw one.unknownOp();
        };
    }

    /** The formula written in a text. */
    static Formula formula(String text, List<String> variables) {
        return switch (Formula.parse(text, variables)) {
            case Parsed.Read(Formula formula) -> formula;
            case Parsed.Mistake(int position, String words) -> throw new OracleException("the formula " + text + " at " + position + ": " + words);
        };
    }

    /** z = h(f(x)) for two lists of formulas, {@code [x0*x1, exp x0]} and {@code [y0*y1]}. */
    private static Case.Solution chain(Case one) {
        Tape tape = new Tape();
        int[] x = variables(tape, one.input().get("x").vector());
        int[] y = record(tape, one.input().get("f").text(), "x", x);
        int[] z = record(tape, one.input().get("h").text(), "y", y);
        return name -> switch (name) {
            case "y" -> values(tape, y);
            case "z" -> values(tape, z);
            case "Jf" -> jacobian(tape, y, x);
            case "Jh" -> jacobian(tape, z, y);
            case "J" -> jacobian(tape, z, x);
            case "vjp" -> {
                tape.backward(z, one.input().get("u").vector());
                yield adjoints(tape, x);
            }
            case "jvp" -> {
                tape.forward(x, one.input().get("v").vector());
                double[] change = new double[z.length];
                for (int i = 0; i < z.length; i++) change[i] = tape.tangent(z[i]);
                yield Json.of(change);
            }
            default -> throw one.unknown(name);
        };
    }

    private static int[] record(Tape tape, String list, String letter, int[] inputs) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) names.add(letter + i);
        String inner = list.trim();
        if (inner.startsWith("[") && inner.endsWith("]")) inner = inner.substring(1, inner.length() - 1);
        List<String> texts = Case.parts(inner, ',');
        int[] nodes = new int[texts.size()];
        for (int i = 0; i < nodes.length; i++) nodes[i] = tape.append(formula(texts.get(i), names), inputs);
        return nodes;
    }

    private static int[] variables(Tape tape, double[] values) {
        int[] nodes = new int[values.length];
        for (int i = 0; i < nodes.length; i++) nodes[i] = tape.variable(values[i]);
        return nodes;
    }

    private static Json values(Tape tape, int[] nodes) {
        double[] values = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) values[i] = tape.value(nodes[i]);
        return Json.of(values);
    }

    private static Json adjoints(Tape tape, int[] nodes) {
        double[] adjoints = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) adjoints[i] = tape.adjoint(nodes[i]);
        return Json.of(adjoints);
    }

    private static Json jacobian(Tape tape, int[] outputs, int[] inputs) {
        List<Json> rows = new ArrayList<>();
        for (int output : outputs) {
            tape.backward(output);
            rows.add(adjoints(tape, inputs));
        }
        return Json.of(rows);
    }

    private static Case.Solution vanishing(Case one) {
        Json input = one.input();
        Tape tape = new Tape();
        Elementwise activation = Elementwise.activation(input.get("activation").text());
        boolean residual = input.has("residual") && input.get("residual").flag();
        int depth = input.get("depth").integer();
        int[] h = new int[depth + 1];
        h[0] = tape.variable(input.get("x0").number());
        for (int k = 0; k < depth; k++) {
            int step = tape.apply(activation, tape.scale(h[k], input.get("w").number(), 0));
            h[k + 1] = residual ? tape.add(h[k], step) : step;
        }
        tape.backward(h[depth]);
        return name -> {
            if (name.equals("h" + depth)) return Json.of(tape.value(h[depth]));
            if (name.equals("dh" + depth + "_dx0")) return Json.of(tape.adjoint(h[0]));
            if (!name.equals("dh" + depth + "_dhk")) throw one.unknown(name);
            int[] after = new int[depth];
            System.arraycopy(h, 1, after, 0, depth);
            return adjoints(tape, after);
        };
    }

    /** Statements {@code c=a+b; c+=c+1} over named inputs; the last name assigned is the output. */
    private static Case.Solution program(Case one) {
        Tape tape = new Tape();
        List<String> names = new ArrayList<>();
        List<Integer> nodes = new ArrayList<>();
        for (String name : one.input().names()) {
            if (!one.input().get(name).isNumber()) continue;
            names.add(name);
            nodes.add(tape.variable(one.input().get(name).number()));
        }
        List<Integer> inputs = List.copyOf(nodes);
        String output = "";
        for (String statement : Case.parts(one.input().get("program").text(), ';')) {
            if (statement.isEmpty()) continue;
            int equals = statement.indexOf('=');
            if (equals < 1) throw new OracleException("no assignment: " + statement);
            boolean adds = statement.charAt(equals - 1) == '+';
            output = statement.substring(0, equals - (adds ? 1 : 0)).trim();
            int result = tape.append(formula(statement.substring(equals + 1), List.copyOf(names)), array(nodes));
            int known = names.indexOf(output);
            if (adds) {
                if (known < 0) throw new OracleException("the name " + output + " is not known yet");
                result = tape.add(nodes.get(known), result);
            }
            if (known < 0) {
                names.add(output);
                nodes.add(result);
            } else {
                nodes.set(known, result);
            }
        }
        String last = output;
        tape.backward(nodes.get(names.indexOf(last)));
        return name -> {
            if (!name.equals("readme")) return programField(one, name, tape, names, nodes, inputs);
            Json.Fields fields = new Json.Fields();
            for (String inner : one.expected().get(name).names()) fields.with(inner, programField(one, inner, tape, names, nodes, inputs));
            return fields;
        };
    }

    private static Json programField(Case one, String name, Tape tape, List<String> names, List<Integer> nodes, List<Integer> inputs) {
        if (names.contains(name)) return Json.of(tape.value(nodes.get(names.indexOf(name))));
        int input = name.startsWith("d") ? names.indexOf(name.substring(1)) : -1;
        if (input < 0 || input >= inputs.size()) throw one.unknown(name);
        return Json.of(tape.adjoint(inputs.get(input)));
    }

    private static int[] array(List<Integer> list) {
        int[] array = new int[list.size()];
        for (int i = 0; i < array.length; i++) array[i] = list.get(i);
        return array;
    }
}
