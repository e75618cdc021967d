package lectern.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lectern.site.export.Epub;
import lectern.site.narration.Shelf;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lectern epub}: the book as one file for reading systems. */
@Command(name = "epub", mixinStandardHelpOptions = true, description = "Write the book as one EPUB 3 file for reading systems.")
final class EpubCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BOOK", description = "The folder with myst.yml.")
    private Path book = Path.of(".");

    @Option(names = "--out", paramLabel = "FILE", description = "The file to make (default: book.epub).")
    private Path out = Path.of("book.epub");

    @Option(names = "--base-url", paramLabel = "URL", description = "Where the book is on the web, for links to what the file does not hold.")
    private String baseUrl = "";

    @Override
    public Integer call() throws IOException {
        var cache = CacheFolder.of(book, Optional.empty());
        return WrittenBook.of(book, cache, new Pages(new Assets(), false),
            library -> new Epub(library.snapshot(), new Shelf(cache), baseUrl.replaceFirst("(?<!/)/+$", "")).to(out) + " pages in " + out);
    }
}
