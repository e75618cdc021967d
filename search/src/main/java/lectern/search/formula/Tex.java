package lectern.search.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * TeX or plain typing read into a line of atoms; whatever is unfinished or unknown is read as far as it goes.
 *
 * <p>Without a backslash or a brace it is plain: {@code qdot}, {@code theta}, {@code q1}, {@code <=} and {@code x_12} mean what they look like.
 */
final class Tex {
    private static final int DEEPEST = 100;
    private static final int LONGEST = 8000;
    private static final int EXPANSIONS = 200;
    private static final Set<String> UNSEEN = Set.of(", ; : ! > quad qquad thinspace enspace limits nolimits displaystyle textstyle scriptstyle nonumber notag hline "
        .concat("left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm cr newline not allowbreak nobreak \\ ~").split(" "));
    private static final Set<String> NAMING = Set.of("operatorname", "mathrm", "text", "textrm", "textbf", "textit", "textsf", "texttt", "mbox", "mathsf", "mathtt", "rm");
    private static final Set<String> SKIPS_ONE = Set.of("tag", "label", "color", "textcolor", "htmlClass", "htmlId", "htmlData", "href", "phantom", "hphantom", "vphantom", "hspace", "vspace", "kern");
    private static final Map<String, String> PLAIN_NAMES = Map.of("grad", "∇", "sqrt", "√", "inf", "∞", "transpose", "⊤");
    private static final List<String> PLAIN_OPERATORS = List.of("<=", ">=", "!=", "->", "=>", "||");

    private String text;
    private int at;
    private int expansions;
    private final int level;
    private final boolean plain;
    private final Map<String, String> macros;

    private Tex(String text, Map<String, String> macros, int level) {
        this.level = level;
        this.text = text;
        this.macros = macros;
        this.plain = text.indexOf('\\') < 0 && text.indexOf('{') < 0;
    }

    static List<Atom> read(String tex, Map<String, String> macros) {
        return read(tex, macros, 0);
    }

    private static List<Atom> read(String tex, Map<String, String> macros, int level) {
        Tex reader = new Tex(tex.length() > LONGEST ? tex.substring(0, LONGEST) : tex, macros, level);
        List<Atom> atoms = new ArrayList<>();
        if (level > 10) return atoms;
        while (reader.at < reader.text.length()) {
            reader.row(atoms, 0);
            reader.at++;
        }
        return atoms;
    }

    /** Reads to the brace that closes this row, or to the end. */
    private void row(List<Atom> out, int depth) {
        while (at < text.length() && text.charAt(at) != '}') {
            primary(out, depth);
            scripts(out, depth);
        }
    }

    private void scripts(List<Atom> out, int depth) {
        List<Atom> lower = new ArrayList<>();
        List<Atom> upper = new ArrayList<>();
        while (true) {
            skipBlanks();
            int c = at < text.length() ? text.codePointAt(at) : -1;
            if (c == '^' || c == '_') {
                at++;
                argument(c == '^' ? upper : lower, depth);
            } else if (c == '\'' || c == '’') {
                at++;
                upper.add(Atom.sign("′", -1));
            } else if (c >= '₀' && c <= '₉') {
                lower.add(Atom.sign(digits(), -1));
            } else if (c == '²' || c == '³' || c == 'ᵀ') {
                at++;
                upper.add(Atom.sign(c == 'ᵀ' ? "⊤" : c == '²' ? "2" : "3", -1));
            } else break;
        }
        wrap("sub", lower, out);
        wrap("sup", upper, out);
    }

    private static void wrap(String structure, List<Atom> inner, List<Atom> out) {
        if (inner.isEmpty()) return;
        out.add(Atom.open(structure));
        out.addAll(inner);
        out.add(Atom.END);
    }

    /** What a command or a script takes: a group, a command, or one sign; in plain typing a signed number or a name. */
    private void argument(List<Atom> out, int depth) {
        skipBlanks();
        if (at >= text.length() || text.charAt(at) == '}') return;
        if (plain && text.charAt(at) == '-') {
            out.add(Atom.sign("-", -1));
            at++;
        }
        if (plain && at < text.length() && text.charAt(at) == '(') {
            int close = text.indexOf(')', at);
            int end = close < 0 ? text.length() : close;
            out.addAll(read(text.substring(at + 1, end), macros, level + 1));
            at = Math.min(text.length(), end + 1);
        } else if (!plain && at < text.length() && Character.isDigit(text.charAt(at))) {
            out.add(Atom.sign(text.substring(at, ++at), -1));
        } else if (at < text.length()) primary(out, depth + 1);
    }

