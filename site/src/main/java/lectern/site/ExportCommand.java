package lectern.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lectern.site.export.Export;
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
        String base = baseUrl.replaceFirst("(?<!/)/+$", "");
        var pages = new Pages(assets, false, shelf, base);
        return WrittenBook.of(book, cache, pages, library -> new Export(library, pages, assets, shelf, base).to(out) + " files in " + out);
    }
}
