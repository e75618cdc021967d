package lectern.site.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exercises as a reader meets them. */
class ExerciseBrowserTest extends BrowserTest {
    private static final String CHECK = "button.go";

    private static Locator exercise(Page page, String path, String label) {
        page.navigate(book.url(path));
        Locator exercise = page.locator("#" + label);
        exercise.scrollIntoViewIfNeeded();
        exercise.locator("form").waitFor();
        return exercise;
    }

    @Test
    void aWrongAnswerIsToldItsMistakeAndARightOneIsKept() {
        Page page = visit(1280);
        Locator exercise = exercise(page, "/ch03/vectors", "ex-hand-velocity");
        exercise.locator("input").nth(0).fill("1");
        exercise.locator("input").nth(1).fill("2");
        exercise.locator(CHECK).click();
        assertThat(exercise.getByRole(AriaRole.STATUS)).containsText("Entry 1: a sign is wrong");
        assertThat(exercise.locator(".feedback")).containsText("does a hand above the base go left or right?");
        assertThat(exercise.locator(".solved")).hasCount(0);

        page.context().setOffline(true); // what judges is on the page by now
        exercise.locator("input").nth(0).fill("-1");
        exercise.locator(CHECK).click();
        assertThat(exercise.locator(".feedback")).containsText("Right");
        assertThat(exercise.locator(".solved")).isVisible();
        page.context().setOffline(false);

        Locator again = exercise(page, "/ch03/vectors", "ex-hand-velocity");
        assertThat(again.locator(".solved")).isVisible();
        assertEquals("-1", again.locator("input").nth(0).inputValue());
        assertThat(page.locator(".facts")).containsText("3 exercises, 1 solved");
        assertEquals(List.of(), complaints);
    }

    @Test
    void theKeyboardAloneIsEnough() {
        Page page = visit(1280);
        Locator order = exercise(page, "/ch03/backward", "ex-loop-order");
        order.locator("button").nth(4).focus(); // c moves up twice, then b down past d
        page.keyboard().press("Enter");
        page.keyboard().press("Space");
        assertThat(order.locator(".feedback")).containsText("c is now 1 of 4");
        order.getByLabel("Move down: b").press("Enter");
        order.locator(CHECK).press("Enter");
        assertThat(order.locator(".feedback")).containsText("Right");

        Locator formula = page.locator("#ex-tanh");
        formula.locator("input").focus();
        page.keyboard().type("t^2 - 1");
        assertThat(formula.locator(".echo math msup")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(formula.locator(".feedback")).containsText("At v");
        page.keyboard().press("Control+a");
        page.keyboard().type("(1-t)(1+t)");
        page.keyboard().press("Enter");
        assertThat(formula.locator(".feedback")).containsText("Right");

        Locator choice = exercise(page, "/ch03/randomness", "ex-same-scores");
        choice.locator("input").nth(0).press("Space");
        choice.locator(CHECK).press("Enter");
        assertThat(choice.locator(".feedback")).containsText("That is one of two");
        choice.locator("input").nth(2).press("Space");
        choice.locator(CHECK).press("Enter");
        assertThat(choice.locator(".solved")).isVisible();
        assertEquals(List.of(), complaints);
    }

    @Test
    void hintsComeOneAfterTheOther() {
        Page page = visit(1280);
        Locator exercise = exercise(page, "/ch03/vectors", "ex-hand-velocity");
        assertThat(exercise.locator(".hint:visible")).hasCount(1);
        assertThat(exercise.locator(".hint[data-when]:visible")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ch03/backward", "/ch03/randomness", "/appendix-a/matrices"})
    void axeFindsNothingAndNothingScrollsSideways(String path) throws IOException {
        Page page = page(320);
        page.navigate(book.url(path));
        page.locator(".exercise").first().scrollIntoViewIfNeeded();
        page.locator(".exercise form").first().waitFor();
        page.evaluate("""
                check => {
                  const each = (what, act) => document.querySelectorAll('.exercise ' + what).forEach(act);
                  each(check, button => button.click());
                  each('input:not([type])', input => { input.value = '1'; input.dispatchEvent(new Event('input', {bubbles: true})); });
                  each(check, button => button.click());
                }""", CHECK);
        assertThat(page.locator(".exercise .feedback:visible").first()).not().isEmpty();
        assertEquals(List.of(), inBothThemes(page, ".exercise"));
        int wide = (int) page.evaluate("() => document.documentElement.scrollWidth");
        assertTrue(wide <= 320, wide + " px wide");
    }

    @Test
    void withoutScriptsTheItemsAndTheSolutionAreThere() {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(book.url("/ch03/depth"));
        assertThat(page.locator("#ex-flat .answer ol > li")).hasCount(4);
        page.locator("details.solution").last().locator("summary").click();
        assertThat(page.locator("details.solution").last()).containsText(Pattern.compile("^.*Keep a copy of the weights in fp32", Pattern.DOTALL));
    }

    /** The same module that judges on the page; hostile text must neither hang nor break it. */
    @Test
    void theJudgeSurvivesHostileText() {
        Page page = visit(1280);
        exercise(page, "/ch03/backward", "ex-tanh");
        var told = page.evaluate("""
                async () => {
                  const {judge} = await import(new URL('answers.js', new URL(document.querySelector('[data-widgets]').dataset.widgets, location)));
                  const deep = n => '('.repeat(n) + 't' + ')'.repeat(n);
                  const texts = [deep(100000), 'sin('.repeat(100000) + 't' + ')'.repeat(100000), '('.repeat(100000), '-'.repeat(100000) + 't', 't^'.repeat(100000) + 't', '1e999999999',
                    '9'.repeat(100000), '\\u0000\\u0007\\u001b\\u202e', '\\ud800', '[' .repeat(100000), 't' + '\\n\\t\\r'.repeat(1000)];
                  const start = performance.now();
                  const rights = texts.flatMap(text => ['number', 'vector', 'matrix', 'formula', 'choice', 'order'].map(kind =>
                    judge(kind, kind === 'formula' ? 't' : '7', '', '', 't', text).right));
                  return [rights.filter(Boolean).length, judge('formula', 't', '', '', 't', deep(100000)).right, performance.now() - start < 10000].join();
                }""");
        // right are only: t in 100,000 parentheses, t after 100,000 signs and t before white space
        assertEquals("3,true,true", told);
    }
}
