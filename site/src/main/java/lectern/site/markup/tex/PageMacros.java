package lectern.site.markup.tex;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The macros that a formula defines by {@code \newcommand}, {@code \def} and their kin: as with MathJax they hold for the whole page.
 *
 * @param macros TeX name, {@code \R}, to its meaning
 * @param rest the formula without them
 */
public record PageMacros(Map<String, String> macros, String rest) {
    private static final Pattern START = Pattern.compile("\\\\(?:((?:re)?newcommand|providecommand)\\*?|(DeclareMathOperator)(\\*?)|([gex]?def)|(let)|(DeclarePairedDelimiter))(?![A-Za-z])|\\\\require\\s*\\{[^{}]*\\}");
    private static final Pattern NAME = Pattern.compile("\\s*(?:\\{\\s*(\\\\(?:[A-Za-z]+|.))\\s*\\}|(\\\\(?:[A-Za-z]+|.)))");
    private static final Pattern COUNT = Pattern.compile("\\s*\\[\\s*(\\d)\\s*\\](?:\\s*\\[([^\\]]*)\\])?");
    private static final Pattern PARAMETERS = Pattern.compile("\\s*+(?:#\\d)*+\\s*+(?=\\{)");
    private static final Pattern EQUALS = Pattern.compile("\\s*+=?+\\s*+(\\\\[A-Za-z]+|\\\\?.)");

    /** Whether a text may hold any: a quick look. */
    public static boolean mayBeIn(String tex) {
        return tex.contains("\\def") || tex.contains("newcommand") || tex.contains("\\providecommand") || tex.contains("\\DeclareMathOperator") || tex.contains("\\let") || tex.contains("\\require")
                || tex.contains("\\gdef") || tex.contains("\\DeclarePaired");
    }

    public static PageMacros of(String tex) {
        var macros = new LinkedHashMap<String, String>();
        var rest = new StringBuilder();
        var start = START.matcher(tex);
        int from = 0;
        while (start.find(from)) {
            rest.append(tex, from, start.start());
            int end = read(tex, start, macros);
            if (end < 0) {
                rest.append(start.group());
                end = start.end();
            }
            from = end;
        }
        return new PageMacros(macros, rest.append(tex.substring(from)).toString());
    }

    /** Reads one definition; -1 when it cannot be read, else where it ends. */
    private static int read(String tex, java.util.regex.Matcher start, Map<String, String> macros) {
        if (start.group().startsWith("\\require")) {
            return start.end();
        }
        var name = NAME.matcher(tex).region(start.end(), tex.length());
        if (!name.lookingAt()) {
            return -1;
        }
        var key = name.group(1) == null ? name.group(2) : name.group(1);
        int at = name.end();
        if (start.group(5) != null) {
            var same = EQUALS.matcher(tex).region(at, tex.length());
            return same.lookingAt() ? put(macros, key, same.group(1), same.end()) : -1;
        }
        if (start.group(6) != null) {
            int left = group(tex, at);
            int right = left < 0 ? -1 : group(tex, left);
            return right < 0 ? -1 : put(macros, key, "\\left" + tex.substring(at, left).replaceAll("^\\s*\\{|}$", "") + " #1 \\right" + tex.substring(left, right).replaceAll("^\\s*\\{|}$", ""), right);
        }
        var optional = "";
        var count = COUNT.matcher(tex).region(at, tex.length());
        var parameters = PARAMETERS.matcher(tex).region(at, tex.length());
        if (start.group(1) != null && count.lookingAt()) {
            at = count.end();
            optional = count.group(2) == null ? "" : count.group(2);
        } else if (start.group(4) != null && parameters.lookingAt()) {
            at = parameters.end();
        }
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
        int end = group(tex, at);
        if (end < 0) {
            return -1;
        }
        var body = tex.charAt(at) == '{' ? tex.substring(at + 1, end - 1) : tex.substring(at, end);
        if (start.group(2) != null) {
            body = "\\operatorname" + start.group(3) + "{" + body + "}";
        }
        return put(macros, key, optional.isEmpty() ? body : withDefault(body, optional), end);
    }

    private static int put(Map<String, String> macros, String name, String body, int end) {
        if (!Pattern.compile(Pattern.quote(name) + "(?![A-Za-z])").matcher(body).find()) {
            macros.put(name, body);
        } // else it would call itself: \renewcommand{\phi}{\phi} says nothing new
        return end;
    }

    /** A macro whose first argument may be left out is taken to be used without it: KaTeX's macros have none of that kind. */
    public static String withDefault(String body, String value) {
        var text = body.replace("#1", value);
        for (int i = 2; i <= 9; i++) {
            text = text.replace("#" + i, "#" + (i - 1));
        }
        return text;
    }

    private static int group(String tex, int at) {
        if (at >= tex.length()) {
            return -1;
        }
        if (tex.charAt(at) != '{') {
            var one = Pattern.compile("\\\\[A-Za-z]+|\\\\?.").matcher(tex).region(at, tex.length());
            return one.lookingAt() ? one.end() : -1;
        }
        int depth = 0;
        for (int i = at; i < tex.length(); i++) {
            switch (tex.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> {
                    if (--depth == 0) {
                        return i + 1;
                    }
                }
                default -> { }
            }
        }
        return -1;
    }
}
