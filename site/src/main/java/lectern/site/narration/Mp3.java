package lectern.site.narration;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sound.sampled.AudioFormat;

/**
 * MP3 at 64 kb/s, one channel. Each sentence is encoded for itself and begins with a frame that borrows no bits, so that sentences can be joined;
 * at our rates every frame has the same number of bytes, so that a place in the file is a place in time.
 */
final class Mp3 {
    private static final int KILOBITS = 64;
    private static final int QUALITY = 5;
    /** Samples in a frame of MPEG-2. */
    static final int FRAME = 576;
    /** Samples that encoder and decoder delay the sound by; a decoder that reads our first frame takes them off again. */
    private static final int ENCODER_DELAY = 576;
    private static final int DECODER_DELAY = 529;
    private static final int CHUNK = 1 << 15;

    private Mp3() {}

    static int frameBytes(int rate) {
        return FRAME / 8 * KILOBITS * 1000 / rate;
    }

    /** Frames that hold the samples, and silence to the end of the last. */
    static byte[] encode(float[] samples, int rate) {
        var pcm = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            int value = Math.round(Math.clamp(samples[i], -1f, 1f) * 32_767);
            pcm[2 * i] = (byte) value;
            pcm[2 * i + 1] = (byte) (value >> 8);
        }
        var encoder = new LameEncoder(new AudioFormat(rate, 16, 1, true, false), KILOBITS, LameEncoder.CHANNEL_MODE_MONO, QUALITY, false);
        var frames = new ByteArrayOutputStream();
        var buffer = new byte[CHUNK + 8_192];
        for (int at = 0; at < pcm.length; at += CHUNK) {
            frames.write(buffer, 0, encoder.encodeBuffer(pcm, at, Math.min(CHUNK, pcm.length - at), buffer));
        }
        frames.write(buffer, 0, encoder.encodeFinish(buffer));
        encoder.close();
        // the first frame is a place kept for a description that we write ourselves, once for the whole
        int bytes = frameBytes(rate);
        var all = frames.toByteArray();
        if (all.length % bytes != 0) {
            throw new IllegalStateException("frames of " + all.length + " bytes at " + rate + " are not " + bytes + " each");
        }
        return java.util.Arrays.copyOfRange(all, bytes, all.length);
    }

    /** Samples that frames hold. */
    static int samples(byte[] frames, int rate) {
        return frames.length / frameBytes(rate) * FRAME;
    }

    /**
     * A frame that plays nothing and says how long the sound is: with it a browser knows the duration, seeks exactly, and starts where the sound does.
     *
     * @param clips the frames that follow it
     */
    static byte[] head(List<byte[]> clips, int rate) {
        int bytes = frameBytes(rate);
        int frames = clips.stream().mapToInt(clip -> clip.length).sum() / bytes;
        var head = ByteBuffer.allocate(bytes);
        head.put(clips.getFirst(), 0, 4);
        head.position(4 + 9).put("Info".getBytes(StandardCharsets.US_ASCII)).putInt(15).putInt(frames).putInt((frames + 1) * bytes);
        for (int i = 0; i < 100; i++) {
            head.put((byte) (i * 256 / 100));
        }
        head.putInt(50).put("LAME3.98r".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0).position(head.position() + 8);
        head.put((byte) 0).put((byte) KILOBITS);
        head.put((byte) (ENCODER_DELAY >> 4)).put((byte) ((ENCODER_DELAY & 15) << 4 | DECODER_DELAY >> 8)).put((byte) DECODER_DELAY);
        head.position(head.position() + 4).putInt((frames + 1) * bytes);
        return head.array();
    }

    /** Samples of the whole as they are heard. */
    static long heard(List<byte[]> clips, int rate) {
        return clips.stream().mapToLong(clip -> samples(clip, rate)).sum() - ENCODER_DELAY - DECODER_DELAY;
    }
}
