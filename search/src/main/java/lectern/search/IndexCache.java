package lectern.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.Version;

/**
 * An index kept in one file, so that a start need not make it again: checksum of the rest, fingerprint of the passages, then Lucene's files.
 *
 * <p>It is read whole and believed only when the checksum and the fingerprint are right; a file that is missing, old, cut short or altered is made again.
 */
final class IndexCache {
    /** Changes whenever the fields or the way words are cut do. */
    private static final String FORM = "lectern index 5, Lucene " + Version.LATEST;
    private static final int DIGEST = 16;
    /** Between two texts; in no text of UTF-8. */
    private static final byte[] END = {(byte) 0xff};

    private IndexCache() {}

    /** The layer in the file, when it is of these passages; else made anew and, if the file can be written, kept. */
    static Layer open(Path file, List<Passage> passages, Lexicon lexicon) {
        byte[] fingerprint = fingerprint(passages, lexicon);
        return read(file, fingerprint).map(directory -> Layer.in(directory, passages, lexicon)).orElseGet(() -> {
            Directory directory = Layer.write(passages, lexicon);
            keep(file, fingerprint, directory);
            return Layer.in(directory, passages, lexicon);
        });
    }

    private static Optional<Directory> read(Path file, byte[] fingerprint) {
        try {
            byte[] all = Files.readAllBytes(file);
            if (all.length < 2 * DIGEST || !Arrays.equals(sum(all, DIGEST, all.length - DIGEST), Arrays.copyOf(all, DIGEST))) return Optional.empty();
            if (!Arrays.equals(fingerprint, Arrays.copyOfRange(all, DIGEST, 2 * DIGEST))) return Optional.empty();
            Directory directory = Layer.memory();
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, 2 * DIGEST, all.length - 2 * DIGEST))) {
                for (int files = in.readInt(); files > 0; files--) {
                    String name = in.readUTF();
                    byte[] bytes = in.readNBytes(in.readInt());
                    try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
                        out.writeBytes(bytes, bytes.length);
                    }
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) leaf.reader().checkIntegrity();
            }
            return Optional.of(directory);
        } catch (IOException | RuntimeException unusable) {
            return Optional.empty(); // whatever is wrong with a cache, the answer is to make it again
        }
    }

    /** Writes beside the file and moves it into place, so that no one reads half of it. A cache that cannot be written is done without. */
    private static void keep(Path file, byte[] fingerprint, Directory directory) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(fingerprint);
            DataOutputStream out = new DataOutputStream(body);
            String[] names = directory.listAll();
            out.writeInt(names.length);
            for (String name : names) {
                try (IndexInput in = directory.openInput(name, IOContext.DEFAULT)) {
                    byte[] bytes = new byte[Math.toIntExact(in.length())];
                    in.readBytes(bytes, 0, bytes.length);
                    out.writeUTF(name);
                    out.writeInt(bytes.length);
                    out.write(bytes);
                }
            }
            byte[] rest = body.toByteArray();
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) return;
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "index", ".part");
            try {
                try (var target = Files.newOutputStream(fresh)) {
                    target.write(sum(rest, 0, rest.length));
                    target.write(rest);
                }
                move(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException | ArithmeticException unkept) {
            System.getLogger(IndexCache.class.getName()).log(System.Logger.Level.WARNING, "the search index cannot be kept in {0}: {1}", file, unkept.getMessage());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] fingerprint(List<Passage> passages, Lexicon lexicon) {
        Sum sum = new Sum();
        add(sum, FORM);
        add(sum, new TreeMap<>(lexicon.macros()).toString());
        for (Passage p : passages) {
            for (String part : List.of(p.id(), p.url(), p.title(), p.trail(), p.text(), p.kind().name(), p.page(), p.chapter(), p.code())) add(sum, part);
            for (Formula formula : p.formulas()) {
                add(sum, formula.tex());
                add(sum, formula.mathMl());
            }
            add(sum, "end");
        }
        return sum.value();
    }

    /** A text and where it ends, so that two texts are never one longer one. */
    private static void add(Sum sum, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.add(bytes, 0, bytes.length);
        sum.add(END, 0, END.length);
    }

    private static byte[] sum(byte[] bytes, int from, int length) {
        Sum sum = new Sum();
        sum.add(bytes, from, length);
        return sum.value();
    }

    /** Two checksums by different polynomials, and the length: a start waits for them, and it is damage they tell, not forgery. */
    private static final class Sum {
        private final CRC32 one = new CRC32();
        private final CRC32C other = new CRC32C();
        private long length;

        void add(byte[] bytes, int from, int count) {
            one.update(bytes, from, count);
            other.update(bytes, from, count);
            length += count;
        }

        byte[] value() {
            return ByteBuffer.allocate(DIGEST).putInt((int) one.getValue()).putInt((int) other.getValue()).putLong(length).array();
        }
    }
}
