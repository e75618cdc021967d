package lectern.site.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes a connection on which a request's head has begun but does not end in time.
 * Jetty's idle timeout starts anew with each byte, so a client that sends one byte a second would hold its connection for ever.
 */
final class HeadDeadline extends AbstractLifeCycle implements Connection.Listener {
    private static final int LOOK_EVERY_MILLIS = 500;

    private final long limitNanos;
    private final Scheduler scheduler = new ScheduledExecutorScheduler("head-deadline", true);
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();

    private final Runnable hungUp;

    /** @param hungUp told of each connection that is closed */
    HeadDeadline(long limitMillis, Runnable hungUp) {
        this.hungUp = hungUp;
        this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    /** Requests begun on a connection and answered, and since when bytes have come that complete none. */
    private record Progress(long messagesIn, long messagesOut, long bytesIn, long since) {}

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Progress(0, 0, 0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    @Override
    protected void doStart() throws Exception {
        scheduler.start();
        scheduler.schedule(this::look, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() throws Exception {
        scheduler.stop();
    }

    private void look() {
        long now = System.nanoTime();
        open.replaceAll((connection, before) -> {
            boolean answering = connection.getMessagesIn() > connection.getMessagesOut();
            boolean another = connection.getMessagesIn() != before.messagesIn;
            boolean silent = connection.getBytesIn() == before.bytesIn;
            if (answering || another || silent && before.since == 0) {
                // between requests: the clock starts with the next byte
                return new Progress(connection.getMessagesIn(), connection.getMessagesOut(), connection.getBytesIn(), 0);
            }
            long since = before.since == 0 ? now : before.since;
            if (now - since > limitNanos) {
                hungUp.run();
                connection.getEndPoint().close();
            }
            return new Progress(before.messagesIn, connection.getMessagesOut(), connection.getBytesIn(), since);
        });
        scheduler.schedule(this::look, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
}
