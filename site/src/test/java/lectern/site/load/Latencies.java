package lectern.site.load;

import java.util.Arrays;
import java.util.Locale;

/** How long answers took, in a histogram whose steps are an eighth of a power of two: exact within 9 %, and of one size however many answers there were. */
final class Latencies {
    private final long[] counts = new long[64 * 8];

    synchronized void add(long nanos) {
        int power = 63 - Long.numberOfLeadingZeros(Math.max(8, nanos));
        counts[power * 8 + (int) (nanos >> power - 3 & 7)]++;
    }

    synchronized long count() {
        return Arrays.stream(counts).sum();
    }

    /** The time within which this part of all answers came, in milliseconds. */
    synchronized double within(double part) {
        long left = (long) Math.ceil(part * count());
        for (int i = 0; i < counts.length; i++) {
            left -= counts[i];
            if (left <= 0) {
                return (8 + i % 8 + 1) * Math.pow(2, i / 8 - 3) / 1e6;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d answers, p50 %.1f ms, p99 %.1f ms, most %.1f ms", count(), within(.5), within(.99), within(1));
    }
}
