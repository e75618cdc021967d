package lectern.widgets.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import lectern.widgets.Seeded;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final List<String> NAMES = List.of("q1", "q2", "l1", "l2", "x");
    private static final double[] AT = {0.3, 0.7, 1.1, 0.6, -0.4};
    private static final double Q1 = AT[0];
    private static final double Q2 = AT[1];
    private static final double L1 = AT[2];
    private static final double L2 = AT[3];
    private static final double X = AT[4];

    @Test
    void precedenceIsTheUsualOne() {
        value(1 + 2 * 3, "1 + 2 * 3");
        value(-X * X, "-x^2");
        value(512, "2^3^2");
        value(Math.pow(2, -Math.pow(X, 2)), "2^-x^2");
        value(2.0 / 3 / 4, "2/3/4");
        value(1 - 2 - 3, "1 - 2 - 3");
        value(1 - -2.0, "1--2");
        value(Math.pow(L1 + L2, 2), "(l1+l2)^2");
        value(0.5 * X, "1/2x");
    }

    @Test
    void productsNeedNoSign() {
        value(-L1 * Math.sin(Q1) - L2 * Math.sin(Q1 + Q2), "-l1 sin(q1) - l2 sin(q1+q2)");
        value(2 * Q1, "2q1");
        value(Q1 * Q2, "q1q2");
        value(L1 * Math.cos(Q1), "l1cos(q1)");
        value((1 + X) * (2 - X), "(1+x)(2-x)");
        value(Math.sin(2 * Q1), "sin 2q1");
        value(Math.sin(Q1) * L1, "sin q1 l1");
        value(Math.sin(Q1) * Math.cos(Q2), "sin q1 cos q2");
        value(Math.sin(Q1) * Math.sin(Q1), "sin^2 q1");
        value(Math.sin(Q1) * Math.sin(Q1) + 1, "sin²(q1)+1");
        value(Math.sin(Q1 * Q1), "sin q1²");
        value(Math.sin(-X), "sin -x");
    }

    @Test
    void whatPeopleTypeOrPasteIsRead() {
        value(-L1 * Math.sin(Q1), "−l₁·sin(q₁)");
        value(L1 * Math.cos(Q1), "l_1 \\cos(q_1)");
        value(X * X, "x**2");
        value(1 / (X * X), "x⁻²");
        value(Math.abs(X) + Math.abs(-X), "|x| + abs(-x)");
        value(2 * Math.abs(X), "2|x|");
        value(Math.sqrt(2) * Math.PI, "√2 π");
        value(1.5e-3, "1.5e-3");
        value(Math.exp(1), "[exp(1)]");
        value(Math.log(2) + Math.max(0, X), "ln 2 + relu(x)");
    }

    @Test
    void mistakesAreNamedWhereTheyStand() {
        mistake(0, "");
        mistake(3, "1 +");
        mistake(4, "2 * z1");
        mistake(0, "(1+2");
        mistake(3, "1+2)");
        mistake(1, "()");
        mistake(1, "1,5");
        mistake(2, "x = 3");
        mistake(4, "(1+2]");
        mistake(0, "1.2.3");
        mistake(2, "1 $ 2");
        mistake(1, "(");
        mistake(3, "sin");
        mistake(0, "|x");
        mistake(3, "sin^-1(x)");
    }

    @Test
    void gradientAgreesWithDifferences() {
        Random random = Seeded.random("formula gradient");
        for (String text : List.of("-l1 sin(q1) - l2 sin(q1+q2)", "tanh(x q1)^2 / (1 + exp(-l1))", "l1^q2", "sqrt(l1 + l2) log(3 + q1)", "tan(q1) - abs(x) + relu(x)", "x^3 - x^2 + 2^x")) {
            Formula formula = read(text);
            double[] at = new double[5];
            for (int i = 0; i < 5; i++) at[i] = 0.2 + random.nextDouble();
            double[] gradient = formula.gradient(at);
            for (int i = 0; i < 5; i++) {
                double[] up = at.clone();
                double[] down = at.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                assertEquals((formula.value(up) - formula.value(down)) / 2e-5, gradient[i], 1e-7 * (1 + Math.abs(gradient[i])), text);
            }
        }
        assertEquals(-6, read("x^2").gradient(0, 0, 0, 0, -3)[4], 1e-15);
        assertEquals(0, read("x^0").gradient(0, 0, 0, 0, 0)[4]);
    }

    @Test
    void termsAddUpToTheFormula() {
        Formula formula = read("-(l1 sin q1 - l2) + 3x");
        List<Formula> terms = formula.terms();
        assertEquals(3, terms.size());
        double sum = 0;
        for (Formula term : terms) sum += term.value(AT);
        assertEquals(formula.value(AT), sum, 1e-15);
    }

    @Test
    void hostileTextsEndInTime() {
        assertTimeout(Duration.ofSeconds(5), () -> {
            int n = 100_000;
            value(X, "(".repeat(n) + "x" + ")".repeat(n));
            value(X, "-".repeat(n) + "x");
            value(Math.sin(X), "((".repeat(n / 2) + "sin x" + "))".repeat(n / 2));
            value(1 + n / 2.0, "1+(".repeat(n / 2) + "1" + ")".repeat(n / 2));
            value(n, "1+".repeat(n - 1) + "1");
            assertInstanceOf(Parsed.Mistake.class, parse("(".repeat(256 * 1024)));
            assertInstanceOf(Parsed.Mistake.class, parse("sin ".repeat(64 * 1024)));
            assertInstanceOf(Parsed.Mistake.class, parse("z".repeat(256 * 1024)));
            assertInstanceOf(Parsed.Mistake.class, parse("|".repeat(256 * 1024 + 1)));
            assertInstanceOf(Parsed.Read.class, parse("2^".repeat(n) + "x"));
            assertInstanceOf(Parsed.Read.class, parse("xq1".repeat(n)));
            assertInstanceOf(Parsed.Read.class, parse("9".repeat(256 * 1024)));
            ((Parsed.Read) parse("sin(".repeat(n / 2) + "x" + ")".repeat(n / 2))).formula().gradient(AT);
            Random random = Seeded.random("formula noise");
            for (int i = 0; i < 20_000; i++) {
                StringBuilder noise = new StringBuilder();
                for (int k = 0; k < 12; k++) noise.append("()[]|+-*/^.0123456789xq1sincos²√,= \\".charAt(random.nextInt(36)));
                if (parse(noise.toString()) instanceof Parsed.Read(Formula formula)) formula.gradient(AT);
            }
        });
    }

    private static void value(double expected, String text) {
        assertEquals(expected, read(text).value(AT), 1e-14 * Math.max(1, Math.abs(expected)), text.length() < 100 ? text : "long");
    }

    private static void mistake(int position, String text) {
        var mistake = assertInstanceOf(Parsed.Mistake.class, parse(text), text);
        assertEquals(position, mistake.position(), text + ": " + mistake.words());
        assertTrue(!mistake.words().isBlank(), text);
    }

    private static Formula read(String text) {
        Parsed parsed = parse(text);
        return assertInstanceOf(Parsed.Read.class, parsed, () -> parsed.toString()).formula();
    }

    private static Parsed parse(String text) {
        return Formula.parse(text, NAMES);
    }
}
