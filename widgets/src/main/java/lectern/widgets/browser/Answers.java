package lectern.widgets.browser;

import lectern.widgets.answer.Answer;
import lectern.widgets.answer.Verdict;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** Entry of the module {@code answers.js}: judges what a reader answers to an exercise. An author's mistake in the exercise is thrown. */
public final class Answers {
    private Answers() {}

    public static void main(String[] args) {}

    /** {@code {right, mistake, words, position, entries}}: {@code mistake} as a hint's {@code :when:} names it, {@code entries} as in {@link Answer#entries}. */
    @JSExport
    public static JSObject judge(String kind, String value, String tolerance, String unit, String variables, String typed) {
        Answer answer = Answer.of(kind, value, tolerance, unit, variables);
        Verdict verdict = answer.judge(typed);
        return object(verdict.correct(), verdict.mistake().label(), verdict.words(), verdict.position(), answer.entries(typed));
    }

    /** Whether the hint that waits for {@code when} is meant for this answer. */
    @JSExport
    public static boolean applies(String kind, String value, String tolerance, String unit, String variables, String when, String typed) {
        return Answer.of(kind, value, tolerance, unit, variables).applies(when, typed);
    }

    /** How the text was read, as what stands inside {@code <math>}; empty when there is nothing to show. */
    @JSExport
    public static String echo(String kind, String value, String tolerance, String unit, String variables, String typed) {
        return Answer.of(kind, value, tolerance, unit, variables).echo(typed);
    }

    /** {@code {rows, columns}} of boxes to draw, zeros for a line of text. */
    @JSExport
    public static JSObject boxes(String kind, String value) {
        Answer answer = Answer.of(kind, value, "", "", "");
        return size(answer.rows(), answer.columns());
    }

    @JSBody(params = {"right", "mistake", "words", "position", "entries"},
        script = "return {right:!!right,mistake:mistake,words:words,position:position,entries:entries}")
    private static native JSObject object(boolean right, String mistake, String words, int position, String entries);

    @JSBody(params = {"rows", "columns"}, script = "return {rows:rows,columns:columns}")
    private static native JSObject size(int rows, int columns);
}
