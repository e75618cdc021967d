package lectern.widgets.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.widgets.Widgets;
import lectern.widgets.autodiff.Graph;
import lectern.widgets.autodiff.Layers;
import lectern.widgets.autodiff.Tensor;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import org.junit.jupiter.api.Test;

class PriceTest {
    private static Price price(String state) {
        return Price.read(new Fields(state));
    }

    @Test
    void sevenBillionWeightsTakeTwentyTwoYearsOneByOneAndThreeTenthsOfASecondInReverse() {
        assertEquals(22.2, Widgets.quantity("gradient-price", "n=7e9", "years").orElseThrow().value(), 0.1);
        assertEquals(0.3, Widgets.quantity("gradient-price", "n=7e9", "reverse").orElseThrow().value(), 1e-12);
    }

    @Test
    void oneMultiplicationAWeightIsWhatTheGraphCounts() {
        Graph graph = new Graph();
        Tensor W = graph.given(new double[12 * 7], 12, 7);
        Layers.linear(graph.given(new double[7], 1, 7), W, graph.given(new double[12], 12));
        assertEquals(price("n=84").n(), graph.multiplications());
        assertEquals(3 * 84, price("n=84").reverse());
        assertEquals(85 * 84, price("n=84").differences());
    }

    @Test
    void theErrorFallsWithTheStepUntilRoundingTakesOver() {
        for (double h : new double[] {1e-2, 1e-3, 1e-4, 1e-5}) {
            assertEquals(10, Price.error(h, false) / Price.error(h / 10, false), 0.5);
        }
        assertEquals(100, Price.error(1e-2, true) / Price.error(1e-3, true), 1);
        double best = Price.error(1e-8, false);
        assertTrue(best < Price.error(1e-5, false) && best < Price.error(1e-12, false));
        assertTrue(Price.error(1e-5, true) < best / 10, "both sides do better, with a larger step");
    }

    @Test
    void aStepBelowRoundingIsSaidInWords() {
        assertTrue(price("h=1e-17").lost());
        assertTrue(Widgets.describe("gradient-price", "h=1e-17").contains("The step is lost"));
        assertFalse(price("h=1e-15").lost());
    }

    @Test
    void aTimingIsARunOfThisMachineAndStaysInTheState() {
        Price timed = new PriceWidget().update(price(""), new Event.Press("time"));
        assertTrue(timed.rate() > 1e6 && timed.rate() < 1e12, "from a slow phone to a fast desk");
        assertEquals(timed, price(timed.write()));
        assertEquals(price("").n(), timed.n());
    }

    @Test
    void movingByArrowsStepsATenthOfAPowerOfTen() {
        Price price = new PriceWidget().update(price("n=1e6"), new Event.Step("weights", 10, 0));
        assertEquals(1e7, price.n());
        assertEquals(7e9, new PriceWidget().update(price, new Event.Limit("weights", true)).n());
        assertEquals(1e-17, new PriceWidget().update(price, new Event.Limit("step", false)).h());
    }
}
