package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import lectern.site.book.Section;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A save, as its author sees it in the open page. */
class PreviewBrowserTest extends BrowserTest {
    @TempDir
    static Path folder;

    private static ServedBook preview;
    private static Path file;
    private static Map<Path, byte[]> asItWas;
    private static Section good;
    private Page page;

    @BeforeAll
    static void openPreview() throws Exception {
        copy(ServedBook.SHIPPED, folder);
        file = folder.resolve("ch03/vectors.md");
        asItWas = Map.of(file, Files.readAllBytes(file), folder.resolve("myst.yml"), Files.readAllBytes(folder.resolve("myst.yml")));
        preview = ServedBook.preview(folder);
        good = section();
    }

    @AfterAll
    static void closePreview() throws Exception {
        preview.close();
    }

    @BeforeEach
    void openPage() {
        page = page(1280);
        page.navigate(preview.url("/ch03/vectors"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        page.evaluate("() => { window.sameDocument = true; }");
    }

    /** Mends what the test saved, as its author would. */
    @AfterEach
    void mend() throws Exception {
        for (var part : asItWas.entrySet()) {
            if (!Arrays.equals(Files.readAllBytes(part.getKey()), part.getValue())) {
                Files.write(part.getKey(), part.getValue());
            }
        }
        page.waitForCondition(() -> preview.library.problems().isEmpty() && section().equals(good));
    }

    private static Section section() {
        return preview.library.snapshot().book().section("ch03/vectors").orElseThrow();
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path path : files.filter(p -> !p.toString().contains(".lectern")).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private void save(String text) throws IOException {
        Files.writeString(file, text);
    }

    private boolean notReloaded() {
        return Boolean.TRUE.equals(page.evaluate("() => window.sameDocument === true"));
    }

    @Test
    void aSavedParagraphIsInTheOpenPageAndTheRestStays() throws Exception {
        page.locator("lectern-widget").last().scrollIntoViewIfNeeded();
        page.waitForFunction("() => customElements.get('lectern-widget')");
        page.evaluate("() => { document.querySelectorAll('lectern-widget').forEach(w => { w.mark = 'mine'; }); }");
        double scroll = ((Number) page.evaluate("() => scrollY")).doubleValue();
        save(Files.readString(file) + "\n\nA sentence saved a moment ago.\n");
        page.getByText("A sentence saved a moment ago.").waitFor();
        assertTrue(notReloaded());
        assertEquals(true, page.evaluate("() => [...document.querySelectorAll('lectern-widget')].every(w => w.mark === 'mine')"), "widgets keep their nodes");
        assertEquals(scroll, ((Number) page.evaluate("() => scrollY")).doubleValue(), 1);
    }

    @Test
    void aBrokenSaveLeavesTheGoodPageAndShowsTheMistake() throws Exception {
        String good = Files.readString(file);
        int formulas = page.locator(".katex").count();
        save(good + "\n\n$$\n\\frac{1}{\n$$\n");
        page.locator("#problems .err").waitFor();
        String line = page.locator("#problems .at").first().innerText();
        int at = (int) good.lines().count();
        assertTrue(line.matches("ch03/vectors\\.md:\\d+:\\d+ \\[.+]"), line);
        int shown = Integer.parseInt(line.split(":")[1]);
        assertTrue(shown > at && shown <= at + 5, line + " of a file of " + at + " good lines");
        assertEquals(formulas, page.locator(".katex").count());
        assertEquals(0, page.locator("main .katex-error").count());
        save(good + "\n\nMended.\n");
        page.getByText("Mended.", new Page.GetByTextOptions().setExact(true)).waitFor();
        assertEquals(0, page.locator("#problems").count());
        assertTrue(notReloaded());
    }

    @Test
    void bytesThatAreNoTextLeaveTheGoodPage() throws Exception {
        Files.write(file, new byte[] {'#', ' ', (byte) 0xC3, (byte) 0x28, '\n'});
        page.locator("#problems .err").waitFor();
        assertTrue(page.locator("main .katex").count() >= 30);
    }

    @Test
    void aFolderThatIsNoBookAnyMoreLeavesTheBookUp() throws Exception {
        String config = Files.readString(folder.resolve("myst.yml"));
        Files.writeString(folder.resolve("myst.yml"), "project: [unclosed\n");
        page.locator("#problems .err").waitFor();
        assertTrue(page.locator("#problems .at").first().innerText().startsWith("myst.yml:"), page.locator("#problems .at").first().innerText());
        assertTrue(page.locator("main .katex").count() >= 30);
        Files.writeString(folder.resolve("myst.yml"), config);
        page.waitForFunction("() => !document.querySelector('#problems .err')");
    }

    @Test
    void aBlockLeadsToItsLinesInTheSource() throws Exception {
        var paragraph = page.locator("main > p").nth(2);
        String words = paragraph.innerText().split("[^A-Za-z ]")[0].strip();
        paragraph.hover();
        page.locator("button.handle").click();
        page.locator("#source .here").first().waitFor();
        String lines = String.join(" ", page.locator("#source .here").allTextContents());
        assertTrue(lines.contains(words), words + " is not in: " + lines);
        page.keyboard().press("Escape");
        assertEquals(0, page.locator("#source").count());
    }

    @Test
    void aSaveOutOfSightIsPointedAtAndShownOnRequest() throws Exception {
        save(Files.readString(file) + "\n\nFar below.\n");
        page.locator("button.saved").click();
        assertEquals(true, page.evaluate("() => { const {top} = [...document.querySelectorAll('main > p')].at(-1).getBoundingClientRect(); return top > 0 && top < innerHeight; }"));
        assertTrue(notReloaded());
    }

    @Test
    void aMistakeOutlinesItsBlockAndEveryOneIsListed() throws Exception {
        save(Files.readString(file) + "\n\nSee [](#no-such-thing).\n");
        page.locator("#problems .err").waitFor();
        page.navigate(preview.url("/preview/problems"));
        assertTrue(page.locator("main").innerText().contains("[broken-reference]"));
        page.navigate(preview.url("/preview/source/../../etc/passwd"));
        assertTrue(!page.content().contains("root:"));
        complaints.removeIf(c -> c.contains("404"));
    }
}
