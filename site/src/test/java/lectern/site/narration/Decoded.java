package lectern.site.narration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/**
 * Our MP3 as another decoder hears it.
 *
 * @param from place of the first sample in the sound
 */
record Decoded(short[] samples, long from, int rate) {
    /** Samples before the sound begins, by the encoder and by any decoder. */
    static final int DELAY = 576 + 529;
    /** Root mean square of five milliseconds that are heard: 20 dB below speech. */
    private static final double AUDIBLE = 0.01;

    static Decoded all(byte[] mp3, int rate) throws IOException {
        return of(mp3, 0, rate);
    }

    /** The last frames of a long sound. */
    static Decoded end(byte[] mp3, int rate, int frames) throws IOException {
        return of(mp3, mp3.length / Mp3.frameBytes(rate) - frames, rate);
    }

    private static Decoded of(byte[] mp3, int first, int rate) throws IOException {
        int at = first * Mp3.frameBytes(rate);
        var samples = new short[(mp3.length - at) / Mp3.frameBytes(rate) * Mp3.FRAME];
        int count = 0;
        try {
            var bits = new Bitstream(new ByteArrayInputStream(mp3, at, mp3.length - at));
            var decoder = new Decoder();
            for (var head = bits.readFrame(); head != null; head = bits.readFrame()) {
                var frame = (SampleBuffer) decoder.decodeFrame(head, bits);
                System.arraycopy(frame.getBuffer(), 0, samples, count, frame.getBufferLength());
                count += frame.getBufferLength();
                bits.closeFrame();
            }
        } catch (JavaLayerException e) {
            throw new IOException("no MP3", e);
        }
        // the first frame of a file holds no sound
        return new Decoded(Arrays.copyOf(samples, count), (first - 1L) * Mp3.FRAME - DELAY, rate);
    }

    /** Milliseconds between a time and the first sound after the silence around it. */
    int lateness(long millis) {
        int window = rate / 200;
        int near = (int) (millis * rate / 1000 - from);
        int at = Math.max(0, near - rate / 10);
        while (at + window < samples.length && level(at, window) < AUDIBLE) {
            at += window / 5;
        }
        return Math.abs(at - near) * 1000 / rate;
    }

    private double level(int from, int length) {
        double energy = 0;
        for (int i = from; i < from + length; i++) {
            energy += Math.pow(samples[i] / 32_768.0, 2);
        }
        return Math.sqrt(energy / length);
    }
}
