package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two-link bench in §3.1, in a real browser. */
class TwoLinkBrowserTest extends BrowserTest {
    private static final String HAND = "#arm [data-grip=hand]";

    private static final String COUNT_SHIFTS = """
            window.shift = 0;
            new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value)).observe({type: 'layout-shift', buffered: true});
            """;

    /** Text and box of every element of the widget. */
    private static final String LOOK = "document.querySelector('#arm').outerHTML + [...document.querySelectorAll('#arm, #arm *')].map(e => "
            + "{const r = e.getBoundingClientRect(); return [r.x, r.y + scrollY, r.width, r.height].map(v => v.toFixed(1)).join()}).join(';')";

    @AfterEach
    void nothingWasComplainedAbout() {
        assertEquals(List.of(), complaints);
    }

    @Test
    void takingOverChangesNeitherTextNorBoxes() {
        Page page = page(1280);
        page.addInitScript(COUNT_SHIFTS);
        page.route("**/widgets.js", route -> {});
        page.navigate(book.url("/ch03/vectors"));
        page.locator("#arm").scrollIntoViewIfNeeded();
        Object before = look(page);
        page.close();
        Page live = page(1280);
        live.addInitScript(COUNT_SHIFTS);
        live.navigate(book.url("/ch03/vectors"));
        taken(live);
        assertEquals(before, look(live));
        assertEquals(0.0, ((Number) live.evaluate("window.shift")).doubleValue(), 1e-3);
    }

    @Test
    void theQuestionUnlocksTheControlsAndIsRemembered() {
        Page page = visit(1280);
        page.navigate(book.url("/ch03/vectors"));
        taken(page);
        assertTrue(page.locator("#arm-q1").isDisabled());
        page.locator("#arm .opt").nth(1).click();
        assertTrue(page.locator("#arm-q1").isEnabled());
        page.locator("#arm [data-load^='q=0,0.001']").click();
        await(page, "document.querySelector('#arm .ask output').textContent.includes('200 rad/s')");
        page.reload();
        taken(page);
        assertTrue(page.locator("#arm-q1").isEnabled());
    }

    /** The links as they are drawn: in a drag the hand's own words wait for the release, its picture does not. */
    private static String picture(Page page) {
        return (String) page.evaluate("() => [...document.querySelectorAll('#arm svg [points]')].map(line => line.getAttribute('points')).join(';')");
    }

    @Test
    void draggingTheHandMovesEveryViewAndOneUndoTakesItBack() {
        Page page = unlocked();
        String matrix = page.locator("#arm .live math").textContent();
        String words = page.locator(HAND).getAttribute("aria-valuetext");
        String picture = picture(page);
        Locator hand = page.locator(HAND);
        hand.scrollIntoViewIfNeeded();
        BoundingBox box = hand.boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        for (int i = 1; i <= 12; i++) {
            page.mouse().move(x - 5 * i, y + 4 * i);
        }
        page.waitForCondition(() -> !picture.equals(picture(page)));
        assertFalse(page.url().contains("arm.q="), "the address waits for the release");
        page.mouse().up();
        await(page, "location.search.includes('arm.q=')");
        // the words come with the frame after the release
        page.waitForCondition(() -> !words.equals(page.locator(HAND).getAttribute("aria-valuetext")));
        assertNotEquals(matrix, page.locator("#arm .live math").textContent());
        BoundingBox moved = hand.boundingBox();
        assertEquals(box.x - 60, moved.x, 3);
        assertEquals(box.y + 48, moved.y, 3);
        page.locator("#arm [data-do=undo]").click();
        await(page, "document.querySelector('" + HAND + "').getAttribute('aria-valuetext') === '" + words + "'");
    }

