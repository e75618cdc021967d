package lectern.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What the command line says of a folder that is no good book: where, what, and what to do; never a stack trace. */
@Isolated("takes the standard streams")
class BadBooksTest {
    @TempDir
    Path folder;

    /** What a command printed, and how it ended. */
    private record Said(int code, String out, String err) {}

    private static Said lectern(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Main.run(args);
            return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }

    private Said check() {
        Said said = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> lectern("check", folder.toString()));
        assertFalse((said.out + said.err).contains("\tat "), "a stack trace: " + said);
        return said;
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private void book(String... pages) throws IOException {
        write("myst.yml", "version: 1\nproject:\n  title: A book\n  toc:\n" + Arrays.stream(pages).map(p -> "    - file: " + p + "\n").collect(Collectors.joining()));
    }

    private static void says(Said said, String... parts) {
        assertEquals(1, said.code, said.toString());
        for (String part : parts) {
            assertTrue(said.out.contains(part), part + " in: " + said.out);
        }
    }

    @Test
    void aGoodBookHasNothingToSay() throws IOException {
        book("one.md");
        write("one.md", "# One\n\nText with $x$.\n");
        Said said = check();
        assertEquals(0, said.code, said.toString());
        assertEquals("", said.out);
    }

    @Test
    void aMissingFolder() {
        Said said = lectern("check", folder.resolve("nowhere").toString());
        says(said, "nowhere", "error:");
        assertEquals(1, lectern("serve", folder.resolve("nowhere").toString()).code);
    }

    @Test
    void aFolderWithoutConfiguration() {
        says(check(), "myst.yml");
    }

    @Test
    void aConfigurationThatIsNoYaml() throws IOException {
        write("myst.yml", "project:\n  title: [unclosed\n  toc:\n");
        says(check(), "myst.yml:", "error:");
        Said served = lectern("serve", folder.toString());
        assertEquals(1, served.code);
        assertEquals(1, served.err.lines().count(), served.err);
    }

    @Test
    void aPageOfTheContentsThatDoesNotExist() throws IOException {
        book("one.md", "tow.md");
        write("one.md", "# One\n");
        says(check(), "myst.yml:6", "tow.md");
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        book("one.md");
        Files.write(folder.resolve("one.md"), new byte[] {'#', ' ', 'a', '\n', '\n', 'b', (byte) 0xC3, (byte) 0x28});
        says(check(), "one.md:3:2:", "UTF-8");
    }

    @Test
    void aPageOfFiveMegabytes() throws IOException {
        book("one.md");
        write("one.md", "# One\n\n" + "words and more words\n".repeat(260_000));
        says(check(), "one.md", "error:");
    }

    @Test
    void aMacroWithoutEnd() throws IOException {
        book("one.md");
        write("one.md", "# One\n\nBefore $x$.\n\n$$\n\\def\\a{\\a\\a}\\a\n$$\n\nAfter $y$.\n");
        says(check(), "one.md:6", "error:");
    }

    @Test
    void anIncludeThatIncludesItself() throws IOException {
        book("one.md");
        write("one.md", "# One\n\n```{include} part.md\n```\n");
        write("part.md", "Part.\n\n```{include} one.md\n```\n");
        says(check(), "part.md:3", "error:");
    }

    @Test
    void anIncludeFromOutsideTheBook() throws IOException {
        book("one.md");
        write("one.md", "# One\n\n```{include} ../../etc/passwd\n```\n");
        says(check(), "one.md:3", "error:");
    }

    @Test
    void brokenLinksReferencesCitationsAndMaths() throws IOException {
        book("one.md");
        write("one.md", "# One\n\nSee [](#nowhere) and [that](two.md).\n\n{cite:p}`nobody2020` says $\\frac{1$.\n");
        says(check(), "one.md:3:5:", "one.md:3:", "one.md:5:1:", "one.md:5:35:");
    }

    @Test
    void aPortInUse() throws IOException {
        book("one.md");
        write("one.md", "# One\n");
        try (var taken = new ServerSocket(0)) {
            Said said = lectern("serve", folder.toString(), "--host", "0.0.0.0", "--port", String.valueOf(taken.getLocalPort()));
            assertEquals(2, said.code, said.toString());
            assertEquals(1, said.err.lines().filter(l -> l.contains("--port")).count(), said.err);
        }
    }

    @Test
    void wrongUsage() {
        assertEquals(2, lectern("serve", "--prot", "1").code);
        assertEquals(2, lectern("serve", folder.toString(), "--port", "99999999").code);
        assertEquals(0, lectern("--help").code);
        assertTrue(lectern("--version").out.contains("0.1.0"));
    }

    @Test
    void aConfigurationFileThatCannotBeUsed() throws IOException {
        write("server.yml", "prot: 8080\n");
        Said said = lectern("serve", folder.toString(), "--config", folder.resolve("server.yml").toString());
        assertEquals(2, said.code);
        assertTrue(said.err.contains("prot") && said.err.contains("port"), said.err);
    }
}
