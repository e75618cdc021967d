package lectern.site;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import lectern.site.library.Body;
import lectern.site.library.Library;

/** A server from its start to the signal that ends it. */
final class RunningServer {
    private RunningServer() {}

    /** Starts, says where the book is read, and returns when the process is told to stop and what was in flight has been answered. */
    static int untilStopped(Javalin server, Settings settings, Library library, Runnable beforeStop) throws InterruptedException {
        try {
            server.start();
        } catch (JavalinBindException e) {
            System.err.printf("lectern: port %d of %s cannot be used, most likely because another program has it; choose one with --port, or 0 for any%n",
                    settings.port(), settings.host());
            return 2;
        }
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            beforeStop.run();
            server.stop();
            library.close();
            System.err.println("lectern: stopped");
            stopped.countDown();
        }, "stop"));
        if (Boolean.getBoolean("lectern.stopWithParent")) {
            ProcessHandle.current().parent().ifPresent(p -> p.onExit().thenRun(() -> System.exit(0)));
        }
        var book = library.snapshot().book();
        long ready = ProcessHandle.current().info().startInstant().map(start -> Duration.between(start, Instant.now()).toMillis()).orElse(0L);
        System.out.printf("%s: %d %s at http://%s:%d (ready after %d ms)%n", book.title(), book.sections().size(), book.sections().size() == 1 ? "page" : "pages",
                settings.host(), server.port(), ready);
        if (Boolean.getBoolean("lectern.stopWhenReady")) {
            library.rehearse();
            System.exit(0);
        }
        settle(library);
        stopped.await();
        return 0;
    }

    /** Loads what the first search needs, keeps what was read and compresses every page in the background, so that no reader waits for it and no start either. */
    private static void settle(Library library) {
        Thread.ofPlatform().name("settle").daemon().priority(Thread.MIN_PRIORITY).start(() -> {
            library.snapshot().index().warm();
            library.keep();
            library.snapshot().pages().values().forEach(Body::compress);
        });
    }
}
