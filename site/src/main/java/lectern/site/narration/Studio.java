package lectern.site.narration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lectern.site.narration.speech.Sentence;
import org.jspecify.annotations.Nullable;

/** Says sentences, each once: what was said is kept by what it depends on, so that a stopped run goes on where it was, and an edit costs one sentence. */
public final class Studio implements AutoCloseable {
    /** Changes when the same words would sound otherwise. */
    private static final String FORM = "2";

    private static final String HALF = ".part";
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path folder;
    private final String id;
    private final String name;
    private final Supplier<Narrator> open;
    private @Nullable Narrator narrator;
    private final AtomicInteger spoken = new AtomicInteger();

    private Studio(Path folder, String id, String name, Supplier<Narrator> open) {
        this.folder = folder.resolve("clips");
        this.id = id;
        this.name = name;
        this.open = open;
    }

    /** The usual voice. It is loaded when the first sentence is not known yet. @param cache where sound is kept */
    public static Studio mary(Path cache) {
        return new Studio(cache, MaryNarrator.ID, MaryNarrator.NAME, MaryNarrator::new);
    }

    /** A quick, rough voice. */
    public static Studio freetts(Path cache) {
        return new Studio(cache, FreettsNarrator.ID, FreettsNarrator.NAME, FreettsNarrator::new);
    }

    /** Kokoro. @param model folder with the model and a voice */
    public static Studio kokoro(Path cache, Path model) {
        return new Studio(cache, KokoroNarrator.id(model), KokoroNarrator.NAME, () -> new KokoroNarrator(model));
    }

    /** As readers are told: "MaryTTS". */
    public String name() {
        return name;
    }

    String id() {
        return id;
    }

    /** How many sentences were really said, and not taken from what is kept. */
    public int spoken() {
        return spoken.get();
    }

    /** A sentence, said now or before; several threads may ask at once. */
    Clip clip(Sentence sentence) throws IOException {
        Path file = file(sentence);
        if (Files.exists(file)) {
            try {
                return Clip.read(Files.readAllBytes(file));
            } catch (IOException e) {
                Files.delete(file); // damaged: said again
            }
        }
        var clip = say(sentence);
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "clip", HALF);
        Files.write(fresh, clip.bytes());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return clip;
    }

    private Clip say(Sentence sentence) {
        var line = Line.of(sentence);
        var said = narrator().speak(line).trimmed().levelled().heard();
        if (said.starts().length != 0 && said.starts().length != line.words().size()) {
            throw new IllegalStateException(said.starts().length + " words timed of " + line.words().size());
        }
        spoken.incrementAndGet();
        int rest = (int) (restMillis(sentence.rest()) / 1000.0 * said.rate());
        var samples = java.util.Arrays.copyOf(said.samples(), said.samples().length + rest);
        return new Clip(said.rate(), said.samples().length, said.starts(), Mp3.encode(samples, said.rate()));
    }

    private synchronized Narrator narrator() {
        if (narrator == null) {
            narrator = open.get();
            sweep();
        }
        return narrator;
    }

    /** Takes away what a run that was killed left half-written; what another run writes just now is younger. */
    private void sweep() {
        var old = FileTime.from(Instant.now().minus(LEFT_BEHIND));
        try (var left = Files.newDirectoryStream(folder, "*" + HALF)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // nothing was ever said here, or it cannot be swept: it takes room and does no harm
            return;
        }
    }

    private static int restMillis(Sentence.Rest rest) {
        return switch (rest) {
            case SENTENCE -> 300;
            case PARAGRAPH -> 600;
            case HEADING -> 800;
        };
    }

    private Path file(Sentence sentence) {
        try {
            var key = String.join("\n", FORM, id, sentence.rest().name(), sentence.sound());
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() {
        if (narrator != null) {
            narrator.close();
        }
    }
}
