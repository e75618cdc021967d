package lectern.site.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lectern.site.browser.ServedBook;
import org.junit.jupiter.api.Test;

/**
 * Mixed load on the shipped book for a long time: what goes wrong, and whether memory grows. {@code -Dsoak.seconds=1800 -Dsoak.rate=500} for the full measure.
 *
 * <p>Memory is what the heap still holds after a full collection, at the quarter of the time and at its end: the first quarter fills what is filled once.
 */
class SoakBenchmark {
    private static final int SECONDS = Integer.getInteger("soak.seconds", 60);
    private static final int RATE = Integer.getInteger("soak.rate", 500);
    private static final int READERS = 64;
    private static final int MOST_MEGABYTES = 30;

    @Test
    void mixedLoadLosesNothingAndLeaksNothing() throws Exception {
        try (var book = ServedBook.serve(ServedBook.SHIPPED)) {
            var load = new Load(book.port(), Mixture.of(book), Mixture::check);
            long start = System.nanoTime();
            var watch = new Watch(start);
            var watching = Thread.ofPlatform().daemon().start(watch);
            load.run(READERS, RATE, () -> System.nanoTime() - start > TimeUnit.SECONDS.toNanos(SECONDS));
            watching.interrupt();
            long last = Watch.heldBytes();
            System.out.printf(Locale.ROOT, "%d s at %d/s asked, %.0f/s answered: %s%n", SECONDS, RATE, load.latencies.count() / (double) SECONDS, load.latencies);
            try (var operator = new Client(book.port())) {
                operator.get("/metrics").text().lines().filter(line -> line.matches("(lectern_request_duration_seconds_(sum|count)|process_cpu).*")).forEach(System.out::println);
            }
            System.out.printf(Locale.ROOT, "errors: %s%nheap after collection: %.1f MB at a quarter, %.1f MB at the end%n", load.failures, watch.quarter / 1e6, last / 1e6);
            assertEquals(Map.of(), load.failures);
            assertTrue(last - watch.quarter < MOST_MEGABYTES * 1_000_000L, "memory grew");
        }
    }

    /** Looks at the heap once a quarter of the time is over. */
    private static final class Watch implements Runnable {
        private final long start;
        volatile long quarter;

        Watch(long start) {
            this.start = start;
        }

        @Override
        public void run() {
            LockSupport.parkNanos(start + TimeUnit.SECONDS.toNanos(SECONDS) / 4 - System.nanoTime());
            quarter = heldBytes();
        }

        static long heldBytes() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
