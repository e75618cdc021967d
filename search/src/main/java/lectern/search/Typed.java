package lectern.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.search.formula.Spotted;

/**
 * What a reader typed, taken apart. Nothing in it is query syntax but a pair of double quotes.
 *
 * @param words folded words outside quotes and formulas, in order
 * @param phrases the folded words of each quoted phrase
 * @param mathematics the formulas
 * @param whole every folded word typed, as a title would hold them
 * @param unfinished whether the last word may be the beginning of a longer one
 */
record Typed(List<String> words, List<List<String>> phrases, Spotted mathematics, List<String> whole, boolean unfinished) {
    private static final Pattern QUOTED = Pattern.compile("[\"“”]([^\"“”]*)[\"“”]");

    static Typed read(String text, Lexicon lexicon) {
        List<String> whole = Words.folded(text);
        Spotted mathematics = Spotted.in(text, lexicon.macros());
        List<List<String>> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(mathematics.words());
        while (quoted.find()) {
            List<String> phrase = Words.folded(quoted.group(1));
            if (!phrase.isEmpty()) phrases.add(phrase);
        }
        String rest = quoted.replaceAll(" ");
        List<Words.Word> words = Words.of(rest);
        boolean unfinished = !words.isEmpty() && words.getLast().end() == rest.length();
        return new Typed(words.stream().map(Words.Word::folded).toList(), List.copyOf(phrases), mathematics, whole, unfinished);
    }

    /** The same, everything outside quotes read as words. */
    Typed asWords(String text) {
        Typed plain = new Typed(List.of(), phrases, new Spotted(List.of(), "", false), whole, false);
        List<Words.Word> all = Words.of(QUOTED.matcher(text).replaceAll(" "));
        return new Typed(all.stream().map(Words.Word::folded).toList(), plain.phrases, plain.mathematics, whole, !all.isEmpty() && all.getLast().end() == text.length());
    }

    /** The first part of a text, at most so many characters, never half a character; control characters become blanks. */
    static String cut(String text, int most) {
        int end = Math.min(text.length(), most);
        if (end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) end--;
        char[] clean = text.substring(0, end).toCharArray();
        for (int i = 0; i < end; i++) if (Character.isISOControl(clean[i])) clean[i] = ' ';
        return new String(clean);
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty() && mathematics.formulas().isEmpty();
    }
}
