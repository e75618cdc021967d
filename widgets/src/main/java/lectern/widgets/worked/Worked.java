package lectern.widgets.worked;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The list of named functions behind {@code {compute}} beside the widgets: worked examples by name. Every method but {@link #ids} throws
 * {@link IllegalArgumentException} for a name that is not among them; none fails on the values a page gives.
 */
public final class Worked {
    private static final List<Example> EXAMPLES = Stream.concat(Learning.examples().stream(), Linear.examples().stream()).toList();

    private Worked() {}

    /** Names of all examples. */
    public static List<String> ids() {
        return EXAMPLES.stream().map(Example::id).toList();
    }

    /** What an example is about, "Softmax and cross-entropy". */
    public static String title(String id) {
        return example(id).title();
    }

    /** Topics of the oracle that the kernels of an example answer to. */
    public static List<String> proof(String id) {
        return example(id).proof();
    }

    /** The law that the tests hold an example to; empty where the oracle says all. */
    public static String law(String id) {
        return example(id).law();
    }

    /** What is wrong with the values that a page gives, one sentence each; empty when they read. */
    public static List<String> mistakes(String id, String values) {
        Given given = new Given(example(id).given(), values);
        example(id).work().apply(given);
        return given.mistakes();
    }

    /** Names of the results. */
    public static List<String> results(String id) {
        return List.copyOf(example(id).work().apply(new Given(example(id).given(), "")).values().keySet());
    }

    /** One result, a number or a list of them; empty for an unknown name, or where it is not finite. */
    public static Optional<List<Double>> result(String id, String values, String name) {
        Example example = example(id);
        double[] result = example.work().apply(new Given(example.given(), values)).values().getOrDefault(name, new double[0]);
        List<Double> numbers = Arrays.stream(result).boxed().toList();
        return numbers.isEmpty() || !numbers.stream().allMatch(Double::isFinite) ? Optional.empty() : Optional.of(numbers);
    }

    private static Example example(String id) {
        return EXAMPLES.stream().filter(example -> example.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no worked example is called " + id + "; there are " + ids()));
    }
}
