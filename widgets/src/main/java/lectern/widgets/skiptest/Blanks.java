package lectern.widgets.skiptest;

import lectern.widgets.widget.Fields;
import lectern.widgets.widget.StateText;

/**
 * The state of the skip-test.
 *
 * @param entries what was typed for J₁₁, J₁₂, J₂₁, J₂₂, ASCII, at most {@link #LONGEST} characters each
 * @param seed of the poses at which the entries are checked
 */
record Blanks(String[] entries, int seed) {
    static final String[] KEYS = {"a", "b", "c", "d"};
    static final int LONGEST = 120;

    static Blanks read(Fields fields) {
        String[] entries = new String[KEYS.length];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = StateText.plain(fields.text(KEYS[i], LONGEST), LONGEST);
        }
        return new Blanks(entries, (int) fields.number("seed", 1, 999, 1));
    }

    String write() {
        StateText text = new StateText();
        for (int i = 0; i < entries.length; i++) {
            if (!entries[i].isEmpty()) {
                text.word(KEYS[i], entries[i]);
            }
        }
        return text.numbers("seed", seed).toString();
    }

    Blanks with(String key, String typed) {
        String[] changed = new String[entries.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = KEYS[i].equals(key) ? StateText.plain(typed, LONGEST) : entries[i];
        }
        return new Blanks(changed, seed);
    }

    Blanks reseeded() {
        return new Blanks(entries, seed % 999 + 1);
    }
}
