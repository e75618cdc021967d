package lectern.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lectern.site.book.BookReader;
import lectern.site.book.UnreadableBook;
import lectern.site.export.Export;
import lectern.site.library.Library;
import lectern.site.narration.Shelf;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lectern export}: the book as files for any static host. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Write the whole site as files for any static host.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BOOK", description = "The folder with myst.yml.")
    private Path book = Path.of(".");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to make; an earlier export in it is replaced whole.")
    private Path out = Path.of("");

    @Option(names = "--base-url", paramLabel = "URL", description = "Where the site will be found, for its sitemap.")
    private String baseUrl = "";

    @Override
    public Integer call() throws IOException {
        var cache = CacheFolder.of(book, Optional.empty());
        var shelf = new Shelf(cache);
        var assets = new Assets();
        var pages = new Pages(assets, false, shelf);
        try (var library = Library.open(new BookReader(book, cache), pages, cache)) {
            library.problems().forEach(System.err::println);
            int files = new Export(library, pages, assets, shelf, baseUrl.replaceFirst("/+$", "")).to(out);
            System.err.printf("%s: %d files in %s%n", library.snapshot().book().title(), files, out);
            return library.problems().stream().anyMatch(p -> p.isError()) ? 1 : 0;
        } catch (UnreadableBook e) {
            System.err.println("lectern: " + e.problem());
            return 1;
        }
    }
}
