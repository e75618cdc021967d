package lectern.site.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;

/** The open connections by the address they come from, of which one address may have only so many. */
final class Crowd implements Connection.Listener {
    private final int most;
    private final Predicate<InetAddress> exempt;
    private final Runnable refused;
    private final Map<Connection, InetAddress> open = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> counts = new ConcurrentHashMap<>();

    /**
     * @param exempt proxies, behind which many readers stand
     * @param refused told of each connection that was one too many
     */
    Crowd(int most, Predicate<InetAddress> exempt, Runnable refused) {
        this.most = most;
        this.exempt = exempt;
        this.refused = refused;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote) {
            var address = remote.getAddress();
            open.put(connection, address);
            if (counts.merge(address, 1, Integer::sum) > most && !exempt.test(address)) {
                refused.run();
                connection.getEndPoint().close();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        var address = open.remove(connection);
        if (address != null) {
            counts.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
        }
    }

    int size() {
        return open.size();
    }
}
