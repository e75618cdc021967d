package lectern.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader's own highlights and notes: made, kept, found again in a changed text, taken out and in. */
class NotesBrowserTest extends BrowserTest {
    private static final String DRAWN = "() => CSS.highlights.get('lectern-note')?.size ?? 0";

    /** Random edits of the page's words: notes on them are sought in the edited text. Gives how many stand right, are lost, and stand wrong. */
    private static final String EDITS = """
        async ([address, seed, rounds]) => {
          const {find, quote} = await import(address);
          let state = seed;
          const random = n => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * n); };
          const paragraphs = [...document.querySelectorAll('main > p')].map(p => p.innerText.replace(/\\s+/g, ' ')).filter(text => text.length > 60);
          const words = paragraphs.join(' ').split(' ');
          const tally = {right: 0, lost: 0, wrong: 0, kept: 0};
          for (let round = 0; round < rounds; round++) {
            // each word with the number of the note it belongs to
            let blocks = paragraphs.map((text, id) => ({id: 'b' + id, words: text.split(' ').map(word => ({word}))}));
            const layout = () => {
              let text = '';
              const places = [];
              for (const block of blocks) {
                text += '\\n';
                const start = text.length;
                block.words.forEach((w, i) => { if (i) text += ' '; w.at = text.length; text += w.word; });
                places.push({id: block.id, start, end: text.length});
              }
              return {text, places};
            };
            const before = layout();
            const block = blocks[random(blocks.length)];
            const from = random(block.words.length - 4);
            const noted = block.words.slice(from, from + 3 + random(9));
            const last = noted.at(-1);
            const kept = {...quote(before.text, noted[0].at, last.at + last.word.length), block: block.id};
            for (let edits = 1 + random(6); edits > 0; edits--) {
              const target = blocks[random(3) ? blocks.indexOf(block) : random(blocks.length)] ?? blocks[0];
              const at = random(target.words.length);
              const kind = random(6);
              if (kind === 0) target.words.splice(at, 0, {word: words[random(words.length)]});
              else if (kind === 1 && target.words.length > 8) target.words.splice(at, 1);
              else if (kind === 2) target.words[at].word = words[random(words.length)];
              else if (kind === 3) blocks.splice(random(blocks.length), 0, blocks.splice(random(blocks.length), 1)[0]);
              else if (kind === 4) target.id = 'renamed' + random(1000);
              else blocks.splice(random(blocks.length), 0, {id: 'new' + random(1000), words: Array.from({length: 20}, () => ({word: words[random(words.length)]}))});
            }
            const {text, places} = layout();
            const left = noted.filter(w => blocks.some(b => b.words.includes(w)));
            const found = find(text, places, kept);
            if (!left.length) continue;
            tally.kept++;
            const first = Math.min(...left.map(w => w.at));
            const end = Math.max(...left.map(w => w.at + w.word.length));
            if (!found) tally.lost++;
            else if (found.start < end && found.end > first) tally.right++;
            else tally.wrong++;
          }
          return tally;
        }""";

    @AfterEach
    void quiet() {
        assertEquals(List.of(), complaints);
    }

    private static Page opened(Page page) {
        page.navigate(book.url("/ch03/vectors"));
        return page;
    }

    /** Selects so many letters of the first paragraph. */
    private static void select(Page page, int from, int to) {
        page.evaluate("""
            ([from, to]) => {
              const text = [...document.querySelector('main.flow > p').childNodes].find(node => node.nodeType === 3 && node.length > 40);
              getSelection().setBaseAndExtent(text, from, text, to);
            }""", List.of(from, to));
        page.locator(".note-bar:popover-open").waitFor();
    }

