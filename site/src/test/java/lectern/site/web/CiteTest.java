package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lectern.site.Settings;
import lectern.site.browser.ServedBook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a page is cited, and where a reader tells of a mistake in it. */
class CiteTest {
    @TempDir
    Path folder;

    private String ask(String path, String project, String ours) throws Exception {
        Files.writeString(folder.resolve("myst.yml"), "project: {title: 'A & B', toc: [{file: one.md}]" + project + "}\nlectern: {" + ours + "}\n");
        Files.writeString(folder.resolve("one.md"), "# Sets of 100% <em>_x_</em>\n\nWords.\n");
        try (var book = ServedBook.serve(folder, Settings.read(null, Map.of(), Map.of("port", "0", "baseUrl", "https://example.org/b/")))) {
            var request = HttpRequest.newBuilder(URI.create(book.url(path))).build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void signsOfTexAreEscapedAndGroupsAreNotTakenForPersons() throws Exception {
        var fragment = Jsoup.parse(ask("/card/one/cite", ", authors: [{name: Ada Lovelace}, {name: The robot group}]", "edition: Second"));
        String bibTex = fragment.selectFirst("pre").wholeText();
        assertTrue(bibTex.startsWith("@incollection{a-b-one,\n  author = {Ada Lovelace and {The robot group}},\n  title = {{Sets of 100\\%"), bibTex);
        assertTrue(bibTex.contains("  booktitle = {{A \\& B}},\n  edition = {Second},\n  url = {https://example.org/b/one}\n}"), bibTex);
        String words = fragment.selectFirst("p").text();
        assertTrue(words.startsWith("Ada Lovelace, The robot group. “Sets of 100%") && words.endsWith("In A & B. Second. https://example.org/b/one"), words);
    }

    @Test
    void theEndOfAPageLeadsToWhereMistakesAreTold() throws Exception {
        assertEquals("mailto:errata@example.org", report(ask("/one", ", github: someone/book", "report: 'mailto:errata@example.org'")));
        assertEquals("https://github.com/someone/book/issues/new", report(ask("/one", ", github: someone/book", "")));
        assertEquals("https://github.com/someone/book/issues/new", report(ask("/one", ", github: 'https://github.com/someone/book/'", "")));
        assertEquals("", report(ask("/one", "", "")));
    }

    private static String report(String page) {
        return Jsoup.parse(page).select("main > footer a:contains(Report a mistake)").attr("href");
    }
}
