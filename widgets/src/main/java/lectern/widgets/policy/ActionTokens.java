package lectern.widgets.policy;

/** Actions as tokens: equal bins from low to high, taken from the end of a language model's vocabulary. Source: OpenVLA's action tokenizer. */
public final class ActionTokens {
    private final double[] edges;
    private final int vocabulary;

    /**
     * Bins over a range.
     *
     * @param bins number of bin edges; there is one centre fewer
     */
    public ActionTokens(int bins, double low, double high, int vocabulary) {
        if (bins < 2 || !(low < high)) throw new IllegalArgumentException("at least 2 bins over a range that is not empty are needed, not " + bins);
        this.vocabulary = vocabulary;
        // the width is kept: TeaVM writes i * (a / b) as i * a / b, which is another double and moves actions that stand on an edge
        edges = new double[bins];
        double width = (high - low) / (bins - 1);
        for (int i = 0; i + 1 < bins; i++) edges[i] = low + i * width;
        edges[bins - 1] = high;
    }

    /** Number of centres. */
    public int centres() {
        return edges.length - 1;
    }

    /** The number of edges at or below the action, which is first brought into the range: from 1 to the number of edges. */
    public int digitised(double action) {
        double a = clipped(action);
        int from = 0;
        int to = edges.length;
        while (from < to) {
            int middle = (from + to) / 2;
            if (edges[middle] <= a) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    /** The token for an action: the vocabulary's size less the bin. */
    public int token(double action) {
        return vocabulary - digitised(action);
    }

    /** The action that a token means: the centre of its bin; the last edge counts to the last bin. */
    public double action(int token) {
        int bin = Math.max(0, Math.min(edges.length - 2, vocabulary - token - 1));
        return (edges[bin] + edges[bin + 1]) / 2;
    }

    /** Distance from an action, brought into the range, to what its token means. */
    public double error(double action) {
        return Math.abs(action(token(action)) - clipped(action));
    }

    /** Half a bin's width, which no error exceeds. */
    public double largestError() {
        return (edges[edges.length - 1] - edges[0]) / (edges.length - 1) / 2;
    }

    private double clipped(double action) {
        return Math.max(edges[0], Math.min(edges[edges.length - 1], action));
    }
}
