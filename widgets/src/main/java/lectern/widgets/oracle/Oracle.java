package lectern.widgets.oracle;

import java.util.List;

/** The runner: every field of every case is computed by the kernels and compared; what it does not know, fails. */
public final class Oracle {
    private Oracle() {}

    /** Runs all cases. */
    public static Tally run(List<Case> cases) {
        Tally tally = new Tally();
        for (Case one : cases) tally.add(one, compare(one));
        return tally;
    }

    private static Comparison compare(Case one) {
        Comparison comparison = new Comparison(one);
        try {
            Case.Solution solution = solution(one);
            List<String> names = one.expected().names();
            if (names.isEmpty()) throw new OracleException("nothing is expected");
            for (String name : names) comparison.field(name, one.expected().get(name), solution.field(name));
        } catch (RuntimeException e) {
            // an input of another form must not end the run: the case is counted as failed, with the reason
            comparison.stopped(e instanceof OracleException ? String.valueOf(e.getMessage()) : "could not be computed: " + e);
        }
        return comparison;
    }

    private static Case.Solution solution(Case one) {
        return switch (one.topic()) {
            case "numerics" -> NumericsTopic.solve(one);
            case "two-link", "two-link-track" -> TwoLinkTopic.solve(one);
            case "euler", "gimbal", "axis-angle", "double-cover", "composition", "interpolation" -> RotationTopic.solve(one);
            case "misread" -> MisreadTopic.solve(one);
            case "panda-fk-jacobian", "panda-manipulability", "panda-manipulability-gradient", "panda-pinv-dls" -> PandaTopic.solve(one);
            case "screw" -> ScrewTopic.solve(one);
            case "activation", "linear-mse", "softmax-ce", "layernorm", "attention", "film", "conv" -> LayerTopic.solve(one);
            case "mlp", "transformer-block" -> NetworkTopic.solve(one);
            case "chain", "vanishing", "scalar-graph" -> TapeTopic.solve(one);
            case "optimiser", "clipping", "precision", "gradient-descent", "linear-approximation", "finite-difference" -> DescentTopic.solve(one);
            case "action-tokens", "flow-matching", "tensor-ops" -> PolicyTopic.solve(one);
            default -> throw new OracleException("the topic " + one.topic() + " is not known");
        };
    }
}
