package lectern.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lectern.site.book.BookReader;
import lectern.site.library.Change;
import lectern.site.embed.Loader;
import lectern.site.library.Library;
import lectern.site.library.Watcher;
import lectern.site.narration.Narrations;
import lectern.site.narration.Shelf;
import lectern.site.narration.Studio;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import lectern.site.web.PreviewEvents;
import lectern.site.web.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lectern preview}: the book for its author, each save in the open page at once. */
@Command(name = "preview", mixinStandardHelpOptions = true, description = "Serve a book to its author: each save shows in the open page at once, mistakes beside it.")
final class PreviewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BOOK", description = "The folder with myst.yml.")
    private Path book = Path.of(".");

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Override
    public Integer call() throws InterruptedException, IOException {
        Settings settings;
        try {
            settings = options.settings();
        } catch (Settings.Unusable e) {
            System.err.println("lectern: " + e.getMessage());
            return 2;
        }
        var assets = new Assets();
        var cache = CacheFolder.of(book, settings.cache());
        var shelf = new Shelf(cache);
        var pages = new Pages(assets, true, shelf, "");
        var library = Library.openAnyway(new BookReader(book, cache), pages, cache);
        library.problems().forEach(System.err::println);
        if (!Files.isDirectory(book)) {
            return 1;
        }
        var events = new PreviewEvents(library);
        library.listen(PreviewCommand::report); // the open pages first
        // an author hears a page at once, by the quick voice
        var narrations = new Narrations(library, shelf, settings.narrates() ? Studio.freetts(cache) : null);
        try (var _ = Watcher.start(book, library::refresh)) {
            return RunningServer.untilStopped(Server.create(library, assets, pages, new Loader(cache), narrations, settings, events), settings, library, events::close);
        }
    }

    private static void report(Change change) {
        change.problems().forEach(System.err::println);
        System.err.printf("saved: %d %s changed in %d ms, %d %s%n", change.pages().size(), change.pages().size() == 1 ? "page" : "pages", change.took(),
                change.problems().size(), change.problems().size() == 1 ? "problem" : "problems");
    }
}
