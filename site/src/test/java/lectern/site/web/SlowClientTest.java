package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lectern.site.Settings;
import lectern.site.browser.ServedBook;
import org.junit.jupiter.api.Test;

class SlowClientTest {
    private static final String HEAD = "GET /livez HTTP/1.1\r\nHost: localhost\r\n";

    /** Sends a head one byte every 50 ms, often enough never to be idle, until the server hangs up; returns how long that took. */
    private static long millisUntilHungUp(Socket socket) throws IOException {
        long start = System.nanoTime();
        socket.setSoTimeout(50);
        for (int i = 0; i < 200; i++) {
            try {
                socket.getOutputStream().write('X');
                if (socket.getInputStream().read() < 0) {
                    break;
                }
            } catch (SocketTimeoutException _) {
                continue; // still listened to: the next byte
            } catch (SocketException _) {
                break;
            }
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static ServedBook hasty() throws Exception {
        var limits = new Settings.Limits(1_000, 30_000, 8_000, 4_096, 4_096, 64);
        return ServedBook.serve(Path.of("src/test/resources/books/small"),
                new Settings("127.0.0.1", 0, Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), false, false, "", limits));
    }

    @Test
    void aHeadThatNeverEndsIsHungUpOn() throws Exception {
        try (var book = hasty(); var socket = new Socket("127.0.0.1", book.port())) {
            socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
            long took = millisUntilHungUp(socket);
            assertTrue(took > 500 && took < 5_000, took + " ms");
        }
    }

    @Test
    void soIsTheSecondHeadOfAConnection() throws Exception {
        try (var book = hasty(); var socket = new Socket("127.0.0.1", book.port())) {
            socket.getOutputStream().write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[2_000];
            assertTrue(new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200"));
            socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
            long took = millisUntilHungUp(socket);
            assertTrue(took > 500 && took < 5_000, took + " ms");
        }
    }

    @Test
    void slowHeadsDoNotKeepOthersWaiting() throws Exception {
        try (var book = hasty()) {
            var slow = new Socket[300];
            for (int i = 0; i < slow.length; i++) {
                slow[i] = new Socket("127.0.0.1", book.port());
                slow[i].getOutputStream().write('G');
            }
            var answered = CompletableFuture.supplyAsync(() -> {
                try (var quick = new Socket("127.0.0.1", book.port())) {
                    quick.getOutputStream().write((HEAD + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                    return new String(quick.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).get(5, TimeUnit.SECONDS);
            assertEquals("HTTP/1.1 200 OK", answered.lines().findFirst().orElse(""));
            for (var socket : slow) {
                socket.close();
            }
        }
    }
}
