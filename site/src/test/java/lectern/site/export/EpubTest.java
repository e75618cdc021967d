package lectern.site.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.adobe.epubcheck.tool.EpubChecker;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.site.book.BookReader;
import lectern.site.library.Library;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped book as an EPUB, read by the checker of those who wrote the format. */
class EpubTest {
    private static final Path SHIPPED = Path.of("../content");

    @TempDir
    private Path folder;

    @Test
    void theCheckerFindsNeitherErrorNorWarningAndEveryPageFormulaAndPictureIsThere() throws Exception {
        Path file = folder.resolve("book.epub");
        Path again = folder.resolve("again.epub");
        int sections;
        try (var library = Library.open(new BookReader(SHIPPED, folder), new Pages(new Assets(), false), folder)) {
            sections = library.snapshot().book().sections().size();
            assertEquals(sections, new Epub(library.snapshot(), "").to(file));
            new Epub(library.snapshot(), "").to(again);
        }
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again), "twice the same bytes");

        assertEquals(0, new EpubChecker().run(new String[] {file.toString(), "--failonwarnings"}), "what EPUBCheck finds stands above");

        try (var zip = FileSystems.newFileSystem(file)) {
            String vectors = Files.readString(zip.getPath("EPUB/ch03-vectors.xhtml"), StandardCharsets.UTF_8);
            assertTrue(vectors.split("<math", -1).length > 60, "formulas as MathML");
            assertTrue(vectors.contains("<figure id=\"arm\"><img src=\"figures/two-link.svg\" alt=\"Link 1 stands at"), "the widget as a picture with words");
            assertTrue(vectors.contains("href=\"appendix-a-matrices.xhtml\""), "links stay in the file");
            assertTrue(Files.exists(zip.getPath("EPUB/figures/two-link.svg")));
            assertEquals("application/epub+zip", Files.readString(zip.getPath("mimetype")));
        }
    }
}
