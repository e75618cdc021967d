package lectern.site.narration;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lectern.site.book.Book;
import lectern.site.book.Section;
import lectern.site.library.Library;
import lectern.site.narration.speech.Script;
import lectern.site.narration.speech.ScriptWriter;
import lectern.site.narration.speech.Speakers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server has to be heard: sound that is on the shelf, and sections that are read in the background because somebody listens, one at a time. */
public final class Narrations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("lectern");

    /** How a section stands. @param done sentences of {@code all} that are said; 0 of 0 when nobody is at it */
    public record State(Optional<Sound> sound, int done, int all) {}

    /** A script, kept with what it was written from. */
    private record Written(Section section, Script script) {}

    private final Library library;
    private final Shelf shelf;
    private final @Nullable Studio studio;
    private final Speakers speakers;
    private final ConcurrentHashMap<String, Written> scripts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, State> making = new ConcurrentHashMap<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private final ExecutorService background = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("narrator").factory());

    /** @param studio that reads in the background; null where none shall */
    public Narrations(Library library, Shelf shelf, @Nullable Studio studio) {
        this.library = library;
        this.shelf = shelf;
        this.studio = studio;
        speakers = new Speakers(library::drawn);
    }

    /** The script of a page as it is now. */
    public Script script(Section section) {
        var book = library.snapshot().book();
        return scripts.compute(section.path(), (path, before) -> before != null && before.section == section ? before
                : new Written(section, ScriptWriter.write(book, section, speakers))).script;
    }

    public State state(Section section) {
        var sound = shelf.sound(library.snapshot().book(), section);
        return sound.isPresent() ? new State(sound, 0, 0) : making.getOrDefault(section.path(), new State(sound, 0, 0));
    }

    /** Has a section read in the background, if that is wanted and nobody is at it. */
    public void ask(Section section) {
        if (studio == null || failed.contains(section.path()) || state(section).sound().isPresent() || script(section).sentences().isEmpty()) {
            return;
        }
        making.computeIfAbsent(section.path(), path -> {
            background.execute(() -> make(section, studio));
            return new State(Optional.empty(), 0, script(section).sentences().size());
        });
    }

    private void make(Section section, Studio studio) {
        try {
            Book book = library.snapshot().book();
            long start = System.nanoTime();
            shelf.make(book, section, script(section), studio, 1, (done, all) -> making.put(section.path(), new State(Optional.empty(), done, all)));
            LOG.info("narrated path={} engine={} ms={}", section.path(), studio.name(), (System.nanoTime() - start) / 1_000_000);
        } catch (IOException | IllegalStateException e) {
            // asked again and again, it would fail again and again
            failed.add(section.path());
            LOG.warn("narration-failed path={} error=\"{}\"", section.path(), e.getMessage());
        } finally {
            making.remove(section.path());
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
