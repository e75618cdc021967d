package lectern.site.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Where connections come in. It closes when nobody stands in front of it: whom the system has let in already but a closed door leaves there would be cut off. */
final class Door extends ServerConnector {
    private static final int WAITING = 1_024;
    private static final int PATIENCE_MILLIS = 500;

    private final CountDownLatch shut = new CountDownLatch(1);
    private volatile boolean closing;

    Door(Server server, HttpConfiguration http) {
        super(server, 1, Runtime.getRuntime().availableProcessors(), new HttpConnectionFactory(http)); // who reads what comes in also answers most of it
        setAcceptQueueSize(WAITING);
    }

    @Override
    public void accept(int acceptor) throws IOException {
        if (closing && getTransport() instanceof ServerSocketChannel outside) {
            try {
                outside.socket().setSoTimeout(1);
                letIn(outside.socket().accept().getChannel());
            } catch (SocketTimeoutException _) {
                // who came while the JVM got here for the first time
                outside.configureBlocking(false);
                for (var late = outside.accept(); late != null; late = outside.accept()) {
                    letIn(late);
                }
                outside.close();
                shut.countDown();
            }
        } else {
            super.accept(acceptor);
        }
    }

    private void letIn(SocketChannel come) throws IOException {
        configure(come.socket());
        come.configureBlocking(false);
        getSelectorManager().accept(come);
    }

    /** Lets in who is there, then nobody. */
    void shut() {
        closing = true;
        // whoever lets in sees that we are closing with the next who comes, and we are the next
        try (var knock = new Socket()) {
            var address = InetAddress.getByName(getHost());
            knock.connect(new InetSocketAddress(address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address, getLocalPort()), PATIENCE_MILLIS);
            boolean _ = shut.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException _) {
            // nobody can come in any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }
}
