package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lectern.widgets.Widgets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader with a screen reader, high contrast or a narrow screen meets in each widget. */
class WidgetAccessBrowserTest extends BrowserTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** The accessibility tree, read by eye; rewritten with {@code -Dgolden=write}. */
    @ParameterizedTest
    @MethodSource("lectern.widgets.Widgets#ids")
    void accessibilityTreeIsAsRead(String id) throws IOException {
        Page page = taken(new Browser.NewContextOptions().setViewportSize(1280, 900), id);
        page.locator("lectern-widget summary").first().click();
        String tree = page.locator("lectern-widget").ariaSnapshot() + "\n";
        Path golden = FOLDER.resolve(id + ".aria.txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, tree);
        }
        assertTrue(Files.exists(golden), golden + " is missing; read it, then write it with -Dgolden=write");
        assertEquals(Files.readString(golden), tree, golden + " changed; read it, then rewrite it with -Dgolden=write");
        assertEquals(List.of(), complaints);
    }

    static Stream<Arguments> looks() {
        return Stream.concat(Widgets.ids().stream(), Stream.of("skip-test?a=sin(")).flatMap(widget -> Stream.of(
            Arguments.of(widget, 1280, ColorScheme.LIGHT, ForcedColors.NONE), Arguments.of(widget, 320, ColorScheme.DARK, ForcedColors.NONE),
            Arguments.of(widget, 768, ColorScheme.DARK, ForcedColors.ACTIVE)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void axeFindsNothing(String widget, int width, ColorScheme scheme, ForcedColors forced) throws IOException {
        Page page = taken(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme).setForcedColors(forced), widget);
        page.locator("lectern-widget summary").first().click();
        assertEquals(List.of(), scheme == ColorScheme.LIGHT ? violations(page, "lectern-widget") : inThisLook(page, "lectern-widget"));
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), "no sideways scroll");
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

    @ParameterizedTest
    @MethodSource("lectern.widgets.Widgets#ids")
    void theBrowserDrawsEveryPresetAsTheServerDoes(String id) {
        Page page = taken(new Browser.NewContextOptions().setViewportSize(1280, 900), id);
        assertEquals(List.of(), page.evaluate(COMPARE));
        assertEquals(List.of(), complaints);
    }

    /** With the keyboard alone: Tab reaches each handle, and an arrow one way or the other moves it. */
    @ParameterizedTest
    @MethodSource("lectern.widgets.Widgets#ids")
    void everyHandleMovesByArrowKeys(String id) {
        Page page = taken(new Browser.NewContextOptions().setViewportSize(1280, 900), id);
        page.evaluate("document.querySelector('lectern-widget [data-do=skip]')?.click()");
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!document.querySelector('fieldset[disabled]')")));
        Locator handles = page.locator("lectern-widget [data-grip][tabindex='0']");
        for (Locator handle : handles.all()) {
            handle.focus();
            String before = handle.getAttribute("aria-valuetext");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowUp");
            page.waitForCondition(() -> !before.equals(handle.getAttribute("aria-valuetext")));
        }
        assertEquals(List.of(), complaints);
    }

    private Page taken(Browser.NewContextOptions options, String widget) {
        Page page = page(options);
        page.navigate(book.url("/widgets/" + widget));
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!document.querySelector('lectern-widget').alive")));
        return page;
    }
}
