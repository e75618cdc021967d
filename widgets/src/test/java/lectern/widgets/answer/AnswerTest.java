package lectern.widgets.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void numbersAreRightWithinTheirTolerance() {
        Answer speed = Answer.of("number", "200", "2%", "rad/s", "");
        judged(Mistake.NONE, speed, "200", "199 rad/s", "1/0.005", "2e2", " 203rad/s", "11459.16 deg/s");
        judged(Mistake.SIGN, speed, "-200", "−200 rad/s");
        judged(Mistake.FACTOR_2, speed, "100", "400");
        judged(Mistake.DEGREES, speed, "11459");
        judged(Mistake.OTHER, speed, "20", "2");
        judged(Mistake.UNREADABLE, speed, "", "many", "200 apples", "1/0");
        judged(Mistake.NONE, Answer.of("number", "pi/2", "", "", ""), "1.571", "π/2");
        judged(Mistake.OTHER, Answer.of("number", "pi/2", "0.0001", "", ""), "1.571");
        judged(Mistake.OTHER, Answer.of("number", "0", "", "", ""), "0.001");
    }

    @Test
    void vectorsNameTheirMistake() {
        Answer g = Answer.of("vector", "[-4, 3.25, 1]", "", "", "");
        judged(Mistake.NONE, g, "[-4, 3.25, 1]", "-4 3.25 1", "(-4, 3.25, 1)".substring(1, 12), "-4\n3.25\n1", "[[-4],[3.25],[1]]");
        judged(Mistake.SIGN, g, "4 -3.25 -1", "[-4, -3.25, 1]");
        judged(Mistake.SWAPPED, g, "3.25 -4 1");
        judged(Mistake.SHAPE, g, "-4 3.25", "-4 3.25 1 0");
        judged(Mistake.FACTOR_2, g, "-8 6.5 2");
        judged(Mistake.UNREADABLE, g, "[1,2", "]", "[[[1]]]", "a b c");
        assertTrue(g.judge("1 2").words().contains("2 numbers; 3"));
    }

    @Test
    void matricesNameTheirMistake() {
        Answer J = Answer.of("matrix", "[[1, 2, 3], [4, 5, 6]]", "", "", "");
        judged(Mistake.NONE, J, "1 2 3; 4 5 6", "1 2 3\n4 5 6", "[[1,2,3],[4,5,6]]", "[1 2 3; 4 5 6]");
        judged(Mistake.TRANSPOSED, J, "1 4; 2 5; 3 6");
        judged(Mistake.SHAPE, J, "1 2 3", "1 2; 3 4");
        judged(Mistake.SWAPPED, J, "4 5 6; 1 2 3");
        judged(Mistake.SIGN, J, "-1 2 3; 4 5 6");
        judged(Mistake.UNREADABLE, J, "1 2; 3");
        judged(Mistake.TRANSPOSED, Answer.of("matrix", "1 2; 3 4", "", "", ""), "1 3; 2 4");
    }

    @Test
    void formulasAreJudgedByTheirValues() {
        Answer entry = Answer.of("formula", "-l1 sin(q1) - l2 sin(q1 + q2)", "", "", "q1 q2 l1 l2");
        judged(Mistake.NONE, entry, "-(l1 sin q1 + l2 sin(q2+q1))", "−l₁·sin(q₁) − l₂·sin(q₁+q₂)", "-l1 sin(q1) - l2(sin q1 cos q2 + cos q1 sin q2)");
        judged(Mistake.SIGN, entry, "l1 sin(q1) + l2 sin(q1 + q2)", "l1 sin(q1) - l2 sin(q1+q2)");
        judged(Mistake.SWAPPED, entry, "-l2 sin(q1) - l1 sin(q1+q2)");
        judged(Mistake.FACTOR_2, entry, "-2(l1 sin(q1) + l2 sin(q1+q2))");
        judged(Mistake.OTHER, entry, "-l1 sin(q1)", "0");
        judged(Mistake.UNREADABLE, entry, "", "l3", "sin(");
        assertEquals(2, entry.judge("1+").position());
        judged(Mistake.NONE, Answer.of("formula", "log(x)", "", "", "x"), "ln x", "log(x^2)/2".replace("x^2", "x*x"));
        judged(Mistake.OTHER, Answer.of("formula", "x", "", "", "x"), "sqrt(x^2)", "abs(x)", "relu(x)");
        judged(Mistake.NONE, Answer.of("formula", "42", "", "", ""), "6*7");
    }

    @Test
    void picksAreComparedAsSetsOrInOrder() {
        judged(Mistake.NONE, Answer.of("choice", "b", "", "", ""), "b", " B ");
        judged(Mistake.NONE, Answer.of("choice", "a c", "", "", ""), "c,a");
        judged(Mistake.OTHER, Answer.of("choice", "a c", "", "", ""), "a", "a b c", "b");
        judged(Mistake.NONE, Answer.of("order", "c a b", "", "", ""), "C > A > B");
        judged(Mistake.SWAPPED, Answer.of("order", "c a b", "", "", ""), "a c b");
        judged(Mistake.SHAPE, Answer.of("order", "c a b", "", "", ""), "c a");
        judged(Mistake.UNREADABLE, Answer.of("order", "c a b", "", "", ""), "");
    }

    @Test
    void hintsWaitForTheirMistakeOrValue() {
        Answer speed = Answer.of("number", "200", "2%", "rad/s", "");
        assertTrue(speed.applies("sign", "-200"));
        assertFalse(speed.applies("sign", "200"));
        assertTrue(speed.applies("20", "20 rad/s"));
        assertFalse(speed.applies("20", "2"));
        assertFalse(speed.applies("200", "200"));
        assertTrue(Answer.of("formula", "x^2", "", "", "x").applies("2x", "x+x"));
        assertTrue(Answer.of("choice", "b", "", "", "").applies("c", "C"));
        assertTrue(Answer.of("matrix", "1 2; 3 4", "", "", "").applies("transposed", "1 3; 2 4"));
    }

    @Test
    void authorsAreToldWhatIsWrong() {
        assertThrows(IllegalArgumentException.class, () -> Answer.of("essay", "", "", "", ""));
        assertThrows(IllegalArgumentException.class, () -> Answer.of("number", "x", "", "", ""));
        assertThrows(IllegalArgumentException.class, () -> Answer.of("number", "1", "some", "", ""));
        assertThrows(IllegalArgumentException.class, () -> Answer.of("matrix", "1 2; 3", "", "", ""));
        assertThrows(IllegalArgumentException.class, () -> Answer.of("formula", "y", "", "", "x"));
    }

    /** By the thread's own time: another program on the machine costs nothing. */
    @Test
    void hostileAnswersEndInTime() {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        for (String piece : new String[] {"[", "]", "1 ", "1,", ";", "(", "((1)", "1;", "sin ", "-", "z", "²"}) {
            String text = piece.repeat(256 * 1024 / piece.length());
            for (String kind : new String[] {"number", "vector", "matrix", "formula", "choice", "order"}) {
                assertFalse(Answer.of(kind, kind.equals("choice") || kind.equals("order") ? "b" : "7", "", "", "").judge(text).correct(), kind + " " + piece);
            }
        }
        long milliseconds = (clock.getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(milliseconds < 5000, milliseconds + " ms");
    }

    /** On a small stack, so that whatever recurses would overflow. */
    @Test
    void parenthesesMayNestAHundredThousandDeep() throws InterruptedException {
        int deep = 100_000;
        var verdicts = new ArrayList<Mistake>();
        var thread = new Thread(null, () -> {
            Answer number = Answer.of("number", "7", "", "", "");
            Answer formula = Answer.of("formula", "t", "", "", "t");
            verdicts.add(number.judge("(".repeat(deep) + "7" + ")".repeat(deep)).mistake());
            verdicts.add(formula.judge("(".repeat(deep) + "t" + ")".repeat(deep)).mistake());
            verdicts.add(formula.judge("sin(".repeat(deep) + "t" + ")".repeat(deep)).mistake());
            verdicts.add(formula.judge("-".repeat(deep) + "t").mistake());
            verdicts.add(formula.judge("(".repeat(deep)).mistake());
            formula.echo("t+".repeat(deep) + "t");
        }, "small stack", 64 * 1024);
        thread.start();
        thread.join();
        assertEquals(List.of(Mistake.NONE, Mistake.NONE, Mistake.OTHER, Mistake.NONE, Mistake.UNREADABLE), verdicts);
    }

    @Test
    void hugeNumbersAndControlCharactersAreOnlyWrong() {
        for (String text : new String[] {"1e999999999", "-1e999999999", "9".repeat(100_000), "1e-999999999", "\u0000", "7\u00078", "\u001b[31m7", "\u202e7", "\ud800", "７", "NaN", "Infinity", "7e", "1e+"}) {
            for (String kind : new String[] {"number", "vector", "matrix", "formula"}) {
                assertFalse(Answer.of(kind, "7", "", "", "").judge(text).correct(), kind + " " + text);
            }
        }
    }

    @Test
    void entriesAreMarkedOneByOne() {
        assertEquals("+-", Answer.of("vector", "-1, 2", "", "m/s", "").entries("-1, -2"));
        assertEquals("+-++", Answer.of("matrix", "1 2; 3 4", "", "", "").entries("1 5; 3 4"));
        assertEquals("", Answer.of("vector", "-1, 2", "", "", "").entries("1, 2, 3"));
        assertEquals("", Answer.of("number", "1", "", "", "").entries("2"));
    }

    @Test
    void theEchoShowsHowAFormulaWasRead() {
        Answer formula = Answer.of("formula", "x", "", "", "x, q1");
        assertEquals("<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac><mo>\u2062</mo><mi>x</mi>", formula.echo("1/2x"));
        assertEquals("<mi>x</mi><mo>−</mo><mrow><mo>(</mo><msub><mi>q</mi><mn>1</mn></msub><mo>−</mo><mn>2</mn><mo>)</mo></mrow>", formula.echo("x-(q1-2)"));
        assertEquals("<msup><mrow><mrow><mo>(</mo><mtext>sin</mtext><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow><mo>)</mo></mrow></mrow><mrow><mn>2</mn></mrow></msup>",
            formula.echo("sin^2 x"));
        assertEquals("<mo>√</mo><mi>x</mi><mo>\u2062</mo><mi>x</mi>", formula.echo("sqrt(x) x"));
        assertEquals("", formula.echo("1+"));
        assertTrue(Answer.of("matrix", "1 2; 3 4", "", "", "").echo("1, 2; 3, 4").contains("<mtr><mtd><mn>3</mn></mtd>"));
    }

    private static void judged(Mistake expected, Answer answer, String... typed) {
        for (String each : typed) assertEquals(expected, answer.judge(each).mistake(), each);
    }
}
