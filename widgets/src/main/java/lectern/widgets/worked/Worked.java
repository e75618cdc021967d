package lectern.widgets.worked;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The list of named functions behind {@code {compute}} beside the widgets: worked examples by name. Every method but {@link #ids} throws
 * {@link IllegalArgumentException} for a name that is not among them; none fails on the values a page gives.
 */
public final class Worked {
    private static final List<Example> EXAMPLES = Stream.concat(Learning.examples().stream(), Linear.examples().stream()).toList();

    /** The last that were worked: a page asks an example for each of its results, and again whenever it is written. */
    private static final Map<String, Done> DONE = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Done> eldest) {
            return size() > MOST_KEPT;
        }
    });
    private static final int MOST_KEPT = 500;

    /** An example worked on given values. */
    private record Done(List<String> mistakes, Map<String, double[]> results) {}

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
        return done(id, values).mistakes;
    }

    /** Names of the results. */
    public static List<String> results(String id) {
        return List.copyOf(done(id, "").results.keySet());
    }

    /** One result, a number or a list of them; empty for an unknown name, or where it is not finite. */
    public static Optional<List<Double>> result(String id, String values, String name) {
        double[] result = done(id, values).results.getOrDefault(name, new double[0]);
        List<Double> numbers = Arrays.stream(result).boxed().toList();
        return numbers.isEmpty() || !numbers.stream().allMatch(Double::isFinite) ? Optional.empty() : Optional.of(numbers);
    }

    private static Done done(String id, String values) {
        return DONE.computeIfAbsent(id + "?" + values, key -> {
            Given given = new Given(example(id).given(), values);
            Map<String, double[]> results = example(id).work().apply(given).values();
            return new Done(given.mistakes(), results);
        });
    }

    private static Example example(String id) {
        return EXAMPLES.stream().filter(example -> example.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no worked example is called " + id + "; there are " + ids()));
    }
}
