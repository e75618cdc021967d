package lectern.site.markup.tex;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import lectern.site.markup.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's answers between runs: one file, written whole and put in place at once, so that two processes lose at most each other's new
 * formulas. A file that is missing, old or damaged is as good as none. The bytes are kept as they are: to pack and unpack them would take longer than
 * the disk does.
 */
final class FormulaCache {
    private static final Logger LOG = LoggerFactory.getLogger("lectern");
    private static final int MAGIC = 0x4c464302;
    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_ENTRIES = 400_000;
    private final Path file;
    private final String version;

    /** @param version of everything that makes an answer; another version's answers are not used */
    FormulaCache(Path folder, String version) {
        this.file = folder.resolve("formulas.bin");
        this.version = version;
    }

    Map<String, byte[]> load() {
        var answers = new HashMap<String, byte[]>();
        if (!Files.isRegularFile(file)) {
            return answers;
        }
        var crc = new CRC32();
        try (var in = new DataInputStream(new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), crc))) {
            if (in.readInt() != MAGIC || !text(in).equals(version)) {
                return answers;
            }
            int count = in.readInt();
            if (count < 0 || count > MAX_ENTRIES) {
                return answers;
            }
            for (int i = 0; i < count; i++) {
                answers.put(text(in), bytes(in));
            }
            long sum = crc.getValue();
            return in.readLong() == sum ? answers : new HashMap<>();
        } catch (IOException | IllegalArgumentException e) {
            return new HashMap<>();
        }
    }

    /** Keeps the answers; where the folder cannot be written, nothing is kept. */
    void save(Map<String, byte[]> answers) {
        try {
            WholeFile.write(file, to -> {
                var crc = new CRC32();
                var out = new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(to, crc), 1 << 16));
                out.writeInt(MAGIC);
                text(out, version);
                out.writeInt(answers.size());
                for (var e : answers.entrySet()) {
                    text(out, e.getKey());
                    bytes(out, e.getValue());
                }
                out.flush();
                out.writeLong(crc.getValue());
                out.flush();
            });
        } catch (IOException e) {
            LOG.warn("formulas-unkept file={} error={} hint=\"they are drawn again at the next start; make room there, or give another folder with --cache\"", file, e.toString());
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("no length");
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
