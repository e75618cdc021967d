package lectern.widgets.widget;

import java.util.ArrayList;
import java.util.List;

/** What could not be read in a state text, one sentence each: only the server has room for the words. */
public final class Mistakes implements Fields.Listener {
    private final List<String> sentences = new ArrayList<>();

    /** Takes a text apart; never fails. */
    public Fields fields(String text) {
        return new Fields(text, this);
    }

    /** The sentences, after all fields were asked for. */
    public List<String> of(Fields fields) {
        fields.mistaken();
        return List.copyOf(sentences);
    }

    @Override
    public void wrong(int mistake, String key, String value, String needs) {
        sentences.add(switch (mistake) {
            case Fields.TOO_LONG -> "This state is too long to read; the widget starts as usual.";
            case Fields.NO_PAIR -> "“" + quoted(key) + "” is not of the form key=value and was left out.";
            case Fields.VERSION -> "This state is of version " + quoted(value) + "; only version 1 can be read.";
            case Fields.NOT_NUMBERS -> key + " needs " + (needs.equals("1") ? "a number" : needs + " numbers with commas between them") + ", but reads “"
                + quoted(value) + "”; it starts as usual.";
            case Fields.OUTSIDE -> key + " must lie between " + value + " and " + needs + "; the nearest value is shown.";
            case Fields.NO_OPTION -> key + " can be " + needs + ", but reads “" + quoted(value) + "”; it starts as usual.";
            case Fields.LONG_TEXT -> key + " is longer than " + needs + " characters; it starts as usual.";
            default -> "“" + quoted(key) + "” is not part of this widget's state and was left out.";
        });
    }

    private static String quoted(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }
}
