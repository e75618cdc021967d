package lectern.site.web;

import io.javalin.http.Context;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The end of a server that drops no request.
 *
 * <p>First each answer says that it is the last of its connection, and newcomers are still let in, so that nobody sends another request on a connection that is
 * about to close; then the door is closed; then who is still inside is served. Jetty's own shutdown closes connections whose last answer did not say so,
 * and interrupts the thread that lets newcomers in.
 */
final class Farewell {
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AtomicInteger underway = new AtomicInteger();
    private volatile long cameLast = System.nanoTime();
    private volatile boolean leaving;

    boolean isLeaving() {
        return leaving;
    }

    /** Notes a request, and returns whether its answer is to say that it is the last. */
    boolean came() {
        underway.incrementAndGet();
        cameLast = System.nanoTime();
        return leaving;
    }

    void came(Context ctx) {
        if (came()) {
            ctx.header("Connection", "close");
        }
    }

    void went() {
        underway.decrementAndGet();
    }

    /** Returns when few or none are left to be waited for by the server's own stop. */
    void say(Door door) {
        leaving = true;
        if (door.getConnectedEndPoints().isEmpty()) {
            return;
        }
        awaitQuiet(QUIET_NANOS);
        door.shut();
        awaitQuiet(3 * QUIET_NANOS);
    }

    private void awaitQuiet(long quiet) {
        long start = System.nanoTime();
        for (long now = start; now - start < LONGEST_NANOS && (underway.get() > 0 || now - Math.max(start, cameLast) < quiet); now = System.nanoTime()) {
            LockSupport.parkNanos(QUIET_NANOS / 10);
        }
    }
}
