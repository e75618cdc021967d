package lectern.site.narration.speech;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How written words are spoken: the book's own list first, then numbers, units, initials and short forms by rule. */
final class Pronunciation {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("e.g.", "for example"), Map.entry("i.e.", "that is"), Map.entry("etc.", "et cetera"), Map.entry("vs.", "versus"), Map.entry("cf.", "compare"), Map.entry("al.", "others"),
            Map.entry("et", "and"), Map.entry("Fig.", "figure"), Map.entry("Figs.", "figures"), Map.entry("Eq.", "equation"), Map.entry("Eqs.", "equations"), Map.entry("Sec.", "section"),
            Map.entry("Ch.", "chapter"), Map.entry("Dr.", "doctor"), Map.entry("No.", "number"), Map.entry("approx.", "approximately"), Map.entry("DoF", "degrees of freedom"), Map.entry("ReLU", "ray loo"));

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("m", "metre"), Map.entry("cm", "centimetre"), Map.entry("mm", "millimetre"), Map.entry("km", "kilometre"), Map.entry("kg", "kilogram"), Map.entry("g", "gram"), Map.entry("s", "second"),
            Map.entry("ms", "millisecond"), Map.entry("µs", "microsecond"), Map.entry("μs", "microsecond"), Map.entry("min", "minute"), Map.entry("h", "hour"), Map.entry("rad", "radian"), Map.entry("N", "newton"), Map.entry("Nm", "newton metre"),
            Map.entry("J", "joule"), Map.entry("W", "watt"), Map.entry("V", "volt"), Map.entry("K", "kelvin"), Map.entry("Pa", "pascal"), Map.entry("Hz", "hertz"), Map.entry("kHz", "kilohertz"),
            Map.entry("MHz", "megahertz"), Map.entry("GHz", "gigahertz"), Map.entry("B", "byte"), Map.entry("kB", "kilobyte"), Map.entry("KB", "kilobyte"), Map.entry("MB", "megabyte"), Map.entry("GB", "gigabyte"), Map.entry("TB", "terabyte"),
            Map.entry("px", "pixel"), Map.entry("dB", "decibel"), Map.entry("FLOP", "flop"), Map.entry("°", "degree"));

    private static final String NUMBER = "[-−]?\\d[\\d,]*(?:\\.\\d+)?|[-−]?\\.\\d+";
    private static final Pattern PARTS = Pattern.compile("(?<number>(?<![\\p{L}\\d])[-−](?=\\.?\\d)|)(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)*)|(?<letters>\\p{L}+(?:['’]\\p{L}+)*)|(?<sign>[^\\p{L}\\d\\s])");
    private static final Pattern RAISED = Pattern.compile("([-−]?[\\d.,]+)([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{2,}|⁻[⁰¹²³⁴-⁹]+|[⁴-⁹])");
    private static final Pattern SECTION = Pattern.compile("\\(?([A-Z])\\.(\\d+)(?:\\.(\\d+))?\\)?");

    private final Map<String, String> list;

    /** @param list the book's own: as written, to how it is spoken */
    Pronunciation(Map<String, String> list) {
        this.list = new HashMap<>(SHORT);
        this.list.putAll(list);
    }

    /** Words of a piece of text without blanks. @param before the piece before it, which tells a unit */
    Said words(String piece, String before) {
        var said = new Said();
        int from = 0;
        int to = piece.length();
        while (from < to && !isKept(piece.charAt(from)) && !(isMinus(piece.charAt(from)) && from + 1 < to && Character.isDigit(piece.charAt(from + 1)))) {
            from++;
        }
        while (to > from && !isKept(piece.charAt(to - 1))) {
            to--;
        }
        var core = piece.substring(from, to);
        var dotted = to < piece.length() && piece.charAt(to) == '.' ? core + "." : core;
        if (list.containsKey(dotted)) {
            said.say(plain(list.get(dotted)));
        } else {
            core(said, core, before);
        }
        var after = piece.substring(to);
        if (after.matches(".*[;:—].*")) {
            said.pause(MathSpeaker.LONG_PAUSE);
        } else if (after.matches(".*[,)…!?\\]].*")) {
            said.pause(MathSpeaker.PAUSE);
        }
        return said;
    }

    private static boolean isKept(char c) {
        return Character.isLetterOrDigit(c) || "%°²³⁻⁰¹⁴⁵⁶⁷⁸⁹+=×<>≤≥≈±→≠∞§€$&∈".indexOf(c) >= 0;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '−';
    }

    private void core(Said said, String core, String before) {
        var owned = core.replaceFirst("['’]s$", "");
        if (list.containsKey(core)) {
            said.say(plain(list.get(core)));
            return;
        }
        if (list.containsKey(owned)) {
            said.say(plain(list.get(owned)) + "'s");
            return;
        }
        var section = SECTION.matcher(core);
        if (section.matches()) {
            said.say(section.group(1)).all(Numbers.words(section.group(2)));
            return;
        }
        if (core.matches("\\d[\\d.]*\\d") && core.contains(".") && !core.contains("..") && before.matches("\\(?(Equation|Figure|Section|Table|Chapter|Exercise|Definition|Theorem|Lemma|Example|Algorithm|Proposition|Corollary|Remark|Solution|equation)s?")) {
            // a number of a part, "3.10", counts: it is no fraction
            for (var part : core.split("\\.")) {
                said.say(said.words().isEmpty() ? "" : "point").all(Numbers.words(part));
            }
            return;
        }
        var raised = RAISED.matcher(core);
        if (raised.matches()) {
            var power = Normalizer.normalize(raised.group(2), Normalizer.Form.NFKC);
            said.all(Numbers.words(raised.group(1))).say("to the").all(Numbers.words(power));
            return;
        }
        boolean composed = core.contains("/") || core.matches("\\p{L}+[²³]") || before.indexOf(BlockText.FORMULA) >= 0 && core.length() > 1;
        if (composed && !unit(core, true).isEmpty()) {
            said.say(unit(core, !before.matches("\\(?1(\\.0*)?")));
            return;
        }
        if (before.matches("\\(?(?:" + NUMBER + ")[⁻⁰¹²³⁴-⁹]*")) {
            var unit = unit(core, !before.matches("\\(?1(\\.0*)?"));
            if (!unit.isEmpty()) {
                said.say(unit);
                return;
            }
        }
        parts(said, core);
    }

    private void parts(Said said, String core) {
        var parts = PARTS.matcher(core);
        String last = "";
        while (parts.find()) {
            if (parts.group("digits") != null) {
                var digits = parts.group("digits");
                said.say(parts.group("number").isEmpty() ? "" : "minus").all(digits.chars().filter(c -> c == '.').count() > 1 ? Numbers.words(digits.replace(".", "")) : Numbers.words(digits));
                last = digits;
            } else if (parts.group("letters") != null) {
                letters(said, parts.group("letters"), last, core.substring(parts.end()));
                last = parts.group();
            } else {
                sign(said, parts.group("sign").charAt(0), last, core.substring(parts.end()));
                last = parts.group();
            }
        }
    }

    private void letters(Said said, String letters, String before, String after) {
        if (before.matches("\\d.*") && letters.matches("st|nd|rd|th")) {
            ordinal(said, before);
        } else if (before.matches("\\d.*") && letters.equals("x") && after.matches("\\d.*")) {
            said.say("by");
        } else if (before.matches("\\d.*") && UNITS.containsKey(letters) && after.isEmpty() && letters.length() > 1) {
            said.say(unit(letters, true));
        } else if (list.containsKey(letters)) {
            said.say(plain(list.get(letters)));
        } else if (letters.length() == 1 && !Glyphs.letter(letters).equals(letters)) {
            said.say(Glyphs.letter(letters));
        } else if (letters.matches("\\p{Lu}{2,5}s?")) {
            var initials = letters.replaceFirst("s$", "");
            initials.codePoints().forEach(c -> said.say(Character.toString(c)));
            if (initials.length() < letters.length()) {
                said.owned();
            }
        } else if (letters.matches("\\p{Lu}['’]?s?") && !letters.equals("A") && !letters.equals("I")) {
            said.say(letters);
        } else {
            // a name in one word, EfficientNet, is two
            said.say(plain(letters.equals("A") ? "a" : letters.replaceAll("(?<=\\p{Ll}{3})(?=\\p{Lu}\\p{Ll}{2})", " ")));
        }
    }

    private static void ordinal(Said said, String number) {
        said.dropped(Numbers.words(number).size());
        said.all(Numbers.ordinal(Long.parseLong(number.replace(",", ""))));
    }

    private static void sign(Said said, char sign, String before, String after) {
        boolean numbers = before.matches("\\d.*") && after.matches("\\d.*");
        switch (sign) {
            case '-', '−' -> said.say(numbers && sign == '−' ? "minus" : "");
            case '–' -> said.say(numbers ? "to" : "");
            case '/' -> said.say(numbers ? "over" : "");
            case '.' -> { }
            default -> said.say(Glyphs.inText(String.valueOf(sign)));
        }
    }

    /** {@code m/s}, {@code rad}, {@code m²}; empty for what is no unit. */
    private static String unit(String written, boolean several) {
        int per = written.indexOf('/');
        if (per > 0) {
            var over = unit(written.substring(0, per), several);
            var under = unit(written.substring(per + 1), false);
            return over.isEmpty() || under.isEmpty() ? "" : over + " per " + under;
        }
        var power = written.endsWith("²") ? "square " : written.endsWith("³") ? "cubic " : "";
        var name = UNITS.getOrDefault(power.isEmpty() ? written : written.substring(0, written.length() - 1), "");
        return name.isEmpty() ? "" : power + name + (several && !name.endsWith("hertz") ? "s" : "");
    }

    /** Without accents, quotes made straight, hyphens apart. */
    private static String plain(String word) {
        return Normalizer.normalize(word.replace('’', '\''), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").replaceAll("[-–—/]", " ").replaceAll("[^\\p{L}\\d' ]", "").strip();
    }
}
