package lectern.widgets.worked;

import java.util.LinkedHashMap;
import java.util.Map;

/** Named results of an example, each a number or a list of them, in the order they were put. */
final class Results {
    private final Map<String, double[]> values = new LinkedHashMap<>();

    Results with(String name, double... value) {
        values.put(name, value);
        return this;
    }

    /** Numbered results, {@code v1}, {@code v2}, …, one for each number. */
    Results numbered(String name, double... all) {
        for (int i = 0; i < all.length; i++) {
            values.put(name + (i + 1), new double[] {all[i]});
        }
        return this;
    }

    Map<String, double[]> values() {
        return values;
    }
}
