package lectern.site.narration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A sentence as it is kept: encoded, with where its words begin.
 *
 * @param spoken samples up to the end of the last word; what follows is rest
 * @param starts first sample of each word
 * @param frames MP3
 */
record Clip(int rate, int spoken, int[] starts, byte[] frames) {
    private static final int FORM = 1;

    int samples() {
        return Mp3.samples(frames, rate);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(FORM);
            out.writeInt(rate);
            out.writeInt(spoken);
            out.writeInt(starts.length);
            for (int start : starts) {
                out.writeInt(start);
            }
            out.writeInt(frames.length);
            out.write(frames);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if these are not the bytes of a clip */
    static Clip read(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != FORM) {
            throw new IOException("another form");
        }
        int rate = in.readInt();
        int spoken = in.readInt();
        int count = in.readInt();
        if (rate < 8_000 || rate > 48_000 || count < 0 || count > bytes.length / 4) {
            throw new IOException("no clip");
        }
        var starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = in.readInt();
        }
        int length = in.readInt();
        var frames = in.readAllBytes();
        if (frames.length == 0 || frames.length != length || frames.length % Mp3.frameBytes(rate) != 0) {
            throw new IOException("no whole frames");
        }
        return new Clip(rate, spoken, starts, frames);
    }
}
