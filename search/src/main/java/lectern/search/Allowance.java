package lectern.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/**
 * The working time that one search may take on its thread.
 *
 * <p>It is the processor's time, so that a search which had to wait on a busy machine is not cut short; on a virtual thread, where that is unknown, it is the clock's.
 */
final class Allowance implements QueryTimeout {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final boolean measured = THREADS.isCurrentThreadCpuTimeSupported() && !Thread.currentThread().isVirtual();
    private final long end;

    Allowance(Duration time) {
        end = now() + time.toNanos();
    }

    @Override
    public boolean shouldExit() {
        return now() - end > 0;
    }

    private long now() {
        return measured ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
