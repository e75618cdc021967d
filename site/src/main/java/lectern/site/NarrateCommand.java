package lectern.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lectern.site.book.BookReader;
import lectern.site.book.Section;
import lectern.site.book.UnreadableBook;
import lectern.site.narration.Shelf;
import lectern.site.narration.Studio;
import lectern.site.narration.speech.ScriptWriter;
import lectern.site.narration.speech.Speakers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lectern narrate}: the sound of a book, made before somebody asks for it. */
@Command(name = "narrate", mixinStandardHelpOptions = true, description = "Read a book aloud into its cache, where serve and export find the sound. A stopped run goes on where it was.")
final class NarrateCommand implements Callable<Integer> {
    /** Engines by the name they are asked for. */
    enum Engine { mary, freetts }

    @Parameters(index = "0", paramLabel = "BOOK", description = "The folder with myst.yml.")
    private Path book = Path.of(".");

    @Parameters(index = "1..*", paramLabel = "PAGE", description = "Only these pages, such as ch03/vectors.")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "NAME", description = "mary (default), or freetts: quick and rough.")
    private Engine engine = Engine.mary;

    @Option(names = "--kokoro", paramLabel = "DIR", description = "Speak by Kokoro-82M: a folder with the model (.onnx) and a voice (.bin).")
    private @Nullable Path kokoro;

    @Option(names = "--script", description = "Print what would be said, and say nothing.")
    private boolean onlyScript;

    @Option(names = "--cache", paramLabel = "DIR", description = "Default BOOK/.lectern; safe to delete at any time.")
    private @Nullable Path cache;

    @Override
    public Integer call() throws IOException {
        var folder = CacheFolder.of(book, Optional.ofNullable(cache));
        try (var reader = new BookReader(book, folder); var studio = studio(folder)) {
            var read = reader.open();
            for (String page : wanted) {
                if (read.section(page).isEmpty()) {
                    System.err.printf("lectern: there is no page \"%s\"; pages are named as in their address, such as %s%n", page, read.sections().isEmpty() ? "ch01/first" : read.sections().getFirst().path());
                    return 2;
                }
            }
            var speakers = new Speakers(reader::drawn);
            var shelf = new Shelf(folder);
            for (Section section : read.sections()) {
                if (!wanted.isEmpty() && !wanted.contains(section.path())) {
                    continue;
                }
                var known = onlyScript ? Optional.<lectern.site.narration.Sound>empty() : shelf.sound(read, section).filter(sound -> sound.narrator().equals(studio.name()));
                if (known.isPresent()) {
                    System.err.printf("%s: %s of sound, as before%n", section.path(), clock(known.get().duration()));
                    continue;
                }
                var script = ScriptWriter.write(read, section, speakers);
                if (onlyScript) {
                    System.out.println("# " + section.path());
                    ScriptWriter.lines(script).forEach(System.out::println);
                    continue;
                }
                if (script.sentences().isEmpty()) {
                    continue;
                }
                long start = System.nanoTime();
                int before = studio.spoken();
                var sound = shelf.make(read, section, script, studio, Runtime.getRuntime().availableProcessors(), (done, all) -> progress(section, done, all, start));
                System.err.printf("\r%s: %s of sound, %d of %d sentences said anew, in %s%n", section.path(), clock(sound.duration()), studio.spoken() - before, script.sentences().size(),
                        clock(Duration.ofNanos(System.nanoTime() - start)));
            }
            return 0;
        } catch (UnreadableBook e) {
            System.err.println("lectern: " + e.problem());
            return 1;
        }
    }

    private Studio studio(Path cache) {
        return kokoro != null ? Studio.kokoro(cache, kokoro) : switch (engine) {
            case mary -> Studio.mary(cache);
            case freetts -> Studio.freetts(cache);
        };
    }

    private static void progress(Section section, int done, int all, long start) {
        var left = Duration.ofNanos((System.nanoTime() - start) / done * (all - done));
        System.err.printf("\r%s: %d of %d sentences, %s left ", section.path(), done, all, clock(left));
    }

    /** {@code 14:05}. */
    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
