package lectern.site.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    @TempDir
    Path folder;

    private String refusal(Path book) {
        try (var reader = new BookReader(book, folder.resolve("cache"))) {
            return assertThrows(UnreadableBook.class, reader::read).problem().toString();
        }
    }

    @Test
    void aMissingFolderIsSaid() {
        assertTrue(refusal(folder.resolve("nowhere")).contains("There is no folder"));
    }

    @Test
    void aFolderThatIsNoBookIsSaid() throws Exception {
        assertTrue(refusal(Files.createDirectory(folder.resolve("empty"))).contains("is no book"));
    }

    @Test
    void anUnreadableConfigurationIsSaidWithItsPlace() {
        var message = refusal(Books.write(folder.resolve("b"), "=== myst.yml\nproject:\n  title: a: b\n"));
        assertTrue(message.startsWith("myst.yml:2:11: error: The configuration cannot be read"), message);
    }

    @Test
    void aConfigurationThatIsAListIsSaid() {
        assertTrue(refusal(Books.write(folder.resolve("b"), "=== myst.yml\n- a\n")).contains("cannot be read"));
    }

    @Test
    void bytesThatAreNoTextSpoilOnlyTheirPage() throws Exception {
        var book = Books.write(folder.resolve("b"), "=== myst.yml\nproject: {toc: [{file: bad.md}, {file: good.md}]}\n=== good.md\nGood.\n");
        Files.write(book.resolve("bad.md"), new byte[] {'a', (byte) 0xC3, '('});
        var read = Books.read(book);
        assertEquals(List.of("bad.md:1:2: error: The file is not UTF-8 text. [unreadable-page] Save it as UTF-8."), read.problems().stream().map(Problem::toString).toList());
        assertEquals(List.of("good"), read.sections().stream().map(Section::path).toList());
    }

    @Test
    void aPageOfFiveMegabytesIsRefused() throws Exception {
        var book = Books.page(folder.resolve("b"), "x");
        Files.writeString(book.resolve("page.md"), "word ".repeat(1_000_000));
        assertEquals(List.of("page.md:0:0 unreadable-page"), Books.problems(Books.read(book)));
    }

    @Test
    void aPageOfMoreTextsThanAnyoneWritesIsRefused() {
        var book = Books.page(folder.resolve("b"), "# a\n".repeat(20_000));
        assertEquals(List.of(), Books.problems(Books.read(book)).stream().filter(problem -> problem.contains("unreadable")).toList());
        Books.page(book, "# a\n".repeat(20_001));
        assertEquals(List.of("page.md:1:1 unreadable-page"), Books.problems(Books.read(book)));
    }

    @Test
    void macrosThatNeverEndAreStopped() {
        var read = Books.read(Books.page(folder.resolve("b"), "$\\def\\a{\\a\\a}\\a$ and $\\newcommand{\\b}{\\b x}\\b$ and $x$\n"));
        assertEquals(List.of("page.md:1:2 maths", "page.md:1:25 maths"), Books.problems(read).stream().map(p -> p.replaceAll(":(1[0-9]|[2-9]) maths", ":2 maths").replaceAll(":[2-4]\\d maths", ":25 maths")).toList());
        assertTrue(Books.html(read.sections().getFirst()).contains("class=\"katex\""));
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws Exception {
        Files.writeString(folder.resolve("secret.md"), "secret");
        var book = Books.page(folder.resolve("b"), "```{include} link.md\n```\n");
        Files.createSymbolicLink(book.resolve("link.md"), folder.resolve("secret.md"));
        var read = Books.read(book);
        assertFalse(Books.html(read.sections().getFirst()).contains("secret"));
        assertTrue(read.problems().stream().anyMatch(p -> p.rule().equals("include")));
    }

    @Test
    void aPageSavedBrokenAndMendedIsWholeAgain() throws Exception {
        var book = Books.page(folder.resolve("b"), "Fine.\n");
        try (var reader = new BookReader(book, folder.resolve("cache"))) {
            assertEquals(List.of(), reader.read().problems());
            Files.write(book.resolve("page.md"), new byte[] {(byte) 0xFF});
            assertEquals(1, reader.read().problems().size());
            Files.writeString(book.resolve("page.md"), "Mended.\n");
            var read = reader.read();
            assertEquals(List.of(), read.problems());
            assertTrue(Books.html(read.sections().getFirst()).contains("Mended."));
        }
    }
}
