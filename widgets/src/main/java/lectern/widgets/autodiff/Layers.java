package lectern.widgets.autodiff;

/** The layers of a policy network, each put together from products, elementwise steps and reductions. */
public final class Layers {
    private Layers() {}

    /** x Wᵀ + b for rows x [n,d], W [k,d], b [k]. */
    public static Tensor linear(Tensor x, Tensor W, Tensor b) {
        return x.matmulTransposed(W).plus(b);
    }

    /** e^xⱼ / Σ e^xₖ along the last axis. */
    public static Tensor softmax(Tensor x) {
        Tensor e = x.minus(x.largestOfRows()).map(Elementwise.EXP);
        return e.over(e.sumOfRows());
    }

    /** ln Σ e^xⱼ along the last axis, which stays with length 1. */
    public static Tensor logSumExp(Tensor x) {
        Tensor largest = x.largestOfRows();
        return x.minus(largest).map(Elementwise.EXP).sumOfRows().map(Elementwise.LOG).plus(largest);
    }

    /** Mean over rows of −ln softmax(x)[target], for x [n,k]. */
    public static Tensor crossEntropy(Tensor x, int... targets) {
        int columns = x.shape()[1];
        int[] places = new int[targets.length];
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] < 0 || targets[i] >= columns) throw new IllegalArgumentException("target " + targets[i] + " of " + columns + " classes");
            places[i] = i * columns + targets[i];
        }
        return logSumExp(x).minus(x.gathered(places, targets.length, 1)).mean();
    }

    /** 1/(2n) Σ ‖yᵢ − tᵢ‖² over n rows. */
    public static Tensor meanSquareHalf(Tensor y, Tensor t) {
        return y.minus(t).map(Elementwise.SQUARE).sum().scaled(0.5 / y.shape()[0], 0);
    }

    /** (x − mean) / √(variance + ε) · γ + β along the last axis, with the variance divided by d. */
    public static Tensor layerNorm(Tensor x, Tensor gamma, Tensor beta, double epsilon) {
        int d = x.shape()[x.shape().length - 1];
        Tensor centred = x.minus(x.sumOfRows().scaled(1.0 / d, 0));
        Tensor deviation = centred.map(Elementwise.SQUARE).sumOfRows().scaled(1.0 / d, epsilon).map(Elementwise.SQRT);
        return centred.over(deviation).times(gamma).plus(beta);
    }

    /** softmax(Q Kᵀ / √d), rows are queries; with {@code causal}, row i sees columns up to i only. */
    public static Tensor attentionWeights(Graph graph, Tensor Q, Tensor K, boolean causal) {
        int rows = Q.shape()[0];
        int columns = K.shape()[0];
        Tensor scores = Q.matmulTransposed(K).scaled(1 / Math.sqrt(Q.shape()[1]), 0);
        if (causal) {
            double[] mask = new double[rows * columns];
            for (int i = 0; i < rows; i++) {
                for (int j = i + 1; j < columns; j++) mask[i * columns + j] = Double.NEGATIVE_INFINITY;
            }
            scores = scores.plus(graph.given(mask, rows, columns));
        }
        return softmax(scores);
    }

    /** (1 + γ) x + β, one γ and β a feature. */
    public static Tensor film(Tensor x, Tensor gamma, Tensor beta) {
        return x.times(gamma.scaled(1, 1)).plus(beta);
    }

    /** Windows of x [n,c,h,w] as columns: [c·kh·kw, n·oh·ow]. */
    public static Tensor windows(Tensor x, int kh, int kw, int stride, int padding) {
        int[] s = x.shape();
        int oh = outputs(s[2], kh, stride, padding);
        int ow = outputs(s[3], kw, stride, padding);
        int columns = s[0] * oh * ow;
        int[] places = new int[s[1] * kh * kw * columns];
        int at = 0;
        for (int c = 0; c < s[1]; c++) {
            for (int ky = 0; ky < kh; ky++) {
                for (int kx = 0; kx < kw; kx++) {
                    for (int n = 0; n < s[0]; n++) {
                        for (int y = 0; y < oh; y++) {
                            for (int z = 0; z < ow; z++) {
                                int row = y * stride + ky - padding;
                                int column = z * stride + kx - padding;
                                boolean inside = row >= 0 && row < s[2] && column >= 0 && column < s[3];
                                places[at++] = inside ? ((n * s[1] + c) * s[2] + row) * s[3] + column : -1;
                            }
                        }
                    }
                }
            }
        }
        return x.gathered(places, s[1] * kh * kw, columns);
    }

    /** Cross-correlation of x [n,c,h,w] with the kernel [k,c,kh,kw]: one product with the windows; [n,k,oh,ow]. */
    public static Tensor convolution(Tensor x, Tensor kernel, int stride, int padding) {
        int[] s = x.shape();
        int[] k = kernel.shape();
        if (s.length != 4 || k.length != 4 || s[1] != k[1]) throw new IllegalArgumentException("convolution of shapes " + Shape.text(s) + " and " + Shape.text(k));
        int oh = outputs(s[2], k[2], stride, padding);
        int ow = outputs(s[3], k[3], stride, padding);
        Tensor product = kernel.reshaped(k[0], k[1] * k[2] * k[3]).matmul(windows(x, k[2], k[3], stride, padding));
        return product.reshaped(k[0], s[0], oh, ow).permuted(1, 0, 2, 3);
    }

    /** How many windows fit along an axis. */
    public static int outputs(int length, int kernel, int stride, int padding) {
        return (length + 2 * padding - kernel) / stride + 1;
    }
}
