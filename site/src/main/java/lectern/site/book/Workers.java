package lectern.site.book;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that read and write pages, one a processor, with room for deep nesting. */
final class Workers implements AutoCloseable {
    private static final long STACK_BYTES = 8L << 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()),
            task -> Thread.ofPlatform().name("reader").daemon().stackSize(STACK_BYTES).unstarted(task));

    <T> Future<T> submit(Callable<T> task) {
        return threads.submit(task);
    }

    void execute(Runnable task) {
        threads.execute(task);
    }

    static <T> T get(Future<T> task) throws Folder.Unreadable {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the book", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Folder.Unreadable unreadable) {
                throw unreadable;
            }
            // one page must not take the others with it, whether it ran out of memory or met a mistake of ours
            throw new Folder.Unreadable("The page could not be made (" + e.getCause() + ").", "Undo what was added last, or split the page; if it is neither long nor odd, report it.");
        }
    }

    /** Waits for what is under way, but not for long. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
