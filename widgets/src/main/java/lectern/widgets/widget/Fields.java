package lectern.widgets.widget;

import lectern.widgets.math.Digits;
import org.jspecify.annotations.Nullable;

/**
 * A state text taken apart, {@code v=1&q=0.3,0.001&solver=dls}. Asking for a field that is missing or unreadable gives the fallback and
 * notes its key; the server says in words what was wrong ({@link Mistakes}).
 */
public final class Fields {
    /** Something that is told of each mistake. */
    interface Listener {
        void wrong(int mistake, String key, String value, String needs);
    }

    private static final int LONGEST = 4_000;
    private static final int MOST = 40;

    /** What can be wrong with a field. */
    static final int TOO_LONG = 0;
    static final int NO_PAIR = 1;
    static final int VERSION = 2;
    static final int NOT_NUMBERS = 3;
    static final int OUTSIDE = 4;
    static final int NO_OPTION = 5;
    static final int LONG_TEXT = 6;
    static final int UNKNOWN = 7;

    private final @Nullable Listener listener;
    private final String[] keys = new String[MOST];
    private final String[] values = new String[MOST];
    private int count;
    private String asked = " ";
    private String mistaken = "";

    /** Takes a text apart; never fails. */
    public Fields(String text) {
        this(text, null);
    }

    Fields(String text, @Nullable Listener listener) {
        this.listener = listener;
        if (text.length() > LONGEST) {
            wrong(TOO_LONG, "…", "", "");
            return;
        }
        int at = text.startsWith("?") ? 1 : 0;
        while (at < text.length() && count < MOST) {
            int end = end(text, '&', at);
            int equals = end(text, '=', at);
            if (equals > at && equals < end) {
                keys[count] = text.substring(at, equals);
                values[count++] = decoded(text.substring(equals + 1, end));
            } else if (end > at) {
                wrong(NO_PAIR, text.substring(at, end), "", "");
            }
            at = end + 1;
        }
        String version = find("v");
        if (version != null && !version.equals("1")) {
            wrong(VERSION, "v", version, "");
        }
    }

    private static int end(String text, char sign, int from) {
        int end = text.indexOf(sign, from);
        return end < 0 ? text.length() : end;
    }

    private void wrong(int mistake, String key, String value, String needs) {
        if (listener != null) {
            listener.wrong(mistake, key, value, needs);
        }
        mistaken += (mistaken.isEmpty() ? "" : ", ") + (key.length() > 30 ? key.substring(0, 30) : key);
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
            int end = end(value, ',', at);
            boolean last = i == result.length - 1;
            double number = at <= value.length() && end == value.length() == last ? number(value.substring(at, end)) : Double.NaN;
            at = end + 1;
            if (number - number != 0) {
                wrong(NOT_NUMBERS, key, value, "" + result.length);
                return fallback;
            }
            result[i] = Math.max(low, Math.min(high, number));
            if (result[i] != number) {
                wrong(OUTSIDE, key, Digits.text(low, 6), Digits.text(high, 6));
            }
        }
        return result;
    }

    /** One number between two limits. */
    public double number(String key, double low, double high, double fallback) {
        return numbers(key, low, high, fallback)[0];
    }

    /** Index of one word of a few. */
    public int word(String key, String[] options, int fallback) {
        String value = find(key);
        if (value == null) {
            return fallback;
        }
        String known = "";
        for (int i = 0; i < options.length; i++) {
            if (options[i].equals(value)) {
                return i;
            }
            known += (i == 0 ? "" : ", ") + options[i];
        }
        wrong(NO_OPTION, key, value, known);
        return fallback;
    }

    /** Free text of at most so many characters. */
    public String text(String key, int longest) {
        String value = find(key);
        if (value == null || value.length() > longest) {
            if (value != null) {
                wrong(LONG_TEXT, key, "", "" + longest);
            }
            return "";
        }
        return value;
    }

    /** Keys of what could not be read, with commas; call it after all fields were asked for. Empty when everything was. */
    public String mistaken() {
        for (int i = 0; i < count; i++) {
            if (!asked.contains(" " + keys[i] + " ")) {
                wrong(UNKNOWN, keys[i], "", "");
            }
        }
        return mistaken;
    }

    private @Nullable String find(String key) {
        asked += key + " ";
        for (int i = 0; i < count; i++) {
            if (keys[i].equals(key)) {
                return values[i];
            }
        }
        return null;
    }

    private static double number(String text) {
        return text.length() > 40 ? Double.NaN : Digits.parse(text);
    }

    /** Percent signs undone, ASCII only: a plus stays a plus, since states hold formulas. */
    private static String decoded(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c == '%' && i + 2 < text.length() ? 16 * hex(text.charAt(i + 1)) + hex(text.charAt(i + 2)) : -1;
            if (code >= ' ' && code < 127) {
                c = (char) code;
                i += 2;
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static int hex(char c) {
        return c >= '0' && c <= '9' ? c - '0' : (c | ' ') >= 'a' && (c | ' ') <= 'f' ? (c | ' ') - 'a' + 10 : -1_000;
    }
}
