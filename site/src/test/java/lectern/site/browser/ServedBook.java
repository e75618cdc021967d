package lectern.site.browser;

import io.javalin.Javalin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import lectern.site.Settings;
import lectern.site.book.BookReader;
import lectern.site.embed.Loader;
import lectern.site.library.Library;
import lectern.site.library.Watcher;
import lectern.site.narration.Narrations;
import lectern.site.narration.Shelf;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import lectern.site.web.PreviewEvents;
import lectern.site.web.Server;

/** A real server for a book folder, on a port of its own, for the length of a test. */
public final class ServedBook implements Closeable {
    /** The book that ships. */
    public static final Path SHIPPED = Path.of("../content");

    private static final Path CACHE = Path.of("target/test-cache");

    public final Library library;
    private final Javalin server;
    private final Closeable watching;

    private ServedBook(Library library, Javalin server, Closeable watching) {
        this.library = library;
        library.snapshot().index().warm();
        this.server = server;
        this.watching = watching;
    }

    public static ServedBook serve(Path folder) throws Exception {
        return serve(folder, settings(0));
    }

    public static ServedBook serve(Path folder, Settings settings) throws Exception {
        var assets = new Assets();
        var pages = new Pages(assets, false, null, settings.baseUrl().orElse(""));
        var library = Library.open(new BookReader(folder, CACHE), pages, CACHE);
        return new ServedBook(library, Server.create(library, assets, pages, new Loader(CACHE), new Narrations(library, new Shelf(CACHE), null), settings, null).start(), () -> {});
    }

    /** With a cache of its own, where its sound is. */
    public static ServedBook serve(Path folder, Path cache) throws Exception {
        var assets = new Assets();
        var shelf = new Shelf(cache);
        var pages = new Pages(assets, false, shelf, "");
        var library = Library.open(new BookReader(folder, cache), pages, cache);
        return new ServedBook(library, Server.create(library, assets, pages, new Loader(cache), new Narrations(library, shelf, null), settings(0), null).start(), () -> {});
    }

    /** As {@code lectern preview} does: watching, and with a stream of events. */
    public static ServedBook preview(Path folder) throws Exception {
        return preview(folder, 0);
    }

    /** The same on this port, where another has stood before; 0 for any. */
    static ServedBook preview(Path folder, int port) throws Exception {
        var assets = new Assets();
        var pages = new Pages(assets, true);
        var library = Library.openAnyway(new BookReader(folder, CACHE), pages, CACHE);
        var events = new PreviewEvents(library);
        var watcher = Watcher.start(folder, library::refresh);
        return new ServedBook(library, Server.create(library, assets, pages, new Loader(CACHE), new Narrations(library, new Shelf(CACHE), null), settings(port), events).start(), () -> {
            watcher.close();
            events.close();
        });
    }

    private static Settings settings(int port) throws Settings.Unusable {
        return Settings.read(null, Map.of(), Map.of("port", String.valueOf(port)));
    }

    public int port() {
        return server.port();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Override
    public void close() throws IOException {
        watching.close();
        server.stop();
        library.close();
    }
}
