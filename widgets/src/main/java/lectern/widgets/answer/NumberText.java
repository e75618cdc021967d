package lectern.widgets.answer;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.expression.Formula;
import lectern.widgets.expression.Parsed;
import lectern.widgets.math.Mat;

/**
 * Numbers, vectors and matrices as people type them: {@code 0.5}, {@code pi/2}, {@code [1, -2]}, {@code 1 -2}, {@code [[1,2],[3,4]]},
 * {@code 1 2; 3 4} or a row a line. Entries may be formulas of numbers, without spaces where spaces separate.
 */
sealed interface NumberText {
    /** Numbers that were read; a vector is one row. */
    record Read(Mat numbers) implements NumberText {}

    /** A text that is none: where, and what to change. */
    record Unreadable(int position, String words) implements NumberText {}

    /** The most entries that are read. */
    int MOST = 400;

    /** The numbers that an author wrote. */
    static Mat written(String value, NumbersAnswer.Form form) {
        NumberText read = read(value, form);
        // No record pattern in what the browser loads: each costs a catch of its own in the compiled module.
        if (read instanceof Unreadable wrong) throw new IllegalArgumentException("value at character " + wrong.position() + ": " + wrong.words());
        return ((Read) read).numbers();
    }

    static NumberText read(String text, NumbersAnswer.Form form) {
        if (form == NumbersAnswer.Form.NUMBER) return entries(text, List.of(new int[] {0, text.length()}), 1);
        List<int[]> spans = new ArrayList<>();
        List<Integer> rowEnds = new ArrayList<>();
        Unreadable wrong = split(text, spans, rowEnds);
        if (wrong.position >= 0) return wrong;
        if (spans.isEmpty()) return new Unreadable(0, "type the numbers, as in [1, 2]");
        if (spans.size() > MOST) return new Unreadable(0, "these are too many numbers");
        int width = rowEnds.get(0);
        for (int r = 1; r < rowEnds.size(); r++) {
            if (rowEnds.get(r) - rowEnds.get(r - 1) != width) return new Unreadable(spans.get(rowEnds.get(r - 1))[0], "the rows are not equally long");
        }
        return entries(text, spans, rowEnds.size());
    }

    /** Finds where the entries stand, and after how many entries each row ends; the result's position is −1 when all is well. */
    private static Unreadable split(String text, List<int[]> spans, List<Integer> rowEnds) {
        boolean commas = text.indexOf(',') >= 0;
        int from = -1;
        int open = 0;
        int round = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ';';
            if (c == '(') round++;
            if (c == ')') round--;
            boolean rowEnd = round <= 0 && (c == ';' || c == '\n' || c == ']');
            boolean gap = round <= 0 && (rowEnd || c == '[' || c == ',' || !commas && c <= ' ');
            if (gap && from >= 0) {
                int end = i;
                while (text.charAt(end - 1) <= ' ') end--;
                spans.add(new int[] {from, end});
                from = -1;
            } else if (!gap && from < 0 && c > ' ') {
                from = i;
            }
            if (c == '[' && round <= 0 && ++open > 2) return new Unreadable(i, "two brackets are enough: [[1, 2], [3, 4]]");
            if (c == ']' && round <= 0 && --open < 0) return new Unreadable(i, "nothing was opened for this ]");
            if (rowEnd && spans.size() > (rowEnds.isEmpty() ? 0 : rowEnds.get(rowEnds.size() - 1))) rowEnds.add(spans.size());
        }
        return open > 0 ? new Unreadable(text.length(), "a ] is missing") : new Unreadable(-1, "");
    }

    private static NumberText entries(String text, List<int[]> spans, int rows) {
        double[] numbers = new double[spans.size()];
        for (int i = 0; i < numbers.length; i++) {
            int start = spans.get(i)[0];
            Parsed parsed = Formula.parse(text.substring(start, spans.get(i)[1]), List.of());
            if (parsed instanceof Parsed.Mistake mistake) return new Unreadable(start + mistake.position(), mistake.words());
            numbers[i] = ((Parsed.Read) parsed).formula().value();
            if (Double.isNaN(numbers[i]) || Double.isInfinite(numbers[i])) return new Unreadable(start, "this has no value");
        }
        return new Read(Mat.of(rows, numbers.length / rows, numbers));
    }
}