    private void primary(List<Atom> out, int depth) {
        skipBlanks();
        if (at >= text.length()) return;
        int c = text.codePointAt(at);
        if (c == '{') {
            at++;
            if (depth < DEEPEST) {
                row(out, depth + 1);
                at++;
            }
        } else if (c == '\\') command(out, depth);
        else if (c == '}' || c == '&' || c == '$' || c == '~') at++;
        else if (c == '^' || c == '_') return;
        else if (Character.isDigit(c) || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) out.add(Atom.sign(digits(), -1));
        else if (plain && isLatin(c)) name(out);
        else sign(c, out);
    }

    private void sign(int c, List<Atom> out) {
        for (String operator : plain ? PLAIN_OPERATORS : List.<String>of()) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                out.add(Atom.sign(operator, -1));
                return;
            }
        }
        at += Character.charCount(c);
        String whole = Character.toString(c);
        String parts = java.text.Normalizer.normalize(whole, java.text.Normalizer.Form.NFD);
        if (parts.length() > whole.length() && marked(parts.charAt(parts.length() - 1)) != null) {
            accent(marked(parts.charAt(parts.length() - 1)), List.of(Atom.sign(parts.substring(0, parts.length() - 1), -1)), out);
        } else if (at < text.length() && marked(text.charAt(at)) != null) {
            accent(marked(text.charAt(at++)), List.of(Atom.sign(whole, -1)), out);
        } else if (whole.equals("≔")) {
            out.add(Atom.sign(":", -1));
            out.add(Atom.sign("=", -1));
        } else if (Character.isLetter(c) || !Character.isWhitespace(c) && !Character.isISOControl(c)) out.add(Atom.sign(whole, -1));
    }

    private static @org.jspecify.annotations.Nullable String marked(char combining) {
        return switch (combining) {
            case '\u0307' -> "dot";
            case '\u0308' -> "ddot";
            case '\u0302' -> "hat";
            case '\u0303' -> "tilde";
            case '\u0304', '\u0305' -> "bar";
            case '\u20d7' -> "vec";
            default -> null;
        };
    }

    private static void accent(@org.jspecify.annotations.Nullable String accent, List<Atom> base, List<Atom> out) {
        out.add(Atom.open("over " + accent));
        out.addAll(base);
        out.add(Atom.END);
    }

    /** Plain typing: a run of letters that is a name, a letter with an accent, or else letter by letter. */
    private void name(List<Atom> out) {
        int end = at;
        while (end < text.length() && isLatin(text.charAt(end))) end++;
        if (end < text.length() && marked(text.charAt(end)) != null) end--;
        if (end <= at) {
            sign(text.charAt(at), out);
            return;
        }
        String run = text.substring(at, end);
        at = end;
        if (!known(run, out)) {
            if (Plain.accented(run)) {
                List<Atom> base = new ArrayList<>();
                known(Plain.base(run), base);
                accent(Plain.accent(run), base, out);
            } else for (char letter : run.toCharArray()) out.add(Atom.sign(String.valueOf(letter), -1));
        }
        boolean indexed = at < text.length() && Character.isDigit(text.charAt(at)) && (run.length() == 1 || Signs.isNamed(run) || Plain.accented(run));
        if (indexed) wrap("sub", List.of(Atom.sign(digits(), -1)), out);
    }

    private static boolean known(String run, List<Atom> out) {
        if (PLAIN_NAMES.containsKey(run)) out.add(Atom.sign(PLAIN_NAMES.getOrDefault(run, run), -1));
        else if (run.length() > 1 && Signs.isNamed(run)) out.add(Atom.sign(Signs.named(run), -1));
        else if (run.length() == 1 || Signs.FUNCTIONS.contains(run)) out.add(Atom.sign(run, -1));
        else return false;
        return true;
    }

    private void command(List<Atom> out, int depth) {
        String name = commandName();
        String macro = macros.get("\\" + name);
        if (depth > DEEPEST) return;
        if (macro != null) {
            if (expansions++ >= EXPANSIONS || text.length() >= LONGEST) return;
            for (int i = 1; i <= 9 && macro.contains("#" + i); i++) macro = macro.replace("#" + i, rawArgument());
            text = macro + " " + text.substring(Math.min(at, text.length()));
            at = 0;
        } else if (UNSEEN.contains(name)) {
            skipBlanks();
            if (Set.of("left", "right", "middle").contains(name) && text.startsWith(".", at)) at++;
        } else if (Signs.ACCENTS.containsKey(name)) {
            List<Atom> base = new ArrayList<>();
            argument(base, depth);
            accent(Signs.ACCENTS.get(name), base, out);
        } else if (name.endsWith("frac") || name.endsWith("binom")) {
            boolean binomial = name.endsWith("binom");
            if (binomial) out.add(Atom.sign("(", -1));
            inside("num", out, depth);
            inside("den", out, depth);
            if (binomial) out.add(Atom.sign(")", -1));
        } else if (name.equals("sqrt")) {
            skipBlanks();
            if (text.startsWith("[", at)) {
                int close = text.indexOf(']', at);
                int end = close < 0 ? text.length() : close;
                wrap("index", read(text.substring(at + 1, end), macros, level + 1), out);
                at = Math.min(text.length(), end + 1);
            }
            inside("root", out, depth);
        } else if (name.equals("overset") || name.equals("stackrel") || name.equals("underset")) {
            List<Atom> script = new ArrayList<>();
            argument(script, depth);
            argument(out, depth);
            wrap(name.equals("underset") ? "sub" : "sup", script, out);
        } else if (name.equals("underbrace") || name.equals("overbrace") || name.equals("underline")) {
            inside(name.equals("underbrace") ? "under ⏟" : name.equals("overbrace") ? "over ⏞" : "under bar", out, depth);
        } else if (NAMING.contains(name)) naming(name, out);
        else if (name.equals("begin") || name.equals("end")) {
            String environment = rawArgument();
            if (name.equals("begin") && environment.startsWith("array")) rawArgument();
            fence(environment, name.equals("begin"), out);
        } else if (SKIPS_ONE.contains(name)) rawArgument();
        else if (name.equals("coloneqq") || name.equals("coloneq")) {
            out.add(Atom.sign(":", -1));
            out.add(Atom.sign("=", -1));
        } else if (Signs.isNamed(name) || Signs.FUNCTIONS.contains(name)) out.add(Atom.sign(Signs.named(name), -1));
        else if (!name.isEmpty() && !Plain.isAlphabet(name)) out.add(Atom.sign(name, -1));
    }

    private void inside(String structure, List<Atom> out, int depth) {
        out.add(Atom.open(structure));
        argument(out, depth);
        out.add(Atom.END);
    }

    private static void fence(String environment, boolean begin, List<Atom> out) {
        String kind = environment.replaceAll("matrix.*|small", "");
        String fence = !environment.contains("matrix") ? environment.startsWith("cases") && begin ? "{" : "" : switch (kind) {
            case "p" -> begin ? "(" : ")";
            case "b" -> begin ? "[" : "]";
            case "v" -> "|";
            case "V" -> "∥";
            default -> "";
        };
        if (!fence.isEmpty()) out.add(Atom.sign(fence, -1));
    }

    private void naming(String command, List<Atom> out) {
        if (text.startsWith("*", at)) at++;
        String name = rawArgument();
        if (command.equals("mathrm") || command.equals("operatorname") || command.equals("mathsf") || command.equals("mathtt")) {
            String joined = name.replaceAll("\\\\[,;:! ]|[\\s{}]", "");
            if (joined.chars().allMatch(Character::isLetterOrDigit)) {
                if (!joined.isEmpty()) out.add(Atom.sign(joined, -1));
            } else out.addAll(read(name + "{}", macros, level + 1));
        } else for (String word : name.replaceAll("[$\\\\]", " ").split("\\s+")) if (!word.isEmpty()) out.add(new Atom(Atom.Kind.CONSTANT, word, -1));
    }

    private String commandName() {
        int start = ++at;
        while (at < text.length() && isLatin(text.charAt(at))) at++;
        if (at == start && at < text.length()) at++;
        return text.substring(start, Math.min(at, text.length()));
    }

    /** The text of the next group or sign, braces taken off. */
    private String rawArgument() {
        skipBlanks();
        if (at >= text.length()) return "";
        if (text.charAt(at) == '\\') {
            int start = at;
            commandName();
            return text.substring(start, at);
        }
        if (text.charAt(at) != '{') return text.substring(at, ++at);
        int start = ++at;
        for (int deep = 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{') deep++;
            if (c == '}' && --deep == 0) break;
        }
        String inside = text.substring(start, at);
        at = Math.min(text.length(), at + 1);
        return inside;
    }

    private String digits() {
        StringBuilder digits = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean point = c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            if (!Character.isDigit(c) && !(c >= '₀' && c <= '₉') && !point) break;
            digits.append(c >= '₀' && c <= '₉' ? (char) (c - '₀' + '0') : c);
            at++;
        }
        return digits.toString();
    }

    private void skipBlanks() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00a0')) at++;
    }

    private static boolean isLatin(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
