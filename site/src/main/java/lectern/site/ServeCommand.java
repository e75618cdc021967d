package lectern.site;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lectern.site.book.BookReader;
import lectern.site.book.UnreadableBook;
import lectern.site.embed.Loader;
import lectern.site.library.Library;
import lectern.site.narration.Narrations;
import lectern.site.narration.Shelf;
import lectern.site.narration.Studio;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import lectern.site.web.Server;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lectern serve}: the book for its readers. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serve a book to its readers.")
final class ServeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BOOK", description = "The folder with myst.yml.")
    private Path book = Path.of(".");

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Override
    public Integer call() throws InterruptedException {
        return serve(book, options);
    }

    static int serve(Path book, ServerOptions options) throws InterruptedException {
        try {
            Settings settings = options.settings();
            var assets = new Assets();
            var cache = CacheFolder.of(book, settings.cache());
            var shelf = new Shelf(cache);
            var pages = new Pages(assets, false, shelf, settings.baseUrl().orElse(""));
            var library = Library.open(new BookReader(book, cache), pages, cache);
            library.problems().forEach(p -> LoggerFactory.getLogger("lectern").warn("problem {}", p));
            var narrations = new Narrations(library, shelf, settings.narrates() ? Studio.mary(cache) : null);
            return RunningServer.untilStopped(Server.create(library, assets, pages, new Loader(cache), narrations, settings, null), settings, library, narrations::close);
        } catch (UnreadableBook e) {
            System.err.println("lectern: " + e.problem());
            return 1;
        } catch (Settings.Unusable e) {
            System.err.println("lectern: " + e.getMessage());
            return 2;
        }
    }
}
