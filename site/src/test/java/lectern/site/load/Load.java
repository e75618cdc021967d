package lectern.site.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Readers who together ask so many times a second, each on a kept connection.
 *
 * <p>An answer's time counts from when its request was due, not from when it was sent: a server that stalls makes every request wait that came due meanwhile.
 */
final class Load {
    /** Checks an answer: empty when it is right, else what is wrong with it. */
    interface Check extends BiFunction<String, Client.Answer, String> {}

    private static final int SECOND = 1_000_000_000;

    final Latencies latencies = new Latencies();
    /** What went wrong, and how often. */
    final Map<String, Long> failures = new ConcurrentSkipListMap<>();

    /** Set where the server is being stopped: who then comes anew gets no connection, and goes elsewhere. */
    volatile boolean refusalIsFine;

    private final int port;
    private final List<String> requests;
    private final Check check;
    private final AtomicLong sent = new AtomicLong();

    /** @param requests paths, each with headers behind it after line breaks; asked for in turn */
    Load(int port, List<String> requests, Check check) {
        this.port = port;
        this.requests = requests;
        this.check = check;
    }

    /** Asks until {@code done}; {@code perSecond} of 0 is as fast as answers come. */
    void run(int readers, int perSecond, BooleanSupplier done) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < readers; i++) {
                threads.submit(() -> read(start, perSecond, done));
            }
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.DAYS);
        }
    }

    private void read(long start, int perSecond, BooleanSupplier done) {
        Client client = null;
        while (!done.getAsBoolean()) {
            long number = sent.getAndIncrement();
            long due = perSecond == 0 ? System.nanoTime() : start + number * SECOND / perSecond;
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            String[] request = requests.get((int) (number % requests.size())).split("\n");
            try {
                if (client == null) {
                    client = new Client(port);
                }
            } catch (IOException e) {
                if (!refusalIsFine) {
                    fail("no connection: " + e);
                }
                return;
            }
            try {
                var answer = client.get(request[0], Arrays.copyOfRange(request, 1, request.length));
                latencies.add(System.nanoTime() - due);
                String wrong = check.apply(request[0], answer);
                if (!wrong.isEmpty()) {
                    fail(request[0] + ": " + wrong);
                }
                if (answer.closes()) {
                    client = closed(client);
                }
            } catch (IOException | RuntimeException e) {
                fail(request[0] + ": " + e);
                client = closed(client);
            }
        }
        closed(client);
    }

    private void fail(String what) {
        failures.merge(what, 1L, Long::sum);
    }

    private static @Nullable Client closed(@Nullable Client client) {
        try {
            if (client != null) {
                client.close();
            }
        } catch (IOException _) {
            // it is gone either way
        }
        return null;
    }
}
