package lectern.site.markup.cite;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** BibTeX text as plain text: accents composed, braces gone, maths left as it is. */
final class Latex {
    private static final Pattern MATHS = Pattern.compile("\\$[^$]*\\$|\\\\\\(.*?\\\\\\)|\\\\ensuremath\\{((?:[^{}]|\\{[^{}]*\\})*)\\}");
    private static final Pattern ACCENT = Pattern.compile("\\\\([`'^\"~=.])\\s*(?:\\{\\s*(\\\\?[A-Za-z])\\s*\\}|(\\\\?[A-Za-z]))|\\\\([uvHtcdbrk])(?:\\s*\\{\\s*(\\\\?[A-Za-z])\\s*\\}|\\s+([A-Za-z]))");
    private static final Map<String, String> MARKS = Map.ofEntries(Map.entry("`", "\u0300"), Map.entry("'", "\u0301"), Map.entry("^", "\u0302"), Map.entry("~", "\u0303"),
            Map.entry("\"", "\u0308"), Map.entry("=", "\u0304"), Map.entry(".", "\u0307"), Map.entry("u", "\u0306"), Map.entry("v", "\u030C"), Map.entry("H", "\u030B"),
            Map.entry("c", "\u0327"), Map.entry("d", "\u0323"), Map.entry("b", "\u0331"), Map.entry("r", "\u030A"), Map.entry("k", "\u0328"), Map.entry("t", "\u0361"));
    private static final Map<String, String> LETTERS = Map.ofEntries(Map.entry("ss", "ß"), Map.entry("o", "ø"), Map.entry("O", "Ø"), Map.entry("l", "ł"), Map.entry("L", "Ł"),
            Map.entry("ae", "æ"), Map.entry("AE", "Æ"), Map.entry("oe", "œ"), Map.entry("OE", "Œ"), Map.entry("aa", "å"), Map.entry("AA", "Å"), Map.entry("i", "ı"),
            Map.entry("j", "ȷ"), Map.entry("dh", "ð"), Map.entry("th", "þ"), Map.entry("DH", "Ð"), Map.entry("TH", "Þ"), Map.entry("textendash", "–"), Map.entry("textemdash", "—"),
            Map.entry("textquoteright", "’"), Map.entry("textasciitilde", "~"), Map.entry("ldots", "…"), Map.entry("dots", "…"), Map.entry("textregistered", "®"));
    private static final Pattern LETTER = Pattern.compile("\\\\([A-Za-z]+)(?:\\{\\}|\\s+|(?![A-Za-z]))");

    private Latex() {}

    static String plain(String text) {
        var kept = new ArrayList<String>();
        var safe = MATHS.matcher(text).replaceAll(m -> {
            var maths = m.group().startsWith("\\ensuremath") ? "$" + m.group(1) + "$" : m.group().startsWith("\\(") ? "$" + m.group().substring(2, m.group().length() - 2) + "$" : m.group();
            kept.add(maths);
            return String.valueOf((char) ('\uE000' + kept.size() - 1));
        });
        safe = ACCENT.matcher(safe).replaceAll(m -> {
            var mark = m.group(1) != null ? m.group(1) : m.group(4);
            var letter = first(m, 2, 3, 5, 6).replace("\\", "");
            return Matcher.quoteReplacement(letter + MARKS.getOrDefault(mark, ""));
        });
        safe = LETTER.matcher(safe).replaceAll(m -> Matcher.quoteReplacement(LETTERS.getOrDefault(m.group(1), "")));
        safe = safe.replaceAll("\\\\([&%$#_{} ])", "$1").replaceAll("(?<!\\\\)[{}]", "").replace("---", "—").replace("--", "–").replace("~", "\u00A0").replace("``", "“").replace("''", "”");
        safe = Normalizer.normalize(safe, Normalizer.Form.NFC);
        var result = new StringBuilder();
        for (char c : safe.toCharArray()) {
            result.append(c >= '\uE000' && c < '\uE000' + kept.size() ? kept.get(c - '\uE000') : String.valueOf(c));
        }
        return result.toString().replaceAll("[ \\t]+", " ").strip();
    }

    private static String first(java.util.regex.MatchResult m, int... groups) {
        for (int g : groups) {
            if (m.group(g) != null) {
                return m.group(g);
            }
        }
        return "";
    }
}
