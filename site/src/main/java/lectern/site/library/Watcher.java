package lectern.site.library;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a book folder and calls back once for each burst of changes. */
public final class Watcher implements AutoCloseable {
    /** A save has ended when nothing happened for this long: most editors write, rename and touch within a millisecond or two. */
    private static final int QUIET_MILLIS = 2;

    /** More files than an editor touches in one save: a checkout, a copy, a tool. Its end is waited for longer. */
    private static final int MANY = 4;
    private static final int QUIET_AFTER_MANY_MILLIS = 60;

    /** A burst that goes on is looked at after this long all the same. */
    private static final int LONGEST_MILLIS = 2_000;

    /** Git holds its lock as long as it writes files; one that it left behind when it was killed is not waited for longer. */
    private static final int LONGEST_LOCK_MILLIS = 10_000;

    /** So often is looked whether the book folder is there. */
    private static final int LOOK_MILLIS = 500;

    private static final Set<String> PASSED_OVER = Set.of("_build", "node_modules", "target");

    private static final Logger LOG = LoggerFactory.getLogger("lectern");

    private final Path folder;
    private final WatchService service;
    private final Consumer<Set<String>> changed;
    private final Optional<Path> lock;

    /** Files that changed in this burst; with {@code everything}, any may have. */
    private final Set<String> files = new HashSet<>();
    private boolean everything;

    /** Whether the book folder itself has gone, and with it all that was watched. */
    private boolean gone;

    private Watcher(Path folder, WatchService service, Consumer<Set<String>> changed) {
        this.folder = folder;
        this.service = service;
        this.changed = changed;
        lock = lock(folder);
    }

    /** Starts a daemon thread that calls {@code changed} with the paths of files inside the folder, or with none when any may have changed, until the watcher is closed. */
    public static Watcher start(Path folder, Consumer<Set<String>> changed) throws IOException {
        var watcher = new Watcher(folder, folder.getFileSystem().newWatchService(), changed);
        watcher.register(folder);
        Thread.ofPlatform().name("watcher").daemon().start(watcher::run);
        return watcher;
    }

    private void run() {
        try {
            while (true) {
                takeFirst();
                long start = System.nanoTime();
                while (isWithin(start, LONGEST_MILLIS) || isLocked() && isWithin(start, LONGEST_LOCK_MILLIS)) {
                    var next = service.poll(files.size() >= MANY || everything ? QUIET_AFTER_MANY_MILLIS : QUIET_MILLIS, TimeUnit.MILLISECONDS);
                    if (next != null) {
                        take(next);
                    } else if (!isLocked()) {
                        break;
                    } else {
                        everything = true;
                    }
                }
                if (everything || !files.isEmpty()) {
                    var these = everything ? Set.<String>of() : Set.copyOf(files);
                    everything = false;
                    files.clear();
                    guard(() -> changed.accept(these));
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next news; of a book folder that has gone, for its return. Whoever moves it away does so without an event. */
    private void takeFirst() throws InterruptedException {
        if (gone) {
            while (!Files.isDirectory(folder)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            gone = false;
            everything = true;
            register(folder);
        } else {
            var next = service.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                take(next);
            }
            gone |= !Files.isDirectory(folder);
            everything |= gone;
        }
    }

    /** Reads; whatever goes wrong in that is logged in one line. */
    static void guard(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) { // the next save may go well
            LOG.error("reading-failed error=\"{}\" hint=\"the book is served as it was; save again\"", e.toString());
        }
    }

    private static boolean isWithin(long start, int millis) {
        return System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private boolean isLocked() {
        return lock.filter(Files::exists).isPresent();
    }

    /** Where Git keeps its lock while it changes the files of this folder. */
    private static Optional<Path> lock(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(git.resolve("index.lock"));
            }
            if (Files.isRegularFile(git)) { // a working tree beside the first
                try {
                    return Optional.of(at.resolve(Files.readString(git).replaceFirst("^gitdir:", "").strip()).resolve("index.lock"));
                } catch (IOException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Notes what the key holds about the book, and not about our own cache. */
    private void take(WatchKey key) {
        for (var event : key.pollEvents()) {
            if (event.context() instanceof Path name) {
                Path path = ((Path) key.watchable()).resolve(name);
                if (passedOver(name)) {
                    continue;
                }
                if (event.kind() == ENTRY_CREATE && Files.isDirectory(path)) {
                    register(path);
                    everything = true;
                }
                files.add(folder.relativize(path).toString().replace('\\', '/'));
            } else {
                everything = true; // the system lost events: look at everything
            }
        }
        if (!key.reset()) { // a folder is gone
            everything = true;
            gone |= folder.equals(key.watchable());
        }
    }

    private void register(Path added) {
        try {
            Files.walkFileTree(added, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                    if (!dir.equals(added) && passedOver(dir.getFileName())) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    dir.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE; // deleted while we looked; its own event follows
                }
            });
        } catch (IOException e) {
            gone |= added.equals(folder);
            LOG.warn("folder-unwatched folder={} error={} hint=\"saves there do not show by themselves\"", added, e.toString());
        }
    }

    /** Dot files are caches, version control and editors' own; the others hold what tools made of the book. */
    private static boolean passedOver(Path name) {
        return name.toString().startsWith(".") || name.toString().endsWith("~") || PASSED_OVER.contains(name.toString());
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