    @Test
    void escapeCancelsADrag() {
        Page page = unlocked();
        String words = page.locator(HAND).getAttribute("aria-valuetext");
        String picture = picture(page);
        page.locator(HAND).scrollIntoViewIfNeeded();
        BoundingBox box = page.locator(HAND).boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x - 40, box.y + 60);
        page.waitForCondition(() -> !picture.equals(picture(page)));
        page.keyboard().press("Escape");
        page.waitForCondition(() -> picture.equals(picture(page)));
        assertEquals(words, page.locator(HAND).getAttribute("aria-valuetext"));
        page.mouse().up();
        assertTrue(page.locator("#arm [data-do=undo]").isDisabled());
    }

    @Test
    void keysStepFinelyCoarselyAndToTheLimits() {
        Page page = unlocked();
        page.locator("#arm-q2:enabled").focus();
        page.keyboard().press("ArrowUp");
        await(page, "document.querySelector('#arm-q2').value === '1.2'");
        page.keyboard().press("Shift+ArrowDown");
        await(page, "document.querySelector('#arm-q2').value === '1.199'");
        page.keyboard().press("PageDown");
        await(page, "document.querySelector('#arm-q2').value === '1.099'");
        page.keyboard().press("End");
        await(page, "document.querySelector('#arm-q2').value === '3.14159'");
        page.locator(HAND).focus();
        page.keyboard().press("Home");
        await(page, "document.querySelector('#arm-desc').textContent.includes('Singular')");
        page.keyboard().press("ArrowRight");
        await(page, "!document.querySelector('#arm-desc').textContent.includes('Singular')");
    }

    @Test
    void sentencesSetAndShowTheState() {
        Page page = unlocked();
        page.locator("a.state[data-widget=arm]").first().click();
        await(page, "location.search.includes('arm.q=0.3,0&')");
        Locator number = page.locator(".scrub[data-widget=arm]").first();
        await(page, "document.querySelector('.scrub[data-widget=arm]').textContent.startsWith('0')");
        assertEquals("slider", number.getAttribute("role"));
        number.focus();
        page.keyboard().type("0.5");
        page.keyboard().press("Enter");
        await(page, "location.search.includes('arm.q=0.3,0.5&')");
    }

    @Test
    void aClosedPartIsFetchedWhenOpenedAndThenLives() {
        Page page = unlocked();
        page.locator("#arm summary").nth(0).click();
        Locator damping = page.locator("#arm input[type=number][data-quantity=lambda]");
        damping.fill("0.2");
        await(page, "!document.querySelector('#arm-desc').textContent.includes('10⁻⁴')");
        page.locator("#arm summary").nth(1).click();
        await(page, "document.querySelector('#arm td[data-quantity=lambda]')?.textContent === '0.200 m'");
        page.locator("#arm summary").nth(2).click();
        await(page, "document.querySelector('#arm details:last-child').textContent.includes('Modern Robotics')");
        assertEquals(0, page.locator("#arm details a").count());
    }

    @Test
    void anAddressOpensItsStateAndAnUnreadableOneSaysSo() {
        Page page = visit(1280);
        page.navigate(book.url("/ch03/vectors?arm.q=0.3,0.001&arm.solver=inverse"));
        taken(page);
        await(page, "document.querySelector('#arm-desc').textContent.includes('−191')");
        page.navigate(book.url("/ch03/vectors?arm.q=1,two"));
        taken(page);
        await(page, "document.querySelector('#arm .checkline').textContent.includes('left as usual: q')");
    }

    @Test
    void theSkipTestNamesTheMistakeAndLetsTheReaderPass() {
        Page page = visit(1280);
        page.navigate(book.url("/ch03/vectors"));
        page.locator("#skip").scrollIntoViewIfNeeded();
        await(page, "!!customElements.get('lectern-widget')");
        page.locator("#skip-a").fill("-l1*sin(q1)");
        await(page, "document.querySelector('#skip-a-said').textContent.includes('missing')");
        page.locator("#skip-a").fill("-l1*sin(q1)-l2*sin(q1+q2)");
        page.locator("#skip-b").fill("-l2*sin(q1+q2)");
        page.locator("#skip-c").fill("l1*cos(q1)+l2*cos(q1+q2)");
        page.locator("#skip-d").fill("l2*cos(q1+q2)");
        page.locator("#skip-d").blur();
        await(page, "document.querySelector('#skip .readout').textContent.includes('skim on')");
        await(page, "location.search.includes('skip.d=l2*cos(q1%2Bq2)')");
    }

    @Test
    void theCheckRunsTheOracleInTheReadersBrowser() {
        Page page = unlocked();
        page.locator("#arm [data-do=check]").click();
        await(page, "/^(\\d+) of \\1 cases agree in this browser. Largest difference .*SymPy/.test(document.querySelector('#arm .checkline').textContent)");
    }

    private Page unlocked() {
        Page page = page(1280);
        page.addInitScript("localStorage.setItem('lectern.guess.two-link', 'skip')");
        page.navigate(book.url("/ch03/vectors"));
        taken(page);
        return page;
    }

    /** The look once the fonts are there and two readings, a frame apart, agree. */
    private static Object look(Page page) {
        String frames = "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))";
        var last = new AtomicReference<Object>();
        page.waitForCondition(() -> {
            page.evaluate(frames);
            Object now = page.evaluate(LOOK);
            return now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    private static void taken(Page page) {
        page.locator("#arm").scrollIntoViewIfNeeded();
        await(page, "!!document.querySelector('.scrub[data-widget=arm][role]')");
    }

    private static void await(Page page, String condition) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(condition)), new Page.WaitForConditionOptions().setTimeout(8_000));
    }
}
