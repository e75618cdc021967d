package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.widgets.Widgets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader with a screen reader, high contrast or a narrow screen meets in each widget. */
class WidgetAccessBrowserTest extends BrowserTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** In one visit: a page takes longer to load than to ask. */
    @ParameterizedTest
    @MethodSource("lectern.widgets.Widgets#ids")
    void eachReaderMeetsTheSameWidget(String id) throws IOException {
        Page page = taken(1280, ColorScheme.LIGHT, id);
        page.locator("lectern-widget summary").first().click();
        isReadAs(id, page.locator("lectern-widget").ariaSnapshot() + "\n");
        assertEquals(List.of(), violations(page, "lectern-widget"));
        assertEquals(List.of(), page.evaluate(COMPARE), "the browser draws every preset as the server does");
        movesByArrowKeys(page);
        looksRightElsewhere(page);
        assertEquals(List.of(), complaints);
    }

    @Test
    void soDoesWhoeverMeetsAFormulaThatCannotBeRead() throws IOException {
        Page page = taken(1280, ColorScheme.LIGHT, "skip-test?a=sin(");
        page.locator("lectern-widget summary").first().click();
        looksRightElsewhere(page);
    }

    private static void looksRightElsewhere(Page page) throws IOException {
        // colours that change by and by would be measured half-way
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(320, 900);
        looksRight(page);
        page.setViewportSize(768, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        looksRight(page);
    }

    private static void looksRight(Page page) throws IOException {
        assertEquals(List.of(), inThisLook(page, "lectern-widget"));
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
    }

    /** The accessibility tree, read by eye; rewritten with {@code -Dgolden=write}. */
    private static void isReadAs(String id, String tree) throws IOException {
        Path golden = FOLDER.resolve(id + ".aria.txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, tree);
        }
        assertTrue(Files.exists(golden), golden + " is missing; read it, then write it with -Dgolden=write");
        assertEquals(Files.readString(golden), tree, golden + " changed; read it, then rewrite it with -Dgolden=write");
    }

    /** Marks, words and live texts, whatever the order of attributes. */
    private static final String COMPARE = """
            async () => {
              const text = n => n.nodeType === 3 ? n.data : n.localName + '[' + [...n.attributes].map(a => a.name + '=' + a.value).sort() + '](' + [...n.childNodes].map(text) + ')';
              const slot = n => n.style.width || (n.localName === 'fieldset' ? n.querySelector(':checked').value : n.localName === 'input' ? n.value : n.textContent);
              const seen = w => [text(w.querySelector('svg')), ...[...w.querySelectorAll('[data-v]')].map(slot)];
              const apart = (a, b) => { let i = 0; while (a[i] === b[i]) i++; return 'sent ' + a.slice(i - 60, i + 60) + ' drew ' + b.slice(i - 60, i + 60); };
              const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              const live = document.querySelector('lectern-widget'), differ = [];
              live.querySelector('[data-do=skip]')?.click();
              await frame();
              for (const button of live.querySelectorAll('[data-load]')) {
                button.click();
                await frame();
                const page = await (await fetch(location.pathname + '?' + button.dataset.load)).text();
                const sent = new DOMParser().parseFromString(page, 'text/html').querySelector('lectern-widget');
                const now = seen(live);
                seen(sent).forEach((part, i) => part === now[i] || differ.push(button.textContent + ': ' + apart(part, now[i])));
              }
              return differ;
            }""";

    /** With the keyboard alone: Tab reaches each handle, and an arrow one way or the other moves it. */
    private static void movesByArrowKeys(Page page) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!document.querySelector('fieldset[disabled]')")));
        Locator handles = page.locator("lectern-widget [data-grip][tabindex='0']");
        for (Locator handle : handles.all()) {
            handle.focus();
            String before = handle.getAttribute("aria-valuetext");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowUp");
            page.waitForCondition(() -> !before.equals(handle.getAttribute("aria-valuetext")));
        }
    }

    private Page taken(int width, ColorScheme scheme, String widget) {
        Page page = page(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        page.navigate(book.url("/widgets/" + widget));
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!document.querySelector('lectern-widget').alive")));
        return page;
    }
}
