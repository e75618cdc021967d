package lectern.widgets.depth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import lectern.widgets.Seeded;
import lectern.widgets.autodiff.Elementwise;
import lectern.widgets.autodiff.Graph;
import lectern.widgets.autodiff.Layers;
import lectern.widgets.autodiff.Tape;
import lectern.widgets.autodiff.Tensor;
import lectern.widgets.widget.Fields;
import org.junit.jupiter.api.Test;

class RunTest {
    private static Run run(String state) {
        return new Run(Chain.read(new Fields(state)));
    }

    private static Chain any(Random random, String norm) {
        return Chain.read(new Fields("act=" + Chain.ACTS[random.nextInt(4)] + "&w=" + random.nextInt(300) / 100.0 + "&n=" + (1 + random.nextInt(12))
            + "&join=" + Chain.JOINS[random.nextInt(2)] + "&norm=" + norm));
    }

    @Test
    void aLargerWeightDoesNotRescueTheSigmoid() {
        assertEquals(1.0586978523905997e-13, run("").size[0], 1e-23);
        assertEquals(1, run("w=4").size[0] / 1.4e-22, 0.05);
        for (int i = 0; i <= 600; i++) {
            assertTrue(run("w=" + i / 100.0).size[0] < 1e-11);
        }
        assertEquals(0x1p20, run("act=relu&join=residual").size[0], 1e-9);
    }

    @Test
    void withoutNormalisationTheGradientIsThatOfAChainOfSingleNumbers() {
        Random random = Seeded.random("the chain on a tape");
        for (int i = 0; i < 200; i++) {
            Chain chain = any(random, "off");
            Tape tape = new Tape();
            int[] h = new int[chain.layers() + 1];
            h[0] = tape.variable(0.7);
            for (int k = 0; k < chain.layers(); k++) {
                int y = tape.apply(Elementwise.activation(Chain.ACTS[chain.act()].replace("none", "identity")), tape.scale(h[k], chain.w(), 0));
                h[k + 1] = chain.residual() ? tape.add(h[k], y) : y;
            }
            tape.backward(h[chain.layers()]);
            Run run = new Run(chain);
            for (int k = 0; k <= chain.layers(); k++) {
                assertEquals(Math.abs(tape.adjoint(h[k])), run.size[k], 1e-12 * run.size[k], chain.write());
            }
        }
    }

    @Test
    void withNormalisationTheGradientsAreThoseOfTheGraph() {
        Random random = Seeded.random("the normalised chain on a graph");
        for (int i = 0; i < 100; i++) {
            Chain chain = any(random, "layer");
            Graph graph = new Graph();
            Tensor one = graph.given(new double[] {1, 1, 1, 1}, 4);
            Tensor zero = graph.given(new double[4], 4);
            Tensor[] h = new Tensor[chain.layers() + 1];
            Tensor[] w = new Tensor[chain.layers()];
            h[0] = graph.given(new double[] {0.7, -0.4, 0.2, -0.5}, 1, 4);
            for (int k = 0; k < chain.layers(); k++) {
                w[k] = graph.given(chain.w());
                Tensor y = Layers.layerNorm(h[k], one, zero, 1e-5).times(w[k]).map(Elementwise.activation(Chain.ACTS[chain.act()].replace("none", "identity")));
                h[k + 1] = chain.residual() ? h[k].plus(y) : y;
            }
            graph.backward(h[chain.layers()], new double[] {1, 0, 0, 0});
            Run run = new Run(chain);
            double norm = 0;
            for (int k = 0; k < chain.layers(); k++) {
                norm += w[k].gradient()[0] * w[k].gradient()[0];
                assertArrayEquals(h[k].gradient(), run.bar[k], 1e-9 * (1 + run.size[k]), chain.write());
            }
            assertEquals(Math.sqrt(norm), run.norm, 1e-9 * (1 + run.norm), chain.write());
        }
    }

    @Test
    void everyKeptNumberIsOneOfTheFormat() {
        for (String format : new String[] {"fp16", "bf16"}) {
            Chain chain = Chain.read(new Fields("act=tanh&w=1.3&norm=layer&join=residual&bits=" + format));
            Run run = new Run(chain);
            for (double[] row : Arrays.asList(run.h[7], run.bar[0], run.bar[13])) {
                for (double value : row) {
                    assertEquals(java.util.Objects.requireNonNull(chain.precision()).round(value), value);
                }
            }
        }
    }

    @Test
    void aScaledLossSurvivesWhereAPlainOneIsLost() {
        assertEquals(0, run("n=14&bits=fp16").size[0]);
        double exact = run("n=14").size[0];
        assertEquals(exact, run("n=14&bits=fp16&scale=15").size[0], 0.02 * exact);
        assertEquals(exact, run("n=14&bits=bf16").size[0], 0.1 * exact);
    }

    @Test
    void anOverflowBecomesNotANumberAtTheClip() {
        Run clipped = run("act=relu&w=4&bits=fp16&clip=1");
        assertEquals(9, clipped.infinite);
        assertEquals(41, clipped.nan);
        assertEquals(0, run("act=relu&w=4&bits=fp16").nan);
        assertEquals(0, run("act=relu&w=4&bits=bf16&clip=1").infinite);
    }

    @Test
    void theClipBoundsTheNormOfAllWeightsTogether() {
        Run run = run("act=relu&join=residual&clip=5");
        assertEquals(5, run.norm * run.clipped, 1e-5);
        assertEquals(1, run("clip=5").clipped);
    }
}
