package lectern.widgets.worked;

import java.util.List;
import java.util.function.Function;

/**
 * A worked example: given values go in, named results come out.
 *
 * @param id as a page writes it before the dot, {@code softmax}
 * @param title what it is about, for a list
 * @param given its values unless a page gives others, {@code z=2,1,0.1&y=1}; its keys are all there are
 * @param proof topics of the oracle that its kernels answer to
 * @param law what the tests hold it to besides; empty where the oracle says all
 * @param work computes the results
 */
record Example(String id, String title, String given, List<String> proof, String law, Function<Given, Results> work) {
    /** An example whose kernels answer to the oracle. */
    static Example proved(String id, String title, String given, List<String> topics, Function<Given, Results> work) {
        return new Example(id, title, given, topics, "", work);
    }

    /** An example that is held to a law. */
    static Example lawful(String id, String title, String given, String law, Function<Given, Results> work) {
        return new Example(id, title, given, List.of(), law, work);
    }
}
