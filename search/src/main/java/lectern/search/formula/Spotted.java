package lectern.search.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query parted into formulas and words.
 *
 * @param formulas what was read as mathematics, in order
 * @param words the rest
 * @param sure whether dollars, a backslash or MathML say that it is mathematics; otherwise it only looks so
 */
public record Spotted(List<Line> formulas, String words, boolean sure) {
    private static final Pattern FENCED = Pattern.compile("(?s)<math\\b.*?(?:</math>|$)|\\$\\$?([^$]*)(?:\\$\\$?|$)|\\\\\\((.*?)(?:\\\\\\)|$)|\\\\\\[(.*?)(?:\\\\\\]|$)");
    private static final Pattern PIECE = Pattern.compile("[A-Za-z]+|\\d+(?:\\.\\d+)?|\\\\[A-Za-z]+|.", Pattern.DOTALL);
    private static final Pattern SCRIPTED = Pattern.compile("(?s).+[\\^_=]|[\\^_=].+");
    private static final String OPERATORS = "+-*/<>|=()[]−≤≥≈∈·×→±∞∂∫∑∏√∥⊤^_,;:.'′!";

    /** Reads a query; never fails. */
    public static Spotted in(String query, Map<String, String> macros) {
        List<Line> formulas = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        Matcher fenced = FENCED.matcher(query);
        int at = 0;
        while (fenced.find()) {
            rest.append(query, at, fenced.start()).append(' ');
            at = fenced.end();
            String whole = fenced.group();
            String inside = fenced.group(1) != null ? fenced.group(1) : fenced.group(2) != null ? fenced.group(2) : fenced.group(3);
            Line line = inside == null ? Line.ofMathMl(whole) : Line.ofTex(inside, macros);
            if (!line.isEmpty()) formulas.add(line);
        }
        rest.append(query, at, query.length());
        boolean sure = !formulas.isEmpty();
        if (sure) return new Spotted(formulas, rest.toString(), true);
        return unfenced(query, macros);
    }

    private static Spotted unfenced(String query, Map<String, String> macros) {
        List<Line> formulas = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        List<String> run = new ArrayList<>();
        boolean sure = false;
        for (String chunk : chunks(query)) {
            if (looksMathematical(chunk)) {
                run.add(chunk);
                continue;
            }
            sure |= end(run, formulas, words, macros);
            words.append(chunk).append(' ');
        }
        sure |= end(run, formulas, words, macros);
        // A blank at the end tells that the last word is finished.
        String rest = words.toString();
        return new Spotted(List.copyOf(formulas), query.endsWith(" ") || rest.isEmpty() ? rest : rest.substring(0, rest.length() - 1), sure);
    }

    /** Pieces between blanks; what stands in quotes or in braces is one piece. */
    private static List<String> chunks(String query) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int braces = 0;
        boolean quoted = false;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '{') braces++;
            if (c == '}') braces = Math.max(0, braces - 1);
            if (c == '"') quoted = !quoted && query.indexOf('"', i + 1) > 0;
            boolean tex = c == ' ' && !quoted && braces > 0 && query.indexOf('}', i) > 0;
            if (Character.isWhitespace(c) && !quoted && !tex) {
                if (!chunk.isEmpty()) chunks.add(chunk.toString());
                chunk.setLength(0);
            } else chunk.append(c);
        }
        if (!chunk.isEmpty()) chunks.add(chunk.toString());
        return chunks;
    }

    /** Ends a run of mathematical pieces: a formula when there is enough of it, words otherwise. Whether it is surely a formula. */
    private static boolean end(List<String> run, List<Line> formulas, StringBuilder words, Map<String, String> macros) {
        String text = String.join(" ", run);
        run.clear();
        if (text.isEmpty()) return false;
        boolean tex = text.matches("(?s).*[\\\\{].*");
        boolean script = text.matches("(?s).*[\\^_=].*");
        long letters = PIECE.matcher(text).results().filter(piece -> Character.isLetter(piece.group().codePointAt(0)) || piece.group().startsWith("\\")).count();
        boolean operated = text.chars().anyMatch(c -> OPERATORS.indexOf(c) >= 0 && ".,;:'!-".indexOf(c) < 0) || text.contains(" - ") || text.matches(".*\\b[A-Za-z]-[A-Za-z]\\b.*");
        if (tex || script && letters > 0 || letters >= 2 || letters == 1 && operated && text.length() > 2) {
            Line line = Line.ofTex(text, macros);
            if (line.signs() >= 2 || tex) {
                formulas.add(line);
                for (Matcher piece = PIECE.matcher(text); piece.find();) {
                    if (piece.group().length() > 1 && Character.isLetter(piece.group().charAt(0))) words.append(piece.group()).append(' ');
                }
                return tex;
            }
        }
        words.append(text).append(' ');
        return false;
    }

    private static boolean looksMathematical(String chunk) {
        if (chunk.indexOf('"') >= 0) return false;
        if (chunk.indexOf('\\') >= 0 || chunk.indexOf('{') >= 0 || SCRIPTED.matcher(chunk).lookingAt() && !isProgramName(chunk)) return true;
        for (Matcher piece = PIECE.matcher(chunk); piece.find();) {
            int first = piece.group().codePointAt(0);
            boolean latin = first < 128 && Character.isLetter(first);
            if (latin ? !Plain.isName(piece.group()) : Character.isLetter(first) && !isGreek(first)) return false;
        }
        return chunk.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || OPERATORS.indexOf(c) >= 0 || c > 0x2000);
    }

    /** {@code mse_loss}: what stands before the first sign is a word, not a variable. */
    private static boolean isProgramName(String chunk) {
        Matcher first = PIECE.matcher(chunk);
        return first.find() && Character.isLetter(first.group().charAt(0)) && !Plain.isName(first.group());
    }

    private static boolean isGreek(int c) {
        return c >= 0x370 && c < 0x400 || c >= 0x300 && c < 0x370 || c == 'ẋ' || c == 'ẏ' || c == 'ℓ';
    }

    /** TeX that shows how the formulas were read. */
    public String tex() {
        return String.join(" \\quad ", formulas.stream().map(Line::tex).toList());
    }
}
