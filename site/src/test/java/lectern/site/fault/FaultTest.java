package lectern.site.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.javalin.Javalin;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import lectern.site.OtherProcess;
import lectern.site.Settings;
import lectern.site.book.BookReader;
import lectern.site.embed.Loader;
import lectern.site.library.Library;
import lectern.site.library.Watcher;
import lectern.site.narration.Narrations;
import lectern.site.narration.Shelf;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import lectern.site.web.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultTest {
    private static final Assets ASSETS = new Assets();

    @TempDir
    private Path folder;

    private Path book;

    @BeforeEach
    void write() throws IOException {
        book = Files.createDirectories(folder.resolve("book"));
        Files.writeString(book.resolve("myst.yml"), "version: 1\nproject:\n  title: A book\n  toc:\n    - file: one.md\n    - file: two.md\n");
        Files.writeString(book.resolve("one.md"), "# One\n\nThe first page has a formula $x^2 + y^2$ and a ![picture](shown.svg).\n");
        Files.writeString(book.resolve("two.md"), "# Two\n\nThe second page.\n");
        Files.writeString(book.resolve("shown.svg"), "<svg viewBox='0 0 1 1'/>");
    }

    /** What a book and its search are, as far as a reader can tell. */
    private record Served(Map<String, String> pages, int hits) {
        static Served of(Library library) {
            var pages = new TreeMap<String, String>();
            library.snapshot().pages().forEach((path, body) -> pages.put(path, body.hash()));
            return new Served(pages, library.snapshot().index().search("formula", 5).size());
        }
    }

    private Served open(Path cache) throws Exception {
        try (var library = Library.open(new BookReader(book, cache), new Pages(ASSETS, false), cache)) {
            assertEquals(Optional.empty(), library.notReady());
            return Served.of(library);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "waited in vain: " + what);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static HttpResponse<String> ask(Javalin server, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Javalin serve(Library library, Path cache) throws Settings.Unusable {
        return Server.create(library, ASSETS, new Pages(ASSETS, false), new Loader(cache), new Narrations(library, new Shelf(cache), null), Settings.read(null, Map.of(), Map.of("port", "0")), null).start();
    }

    @Test
    void aCacheInWhateverStateCostsTimeOnly() throws Exception {
        Path cache = folder.resolve("cache");
        var right = open(cache);
        assertTrue(right.hits > 0);
        var kept = cache.resolve("book.bin");
        var files = List.of(cache.resolve("formulas.bin"), cache.resolve("search.index"), kept);
        for (var file : files) {
            byte[] whole = Files.readAllBytes(file);
            byte[] flipped = whole.clone();
            flipped[whole.length / 2] ^= 0x10;
            for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), flipped, "of another version".getBytes(StandardCharsets.UTF_8))) {
                Files.deleteIfExists(kept); // nothing else is looked at where the book was kept
                Files.write(file, damaged);
                assertEquals(right, open(cache), file + " of " + damaged.length + " bytes");
            }
        }
        for (var file : files) {
            Files.deleteIfExists(file);
            Files.createDirectories(file.resolve("a folder where a file was"));
        }
        assertEquals(right, open(cache));
    }

    @Test
    void aFullDiskKeepsNothingAndSaysSo() throws Exception {
        var right = open(folder.resolve("cache"));
        try (var disk = Jimfs.newFileSystem(Configuration.unix().toBuilder().setMaxSize(8_192).setBlockSize(512).build()); var heard = new Heard()) {
            Path cache = Files.createDirectories(disk.getPath("/cache"));
            Files.write(cache.resolve("filler"), new byte[7_680]);
            assertEquals(right, open(cache));
            assertEquals(1, heard.of("formulas-unkept file=" + cache).size(), heard.of("").toString());
            assertEquals(1, heard.of("index cannot be kept in " + cache).size(), heard.of("").toString());
            assertEquals(1, heard.of("book-unkept file=" + cache).size(), heard.of("").toString());
            Files.delete(cache.resolve("filler"));
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsDoneWithout() throws Exception {
        var right = open(folder.resolve("cache"));
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (var heard = new Heard()) {
            assertEquals(right, open(file.resolve("cache")));
            assertEquals(1, heard.of("formulas-unkept file=" + file).size(), heard.of("").toString());
        }
    }

    @Test
    void aBookFolderThatVanishesIsServedAsItWasUntilItIsBack() throws Exception {
        Path cache = folder.resolve("cache");
        try (var library = Library.open(new BookReader(book, cache), new Pages(ASSETS, false), cache)) {
            var server = serve(library, cache);
            try (var _ = Watcher.start(book, library::refresh)) {
                String before = ask(server, "/one").body();
                assertEquals(200, ask(server, "/shown.svg").statusCode());
                var told = new AtomicReference<>("");
                library.listen(change -> told.set(change.problems().toString()));
                Path away = Files.move(book, folder.resolve("away"));
                await("the author is told", () -> told.get().contains("There is no folder"));
                assertEquals(before, ask(server, "/one").body());
                assertEquals(200, ask(server, "/shown.svg").statusCode(), "the picture as it was last");
                assertEquals(200, ask(server, "/readyz").statusCode(), "all of it is still there to read");
                Files.writeString(away.resolve("one.md"), "# One\n\nWritten while away.\n");
                Files.move(away, book);
                await("what changed meanwhile is read", () -> new String(library.snapshot().pages().get("one").identity(), StandardCharsets.UTF_8).contains("Written while away"));
                Files.writeString(book.resolve("one.md"), "# One\n\nWritten after the return.\n");
                await("the folder is watched again", () -> new String(library.snapshot().pages().get("one").identity(), StandardCharsets.UTF_8).contains("after the return"));
            } finally {
                server.stop();
            }
        }
    }

    @Test
    void aMountThatHangsHoldsNoReaderUp() throws Exception {
        Path cache = folder.resolve("cache");
        var disk = new HangingDisk();
        try (var library = Library.open(new BookReader(disk.path(book), cache), new Pages(ASSETS, false), cache)) {
            var server = serve(library, cache);
            var saving = Thread.ofPlatform().daemon().unstarted(library::refresh);
            try {
                String before = ask(server, "/one").body();
                String picture = ask(server, "/shown.svg").body();
                Files.writeString(book.resolve("one.md"), "# One\n\nSaved while the mount was slow.\n");
                disk.hang();
                saving.start();
                await("the reading waits for the mount", () -> disk.waiting() > 0);
                for (int i = 0; i < 3; i++) {
                    assertEquals(before, ask(server, "/one").body());
                    assertEquals(200, ask(server, "/two").statusCode());
                    assertTrue(ask(server, "/search?q=formula").body().contains("/one"));
                    assertEquals(200, ask(server, "/readyz").statusCode());
                    assertEquals(404, ask(server, "/nowhere").statusCode());
                }
                assertTrue(saving.isAlive() && disk.waiting() > 0);
                disk.letGo();
                saving.join();
                assertTrue(ask(server, "/one").body().contains("Saved while the mount was slow"));
                assertEquals(picture, ask(server, "/shown.svg").body());
            } finally {
                disk.letGo();
                server.stop();
            }
        }
    }

    @Test
    void aReadingThatRunsOutOfMemoryLeavesTheBookAsItWas() throws Exception {
        Path cache = folder.resolve("cache");
        var pages = new Pages(ASSETS, false);
        Library.Printer printer = (read, before) -> {
            if (read.sections().stream().anyMatch(section -> section.title().equals("Too much"))) {
                throw new OutOfMemoryError("Java heap space");
            }
            return pages.print(read, before);
        };
        try (var library = Library.open(new BookReader(book, cache), printer, cache); var heard = new Heard(); var _ = Watcher.start(book, library::refresh)) {
            var before = Served.of(library);
            Files.writeString(book.resolve("two.md"), "# Too much\n");
            await("one line tells", () -> !heard.of("reading-failed error=\"java.lang.OutOfMemoryError").isEmpty());
            assertEquals(before, Served.of(library));
            Files.writeString(book.resolve("two.md"), "# Enough\n\nAgain.\n");
            await("the next save goes well", () -> library.snapshot().book().sections().stream().anyMatch(section -> section.title().equals("Enough")));
        }
    }

    @Test
    void anIndexThatCannotBeMadeIsToldAndMadeLater() throws Exception {
        Path cache = folder.resolve("cache");
        var gone = Jimfs.newFileSystem(Configuration.unix());
        Path index = gone.getPath("/cache");
        gone.close(); // whoever asks this file system anything gets an exception that nobody foresees
        try (var heard = new Heard(); var library = Library.open(new BookReader(book, cache), new Pages(ASSETS, false), index)) {
            var server = serve(library, cache);
            try {
                assertEquals(1, heard.of("index-failed error=\"" + ClosedFileSystemException.class.getName()).size(), heard.of("").toString());
                if (library.notReady().isPresent()) { // it was not mended already
                    var ready = ask(server, "/readyz");
                    var search = ask(server, "/search?q=formula");
                    assertTrue(ready.statusCode() == 503 && ready.body().contains("index") || library.notReady().isEmpty(), ready.body());
                    assertTrue(search.statusCode() == 503 && search.headers().firstValue("Retry-After").isPresent() || library.notReady().isEmpty(), search.body());
                }
                assertEquals(200, ask(server, "/one").statusCode());
                assertEquals(404, ask(server, "/nowhere").statusCode());
                await("it is made again", () -> library.notReady().isEmpty());
                assertEquals(200, ask(server, "/readyz").statusCode());
                assertTrue(ask(server, "/search?q=formula").body().contains("/one"));
            } finally {
                server.stop();
            }
        }
    }

    @Test
    void aClockThatJumpsHidesNoSave() throws Exception {
        Path cache = folder.resolve("cache");
        try (var library = Library.open(new BookReader(book, cache), new Pages(ASSETS, false), cache)) {
            int number = 0;
            for (var time : List.of(Instant.now().plusSeconds(400L * 86_400), Instant.EPOCH, Instant.now().minusSeconds(86_400), Instant.EPOCH.plusSeconds(1))) {
                String title = "Saved at another time " + number++;
                Files.writeString(book.resolve("two.md"), "# " + title + "\n");
                Files.setLastModifiedTime(book.resolve("two.md"), FileTime.from(time));
                library.refresh();
                assertEquals(title, library.snapshot().book().sections().getLast().title(), time.toString());
            }
        }
    }

    @Test
    void withoutItsEngineABookShowsItsFormulasAsTheyAreWritten() throws Exception {
        // as on a machine for which there is no V8
        String path = Arrays.stream(OtherProcess.CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !entry.contains("javet-v8")).collect(Collectors.joining(File.pathSeparator));
        var process = OtherProcess.of(List.of("-XX:TieredStopAtLevel=1"), path, "lectern.site.Main", "check", book.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start(); // Javet prints its own stack trace there
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue(), said);
        assertTrue(said.contains("one.md:3:") && said.contains("does not start here"), said);
        assertFalse(said.contains("\tat "), said);
    }
}
