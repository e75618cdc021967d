package lectern.site.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lectern.site.OtherProcess;
import lectern.site.browser.ServedBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that share nothing but the book's folder: a reader cannot tell which one answered. */
class ReplicasTest {
    private static final Path GUIDE = Path.of("src/main/guide");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    /** What may differ from one answer to the next. */
    private static final Pattern TOOK = Pattern.compile("\"tookMs\":[\\d.]+");
    private static final List<String> HEADERS = List.of("content-type", "content-encoding", "content-length", "etag", "cache-control", "vary", "content-security-policy", "location");

    @TempDir
    private Path folder;

    /** A server in a process of its own: what a class loader or a hash seed could make different is different there. */
    private record Other(Process process, int port) implements AutoCloseable {
        static Other start(Path book, Path cache) throws IOException {
            var process = OtherProcess.quick("lectern.site.Main", "serve", book.toString(), "--port", "0", "--cache", cache.toString()).redirectErrorStream(true).start();
            var said = new StringBuilder();
            var lines = process.inputReader();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var address = ADDRESS.matcher(line);
                if (address.find()) {
                    Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                    return new Other(process, Integer.parseInt(address.group(1)));
                }
                said.append(line).append('\n');
            }
            throw new IOException("no server came up: " + said);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static Map<String, String> told(Client.Answer answer) {
        var told = new TreeMap<>(Map.of("status", String.valueOf(answer.status())));
        HEADERS.forEach(name -> told.put(name, answer.header(name)));
        if (TOOK.matcher(answer.text()).find()) {
            told.remove("content-length");
        }
        return told;
    }

    @Test
    void twoServersGiveTheSameBytesAndTagsAndAddresses() throws Exception {
        var differing = new TreeSet<String>();
        try (var one = ServedBook.serve(GUIDE); var other = Other.start(GUIDE, folder.resolve("cache"));
                var here = new Client(one.port()); var there = new Client(other.port)) {
            var requests = new ArrayList<>(Mixture.of(one));
            one.library.snapshot().pages().keySet().stream().filter(page -> !page.isEmpty()).forEach(page -> requests.addAll(List.of("/card/" + page + "/symbols", "/card/" + page + "/equations", "/narration/" + page + ".json")));
            requests.addAll(List.of("/manifest.webmanifest", "/sw.js", "/oembed?url=http://localhost/widgets/two-link"));
            assertTrue(requests.size() > 200, requests.size() + " requests");
            assertTrue(requests.stream().anyMatch(request -> request.startsWith("/assets/")));
            int turn = 0;
            for (var request : requests) {
                String[] lines = request.split("\n");
                var headers = Arrays.copyOfRange(lines, 1, lines.length);
                boolean first = turn++ % 2 == 0;
                var a = (first ? here : there).get(lines[0], headers);
                var b = (first ? there : here).get(lines[0], headers);
                String wrong = Mixture.check(lines[0], b);
                if (!wrong.isEmpty() || !told(a).equals(told(b)) || !TOOK.matcher(a.text()).replaceAll("").equals(TOOK.matcher(b.text()).replaceAll(""))) {
                    differing.add(request.replace('\n', ' ') + ": " + a.text() + " and " + b.text() + wrong);
                }
            }
        }
        assertEquals("", String.join("\n", differing));
    }
}
