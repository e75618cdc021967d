package lectern.widgets.policy;

/**
 * Actions as tokens: equal bins from low to high, taken from the end of a language model's vocabulary. Source: OpenVLA's action tokenizer.
 *
 * @param bins number of bin edges; there is one centre fewer
 */
public record ActionTokens(int bins, double low, double high, int vocabulary) {
    public ActionTokens {
        if (bins < 2 || !(low < high)) throw new IllegalArgumentException("at least 2 bins over a range that is not empty are needed, not " + bins);
    }

    /** The number of edges at or below the action, which is first brought into the range: 1 to {@code bins}. */
    public int digitised(double action) {
        double a = clipped(action);
        int from = 0;
        int to = bins;
        while (from < to) {
            int middle = (from + to) / 2;
            if (edge(middle) <= a) from = middle + 1;
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
        int bin = Math.max(0, Math.min(bins - 2, vocabulary - token - 1));
        return (edge(bin) + edge(bin + 1)) / 2;
    }

    /** Distance from an action, brought into the range, to what its token means. */
    public double error(double action) {
        return Math.abs(action(token(action)) - clipped(action));
    }

    /** Half a bin's width, which no error exceeds. */
    public double largestError() {
        return (high - low) / (bins - 1) / 2;
    }

    private double edge(int i) {
        return i == bins - 1 ? high : low + i * ((high - low) / (bins - 1));
    }

    private double clipped(double action) {
        return Math.max(low, Math.min(high, action));
    }
}
