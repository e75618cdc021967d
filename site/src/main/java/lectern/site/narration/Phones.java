package lectern.site.narration;

import com.sun.speech.freetts.en.us.CMULexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words as the phones that Kokoro was trained on: by the CMU lexicon, and by its letter-to-sound rules for words that it does not hold. */
final class Phones {
    /** Numbers of the model's symbols, as its configuration gives them. */
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry(";", 1), Map.entry(",", 3), Map.entry(".", 4), Map.entry("?", 6), Map.entry(" ", 16), Map.entry("A", 24), Map.entry("I", 25), Map.entry("O", 31), Map.entry("W", 39), Map.entry("Y", 41),
            Map.entry("b", 44), Map.entry("d", 46), Map.entry("f", 48), Map.entry("h", 50), Map.entry("i", 51), Map.entry("j", 52), Map.entry("k", 53), Map.entry("l", 54), Map.entry("m", 55), Map.entry("n", 56),
            Map.entry("p", 58), Map.entry("s", 61), Map.entry("t", 62), Map.entry("u", 63), Map.entry("v", 64), Map.entry("w", 65), Map.entry("z", 68), Map.entry("ɑ", 69), Map.entry("æ", 72), Map.entry("ɔ", 76),
            Map.entry("ð", 81), Map.entry("ʤ", 82), Map.entry("ə", 83), Map.entry("ɛ", 86), Map.entry("ɜ", 87), Map.entry("ɡ", 92), Map.entry("ɪ", 102), Map.entry("ŋ", 112), Map.entry("θ", 119), Map.entry("ɹ", 123),
            Map.entry("ʃ", 131), Map.entry("ʧ", 133), Map.entry("ʊ", 135), Map.entry("ʌ", 138), Map.entry("ʒ", 147), Map.entry("ˈ", 156));

    /** Phones of the lexicon as the model writes them. */
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("aa", "ɑ"), Map.entry("ae", "æ"), Map.entry("ah", "ʌ"), Map.entry("ax", "ə"), Map.entry("ao", "ɔ"), Map.entry("aw", "W"), Map.entry("ay", "I"), Map.entry("b", "b"), Map.entry("ch", "ʧ"),
            Map.entry("d", "d"), Map.entry("dh", "ð"), Map.entry("eh", "ɛ"), Map.entry("er", "ɜɹ"), Map.entry("axr", "əɹ"), Map.entry("ey", "A"), Map.entry("f", "f"), Map.entry("g", "ɡ"), Map.entry("hh", "h"),
            Map.entry("ih", "ɪ"), Map.entry("iy", "i"), Map.entry("jh", "ʤ"), Map.entry("k", "k"), Map.entry("l", "l"), Map.entry("m", "m"), Map.entry("n", "n"), Map.entry("ng", "ŋ"), Map.entry("ow", "O"),
            Map.entry("oy", "Y"), Map.entry("p", "p"), Map.entry("r", "ɹ"), Map.entry("s", "s"), Map.entry("sh", "ʃ"), Map.entry("t", "t"), Map.entry("th", "θ"), Map.entry("uh", "ʊ"), Map.entry("uw", "u"),
            Map.entry("v", "v"), Map.entry("w", "w"), Map.entry("y", "j"), Map.entry("z", "z"), Map.entry("zh", "ʒ"));

    private final CMULexicon lexicon;

    Phones() {
        try {
            lexicon = CMULexicon.getInstance(true);
            lexicon.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word, {@code dˈɑt}. */
    String of(String word) {
        var written = new StringBuilder();
        for (var phone : lexicon.getPhones(word.toLowerCase(Locale.ROOT), null)) {
            boolean stressed = phone.endsWith("1");
            var name = phone.replaceFirst("\\d$", "");
            written.append(stressed ? "ˈ" : "").append(name.equals("er") && !stressed ? "əɹ" : WRITTEN.getOrDefault(name, ""));
        }
        return written.toString();
    }

    /** The model's numbers of a piece of phones or of a pause. */
    static List<Long> numbers(String written) {
        var numbers = new ArrayList<Long>();
        written.codePoints().forEach(c -> {
            var number = NUMBERS.get(Character.toString(c));
            if (number != null) {
                numbers.add((long) number);
            }
        });
        return numbers;
    }
}
