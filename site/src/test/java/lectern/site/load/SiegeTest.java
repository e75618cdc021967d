package lectern.site.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import lectern.site.Settings;
import lectern.site.browser.ServedBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The server while many lean on it. {@code -Dsiege.seconds=20} besieges it with the limits that ship, instead of with shorter ones for less time. */
@Isolated("measures time")
class SiegeTest {
    private static final int SECONDS = Integer.getInteger("siege.seconds", 0);
    private static final int SLOW = 200;
    private static final int QUICK = 8;

    /** A quarter of a second is the bar of a quiet machine; a busy one gets ten times as long, or ten times what it takes without slow clients. */
    private static final double P99_MILLIS = 2_500;

    @TempDir
    private Path folder;

    private Path book(int version) throws IOException {
        Files.writeString(folder.resolve("myst.yml"), "version: 1\nproject:\n  title: Version " + version + " of a book\n  toc:\n    - file: one.md\n");
        var page = new StringBuilder("# One\n\n![large](large.svg)\n");
        for (int i = 0; i < 40; i++) {
            page.append("\nThis sentence is of version ").append(version).append(" and of no other.\n");
        }
        Files.writeString(folder.resolve("one.md"), page);
        if (Files.notExists(folder.resolve("large.svg"))) {
            Files.writeString(folder.resolve("large.svg"), "<svg viewBox='0 0 1 1'>" + " ".repeat(6_000_000) + "</svg>");
        }
        return folder;
    }

    private Settings settings(String limits) throws Exception {
        Path config = Files.writeString(folder.resolve(".server.yml"), "port: 0\nlimits: {" + limits + "}\n");
        return Settings.read(config, Map.of(), Map.of());
    }

    /** Sends a piece of a request every tenth of a second, or takes a byte of a large answer, until the server has had enough. */
    private static void dawdle(int port, int kind, BooleanSupplier over, AtomicInteger open) {
        try (var client = new Client(port, 4_096)) {
            open.incrementAndGet();
            client.send(switch (kind % 3) {
                case 0 -> "GET /one HTTP/1.1\r\nHost: localhost\r\nX: ";
                case 1 -> "POST /one HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n";
                default -> "GET /large.svg HTTP/1.1\r\nHost: localhost\r\n\r\n";
            });
            while (!over.getAsBoolean()) {
                LockSupport.parkNanos(100_000_000);
                if (kind % 3 == 2) {
                    if (client.read() < 0) {
                        break;
                    }
                } else {
                    client.send("x");
                }
            }
        } catch (IOException _) {
            // the server hung up, as it should
        }
    }

