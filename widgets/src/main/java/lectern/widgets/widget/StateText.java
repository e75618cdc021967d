package lectern.widgets.widget;

import lectern.widgets.math.Digits;

/** Writes a state as {@code v=1&key=value…}, ready to stand in an address. */
public final class StateText {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~,*()/^";

    private final StringBuilder text = new StringBuilder("v=1");

    /** Numbers with commas, at most six significant digits each. */
    public StateText numbers(String key, double... values) {
        text.append('&').append(key).append('=');
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(Digits.text(values[i], 6));
        }
        return this;
    }

    /** A word or free ASCII text; anything else is left out. */
    public StateText word(String key, String value) {
        text.append('&').append(key).append('=');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (PLAIN.indexOf(c) >= 0) {
                text.append(c);
            } else if (c >= ' ' && c < 127) {
                text.append('%').append("0123456789ABCDEF".charAt(c >> 4)).append("0123456789ABCDEF".charAt(c & 15));
            }
        }
        return this;
    }

    /** Only what an address can hold: printable ASCII, with the typographic signs that keyboards insert made plain. */
    public static String plain(String typed, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < typed.length() && text.length() < longest; i++) {
            char c = typed.charAt(i);
            c = c == '−' || c == '–' ? '-' : c == '·' || c == '×' ? '*' : c == '÷' ? '/' : c >= '₀' && c <= '₉' ? (char) (c - '₀' + '0') : c;
            if (c >= ' ' && c < 127) {
                text.append(c);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
