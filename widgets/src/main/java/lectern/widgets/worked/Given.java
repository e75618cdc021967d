package lectern.widgets.worked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.widgets.math.Digits;

/**
 * The given values of an example, {@code w=0.5&b=-0.6}: its own, overwritten by those of the page. What cannot be read is left as it was and noted
 * in words; reading never fails.
 */
final class Given {
    private static final int LONGEST = 400;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    Given(String own, String given) {
        for (String pair : own.split("&")) {
            String[] halves = pair.split("=", 2);
            this.own.put(halves[0], halves[1]);
        }
        texts.putAll(this.own);
        if (given.length() > LONGEST) {
            mistakes.add("These values are longer than " + LONGEST + " characters and were left out.");
            return;
        }
        for (String pair : given.isEmpty() ? new String[0] : given.split("&")) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (equals < 0) {
                mistakes.add("“" + pair + "” is not of the form key=value and was left out.");
            } else if (this.own.containsKey(key)) {
                texts.put(key, pair.substring(equals + 1));
            } else if (!key.equals("v")) {
                mistakes.add("“" + key + "” is no value of this example; it has " + String.join(", ", this.own.keySet()) + ".");
            }
        }
    }

    /** What could not be read, one sentence each; complete when the results are computed. */
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** A list of numbers, at least one. */
    double[] list(String key) {
        double[] read = numbers(text(key));
        if (read.length > 0) {
            return read;
        }
        mistakes.add(key + " needs numbers with commas between them, but reads “" + text(key) + "”.");
        return numbers(fallback(key));
    }

    /** As many numbers as the example itself gives. */
    double[] vector(String key) {
        double[] fallback = numbers(fallback(key));
        double[] read = list(key);
        if (read.length == fallback.length) {
            return read;
        }
        mistakes.add(key + " needs " + fallback.length + (fallback.length == 1 ? " number" : " numbers") + ", but reads “" + text(key) + "”.");
        return fallback;
    }

    double number(String key) {
        return vector(key)[0];
    }

    /** A number within limits; one outside is noted and moved to the nearest. */
    double number(String key, double low, double high) {
        double value = number(key);
        if (value < low || value > high) {
            mistakes.add(key + " must lie between " + Digits.text(low, 6) + " and " + Digits.text(high, 6) + ".");
        }
        return Math.clamp(value, low, high);
    }

    /** A whole number within limits. */
    int whole(String key, int low, int high) {
        return (int) Math.round(number(key, low, high));
    }

    /** One of a few words. */
    String word(String key, String... options) {
        if (Arrays.asList(options).contains(text(key))) {
            return text(key);
        }
        mistakes.add(key + " can be " + String.join(", ", options) + ", but reads “" + text(key) + "”.");
        return fallback(key);
    }

    private String text(String key) {
        return texts.getOrDefault(key, fallback(key));
    }

    private String fallback(String key) {
        String text = own.get(key);
        if (text == null) throw new IllegalArgumentException("the example gives no " + key);
        return text;
    }

    /** The numbers of a text; none if one of them cannot be read. */
    private static double[] numbers(String text) {
        double[] read = Arrays.stream(text.split(",", -1)).mapToDouble(Digits::parse).toArray();
        return Arrays.stream(read).allMatch(Double::isFinite) ? read : new double[0];
    }
}
