package lectern.site.narration;

/**
 * The sound of a sentence.
 *
 * @param samples between −1 and 1, one channel
 * @param rate samples a second
 * @param starts first sample of each word; none where the engine does not tell
 */
public record Utterance(float[] samples, int rate, int[] starts) {
    /** Mean level that speech is brought to, of full scale. */
    private static final double LEVEL = 0.1;
    /** −1.5 dB of full scale: half a decibel below the limit, for what the encoder adds. */
    private static final double PEAK = 0.84;
    /** Of a levelled sound. */
    private static final double AUDIBLE = 0.012;
    private static final double QUIET = 0.005;

    /** The same sound as loud as all others are, and never clipped. */
    Utterance levelled() {
        double energy = 0;
        int loud = 0;
        double peak = 0;
        for (float sample : samples) {
            double size = Math.abs(sample);
            peak = Math.max(peak, size);
            if (size > QUIET) {
                energy += size * size;
                loud++;
            }
        }
        if (peak == 0) {
            return this;
        }
        double gain = Math.min(LEVEL / Math.sqrt(energy / Math.max(1, loud)), PEAK / peak);
        var even = new float[samples.length];
        for (int i = 0; i < even.length; i++) {
            even[i] = (float) (samples[i] * gain);
        }
        return new Utterance(even, rate, starts);
    }

    /**
     * The same sound, its words beginning where they are heard: an engine counts the silence before a plosive as the plosive, and a breath
     * too faint to hear as an f.
     * A word without any sound stays where it is.
     */
    Utterance heard() {
        int window = rate / 200;
        var heard = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            int end = Math.min(i + 1 < starts.length ? starts[i + 1] : samples.length, starts[i] + rate / 5) - window;
            int at = starts[i];
            while (at < end && level(at, window) < AUDIBLE) {
                at += window / 4;
            }
            heard[i] = at < end ? at : starts[i];
        }
        return new Utterance(samples, rate, heard);
    }

    private double level(int from, int length) {
        double energy = 0;
        for (int i = from; i < from + length; i++) {
            energy += samples[i] * samples[i];
        }
        return Math.sqrt(energy / length);
    }

    /** Without what an engine leaves silent at the end. */
    Utterance trimmed() {
        int end = samples.length;
        int least = starts.length == 0 ? 0 : starts[starts.length - 1] + rate / 20;
        while (end > least && Math.abs(samples[end - 1]) < QUIET) {
            end--;
        }
        return new Utterance(java.util.Arrays.copyOf(samples, Math.min(samples.length, end + rate / 100)), rate, starts);
    }
}
