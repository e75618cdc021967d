package lectern.site.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.adobe.epubcheck.tool.EpubChecker;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lectern.site.book.BookReader;
import lectern.site.library.Library;
import lectern.site.web.Assets;
import lectern.site.web.Pages;
import lectern.widgets.Widgets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of widgets in a state of their own, where no server reads the state. */
class WidgetPictureTest {
    private static final Map<String, String> STATES = Map.of("static", "q=0.3,0.001&solver=dls", "poster", "q=0.6,0&solver=pinv", "plain", "");

    @TempDir
    private Path folder;

    @Test
    void eachIsAFileThatShowsItsState() throws Exception {
        Path content = Files.createDirectories(folder.resolve("book"));
        Files.writeString(content.resolve("myst.yml"), "project: {title: T, toc: [{file: arm.md}]}\n");
        Files.writeString(content.resolve("arm.md"), """
            # The arm

            :::{widget} two-link
            :label: static
            :state: q=0.3,0.001&solver=dls
            :static:
            :::

            :::{widget} two-link
            :label: poster
            :preset: straight
            :poster:

            Straight.
            :::

            :::{widget} two-link
            :label: plain
            :static:
            :::
            """);
        Path site = folder.resolve("site");
        Path epub = folder.resolve("book.epub");
        var assets = new Assets();
        var pages = new Pages(assets, false);
        try (var library = Library.open(new BookReader(content, folder), pages, folder)) {
            assertEquals(List.of(), library.snapshot().book().problems());
            new Export(library, pages, assets, "").to(site);
            new Epub(library.snapshot(), null, "").to(epub);
        }
        var page = Jsoup.parse(site.resolve("arm.html"));
        assertEquals(0, new EpubChecker().run(new String[] {epub.toString(), "--failonwarnings"}), "what EPUBCheck finds stands above");
        try (var zip = FileSystems.newFileSystem(epub)) {
            var heard = Jsoup.parse(Files.readString(zip.getPath("EPUB/arm.xhtml")));
            for (var state : STATES.entrySet()) {
                var drawn = Widgets.figure("two-link", state.getValue());
                var image = page.selectFirst("#" + state.getKey() + " img");
                assertEquals(drawn, Files.readString(site.resolve(image.attr("src"))), state.toString());
                assertEquals("520", image.attr("width"));
                assertEquals(drawn, Files.readString(zip.getPath("EPUB/" + heard.selectFirst("#" + state.getKey() + " img").attr("src"))), state.toString());
                assertEquals(Widgets.describe("two-link", state.getValue()), image.attr("alt"));
            }
            assertFalse(heard.text().contains("Try it"), "nothing to try on paper");
        }
        assertTrue(page.selectFirst("#poster a").attr("href").startsWith("widgets/two-link.html?q=0.6,0&solver=pinv"), page.selectFirst("#poster").html());
    }
}
