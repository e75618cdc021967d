package lectern.widgets.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.expression.Formula;
import lectern.widgets.expression.Parsed;
import org.junit.jupiter.api.Test;

class SurfaceTest {
    private static final List<String> FORMULAS = List.of("x^2/4+y^2", "(1-x)^2/4+(y+0.7-x^2/2)^2", "(x^2-y^2)/2", "abs(x)+y^2/2");

    @Test
    void valueAndGradientAreThoseOfTheTypedFormula() {
        Random random = Seeded.random("surface");
        for (int k = 0; k < 200; k++) {
            double x = (random.nextDouble() * 2 - 1) * Surface.WIDE;
            double y = (random.nextDouble() * 2 - 1) * Surface.HIGH;
            for (int i = 0; i < FORMULAS.size(); i++) {
                Formula formula = ((Parsed.Read) Formula.parse(FORMULAS.get(i), List.of("x", "y"))).formula();
                assertEquals(formula.value(x, y), Surface.ALL[i].value(x, y), 1e-14, FORMULAS.get(i));
                for (int axis = 0; axis < 2; axis++) {
                    assertEquals(formula.gradient(x, y)[axis], Surface.ALL[i].gradient(x, y)[axis], 1e-14, FORMULAS.get(i));
                }
            }
        }
    }
}
