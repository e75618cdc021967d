package lectern.widgets.worked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.math.Mat;
import lectern.widgets.math.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples against laws and against numbers found on paper. */
class WorkedTest {
    private static double number(String id, String values, String name) {
        return Worked.result(id, values, name).orElseThrow().getFirst();
    }

    private static double[] list(String id, String values, String name) {
        return Worked.result(id, values, name).orElseThrow().stream().mapToDouble(value -> value).toArray();
    }

    @ParameterizedTest
    @MethodSource("lectern.widgets.worked.Worked#ids")
    void everyExampleAnswersToOutsideCasesOrToALaw(String id) throws IOException {
        assertFalse(Worked.proof(id).isEmpty() && Worked.law(id).isEmpty());
        for (String topic : Worked.proof(id)) {
            try (var cases = WorkedTest.class.getResourceAsStream("/public/oracle/" + topic + ".json")) {
                assertTrue(cases != null && new String(cases.readAllBytes(), StandardCharsets.UTF_8).contains("\"expected\""), topic);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lectern.widgets.worked.Worked#ids")
    void itsOwnValuesReadAndGiveEveryResult(String id) {
        assertEquals(List.of(), Worked.mistakes(id, ""));
        for (String name : Worked.results(id)) assertTrue(Worked.result(id, "", name).isPresent(), name);
    }

    @ParameterizedTest
    @MethodSource("lectern.widgets.worked.Worked#ids")
    void noValuesOfAPageBreakIt(String id) {
        List<String> keys = List.of("z", "y", "a", "mu", "w", "b", "x", "eta", "steps", "h", "v", "n", "g", "r", "bits", "dx", "rank", "sigma", "lambda", "l", "q", "s", "u", "A");
        for (String value : List.of("", ",", "1,,2", "x", "0", "-1", "1e308", "-1e308", "1e-308", "99999999999", "1,2,3,4,5,6,7,8,9", "é".repeat(9_000))) {
            for (String key : keys) {
                Worked.mistakes(id, key + "=" + value);
                for (String name : Worked.results(id)) Worked.result(id, key + "=" + value, name);
            }
        }
        assertFalse(Worked.mistakes(id, "nothing=1").isEmpty());
        assertFalse(Worked.mistakes(id, "nothing").isEmpty());
        assertTrue(Worked.result(id, "", "nothing").isEmpty());
    }

    @Test
    void mistakesSayWhatIsNeeded() {
        assertEquals(List.of("“p” is no value of this example; it has z, y."), Worked.mistakes("softmax", "p=1"));
        assertEquals(List.of("z needs numbers with commas between them, but reads “1,two”."), Worked.mistakes("softmax", "z=1,two"));
        assertEquals(List.of("y must lie between 1 and 2."), Worked.mistakes("softmax", "z=1,2&y=3"));
        assertEquals(List.of("bits can be fp32, fp16, bf16, but reads “fp8”."), Worked.mistakes("format", "bits=fp8"));
        assertEquals(List.of("l needs 2 numbers, but reads “1,2,3”."), Worked.mistakes("valley", "l=1,2,3"));
    }

    @Test
    void softmaxIsExponentialsOverTheirSumAndTheGradientOutputMinusTarget() {
        double sum = Math.exp(2) + Math.exp(1) + Math.exp(0.1);
        double[] p = {Math.exp(2) / sum, Math.exp(1) / sum, Math.exp(0.1) / sum};
        assertArrayEquals(p, list("softmax", "z=2,1,0.1&y=1", "p"), 1e-15);
        assertEquals(-Math.log(p[0]), number("softmax", "z=2,1,0.1&y=1", "loss"), 1e-15);
        assertArrayEquals(new double[] {p[0], p[1], p[2] - 1}, list("softmax", "z=2,1,0.1&y=3", "gradient"), 1e-15);
    }

    @Test
    void theTapesAdjointsAreTheDerivativesFoundOnPaper() {
        double t = Math.tanh(0.4);
        double[] bars = {(t - 0.8) * (1 - t * t), (t - 0.8) * (1 - t * t), t - 0.8, t - 0.8, 1};
        for (int i = 0; i < 5; i++) assertEquals(bars[i], number("tape", "", "bar" + (i + 1)), 1e-15);
        double[] slopes = {2, 1, 1 - t * t, 1, t - 0.8};
        for (int i = 0; i < 5; i++) assertEquals(slopes[i], number("tape", "", "slope" + (i + 1)), 1e-15);
        assertEquals(2 * bars[0], number("tape", "", "wbar"), 1e-15);
        assertEquals(bars[0], number("tape", "", "bbar"), 1e-15);
        assertEquals(2 * bars[0], number("difference", "", "exact"), 1e-15);
        assertEquals(2 * 3 + 1, number("two-paths", "v=3", "bar"));
    }

    @Test
    void theLoopTakesTheStepsOfDescent() {
        double w = 0.5;
        double b = -0.6;
        for (int step = 0; step < 15; step++) {
            double t = Math.tanh(2 * w + b);
            double slope = (t - 0.8) * (1 - t * t);
            w -= 0.5 * 2 * slope;
            b -= 0.5 * slope;
        }
        assertEquals(w, number("loop", "steps=15", "w"), 1e-13);
        assertEquals(b, number("loop", "steps=15", "b"), 1e-13);
        assertEquals(number("tape", "", "v5"), number("loop", "steps=0", "loss"), 0);
    }

    @Test
    void aDifferenceErrsByItsOrder() {
        double oneSided = number("difference", "h=1e-3", "forward") / number("difference", "h=1e-4", "forward");
        double central = number("difference", "h=1e-2", "central") / number("difference", "h=1e-3", "central");
        assertEquals(10, oneSided, 0.1);
        assertEquals(100, central, 1);
    }

    @Test
    void noWeightPassesMoreThanTheBest() {
        double most = number("best-weight", "n=20&h=0.7", "product");
        Random random = Seeded.random("bestWeight");
        for (int i = 0; i < 200; i++) {
            double w = 8 * random.nextDouble();
            double h = 0.7;
            double product = 1;
            for (int k = 0; k < 20; k++) {
                double s = 1 / (1 + Math.exp(-w * h));
                product *= w * s * (1 - s);
                h = s;
            }
            assertTrue(product <= most * (1 + 1e-3), "w = " + w);
        }
    }

    @Test
    void clippingKeepsTheDirectionAndCapsTheLength() {
        double[] clipped = list("clip", "g=3,-4,12&r=1", "g");
        assertEquals(13, number("clip", "g=3,-4,12&r=1", "norm"), 1e-14);
        assertArrayEquals(new double[] {3 / 13.0, -4 / 13.0, 12 / 13.0}, clipped, 1e-6);
        assertArrayEquals(new double[] {3, -4, 12}, list("clip", "g=3,-4,12&r=20", "g"));
    }

    @Test
    void shortFormatsAreAsTheirBitsSay() {
        assertEquals(65504, number("format", "bits=fp16", "largest"));
        assertEquals(Float.MAX_VALUE, number("format", "bits=fp32", "largest"));
        assertEquals(Float.MIN_VALUE, number("format", "bits=fp32", "smallest"));
        assertEquals(Math.ulp(1f), number("format", "bits=fp32", "spacing"));
        assertEquals(1, number("format", "bits=bf16&x=1&dx=0.001", "sum"));
        assertEquals(0, number("format", "bits=fp16&x=1e-8", "rounded"));
    }

    @Test
    void normsComeInOrder() {
        Random random = Seeded.random("norms");
        for (int i = 0; i < 200; i++) {
            String v = "v=" + random.nextInt(-99, 99) + "," + random.nextInt(-99, 99) + "," + random.nextInt(-99, 99);
            double length = number("norms", v, "two");
            assertTrue(number("norms", v, "largest") <= length * (1 + 1e-15) && length <= number("norms", v, "one") * (1 + 1e-15), v);
        }
        assertEquals(7, number("norms", "v=3,-4", "one"));
        assertEquals(5, number("norms", "v=3,-4", "two"));
        assertEquals(4, number("norms", "v=3,-4", "largest"));
    }

    @Test
    void aProjectionAndItsLeftoverMakeUpTheVector() {
        Random random = Seeded.random("projection");
        for (int i = 0; i < 200; i++) {
            double[] u = {random.nextInt(1, 99), random.nextInt(-99, 99)};
            double[] v = {random.nextInt(-99, 99), random.nextInt(-99, 99)};
            String values = "u=" + u[0] + "," + u[1] + "&v=" + v[0] + "," + v[1];
            double along = number("projection", values, "along");
            double across = number("projection", values, "across");
            assertEquals(Vec.dot(v, v), along * along + across * across, 1e-9);
            assertEquals(Math.abs(u[0] * v[1] - u[1] * v[0]), across * Vec.norm(u), 1e-8);
        }
        assertEquals(0.3, number("projection", "u=4,3&v=0.3,0.1", "along"), 1e-15);
    }

    @Test
    void singularValuesMultiplyToTheDeterminantAndNothingIsStretchedMore() {
        Random random = Seeded.random("map");
        for (int i = 0; i < 200; i++) {
            String values = "A=" + random.nextInt(-9, 9) + "," + random.nextInt(1, 9) + "," + random.nextInt(-9, 9) + "," + random.nextInt(1, 9)
                + "&v=" + random.nextInt(1, 9) + "," + random.nextInt(-9, 9);
            assertEquals(Math.abs(number("map", values, "det")), number("map", values, "sigma1") * number("map", values, "sigma2"), 1e-9, values);
            assertTrue(number("map", values, "stretch") <= number("map", values, "sigma1") * (1 + 1e-12), values);
        }
        assertArrayEquals(new double[] {3, -1}, list("map", "A=2,1,1,3&v=2,-1", "product"));
        assertEquals(1 + Math.sqrt(2), number("map", "A=1,2,0,1", "sigma1"), 1e-14);
    }

    @Test
    void powerIterationClimbsToTheLargerRoot() {
        double root = (5 + Math.sqrt(5)) / 2;
        assertEquals(root, number("power", "", "lambda1"), 1e-14);
        assertEquals(5 - root, number("power", "", "lambda2"), 1e-14);
        double before = 0;
        for (int steps = 0; steps <= 8; steps++) {
            double stretch = number("power", "steps=" + steps, "stretch");
            assertTrue(stretch >= before && stretch <= root * (1 + 1e-14));
            before = stretch;
        }
        assertEquals(root, before, 1e-3);
    }

    @Test
    void randomDirectionsHaveThisCosineInTheMeanSquare() {
        Random random = Seeded.random("directions");
        double[] fixed = new double[50];
        fixed[0] = 1;
        double square = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] direction = random.doubles(50, -1, 1).map(u -> random.nextGaussian()).toArray();
            double cosine = Vec.dot(fixed, direction) / Vec.norm(direction);
            square += cosine * cosine / 20_000;
        }
        assertEquals(number("directions", "n=50", "cosine"), Math.sqrt(square), 0.05 * Math.sqrt(square));
    }

    @Test
    void aLowRankCorrectionHasTheEntriesOfItsFactors() {
        assertEquals(new Mat(12, 3).entries().length + new Mat(3, 12).entries().length, number("low-rank", "n=12&rank=3", "learned"));
        assertEquals(new Mat(12, 12).entries().length, number("low-rank", "n=12&rank=3", "full"));
    }

    @Test
    void dampingGainsMostWhereTheSingularValueIsTheDamping() {
        assertEquals(1 / (2 * 0.05), number("damping", "lambda=0.05", "most"), 1e-13);
        for (double sigma : new double[] {0, 0.001, 0.049, 0.051, 1}) {
            assertEquals(sigma / (sigma * sigma + 0.0025), number("damping", "lambda=0.05&sigma=" + sigma, "gain"), 1e-13);
            assertTrue(number("damping", "lambda=0.05&sigma=" + sigma, "gain") < 10);
        }
    }

    @Test
    void theValleyDescendsAsItsFactorsSay() {
        assertEquals(0.2, number("valley", "l=1,10", "limit"), 1e-15);
        assertEquals(9 / 11.0, number("valley", "l=1,10", "factor"), 1e-15);
        assertTrue(Math.pow(0.95, number("valley", "eta=0.05", "halved")) <= 0.5 && Math.pow(0.95, number("valley", "eta=0.05", "halved") - 1) > 0.5);
        assertEquals(0.1, Math.pow(9 / 11.0, number("valley", "l=1,10", "digit")), 1e-13);
    }

    @Test
    void anglesAndJacobiansMisreadAreAsFarOffAsTheBookSays() {
        assertEquals(1.9e-4, number("misread", "r=0.01,-0.02,0.015", "angle"), 1e-5);
        assertEquals(1.08, number("panda-jacobians", "", "flange"), 0.005);
        assertEquals(0.68, number("panda-jacobians", "", "hand"), 0.005);
    }

    @Test
    void aSmallCloudHasTheSpreadOfTheJacobian() {
        for (String q : List.of("0.4,0.9", "0,1.5708", "-2,-0.3")) {
            String values = "q=" + q + "&s=0.001";
            // ten thousand draws know a standard deviation to about 0.7 %
            assertEquals(number("cloud", values, "wide"), number("cloud", values, "drawnwide"), 0.03 * number("cloud", values, "wide"));
            assertEquals(number("cloud", values, "narrow"), number("cloud", values, "drawnnarrow"), 0.03 * number("cloud", values, "narrow"));
        }
        assertEquals(0, number("cloud", "q=0.4,0&s=0.1", "narrow"));
        assertTrue(number("cloud", "q=0.4,0&s=0.1", "drawnnarrow") > 0.01);
    }
}
