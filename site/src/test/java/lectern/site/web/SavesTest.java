package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.site.book.BookReader;
import lectern.site.browser.ServedBook;
import lectern.site.library.Change;
import lectern.site.library.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What readers of a preview get while its files are written, cut off, renamed, deleted and checked out under it: the old page or the new one, whole. */
@Isolated("needs the watcher to keep up")
class SavesTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern WHOLE = Pattern.compile("(?s).*begin-(\\d+)-of-(\\w+) .* end-\\1-of-\\2 .*</html>\\s*");
    private static final int PARAGRAPHS = 12;

    @TempDir
    private Path folder;

    private ServedBook preview;
    private final LinkedBlockingQueue<Change> changes = new LinkedBlockingQueue<>();

    private void open() throws Exception {
        preview = ServedBook.preview(folder);
        preview.library.listen(changes::add);
    }

    @AfterEach
    void close() throws IOException {
        preview.close();
    }

    /** A page that says at both ends which version of it this is, and whose. */
    private static String page(int version, String name) {
        var text = new StringBuilder("# " + name + "\n\nbegin-" + version + "-of-" + name + " here.\n\n$$ x_{" + version + "} = 1 $$ (eq-" + name + ")\n\n");
        for (int i = 0; i < PARAGRAPHS; i++) {
            text.append(("Paragraph " + i + " of version " + (i % 3 == 0 ? version : 0) + " goes on, ").repeat(6)).append("and ends with [](#eq-a).\n\n");
        }
        return text + "The page closes with end-" + version + "-of-" + name + " here.\n";
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private HttpResponse<String> get(String path) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(preview.url(path))).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("a request failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The version of a page as it is served; fails when it is not whole. */
    private int version(String path) {
        var answer = get(path);
        var whole = WHOLE.matcher(answer.body());
        assertEquals(200, answer.statusCode());
        assertTrue(whole.matches(), answer.body());
        return Integer.parseInt(whole.group(1));
    }

    /** Waits for a snapshot of which this holds. */
    private Snapshot await(Predicate<Snapshot> holds) throws InterruptedException {
        while (!holds.test(preview.library.snapshot())) {
            if (changes.poll(60, TimeUnit.SECONDS) == null) {
                throw new AssertionError("no such snapshot came: " + preview.library.problems());
            }
        }
        return preview.library.snapshot();
    }

    private static boolean shows(Snapshot snapshot, String path, String words) {
        return snapshot.pages().containsKey(path) && new String(snapshot.pages().get(path).identity(), StandardCharsets.UTF_8).contains(words);
    }

    private void awaitVersion(String name, int version) throws InterruptedException {
        await(s -> shows(s, name, "end-" + version + "-of-"));
    }

    /** Readers who ask for pages again and again until closed; what they complain about is kept. */
    private final class Readers implements AutoCloseable {
        private final List<Thread> threads = new ArrayList<>();
        private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
        private volatile boolean reading = true;

        Readers(int connections, String... paths) {
            for (int i = 0; i < connections; i++) {
                String path = paths[i % paths.length];
                threads.add(Thread.ofVirtual().start(() -> {
                    int last = 0;
                    while (reading && complaints.isEmpty()) {
                        try {
                            int now = version(path);
                            if (now < last) {
                                complaints.add(path + " went back from " + last + " to " + now);
                            }
                            last = now;
                        } catch (AssertionError e) {
                            complaints.add(String.valueOf(e.getMessage()));
                        }
                    }
                }));
            }
        }

        @Override
        public void close() {
            reading = false;
            try {
                for (var thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertEquals(List.of(), List.copyOf(complaints));
        }
    }

    @Test
    void aHundredEditsUnderThirtyTwoConnectionsFailNoRequest() throws Exception {
        write("myst.yml", "project: {title: T, toc: [{file: a.md}, {file: b.md}]}\n");
        write("a.md", page(1, "a"));
        write("b.md", page(1, "b"));
        open();
        try (var _ = new Readers(32, "/a", "/b")) {
            for (int version = 2; version <= 51; version++) {
                write("a.md", page(version, "a"));
                write("b.md", page(version, "b"));
                awaitVersion("a", version);
                awaitVersion("b", version);
            }
        }
    }

    @Test
    void twoHundredSavesCutOffOrRenamedShowTheOldPageOrTheNew() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        write("myst.yml", "project: {title: T, toc: [{file: a.md}]}\n");
        write("a.md", page(1, "a"));
        open();
        Path file = folder.resolve("a.md");
        int version = 1;
        try (var _ = new Readers(2, "/a")) {
            for (int save = 0; save < 200; save++) {
                String next = page(version + 1, "a");
                int cut = 1 + random.nextInt(next.length() - 60);
                // a text that ends at the end of a line is a whole text to anyone
                String half = next.substring(0, next.charAt(cut - 1) == '\n' ? cut + 1 : cut).stripTrailing();
                switch (random.nextInt(7)) {
                    case 0 -> Files.writeString(file, half);
                    case 1 -> Files.writeString(file, "");
                    case 2 -> Files.deleteIfExists(file);
                    case 3 -> { // an editor that is slow
                        Files.writeString(file, half);
                        version("/a");
                        Files.writeString(file, next);
                        awaitVersion("a", ++version);
                    }
                    case 4 -> { // an editor that moves the new text over the old
                        Files.writeString(folder.resolve("a.md.tmp"), next);
                        Files.move(folder.resolve("a.md.tmp"), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                        awaitVersion("a", ++version);
                    }
                    case 5 -> { // an editor that moves the old text away first
                        if (Files.exists(file)) {
                            Files.move(file, folder.resolve("a.md~"), StandardCopyOption.REPLACE_EXISTING);
                        }
                        version("/a");
                        Files.writeString(file, next);
                        awaitVersion("a", ++version);
                    }
                    default -> {
                        Files.writeString(file, next);
                        awaitVersion("a", ++version);
                    }
                }
                int served = version("/a");
                assertEquals(version, served, "-Dseed=" + seed);
            }
        }
    }

    @Test
    void aCheckoutOfAnotherBranchIsOneChange() throws Exception {
        var names = IntStream.range(0, 40).mapToObj(i -> "p" + i).toList();
        for (int branch = 1; branch <= 2; branch++) {
            write("myst.yml", "project: {title: Branch " + branch + ", toc: [" + names.stream().map(n -> "{file: " + n + ".md}").collect(Collectors.joining(", ")) + "]}\n");
            for (var name : names) {
                write(name + ".md", page(branch, name).replace("#eq-a", "#eq-p0"));
            }
            if (branch == 1) {
                git("init", "-q", "-b", "one");
            } else {
                git("checkout", "-q", "-b", "two");
            }
            git("add", ".");
            git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "branch");
        }
        open();
        var mixed = new ConcurrentLinkedQueue<String>();
        preview.library.listen(change -> {
            var branches = names.stream().map(name -> change.after().book().section(name).orElseThrow().blocks().toString().contains("end-1-of-")).collect(Collectors.toSet());
            if (branches.size() > 1) {
                mixed.add("a snapshot of both branches");
            }
        });
        for (var branch : List.of("one", "two", "one")) {
            git("checkout", "-q", branch);
            int version = branch.equals("one") ? 1 : 2;
            await(s -> s.book().title().equals("Branch " + version) && names.stream().allMatch(name -> shows(s, name, "end-" + version + "-of-")));
        }
        assertEquals(List.of(), List.copyOf(mixed));
        assertEquals(List.of(), preview.library.problems());
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
        assertEquals(0, process.waitFor(), command.toString());
    }

    @Test
    void everyKindOfFileThatChangesChangesThePagesThatUseIt() throws Exception {
        write("myst.yml", "project: {title: T, bibliography: [r.bib], math: {'\\m': 'm'}}\nlectern: {numbers: {c: 1}, rules: {undefined-symbol: off}}\n");
        write("r.bib", "@book{k, author={Ada Byron}, title={Notes}, year={1843}}\n");
        write("symbols.yml", "- {id: q, tex: q, meaning: angles}\n");
        write("c/a.md", "# A\n\n```{include} part.txt\n```\n\n![arm](arm.svg)\n\n$$ q + \\m $$ (eq-a)\n\nBy @k.\n");
        write("c/b.md", "# B\n\n$$ y $$ (eq-b)\n\nSee [](#eq-a) and [](a.md).\n");
        write("c/part.txt", "First part.\n");
        write("c/arm.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='20'></svg>");
        open();
        assertEquals(List.of(), preview.library.problems());

        write("c/part.txt", "Second part.\n\n$$ z $$ (eq-z)\n");
        await(s -> shows(s, "c/a", "Second part.") && shows(s, "c/b", ">(1.2)</a>") && shows(s, "c/b", "id=\"eq-b\"") && shows(s, "c/b", "(1.3)"));
        write("c/arm.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='40'></svg>");
        await(s -> shows(s, "c/a", "width=\"30\""));
        write("r.bib", "@book{k, author={Ada Lovelace}, title={Notes}, year={1843}}\n");
        await(s -> shows(s, "c/a", "Lovelace"));
        write("symbols.yml", "- {id: q, tex: q, meaning: joint angles}\n");
        await(_ -> get("/card/c/a/symbols").body().contains("joint angles"));
        write("myst.yml", "project: {title: T, bibliography: [r.bib], math: {'\\m': 'm_0'}}\nlectern: {numbers: {c: 7}, rules: {undefined-symbol: off}}\n");
        await(s -> shows(s, "c/b", ">(7.2)</a>") && shows(s, "c/a", "<mn>0</mn>"));
        write("c/c.md", "# C\n\nA new page, after [](b.md).\n");
        await(s -> shows(s, "c/c", "A new page") && shows(s, "c/b", "rel=\"next\""));
        Files.move(folder.resolve("c/c.md"), folder.resolve("c/d.md"));
        await(s -> shows(s, "c/d", "A new page") && !s.pages().containsKey("c/c"));
        Files.delete(folder.resolve("c/d.md"));
        await(s -> !s.pages().containsKey("c/d") && !shows(s, "c/b", "rel=\"next\""));
        assertEquals(404, get("/c/d").statusCode());

        try (var anew = new BookReader(folder, folder.resolve(".lectern"))) {
            var fresh = anew.read();
            assertEquals(fresh.problems(), preview.library.problems());
            assertEquals(fresh.sections(), preview.library.snapshot().book().sections());
            assertEquals(fresh.images(), preview.library.snapshot().book().images());
        }
    }

    @Test
    void aShorterPageIsTakenAndAHalfOneIsTakenWhenItIsSavedTwice() throws Exception {
        write("myst.yml", "project: {title: T, toc: [{file: a.md}]}\n");
        write("a.md", page(1, "a"));
        open();
        write("a.md", page(1, "a").replaceAll("(?s)Paragraph 6.*", ""));
        await(s -> !shows(s, "a", "Paragraph 6") && shows(s, "a", "Paragraph 5"));
        write("a.md", "# A\n\nQuite another page");
        await(s -> shows(s, "a", "Quite another page")); // doubted for a moment
        write("a.md", page(1, "a"));
        awaitVersion("a", 1);
        String half = page(1, "a").replaceAll("(?s)Paragraph 8 of version 0 goes on, P.*", "Paragraph 8 of ver");
        write("a.md", half);
        await(s -> !s.book().problems().isEmpty());
        assertEquals(List.of("half-saved"), preview.library.problems().stream().map(p -> p.rule()).toList());
        assertEquals(1, version("/a"));
        Files.setLastModifiedTime(folder.resolve("a.md"), java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 1_000));
        await(s -> s.book().problems().isEmpty() && !shows(s, "a", "end-1-of-"));
    }
}
