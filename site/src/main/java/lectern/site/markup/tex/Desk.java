package lectern.site.markup.tex;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine on a thread of its own, so that one that fails or hangs costs its own question only: it is left behind, and the next question gets another.
 * One question at a time.
 */
final class Desk implements AutoCloseable {
    /** As much as a reader's thread has: a formula may be nested deeply. */
    private static final long STACK_BYTES = 8L << 20;

    /** So many letters of a formula are told to the operator. */
    private static final int SHOWN = 200;

    private static final Logger LOG = LoggerFactory.getLogger("lectern");

    private final Supplier<Engine> engines;
    private final long patienceMillis;
    private volatile Engine engine;
    private volatile ExecutorService thread;

    /** @param patienceMillis an engine that takes longer is given up; its own limits should end it long before */
    Desk(Supplier<Engine> engines, long patienceMillis) {
        this.engines = engines;
        this.patienceMillis = patienceMillis;
        engine = engines.get();
        thread = thread();
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(task -> Thread.ofPlatform().name("formulas").daemon().stackSize(STACK_BYTES).unstarted(task));
    }

    /** The engine's answer; nothing when it failed. @param about what is asked, for the operator */
    Optional<byte[]> ask(String about, Function<Engine, byte[]> question) throws InterruptedException {
        var asked = engine;
        var answer = thread.submit(() -> question.apply(asked));
        try {
            return Optional.of(answer.get(patienceMillis, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            leave(about, String.valueOf(e.getCause()));
            thread.execute(() -> closeQuietly(asked));
        } catch (TimeoutException e) {
            leave(about, "no answer for " + patienceMillis + " ms");
            thread.shutdownNow();
            thread = thread();
        } catch (InterruptedException e) {
            // the engine may be in the middle of it, and is not used again
            engine = engines.get();
            thread.shutdownNow();
            thread = thread();
            throw e;
        }
        return Optional.empty();
    }

    private void leave(String about, String error) {
        String formula = about.substring(0, Math.min(about.length(), SHOWN)).replaceAll("\\s+", " ");
        LOG.warn("formula-engine-lost error=\"{}\" at=\"{}\" hint=\"another is started; this formula is shown as it is written\"", error, formula);
        engine = engines.get();
    }

    /** An engine that failed may fail at its end too; there is nothing left to lose. */
    private static void closeQuietly(Engine engine) {
        try {
            engine.close();
        } catch (RuntimeException e) {
            LOG.debug("an engine did not close", e);
        }
    }

    @Override
    public void close() {
        if (!thread.isShutdown()) {
            var last = engine;
            thread.execute(() -> closeQuietly(last));
            thread.shutdown();
        }
        try {
            // a process that ends takes what hangs with it
            if (!thread.awaitTermination(patienceMillis, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
