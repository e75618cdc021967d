package lectern.widgets.outer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.autodiff.Graph;
import lectern.widgets.autodiff.Layers;
import lectern.widgets.autodiff.Tensor;
import lectern.widgets.widget.Fields;
import org.junit.jupiter.api.Test;

class LayerTest {
    @Test
    void theOuterProductIsTheGradientByReverseModeAndByNudging() {
        Random random = Seeded.random("the gradient of a layer");
        for (int i = 0; i < 200; i++) {
            Layer layer = Layer.read(new Fields(""));
            for (int cell = 0; cell < Layer.NAMES.length; cell++) {
                layer = layer.put(cell, 6 * random.nextDouble() - 3);
            }
            double[] c = layer.cells();
            Graph graph = new Graph();
            Tensor W = graph.given(new double[] {c[0], c[1], c[2], c[3], c[4], c[5]}, 3, 2);
            Tensor x = graph.given(layer.input(), 1, 2);
            Tensor target = graph.given(new double[] {c[8], c[9], c[10]}, 1, 3);
            Tensor loss = Layers.meanSquareHalf(x.matmulTransposed(W), target);
            graph.backward(loss);
            assertEquals(loss.number(), layer.loss(), 1e-12);
            assertArrayEquals(W.gradient(), layer.gradient(), 1e-12);
            for (int weight = 0; weight < 6; weight++) {
                assertEquals(layer.gradient()[weight], layer.measured(weight), 1e-11);
            }
        }
    }

    @Test
    void aRowWhoseErrorIsZeroDoesNotChange() {
        Layer layer = Layer.read(new Fields("a=1,2.5,-2"));
        assertArrayEquals(new double[] {-2.25, 1.5, 0, 0, -0.75, 0.5}, layer.gradient(), 1e-12);
    }

    @Test
    void aPulledCellLightsItsRow() {
        Layer layer = Layer.read(new Fields(""));
        assertEquals(2, layer.put(Layer.index("W31"), 9).row());
        assertEquals(3, layer.put(Layer.index("W31"), 9).cells()[4]);
        assertEquals(1, layer.put(Layer.index("a2"), 0.04).row());
        assertEquals(0, layer.put(Layer.index("x1"), 0.04).row());
    }
}
