package lectern.widgets.widget;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.math.Digits;
import org.jspecify.annotations.Nullable;

/**
 * A state text taken apart, {@code v=1&q=0.3,0.001&solver=dls}. Asking for a field that is missing or unreadable gives the fallback;
 * each mistake becomes one sentence for the reader.
 */
public final class Fields {
    private static final int LONGEST = 4_000;
    private static final int MOST = 40;

    private final List<String> keys = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    /** Takes a text apart; never fails. */
    public Fields(String text) {
        if (text.length() > LONGEST) {
            mistakes.add("This state is too long to read; the widget starts as usual.");
            return;
        }
        int at = text.startsWith("?") ? 1 : 0;
        while (at < text.length() && keys.size() < MOST) {
            int end = text.indexOf('&', at);
            end = end < 0 ? text.length() : end;
            int equals = text.indexOf('=', at);
            if (equals > at && equals < end) {
                keys.add(text.substring(at, equals));
                values.add(decoded(text.substring(equals + 1, end)));
            } else if (end > at) {
                mistakes.add("“" + quoted(text.substring(at, end)) + "” is not of the form key=value and was left out.");
            }
            at = end + 1;
        }
        String version = word("v", "1");
        if (!version.equals("1")) {
            mistakes.add("This state is of version " + quoted(version) + "; only version 1 can be read.");
        }
    }

    /** Numbers of a fixed count between two limits; a number outside is moved to the nearest limit. */
    public double[] numbers(String key, double low, double high, double... fallback) {
        String value = find(key);
        if (value == null) {
            return fallback;
        }
        double[] result = new double[fallback.length];
        int at = 0;
        for (int i = 0; i < result.length; i++) {
            int end = value.indexOf(',', at);
            boolean last = i == result.length - 1;
            if (end < 0 == last) {
                result[i] = number(value.substring(at, last ? value.length() : end));
                at = end + 1;
            } else {
                result[i] = Double.NaN;
            }
            if (result[i] != result[i]) {
                mistakes.add(key + " needs " + (result.length == 1 ? "a number" : result.length + " numbers with commas between them")
                    + ", but reads “" + quoted(value) + "”; it starts as usual.");
                return fallback;
            }
            double bounded = Math.max(low, Math.min(high, result[i]));
            if (bounded != result[i]) {
                mistakes.add(key + " must lie between " + Digits.text(low, 6) + " and " + Digits.text(high, 6) + "; the nearest value is shown.");
                result[i] = bounded;
            }
        }
        return result;
    }

    /** One number between two limits. */
    public double number(String key, double low, double high, double fallback) {
        return numbers(key, low, high, fallback)[0];
    }

    /** One word of a few. */
    public String word(String key, String fallback, String... others) {
        String value = find(key);
        if (value == null || value.equals(fallback)) {
            return fallback;
        }
        StringBuilder known = new StringBuilder(fallback);
        for (String other : others) {
            if (other.equals(value)) {
                return value;
            }
            known.append(", ").append(other);
        }
        mistakes.add(key + " can be " + known + ", but reads “" + quoted(value) + "”; it starts as usual.");
        return fallback;
    }

    /** Free text of at most so many characters. */
    public String text(String key, String fallback, int longest) {
        String value = find(key);
        if (value == null) {
            return fallback;
        }
        if (value.length() > longest) {
            mistakes.add(key + " is longer than " + longest + " characters; it starts as usual.");
            return fallback;
        }
        return value;
    }

    /** What could not be read, one sentence each; call it after all fields were asked for. */
    public List<String> mistakes() {
        List<String> all = new ArrayList<>(mistakes);
        for (String key : keys) {
            if (!asked.contains(key)) {
                all.add("“" + quoted(key) + "” is not part of this widget's state and was left out.");
            }
        }
        return all;
    }

    private @Nullable String find(String key) {
        asked.add(key);
        int at = keys.indexOf(key);
        return at < 0 ? null : values.get(at);
    }

    /** NaN for anything but a finite number. */
    private static double number(String text) {
        double value = text.length() > 40 ? Double.NaN : Digits.parse(text);
        return value - value == 0 ? value : Double.NaN;
    }

    private static String quoted(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }

    /** Percent signs undone, ASCII only: a plus stays a plus, since states hold formulas. */
    private static String decoded(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c == '%' && i + 2 < text.length() ? 16 * hex(text.charAt(i + 1)) + hex(text.charAt(i + 2)) : -1;
            if (code >= ' ' && code < 127) {
                plain.append((char) code);
                i += 2;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static int hex(char c) {
        return c >= '0' && c <= '9' ? c - '0' : (c | ' ') >= 'a' && (c | ' ') <= 'f' ? (c | ' ') - 'a' + 10 : -1_000;
    }
}
