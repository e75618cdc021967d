package lectern.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The few words of a text around what was looked for, HTML-escaped, the matches in {@code <mark>}. */
final class Snippet {
    private static final int LONGEST = 200;
    private static final int READ = 20_000;

    private Snippet() {}

    /** Cost: one pass of the tokenizer over the first 20,000 characters of the text. */
    static String of(String text, Predicate<String> wanted) {
        String read = Typed.cut(text, READ);
        List<Words.Word> words = Words.of(read);
        List<Words.Word> matches = words.stream().filter(word -> wanted.test(word.folded())).toList();
        int start = matches.isEmpty() ? 0 : beginning(read, best(matches));
        int end = ending(read, start);
        StringBuilder html = new StringBuilder();
        if (start > 0) html.append("… ");
        int at = start;
        for (Words.Word match : matches) {
            if (match.start() < at || match.end() > end) continue;
            escape(read, at, match.start(), html);
            html.append("<mark>");
            escape(read, match.start(), match.end(), html);
            html.append("</mark>");
            at = match.end();
        }
        escape(read, at, end, html);
        if (end < read.length()) html.append(" …");
        return html.toString();
    }

    /** Where the first match of the window with most different matched words begins. */
    private static int best(List<Words.Word> matches) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < matches.size(); i++) {
            Set<String> different = new HashSet<>();
            for (int j = i; j < matches.size() && matches.get(j).end() < matches.get(i).start() + LONGEST - 40; j++) different.add(matches.get(j).folded());
            if (different.size() > most) {
                most = different.size();
                best = matches.get(i).start();
            }
        }
        return best;
    }

    /** The start of the sentence when it is near, else of a word shortly before. */
    private static int beginning(String text, int match) {
        int earliest = Math.max(0, match - 60);
        for (int i = match; i > earliest; i--) {
            if (Character.isWhitespace(text.charAt(i - 1)) && i > 1 && ".!?:\n".indexOf(text.charAt(i - 2)) >= 0) return i;
        }
        if (earliest == 0) return 0;
        for (int i = Math.max(earliest, match - 30); i < match; i++) if (Character.isWhitespace(text.charAt(i))) return i + 1;
        return match;
    }

    private static int ending(String text, int start) {
        if (text.length() - start <= LONGEST) return text.length();
        for (int i = start + LONGEST; i > start + LONGEST / 2; i--) if (Character.isWhitespace(text.charAt(i))) return i;
        int end = start + LONGEST;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    static void escape(String text, int from, int to, StringBuilder html) {
        int plain = from;
        for (int i = from; i < to; i++) {
            String escaped = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> "";
            };
            if (escaped.isEmpty()) continue;
            html.append(text, plain, i).append(escaped);
            plain = i + 1;
        }
        html.append(text, plain, to);
    }
}
