package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.site.markup.tex.Corpus;
import lectern.site.markup.tex.Drawn;
import lectern.site.markup.tex.Formula;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Tex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server sends less than KaTeX wrote. Both are laid out side by side: each letter and each line stands where KaTeX puts it. */
class LeanFormulaBrowserTest extends BrowserTest {
    private static final String KATEX = "/META-INF/resources/webjars/katex/0.18.11/dist/katex.min.js";

    /** [TeX, whether on a line of its own, the server's HTML] of each formula; gives the TeX of those that differ, with the first difference. */
    private static final String COMPARE = """
        async formulas => {
          const box = document.querySelector('main').appendChild(document.createElement('div'));
          box.style.cssText = 'font-size:32px;width:max-content';
          const trust = context => context.command === '\\\\htmlClass';
          const line = html => { const p = box.appendChild(document.createElement('p')); p.innerHTML = html; return p; };
          const pairs = formulas.map(([tex, displayMode, lean]) => [tex, line(katex.renderToString(tex, {displayMode, trust, strict: 'ignore', maxSize: 40})), line(lean)]);
          await Promise.all([...document.fonts].filter(face => face.family.includes('KaTeX')).map(face => face.load()));
          const marks = p => {
            const drawn = p.querySelector('.katex-html'), {x, y} = p.getBoundingClientRect(), {width, height} = p.getBoundingClientRect(), found = [['box', 0, 0, width, height]];
            const place = (name, rect) => found.push([name, rect.x - x, rect.y - y, rect.width, rect.height]);
            const walker = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT), range = document.createRange();
            for (let text; (text = walker.nextNode());)
              for (let i = 0; i < text.data.length; i++)
                if (!/[\\s\u200b]/.test(text.data[i])) {
                  range.setStart(text, i);
                  range.setEnd(text, i + 1);
                  place(text.data[i] + ' ' + getComputedStyle(text.parentNode).fontFamily.split(',')[0], range.getBoundingClientRect());
                }
            for (const bar of drawn.querySelectorAll('.frac-line, .overline-line, .katex-hline, .vertical-separator, svg, .katex-tag')) place('bar', bar.getBoundingClientRect());
            return found;
          };
          const weigh = at => pairs.map(pair => pair[at].firstChild).reduce((sum, drawn) => [sum[0] + drawn.outerHTML.length, sum[1] + drawn.querySelectorAll('*').length], [0, 0]);
          const [theirs, ours] = [weigh(1), weigh(2)];
          let letters = 0;
          const differing = [];
          for (const [tex, theirs, ours] of pairs) {
            const [a, b] = [marks(theirs), marks(ours)];
            letters += a.length - 1;
            const off = a.length !== b.length ? a.length + ' marks, here ' + b.length
                : a.map((mark, i) => mark[0] === b[i][0] && mark.every((n, k) => !k || Math.abs(n - b[i][k]) < 0.1) ? '' : mark + ' is here ' + b[i]).find(said => said);
            if (off) differing.push(tex + ': ' + off);
          }
          box.remove();
          return {letters, differing, size: ours[0] / theirs[0], elements: ours[1] / theirs[1]};
        }""";

    @TempDir
    Path folder;

    @Test
    void eachLetterStandsWhereKatexPutsIt() throws IOException {
        var texts = new ArrayList<>(Corpus.formulas());
        for (var letter : List.of("x", "q", "W", "\\sigma")) {
            for (var form : List.of("\\htmlClass{s-q1}{{%s}}_{ij}", "\\htmlClass{s-q1}{{%s_1}}^2", "\\htmlClass{s-x}{{\\dot %s_1}}", "\\frac{\\htmlClass{s-x}{{%1$s^2}}}{%1$s_{i_j}}", "e^{-%s^2}", "%s_{\\text{out}}'",
                    "\\sqrt{%1$s_1^{-1}} + %1$s^{\\frac12}", "%1$s_{%1$s_{%1$s}}^{%1$s^{%1$s}}", "\\sum\\nolimits_{%1$s} \\mathbf{%1$s}^{\\mathrm{T}}", "\\scriptstyle %s_1^2")) {
                texts.add(form.formatted(letter));
            }
        }
        var formulas = new ArrayList<List<Object>>();
        try (var tex = new Tex(folder)) {
            for (int i = 0; i < texts.size(); i++) {
                for (boolean display : texts.get(i).contains("\\tag") ? new boolean[] {true} : new boolean[] {false, true}) {
                    formulas.add(List.of(texts.get(i), display, assertInstanceOf(Drawn.Good.class, tex.draw(new Formula(texts.get(i), display, Setting.NONE)), texts.get(i)).html()));
                }
            }
        }
        Page page = page(1280);
        page.navigate(book.url("/about"));
        try (var katex = getClass().getResourceAsStream(KATEX)) {
            page.evaluate(new String(katex.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        var found = (Map<?, ?>) page.evaluate(COMPARE, formulas);
        System.out.printf("%d formulas, %s letters where KaTeX puts them; %.0f %% of its HTML, %.0f %% of its elements%n", formulas.size(), found.get("letters"), percent(found.get("size")), percent(found.get("elements")));
        assertTrue(((Number) found.get("letters")).intValue() > 5_000);
        assertEquals(List.of(), found.get("differing"));
    }

    private static double percent(Object share) {
        return 100 * ((Number) share).doubleValue();
    }
}