    @Test
    void slowClientsAreHungUpOnAndNobodyWaitsForThem() throws Exception {
        try (var served = ServedBook.serve(book(1), settings(SECONDS > 0 ? "" : "headMillis: 1000, idleMillis: 2000")); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = List.of("/one\nConnection: close", "/\nConnection: close", "/search.json?q=sentence\nConnection: close");
            Load.Check isFine = (path, answer) -> answer.status() == 200 ? "" : "status " + answer.status();
            var alone = new Load(served.port(), requests, isFine);
            alone.run(QUICK, 50, () -> alone.latencies.count() >= 100);
            var over = new AtomicBoolean();
            var opened = new AtomicInteger();
            for (int i = 0; i < SLOW; i++) {
                int kind = i;
                threads.submit(() -> dawdle(served.port(), kind, over::get, opened));
            }
            var quick = new Load(served.port(), requests, isFine);
            long least = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS > 0 ? SECONDS : 2);
            long most = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            // the quick ones read on until only they are left
            var left = new AtomicInteger(SLOW);
            threads.submit(() -> {
                while (System.nanoTime() < least || (opened.get() < SLOW || left.get() > QUICK + 1) && System.nanoTime() < most) {
                    LockSupport.parkNanos(200_000_000);
                    left.set(connections(served.port()));
                }
                over.set(true);
            });
            quick.run(QUICK, 50, over::get);
            System.out.printf(Locale.ROOT, "alone: %s%nbeside %d slow clients: %s%n", alone.latencies, SLOW, quick.latencies);
            assertTrue(left.get() <= QUICK + 1, left + " connections are still open");
            assertEquals(Map.of(), quick.failures);
            assertTrue(quick.latencies.within(.99) < Math.max(P99_MILLIS, 10 * alone.latencies.within(.99)), quick.latencies.toString());
        }
    }

    private static int connections(int port) {
        try (var operator = new Client(port)) {
            return operator.get("/metrics").text().lines().filter(line -> line.startsWith("lectern_connections ")).mapToInt(line -> (int) Double.parseDouble(line.substring(20))).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneAddressHoldsOnlySoManyConnections() throws Exception {
        try (var served = ServedBook.serve(book(1), settings("connectionsPerAddress: 20"))) {
            var clients = new ArrayList<Client>();
            int answered = 0;
            for (int i = 0; i < 30; i++) {
                clients.add(new Client(served.port()));
            }
            for (var client : clients) {
                try {
                    answered += client.get("/livez").status() == 200 ? 1 : 0;
                } catch (IOException _) {
                    // one too many
                }
            }
            assertEquals(20, answered);
            clients.getFirst().close();
            // its place is free as soon as the server knows
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            boolean again = false;
            while (!again && System.nanoTime() < until) {
                try (var another = new Client(served.port())) {
                    again = another.get("/livez").status() == 200;
                } catch (IOException _) {
                    Thread.onSpinWait();
                }
            }
            assertTrue(again, "a place that was left is given again");
            for (var client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aBookThatIsSwappedAHundredTimesFailsNobodyAndMixesNothing() throws Exception {
        try (var served = ServedBook.serve(book(1), settings(""))) {
            var swapped = new AtomicBoolean();
            var load = new Load(served.port(), List.of("/one", "/", "/one\nAccept-Encoding: gzip", "/search.json?q=sentence", "/nowhere"), SiegeTest::ofOneVersion);
            var swapping = Thread.ofPlatform().start(() -> {
                for (int version = 2; version <= 101; version++) {
                    try {
                        book(version);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    served.library.refresh();
                }
                swapped.set(true);
            });
            load.run(32, 0, () -> swapped.get() || !swapping.isAlive());
            swapping.join();
            System.out.printf(Locale.ROOT, "100 swaps under 32 connections: %s%n", load.latencies);
            assertEquals(Map.of(), load.failures);
            assertEquals(101, served.library.snapshot().version());
        }
    }

    /** Whether all of an answer is of one version of the book. */
    private static String ofOneVersion(String path, Client.Answer answer) {
        if (answer.status() != (path.equals("/nowhere") ? 404 : 200)) {
            return "status " + answer.status();
        }
        if (!path.equals("/one") || !answer.header("content-encoding").isEmpty()) {
            return "";
        }
        var versions = Pattern.compile("[vV]ersion (\\d+)").matcher(answer.text()).results().map(found -> found.group(1)).toList();
        return versions.stream().distinct().count() == 1 && versions.size() > 40 ? "" : "mixed: " + versions;
    }

    @Test
    void aStopUnderLoadDropsNothing() throws Exception {
        var served = ServedBook.serve(book(1), settings(""));
        var stopped = new AtomicBoolean();
        var load = new Load(served.port(), List.of("/one", "/search.json?q=sentence", "/"), (path, answer) -> answer.status() == 200 ? "" : "status " + answer.status());
        load.refusalIsFine = true;
        var stopping = Thread.ofPlatform().start(() -> {
            while (load.latencies.count() < 200) {
                LockSupport.parkNanos(1_000_000);
            }
            try {
                served.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            stopped.set(true);
        });
        load.run(16, 200, stopped::get);
        stopping.join();
        System.out.printf(Locale.ROOT, "stopped under load: %s%n", load.latencies);
        assertEquals(Map.of(), load.failures);
    }
}
