package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.site.browser.ServedBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stream of a preview's events, as a tab meets it that reads, and one that goes away. */
@Timeout(60)
class PreviewEventsTest {
    @TempDir
    private Path folder;

    private ServedBook preview() throws Exception {
        Files.writeString(folder.resolve("myst.yml"), "project: {title: Small}\n");
        Files.writeString(folder.resolve("one.md"), "# One\n\nFirst.\n");
        return ServedBook.preview(folder);
    }

    /** A tab that has been told the state of things. */
    private record Tab(Socket socket, BufferedReader in) {
        static Tab open(ServedBook preview) throws IOException {
            var socket = new Socket("127.0.0.1", preview.port());
            socket.getOutputStream().write("GET /preview/events?page=one HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            var tab = new Tab(socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
            tab.next("data: ");
            return tab;
        }

        /** Waits for a line that begins so. */
        String next(String begin) throws IOException {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(begin)) {
                    return line;
                }
            }
            throw new IOException("the stream ended");
        }

        /** Goes as a killed browser does: by a reset. */
        void vanish() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    @Test
    void aTabIsToldOfASaveAndOfNothingByAHeartbeat() throws Exception {
        try (var preview = preview()) {
            var tab = Tab.open(preview);
            Files.writeString(folder.resolve("one.md"), "# One\n\nSecond.\n");
            assertTrue(tab.next("data: ").contains("Second."));
            assertEquals(": here", tab.next(":"));
            tab.vanish();
        }
    }

    /** A reload closes a stream a moment before or after the server does. */
    @Test
    void thePreviewEndsAtOnceWhileTabsGoAway() throws Exception {
        for (int round = 0; round < 5; round++) {
            var preview = preview();
            List<Tab> tabs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                tabs.add(Tab.open(preview));
            }
            for (Tab tab : tabs) {
                tab.vanish();
            }
            preview.close();
        }
    }
}
