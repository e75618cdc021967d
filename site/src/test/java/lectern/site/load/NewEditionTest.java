package lectern.site.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import lectern.site.Settings;
import lectern.site.browser.ServedBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Two servers behind one who asks now this one, now that one, while one after the other is stopped and comes back with a new edition. */
@Isolated("on a busy machine the moment in which a door closes is long")
class NewEditionTest {
    /** Linux lets no listening socket go without resetting who came in that very moment: at most so many at one stop. */
    private static final int AT_THE_DOOR = 2;

    @TempDir
    private Path folder;

    private static ServedBook edition(Path folder, int edition, int port) throws Exception {
        var page = new StringBuilder("# Edition " + edition + "\n");
        for (int i = 0; i < 30; i++) {
            page.append("\nThis sentence is of edition ").append(edition).append(" and of no other.\n");
        }
        Path book = Files.createDirectories(folder.resolve(String.valueOf(edition)));
        Files.writeString(book.resolve("myst.yml"), "version: 1\nproject:\n  title: T\n  toc:\n    - file: one.md\n");
        Files.writeString(book.resolve("one.md"), page);
        return ServedBook.serve(book, Settings.read(null, Map.of(), Map.of("port", String.valueOf(port))));
    }

    /**
     * One reader at the proxy: a kept connection to each server, asked in turn. Where none is to be had, or a new one is reset before its first answer, the other server is asked,
     * as nginx does by its {@code proxy_next_upstream} (https://nginx.org/en/docs/http/ngx_http_proxy_module.html).
     */
    private static final class Proxied {
        private final List<Integer> ports;
        private final Client[] clients = new Client[2];
        private final Map<String, Long> failures;
        private final AtomicInteger reset;

        Proxied(List<Integer> ports, Map<String, Long> failures, AtomicInteger reset) {
            this.ports = ports;
            this.failures = failures;
            this.reset = reset;
        }

        void ask(int turn) {
            for (int i = 0; i < 2; i++) {
                int which = (turn + i) % 2;
                boolean fresh = clients[which] == null;
                try {
                    if (fresh) {
                        clients[which] = new Client(ports.get(which));
                    }
                    var answer = clients[which].get("/one");
                    var editions = Pattern.compile("of edition (\\d)").matcher(answer.text()).results().map(found -> found.group(1)).distinct().toList();
                    if (answer.status() != 200 || editions.size() != 1) {
                        failures.merge(answer.status() + " " + editions, 1L, Long::sum);
                    }
                    if (answer.closes()) {
                        close(which);
                    }
                } catch (ConnectException e) {
                    continue;
                } catch (SocketException e) {
                    close(which);
                    if (fresh) {
                        reset.incrementAndGet();
                        continue;
                    }
                    failures.merge("cut off: " + e, 1L, Long::sum);
                } catch (IOException e) {
                    close(which);
                    failures.merge("cut off: " + e, 1L, Long::sum);
                }
                return;
            }
            failures.merge("nobody is there", 1L, Long::sum);
        }

        void close(int which) {
            var client = clients[which];
            clients[which] = null;
            try {
                if (client != null) {
                    client.close();
                }
            } catch (IOException e) {
                failures.merge("did not close: " + e, 1L, Long::sum);
            }
        }
    }

    @Test
    void aNewEditionComesWithoutAFailedRequest() throws Exception {
        var failures = new ConcurrentSkipListMap<String, Long>();
        var answered = new AtomicInteger();
        var reset = new AtomicInteger();
        var over = new AtomicBoolean();
        var servers = new ArrayList<>(List.of(edition(folder, 1, 0), edition(folder, 1, 0)));
        var ports = servers.stream().map(ServedBook::port).toList();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                readers.submit(() -> {
                    var reader = new Proxied(ports, failures, reset);
                    for (int turn = 0; !over.get(); turn++) {
                        reader.ask(turn);
                        answered.incrementAndGet();
                        LockSupport.parkNanos(2_000_000);
                    }
                    reader.close(0);
                    reader.close(1);
                });
            }
            try {
                for (int which = 0; which < 2; which++) {
                    int before = answered.get();
                    while (answered.get() < before + 200) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    servers.get(which).close();
                    servers.set(which, edition(folder, 2, ports.get(which)));
                }
                int before = answered.get();
                while (answered.get() < before + 200) {
                    LockSupport.parkNanos(1_000_000);
                }
            } finally {
                over.set(true);
            }
        }
        try (var client = new Client(ports.getFirst())) {
            assertTrue(client.get("/one").text().contains("of edition 2"));
        }
        for (var server : servers) {
            server.close();
        }
        System.out.printf("a new edition on two servers, one after the other: %d requests answered, %d asked elsewhere since the door closed on them%n", answered.get(), reset.get());
        assertEquals(Map.of(), failures);
        assertTrue(reset.get() <= 2 * AT_THE_DOOR, reset + " came when a door closed");
    }
}
