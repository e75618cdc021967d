package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
            return open(preview, "one");
        }

        static Tab open(ServedBook preview, String page) throws IOException {
            var socket = new Socket("127.0.0.1", preview.port());
            socket.getOutputStream().write(("GET /preview/events?page=" + page + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.UTF_8));
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

    /** An equation before the one that another page cites: the page itself is told first, and then, when the other is written too, of both as the server answers. */
    @Test
    void theTabOfTheSavedPageDoesNotWaitForTheOthers() throws Exception {
        String equation = "$$ a = b $$ (eq-a)\n";
        Files.writeString(folder.resolve("myst.yml"), "project: {title: Small}\n");
        Files.writeString(folder.resolve("one.md"), "# One\n\n" + equation);
        Files.writeString(folder.resolve("two.md"), "# Two\n\nSee [](#eq-a).\n");
        try (var preview = ServedBook.preview(folder)) {
            assertTrue(page(preview, "two").contains(">(1)<"), page(preview, "two"));
            var served = new ArrayList<String>();
            preview.library.listenEarly(change -> served.add(page(preview, "one")));
            var one = Tab.open(preview, "one");
            var two = Tab.open(preview, "two");
            Files.writeString(folder.resolve("one.md"), "# One\n\n$$ c = d $$ (eq-c)\n\n" + equation);
            String early = one.next("data: ");
            assertTrue(early.contains("\"more\":true") && early.contains("eq-c"), early);
            String whole = one.next("data: ");
            assertTrue(whole.contains("\"more\":false") && whole.contains("\"fresh\":{}"), whole);
            String citing = two.next("data: ");
            assertTrue(citing.contains("\"more\":false") && citing.contains("(2)"), citing);
            assertEquals(1, served.size());
            assertFalse(served.getFirst().contains("eq-c"), "the server answers with one book, the old or the new");
            assertTrue(page(preview, "one").contains("eq-c") && page(preview, "two").contains(">(2)<"));
            one.vanish();
            two.vanish();
        }
    }

    private static String page(ServedBook preview, String path) {
        var body = preview.library.snapshot().pages().get(path);
        return body == null ? "" : new String(body.identity(), StandardCharsets.UTF_8);
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
