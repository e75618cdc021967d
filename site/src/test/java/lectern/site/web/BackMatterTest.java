package lectern.site.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.site.browser.ServedBook;
import lectern.widgets.Widgets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages at the back of a book, from a server. */
class BackMatterTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private static HttpResponse<String> ask(ServedBook book, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(book.url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void write(String file, String text) throws Exception {
        Files.writeString(folder.resolve(file), text);
    }

    private void smallBook() throws Exception {
        write("myst.yml", "project: {title: T, bibliography: [r.bib], toc: [{file: one.md}, {file: bibliography.md}]}\nlectern: {symbols: symbols.yml}\n");
        write("symbols.yml", "- {id: q, tex: '\\dot q', meaning: 'speeds < limits', shape: [n], unit: rad/s, say: q dot}\n- {id: unused, tex: 'z', meaning: never used}\n");
        write("r.bib", "@book{craig, author={Craig, J.}, title={Robots}, year={2005}}\n");
        write("bibliography.md", "# My own list\n");
        write("one.md", "# One\n\nSpeeds $\\dot q$ are {compute}`two-link.qdot2?q=0.3,0.001&xdot=0.1,0&solver=inverse | 3 significant` {cite:p}`craig`.\n\n"
                + ":::{glossary}\nJacobian\n: A matrix of slopes.\n:::\n\n:::{widget} two-link\nThe caption.\n:::\n");
    }

    @Test
    void theyHoldWhatThePagesHold() throws Exception {
        smallBook();
        try (var book = ServedBook.serve(folder)) {
            var notation = ask(book, "/notation").body();
            assertTrue(notation.contains("id=\"q\"") && notation.contains("speeds &lt; limits") && notation.contains("n entries, in rad/s, spoken “q dot”"), notation);
            assertFalse(notation.contains("never used"));
            assertTrue(ask(book, "/glossary").body().contains("A matrix of slopes."));
            assertTrue(ask(book, "/list-of-figures").body().contains("The caption."));
            var known = ask(book, "/how-we-know").body();
            assertTrue(known.contains("−191") && known.contains("two-link.qdot2"), known);
            for (var topic : Widgets.proof("two-link")) {
                var line = Provenance.tally(topic).lines().getFirst();
                assertEquals(line.cases(), line.passed(), topic);
                assertTrue(line.cases() > 0 && known.contains(line.passed() + " of " + line.cases() + " cases agree") && known.contains(Words.escape(line.sources().getFirst())), known);
            }
            var contents = ask(book, "/").body();
            var sitemap = ask(book, "/sitemap.xml").body();
            for (var path : new String[] {"/notation", "/glossary", "/list-of-figures", "/how-we-know"}) {
                var answer = ask(book, path);
                assertEquals(200, answer.statusCode());
                assertEquals(304, ask(book, path, "If-None-Match", answer.headers().firstValue("ETag").orElseThrow()).statusCode());
                assertTrue(contents.contains("href=\"" + path + "\"") && sitemap.contains(path + "</loc>"), path);
            }
            assertTrue(ask(book, "/one").body().contains("href=\"/#back\""));
        }
    }

    @Test
    void aPageOfTheBookWins() throws Exception {
        smallBook();
        try (var book = ServedBook.serve(folder)) {
            assertTrue(ask(book, "/bibliography").body().contains("My own list"));
            assertFalse(ask(book, "/").body().contains("Bibliography</span>"));
        }
    }

    @Test
    void aBookWithoutAnythingForThemHasNone() throws Exception {
        write("myst.yml", "project: {title: T, toc: [{file: one.md}]}\n");
        write("one.md", "# One\n\nWords.\n");
        try (var book = ServedBook.serve(folder)) {
            for (var part : BackMatter.Part.values()) {
                assertEquals(404, ask(book, "/" + part.path()).statusCode());
            }
            assertFalse(ask(book, "/one").body().contains("#back"));
        }
    }

    @Test
    void aSymbolsCardSaysWhereItStands() throws Exception {
        smallBook();
        try (var book = ServedBook.serve(folder)) {
            var cards = ask(book, "/card/one/symbols");
            assertEquals(200, cards.statusCode());
            assertTrue(cards.body().contains("[[\"q˙\",[0,0,2]]]"), cards.body());
            assertEquals(404, ask(book, "/card/none/symbols").statusCode());
        }
    }
}
