package lectern.widgets.browser;

import lectern.widgets.autodiff.Elementwise;
import lectern.widgets.autodiff.Graph;
import lectern.widgets.autodiff.Layers;
import lectern.widgets.autodiff.Optimiser;
import lectern.widgets.autodiff.Tape;
import lectern.widgets.autodiff.Tensor;
import lectern.widgets.kinematics.Arm;
import lectern.widgets.kinematics.Ik;
import lectern.widgets.kinematics.Panda;
import lectern.widgets.kinematics.Pose;
import lectern.widgets.kinematics.Posture;
import lectern.widgets.math.Mat;
import org.teavm.jso.JSExport;

/**
 * Entry of the module that the benchmark compiles: each function does one kernel's work n times and returns a sum of its results, by which
 * the hand-written twin is held to the same work.
 */
public final class Kernels {
    private static final int BATCH = 32;
    private static final int WIDTH = 64;
    private static final int OUTPUTS = 8;

    private Kernels() {}

    public static void main(String[] args) {}

    /** Jacobians of the Panda's hand. */
    @JSExport
    public static double jacobian(int n) {
        Posture posture = new Posture(Panda.hand());
        Mat J = new Mat(6, 7);
        double[] q = new double[7];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < 7; i++) q[i] = 0.001 * k + 0.3 * i;
            posture.moveTo(q).jacobianInto(J);
            sum += J.entries()[k % 42];
        }
        return sum;
    }

    /** Poses reached from the ready pose by damped least squares. */
    @JSExport
    public static double inverseKinematics(int n) {
        Arm arm = Panda.hand();
        Ik ik = new Ik(arm);
        double[] q = Panda.ready();
        for (int i = 0; i < 7; i++) q[i] += 0.1 * i - 0.3;
        arm.clamp(q);
        Pose target = new Posture(arm).moveTo(q).pose();
        double[] ready = Panda.ready();
        double sum = 0;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < 7; i++) q[i] = ready[i];
            q[0] += 0.0001 * (k % 100);
            int steps = ik.solve(target, q, 0.01, 1e-8, 50);
            sum += steps + q[k % 7];
        }
        return sum;
    }

    /** Steps of gradient descent of a small network on a tape of scalars: 4 to 16 to 16 to 1, tanh. */
    @JSExport
    public static double tape(int n) {
        int[] sizes = {4, 16, 16, 1};
        double[] weights = new double[4 * 16 + 16 + 16 * 16 + 16 + 16 + 1];
        for (int i = 0; i < weights.length; i++) weights[i] = 0.3 * Math.sin(i);
        Tape tape = new Tape();
        int[] nodes = new int[weights.length];
        int[] from = new int[16];
        int[] to = new int[16];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            tape.clear();
            for (int i = 0; i < nodes.length; i++) nodes[i] = tape.variable(weights[i]);
            for (int i = 0; i < 4; i++) from[i] = tape.variable(Math.cos(k + i));
            int at = 0;
            for (int layer = 0; layer < 3; layer++) {
                for (int j = 0; j < sizes[layer + 1]; j++) {
                    int total = nodes[at + sizes[layer]];
                    for (int i = 0; i < sizes[layer]; i++) total = tape.add(total, tape.multiply(nodes[at + i], from[i]));
                    at += sizes[layer] + 1;
                    to[j] = layer < 2 ? tape.tanh(total) : total;
                }
                int[] swap = from;
                from = to;
                to = swap;
            }
            int error = tape.scale(from[0], 1, -Math.sin(k));
            int loss = tape.scale(tape.multiply(error, error), 0.5, 0);
            tape.backward(loss);
            for (int i = 0; i < weights.length; i++) weights[i] -= 0.01 * tape.adjoint(nodes[i]);
            sum += tape.value(loss);
        }
        return sum;
    }

    /** Steps of gradient descent of a network of layers: 32 rows, 64 to 64 to 64 to 8, tanh. */
    @JSExport
    public static double layers(int n) {
        Graph graph = new Graph();
        Tensor x = graph.given(waves(BATCH * WIDTH, 1), BATCH, WIDTH);
        Tensor t = graph.given(waves(BATCH * OUTPUTS, 1), BATCH, OUTPUTS);
        Tensor[] parameters = {
            graph.given(waves(WIDTH * WIDTH, 0.1), WIDTH, WIDTH), graph.given(waves(WIDTH, 0.1), WIDTH),
            graph.given(waves(WIDTH * WIDTH, 0.1), WIDTH, WIDTH), graph.given(waves(WIDTH, 0.1), WIDTH),
            graph.given(waves(OUTPUTS * WIDTH, 0.1), OUTPUTS, WIDTH), graph.given(waves(OUTPUTS, 0.1), OUTPUTS)};
        Tensor h = Layers.linear(x, parameters[0], parameters[1]).map(Elementwise.TANH);
        h = Layers.linear(h, parameters[2], parameters[3]).map(Elementwise.TANH);
        Tensor loss = Layers.meanSquareHalf(Layers.linear(h, parameters[4], parameters[5]), t);
        Optimiser descent = Optimiser.sgd(0.01);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            graph.forward();
            graph.backward(loss);
            for (Tensor each : parameters) descent.step(each.value(), each.gradient());
            sum += loss.number();
        }
        return sum;
    }

    private static double[] waves(int size, double height) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) values[i] = height * Math.sin(i);
        return values;
    }
}
