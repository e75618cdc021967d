package lectern.widgets.answer;

import java.util.ArrayList;
import java.util.List;
import lectern.widgets.math.Digits;

/** The right answer to an exercise, which judges what a reader types. */
public sealed interface Answer permits NumbersAnswer, FormulaAnswer, PickedAnswer {
    /** Compares a typed answer with the right one. */
    Verdict judge(String typed);

    /** The same kind of answer with another right value: for hints that wait for a certain wrong one. */
    Answer withValue(String value);

    /** How many rows of boxes an answer needs; 0 when it is typed in one line, or picked. */
    default int rows() {
        return 0;
    }

    /** How many boxes a row has. */
    default int columns() {
        return 0;
    }

    /** One sign for each entry, row by row: {@code +} right, {@code -} wrong; empty when entries cannot be compared one by one. */
    default String entries(String typed) {
        return "";
    }

    /** How a typed text was read, as MathML for the reader to compare; empty when it cannot be read or there is nothing to show. */
    default String echo(String typed) {
        return "";
    }

    /**
     * Whether a hint applies: its {@code :when:} names the mistake of the typed answer, or is the wrong value that was typed.
     *
     * @throws IllegalArgumentException when {@code when} is neither a named mistake nor a readable value
     */
    default boolean applies(String when, String typed) {
        if (Mistake.isNamed(when)) return judge(typed).mistake().label().equals(when);
        return !judge(typed).correct() && withValue(when).judge(typed).correct();
    }

    /**
     * The answer that an author wrote.
     *
     * @param kind number, vector, matrix, formula, choice or order
     * @param value what is right: {@code 200}, {@code pi/2}, {@code [1, -2]}, {@code [[1,2],[3,4]]}, {@code -l1 sin(q1)}, {@code b} or {@code c a b}
     * @param tolerance the largest difference, {@code 0.01}, or a share of the value, {@code 2%}; empty for 0.1%
     * @param unit what may follow a number, {@code rad/s}; empty for none
     * @param variables names in a formula, separated by spaces or commas; empty for none
     * @throws IllegalArgumentException with words for the author
     */
    static Answer of(String kind, String value, String tolerance, String unit, String variables) {
        return switch (kind) {
            case "number" -> new NumbersAnswer(NumbersAnswer.Form.NUMBER, NumberText.written(value, NumbersAnswer.Form.NUMBER), Tolerance.of(tolerance), unit.trim());
            case "vector" -> new NumbersAnswer(NumbersAnswer.Form.VECTOR, NumberText.written(value, NumbersAnswer.Form.VECTOR), Tolerance.of(tolerance), unit.trim());
            case "matrix" -> new NumbersAnswer(NumbersAnswer.Form.MATRIX, NumberText.written(value, NumbersAnswer.Form.MATRIX), Tolerance.of(tolerance), unit.trim());
            case "formula" -> FormulaAnswer.of(value, names(variables));
            case "choice" -> new PickedAnswer(PickedAnswer.picked(value), false);
            case "order" -> new PickedAnswer(PickedAnswer.picked(value), true);
            default -> throw new IllegalArgumentException("no kind of answer: " + kind + "; use number, vector, matrix, formula, choice or order");
        };
    }

    private static List<String> names(String variables) {
        List<String> names = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= variables.length(); i++) {
            boolean gap = i == variables.length() || variables.charAt(i) == ',' || variables.charAt(i) <= ' ';
            if (gap && from >= 0) names.add(variables.substring(from, i));
            from = gap ? -1 : from < 0 ? i : from;
        }
        return names;
    }

    /** How far off is still right: {@code difference} or {@code share} of the value, whichever allows more. */
    record Tolerance(double difference, double share) {
        private static final double USUAL = 1e-3;
        private static final double ROUNDING = 1e-9;

        static Tolerance of(String text) {
            String written = text.trim();
            if (written.isEmpty()) return new Tolerance(ROUNDING, USUAL);
            boolean percent = written.endsWith("%");
            double number = Digits.parse(percent ? written.substring(0, written.length() - 1).trim() : written);
            if (!(number >= 0)) throw new IllegalArgumentException("no tolerance: " + text + "; write a number or a percentage");
            return percent ? new Tolerance(ROUNDING, number / 100) : new Tolerance(number + ROUNDING, ROUNDING);
        }

        boolean near(double expected, double got) {
            return Math.abs(got - expected) <= Math.max(difference, share * Math.abs(expected));
        }
    }
}
