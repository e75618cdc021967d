package lectern.site.web;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives up on a reader who takes what is written to him more slowly than this.
 * Jetty's own {@code MinimumDataRateHandler} (12.1.12) compares all that it ever wrote, in bytes times 10⁹: after 9.2 GB the product overflows,
 * and from then on every answer of the server fails.
 */
final class RateFloor extends Handler.Wrapper {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int bytesPerSecond;

    /** @param bytesPerSecond at least 1 */
    RateFloor(int bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Response.Wrapper(request, response) {
            @Override
            public void write(boolean last, ByteBuffer content, Callback written) {
                if (content == null || !content.hasRemaining()) {
                    super.write(last, content, written);
                    return;
                }
                long patience = content.remaining() * NANOS / bytesPerSecond;
                var waiting = request.getComponents().getScheduler().schedule(() -> written.failed(new TimeoutException("the reader takes less than " + bytesPerSecond + " bytes a second")),
                        patience, TimeUnit.NANOSECONDS);
                super.write(last, content, Callback.from(waiting::cancel, written));
            }
        }, callback);
    }
}
