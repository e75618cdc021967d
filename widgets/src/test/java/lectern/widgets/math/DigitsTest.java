package lectern.widgets.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import lectern.widgets.Seeded;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void textIsTheShortestWithinTheDigits() {
        assertEquals("0.3", Digits.text(0.3, 6));
        assertEquals("-12.5", Digits.text(-12.5, 6));
        assertEquals("1", Digits.text(0.99999999, 6));
        assertEquals("1000", Digits.text(999.99, 3));
        assertEquals("123457", Digits.text(123456.7, 6));
        assertEquals("12300", Digits.text(12345, 3));
        assertEquals("0.000012", Digits.text(0.000012, 4));
        assertEquals("2.5e-7", Digits.text(2.5e-7, 6));
        assertEquals("1e300", Digits.text(1e300, 6));
        assertEquals("4.94e-324", Digits.text(Double.MIN_VALUE, 3));
        assertEquals("0", Digits.text(-0.0, 6));
        assertEquals("inf", Digits.text(Double.POSITIVE_INFINITY, 6));
    }

    @Test
    void fixedKeepsItsDecimals() {
        assertEquals("-0.50", Digits.fixed(-0.5, 2));
        assertEquals("0.00", Digits.fixed(-0.001, 2));
        assertEquals("12", Digits.fixed(12.4, 0));
        assertEquals("1.050", Digits.fixed(1.05, 3));
        assertEquals("1e10", Digits.fixed(1e10, 2));
    }

    @Test
    void parseReadsNumbersAndNothingElse() {
        assertEquals(0.5, Digits.parse(".5"));
        assertEquals(-0.001, Digits.parse("−1e-3"));
        assertEquals(12, Digits.parse("12."));
        for (String wrong : new String[] {"", "-", ".", "1e", "1 ", "0x1", "1,5", "nan", "--1", "1e+"}) {
            assertTrue(Double.isNaN(Digits.parse(wrong)), wrong);
        }
        assertEquals(Double.POSITIVE_INFINITY, Digits.parse("1e99999999999"));
        assertEquals(1e22, Digits.parse("10000000000000000000000"));
    }

    @Test
    void textIsTheDecimalRoundedToItsDigits() {
        Random random = Seeded.random("text rounds");
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(41) - 20);
            int significant = 1 + random.nextInt(6);
            BigDecimal exact = new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
            assertEquals(0, exact.compareTo(new BigDecimal(Digits.text(value, significant))), value + " to " + significant + " digits");
        }
    }

    @Test
    void parseReadsBackWhatTextWrote() {
        Random random = Seeded.random("parse reads text");
        for (int i = 0; i < 20_000; i++) {
            String text = Digits.text(random.nextGaussian() * Math.pow(10, random.nextInt(31) - 15), 6);
            assertEquals(Double.parseDouble(text), Digits.parse(text), 2 * Math.ulp(Double.parseDouble(text)), text);
        }
    }
}
