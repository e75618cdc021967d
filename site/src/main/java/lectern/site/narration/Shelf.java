package lectern.site.narration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import lectern.site.book.Book;
import lectern.site.book.Section;
import lectern.site.book.Voice;
import lectern.site.library.Body;
import lectern.site.narration.speech.Script;

/** The sound of sections, as files: what is there fits the section as it is now, or does not count. */
public final class Shelf {
    /** Changes when scripts or cues take another form. */
    private static final String FORM = "2";

    /** A checksum, kept with what it was made of: a player asks for a page's sound piece by piece. */
    private record Print(Section section, Voice voice, String hash) {}

    private final Path folder;
    private final ConcurrentHashMap<String, Print> prints = new ConcurrentHashMap<>();

    /** @param cache the book's folder for what can be made again */
    public Shelf(Path cache) {
        folder = cache.resolve("sound");
    }

    Path folder() {
        return folder;
    }

    /** The sound of a section, if it was made of the section as it is. Costs one small file, and a checksum for each new edition. */
    public Optional<Sound> sound(Book book, Section section) {
        Path note = file(section, ".txt");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(note);
            boolean fits = lines.size() == 4 && lines.getFirst().equals(print(book, section)) && lines.getLast().equals(sizes(section));
            return fits ? Optional.of(new Sound(file(section, ".mp3"), file(section, ".vtt"), lines.get(1), Duration.parse(lines.get(2)))) : Optional.empty();
        } catch (IOException | java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes the sound of a section and puts it on the shelf. Sentences that were said before are not said again.
     *
     * @param threads that say sentences at once
     * @param progress told of each sentence: how many are done, and how many there are
     */
    public Sound make(Book book, Section section, Script script, Studio studio, int threads, BiConsumer<Integer, Integer> progress) throws IOException {
        var clips = clips(script, studio, threads, progress);
        int rate = clips.getFirst().rate();
        var frames = clips.stream().map(Clip::frames).toList();
        var mp3 = new ByteArrayOutputStream();
        mp3.writeBytes(Mp3.head(frames, rate));
        frames.forEach(mp3::writeBytes);
        var duration = Duration.ofNanos(Mp3.heard(frames, rate) * 1_000_000_000L / rate);
        Files.createDirectories(file(section, ".mp3").getParent());
        Files.deleteIfExists(file(section, ".txt"));
        write(file(section, ".mp3"), mp3.toByteArray());
        write(file(section, ".vtt"), Cues.of(script, clips, studio.name()).getBytes(StandardCharsets.UTF_8));
        write(file(section, ".txt"), String.join("\n", List.of(print(book, section), studio.name(), duration.toString(), sizes(section))).getBytes(StandardCharsets.UTF_8));
        return new Sound(file(section, ".mp3"), file(section, ".vtt"), studio.name(), duration);
    }

    private static List<Clip> clips(Script script, Studio studio, int threads, BiConsumer<Integer, Integer> progress) throws IOException {
        var clips = new ArrayList<Clip>();
        int priority = Thread.currentThread().getPriority();
        try (var workers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("voice").priority(priority).factory())) {
            var tasks = script.sentences().stream().map(sentence -> workers.submit(() -> studio.clip(sentence))).toList();
            try {
                for (var task : tasks) {
                    clips.add(task.get());
                    progress.accept(clips.size(), tasks.size());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted; what was said is kept", e);
            } catch (ExecutionException e) {
                throw new IOException(e.getCause().getMessage(), e.getCause());
            } finally {
                tasks.forEach(task -> task.cancel(false));
            }
        }
        return clips;
    }

    /** How long both files are: a file system that went down may have kept a file's name and not its bytes. */
    private String sizes(Section section) throws IOException {
        return Files.size(file(section, ".mp3")) + " " + Files.size(file(section, ".vtt"));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(Section section, String ending) {
        return folder.resolve(section.path() + ending);
    }

    /** All that the script of a section depends on, as one number. */
    private String print(Book book, Section section) {
        return prints.compute(section.path(), (path, known) -> known != null && known.section == section && known.voice.equals(book.voice()) ? known
            : new Print(section, book.voice(), print(book.voice(), section))).hash;
    }

    private static String print(Voice voice, Section section) {
        var all = new StringBuilder(FORM).append(section.number()).append(section.titleHtml()).append(new TreeMap<>(voice.say()));
        section.goals().forEach(all::append);
        section.blocks().forEach(block -> all.append(block.html()));
        section.formulas().stream().map(used -> used.formula().setting().meanings()).distinct()
                .forEach(meanings -> meanings.values().stream().map(symbol -> symbol.tex() + symbol.say() + symbol.function()).sorted().forEach(all::append));
        return Body.hash(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
