package lectern.site.library;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Watches a book folder and calls back once for each burst of changes. */
public final class Watcher implements AutoCloseable {
    /** A burst has ended when nothing happened for this long: editors write, rename and touch within a few milliseconds. */
    private static final int QUIET_MILLIS = 8;

    /** A burst that goes on (a checkout of another branch) is looked at after this long all the same. */
    private static final int LONGEST_MILLIS = 250;

    private static final Set<String> PASSED_OVER = Set.of("_build", "node_modules", "target");

    private final WatchService service;
    private final Runnable changed;

    private Watcher(WatchService service, Runnable changed) {
        this.service = service;
        this.changed = changed;
    }

    /** Starts a daemon thread that calls {@code changed} until the watcher is closed. */
    public static Watcher start(Path folder, Runnable changed) throws IOException {
        var watcher = new Watcher(folder.getFileSystem().newWatchService(), changed);
        watcher.register(folder);
        Thread.ofPlatform().name("watcher").daemon().start(watcher::run);
        return watcher;
    }

    private void run() {
        try {
            while (true) {
                boolean news = take(service.take());
                long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
                WatchKey next;
                while (System.nanoTime() < deadline && (next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) != null) {
                    news |= take(next);
                }
                if (news) {
                    changed.run();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the key holds anything about the book, and not only about our own cache. */
    private boolean take(WatchKey key) {
        boolean news = false;
        for (var event : key.pollEvents()) {
            if (event.context() instanceof Path name && !passedOver(name)) {
                news = true;
                Path path = ((Path) key.watchable()).resolve(name);
                if (event.kind() == ENTRY_CREATE && Files.isDirectory(path)) {
                    register(path);
                }
            } else if (event.context() == null) {
                news = true; // the system lost events: look at everything
            }
        }
        key.reset();
        return news;
    }

    private void register(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                    if (!dir.equals(folder) && passedOver(dir.getFileName())) {
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
            throw new UncheckedIOException(e);
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