    private static Locator button(Page page, String within, String name) {
        return page.locator(within + " button").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void drawn(Page page, int count) {
        page.waitForCondition(() -> Integer.valueOf(count).equals(page.evaluate(DRAWN)));
    }

    private static Locator panel(Page page) {
        page.locator(".aa").click();
        button(page, "#settings", "Notes").click();
        page.locator(".notes:popover-open").waitFor();
        return page.locator(".notes");
    }

    @Test
    void whatIsHighlightedAndNotedIsThereAfterAReloadUntilItIsCleared() throws IOException {
        Page page = opened(page(1280));
        select(page, 0, 20);
        button(page, ".note-bar", "Highlight").click();
        drawn(page, 1);
        select(page, 22, 38);
        button(page, ".note-bar", "Note").click();
        Locator text = page.locator(".notes textarea:focus");
        text.fill("Why two?");
        text.blur();
        page.reload();
        drawn(page, 2);
        Locator panel = panel(page);
        assertThat(panel.locator("li[data-note]")).hasCount(2);
        assertThat(panel.locator("textarea").last()).hasValue("Why two?");

        var saved = page.waitForDownload(() -> button(page, ".notes", "Save as JSON").click());
        String json = Files.readString(saved.path());
        assertTrue(json.contains("\"http://www.w3.org/ns/anno.jsonld\"") && json.contains("Why two?") && json.contains("TextQuoteSelector"), json);
        button(page, ".notes", "Clear all").click();
        assertThat(panel.locator("li[data-note]")).hasCount(2);
        button(page, ".notes", "Delete all 2?").click();
        assertThat(panel.locator("li[data-note]")).hasCount(0);
        drawn(page, 0);

        panel.locator("input[type=file]").setInputFiles(new FilePayload("notes.json", "application/json", json.getBytes(StandardCharsets.UTF_8)));
        drawn(page, 2);
        String foreign = json.replace("\"exact\": \"", "\"exact\": \"words that stand nowhere in this book at all: ").replace("urn:uuid:", "urn:uuid:other-");
        panel.locator("input[type=file]").setInputFiles(new FilePayload("notes.json", "application/json", foreign.getBytes(StandardCharsets.UTF_8)));
        assertThat(panel.locator("li[data-note]")).hasCount(4);
        assertThat(panel.locator(".lost")).hasCount(2);
        for (String hostile : List.of("{", "[]", "{\"items\": [{\"id\": 1}]}", json.replace(book.url("/"), "https://example.org/"), json.replace("\"value\"", "\"value\": {}, \"old\""))) {
            panel.locator("input[type=file]").setInputFiles(new FilePayload("notes.json", "application/json", hostile.getBytes(StandardCharsets.UTF_8)));
            page.locator(".said", new Page.LocatorOptions().setHasText("No notes of this book")).waitFor();
            page.evaluate("() => { document.querySelector('.said').textContent = ''; }");
        }
        assertThat(panel.locator("li[data-note]")).hasCount(4);
    }

    @Test
    void ofAThousandEditsNineteenInTwentyLeaveTheNoteWhereItsWordsAre() {
        Page page = opened(page(1280));
        select(page, 0, 20);
        String module = (String) page.evaluate("() => performance.getEntriesByType('resource').map(entry => entry.name).find(name => name.endsWith('/anchor.js'))");
        int seed = Integer.getInteger("seed", (int) System.nanoTime());
        System.out.println("notes: replay with -Dseed=" + seed);
        Map<?, ?> tally = (Map<?, ?>) page.evaluate(EDITS, List.of(module, seed, 1000));
        System.out.println("notes after random edits: " + tally);
        int kept = (int) tally.get("kept");
        assertTrue(kept > 900, "notes whose words still stand");
        assertTrue((int) tally.get("right") >= 0.95 * kept, tally::toString);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "320, DARK"})
    void axeFindsNothingInThePanel(int width, ColorScheme scheme) throws IOException {
        Page page = opened(page(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme)));
        select(page, 0, 20);
        assertEquals(List.of(), violations(page, ".note-bar"));
        button(page, ".note-bar", "Note").click();
        page.locator(".notes textarea:focus").waitFor();
        assertEquals(List.of(), violations(page, ".notes"));
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
    }
}
