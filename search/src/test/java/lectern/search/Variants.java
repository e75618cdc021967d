package lectern.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other ways to write a formula: laid out differently, with other letters, one side of it. */
final class Variants {
    private static final Pattern TOKEN = Pattern.compile("\\\\(?:begin|end|mathrm|operatorname|text)\\s*\\{[^}]*\\}|\\\\[A-Za-z]+|\\\\.|[A-Za-z]|.", Pattern.DOTALL);
    private static final Pattern SIDES = Pattern.compile("=|\\\\le(?![A-Za-z])|\\\\approx(?![A-Za-z])|\\\\sim(?![A-Za-z])|\\\\ge(?![A-Za-z])|\\\\leftarrow(?![A-Za-z])");
    private static final List<String> GREEK = List.of("\\alpha", "\\beta", "\\gamma", "\\delta", "\\epsilon", "\\zeta", "\\eta", "\\theta", "\\lambda", "\\mu", "\\xi", "\\rho",
        "\\sigma", "\\tau", "\\phi", "\\psi", "\\omega");

    private Variants() {}

    /** The same formula with other spacing, braces, sizes and names of the same signs. */
    static String laidOut(String tex, Random random) {
        StringBuilder out = new StringBuilder();
        for (String token : tokens(tex)) {
            out.append(switch (token) {
                case "\\frac" -> random.nextBoolean() ? "\\dfrac" : "\\frac";
                case "\\tfrac" -> "\\frac";
                case "\\le" -> "\\leq";
                case "\\ge" -> "\\geq";
                case "\\to" -> "\\rightarrow";
                case "\\lVert", "\\rVert" -> random.nextBoolean() ? "\\|" : token;
                case "\\top" -> random.nextBoolean() ? "T" : "\\top";
                case "\\dots" -> "\\ldots";
                case "(" -> random.nextInt(3) == 0 && !tex.contains("\\left") ? "\\bigl(" : "(";
                default -> token;
            });
            boolean braced = token.length() == 1 && Character.isLetter(token.charAt(0)) && out.length() > 1 && "^_ ".indexOf(out.charAt(out.length() - 2)) >= 0;
            if (braced && random.nextBoolean()) out.setLength(out.length() - 1);
            if (braced && out.charAt(out.length() - 1) != token.charAt(0)) out.append('{').append(token).append('}');
            if ("=+-".contains(token)) out.append(List.of(" ", "\\,", "\\;", "  ").get(random.nextInt(4)));
            if (token.startsWith("\\") && Character.isLetter(token.charAt(token.length() - 1))) out.append(' ');
        }
        return out.toString();
    }

    /** The same formula with each variable under another name, different variables under different ones. */
    static String renamed(String tex, Random random) {
        Map<String, String> names = new HashMap<>();
        List<String> free = new ArrayList<>();
        for (char c = 'a'; c <= 'z'; c++) free.add(String.valueOf(c));
        for (char c = 'A'; c <= 'Z'; c++) if (c != 'T') free.add(String.valueOf(c));
        List<String> greek = new ArrayList<>(GREEK);
        java.util.Collections.shuffle(free, random);
        java.util.Collections.shuffle(greek, random);
        StringBuilder out = new StringBuilder();
        for (String token : tokens(tex)) {
            boolean letter = token.length() == 1 && Character.isLetter(token.charAt(0));
            List<String> from = letter ? free : GREEK.contains(token) ? greek : List.of();
            if (from.isEmpty()) out.append(token);
            else out.append(names.computeIfAbsent(token, unused -> from.removeLast()));
            if (token.startsWith("\\") && Character.isLetter(token.charAt(token.length() - 1))) out.append(' ');
        }
        return out.toString();
    }

    /** The longer side of an equation or inequality; the whole when it has no sides. */
    static String side(String tex) {
        int deep = 0;
        int split = -1;
        int end = -1;
        Matcher sides = SIDES.matcher(tex);
        for (int i = 0; i < tex.length() && split < 0; i++) {
            char c = tex.charAt(i);
            if (c == '{' || tex.startsWith("\\left(", i) || tex.startsWith("\\left[", i)) deep++;
            if (c == '}' || tex.startsWith("\\right", i)) deep--;
            if (deep == 0 && !tex.startsWith("\\left(", i) && sides.region(i, tex.length()).lookingAt()) {
                split = i;
                end = sides.end();
            }
        }
        if (split < 0 || tex.contains("\\begin{aligned}") || tex.contains("\\begin{cases}")) return tex;
        String left = tex.substring(0, split).strip();
        String right = tex.substring(end).strip();
        return left.length() > right.length() ? left : right;
    }

    private static List<String> tokens(String tex) {
        return TOKEN.matcher(tex).results().map(found -> found.group()).toList();
    }
}
