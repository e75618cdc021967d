package lectern.site.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.adobe.epubcheck.tool.EpubChecker;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.site.book.BookReader;
import lectern.site.library.Library;
import lectern.site.narration.Shelf;
import lectern.site.narration.Studio;
import lectern.site.narration.speech.ScriptWriter;
import lectern.site.narration.speech.Speakers;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
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
            assertEquals(sections, new Epub(library.snapshot(), null, "").to(file));
            new Epub(library.snapshot(), null, "").to(again);
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

    @Test
    void aPageThatWasReadAloudIsHeardParagraphByParagraph() throws Exception {
        Path content = Files.createDirectories(folder.resolve("book"));
        Files.writeString(content.resolve("myst.yml"), "project: {title: T, toc: [{file: arm.md}, {file: mute.md}]}\n");
        Files.writeString(content.resolve("arm.md"), "# The arm\n\nTwo links move. Its speed is $x$, for *small* steps.\n\n$$\na = b\n$$\n\n- One item.\n- Is this the last?\n\n:::{widget} two-link\n:label: arm\n\nA planar arm.\n:::\n");
        Files.writeString(content.resolve("mute.md"), "# Nothing\n\nNobody read this.\n");
        Path file = folder.resolve("heard.epub");
        Path cache = Files.createDirectories(folder.resolve("cache"));
        var shelf = new Shelf(cache);
        try (var library = Library.open(new BookReader(content, cache), new Pages(new Assets(), false), cache); var studio = Studio.freetts(cache)) {
            var book = library.snapshot().book();
            var section = book.sections().getFirst();
            shelf.make(book, section, ScriptWriter.write(book, section, new Speakers(library::drawn)), studio, 1, (done, all) -> {});
            new Epub(library.snapshot(), shelf, "").to(file);
        }
        assertEquals(0, new EpubChecker().run(new String[] {file.toString(), "--failonwarnings"}), "what EPUBCheck finds stands above");
        try (var zip = FileSystems.newFileSystem(file)) {
            var smil = Jsoup.parse(Files.readString(zip.getPath("EPUB/arm.smil")), "", Parser.xmlParser());
            var text = Jsoup.parse(Files.readString(zip.getPath("EPUB/arm.xhtml")));
            var heard = smil.select("text").eachAttr("src").stream().map(src -> text.getElementById(src.substring(src.indexOf('#') + 1))).toList();
            assertEquals(List.of("h1", "p", "div", "li", "li", "figure"), heard.stream().map(Element::normalName).toList(), "each paragraph once, in order");
            double end = 0;
            for (var audio : smil.select("audio")) {
                double from = seconds(audio.attr("clipBegin"));
                assertTrue(from >= end - .001 && seconds(audio.attr("clipEnd")) > from, smil.toString());
                end = seconds(audio.attr("clipEnd"));
            }
            assertTrue(end > 5, "the whole page: " + end);
            assertFalse(Files.exists(zip.getPath("EPUB/mute.smil")));
        }
    }

    private static double seconds(String clock) {
        return Double.parseDouble(clock.replace("s", ""));
    }
}
