package lectern.site.markup.tex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KatexTest {
    private static final String NODE = """
            const katex = require('katex');
            const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(l => l);
            process.stdout.write(lines.map(l => katex.renderToString(l.slice(1), {displayMode: l[0] === 'd', maxExpand: 1000, maxSize: 40, strict: 'ignore'})).join('\\0'));
            """;

    @TempDir
    Path folder;
    private Tex tex;
    private final V8Engine engine = new V8Engine();

    @BeforeEach
    void open() {
        tex = new Tex(folder);
    }

    @AfterEach
    void close() {
        tex.close();
        engine.close();
    }

    @Test
    void theServerDrawsWhatNodeDraws() throws Exception {
        var corpus = Corpus.formulas();
        assertTrue(corpus.size() >= 500, corpus.size() + " formulas");
        var process = new ProcessBuilder("node", "-e", NODE).directory(Path.of("target/npm").toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = process.getOutputStream()) {
            for (int i = 0; i < corpus.size(); i++) {
                in.write(((i % 2 == 0 || corpus.get(i).contains("\\tag") ? "d" : "i") + corpus.get(i) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        var theirs = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0");
        assertEquals(0, process.waitFor());
        assertEquals(corpus.size(), theirs.length);
        for (int i = 0; i < corpus.size(); i++) {
            var formula = new Formula(corpus.get(i), i % 2 == 0 || corpus.get(i).contains("\\tag"), Setting.NONE);
            assertEquals(theirs[i], engine.whole(formula), corpus.get(i));
        }
    }

    @Test
    void aFunctionsNameIsOneElementWhereItsParentCountsThem() {
        for (var tex : List.of("\\sigma_{\\min}", "x_{\\min}^{\\max}", "\\sum_{\\min}^{\\max} x", "\\frac{\\min}{\\max}")) {
            var html = assertInstanceOf(Drawn.Good.class, this.tex.draw(new Formula(tex, true, Setting.NONE))).html();
            assertTrue(html.contains("<mi>min</mi>") && !html.contains("\u2061"), html);
        }
        var applied = assertInstanceOf(Drawn.Good.class, tex.draw(new Formula("\\max_i x_i", false, Setting.NONE))).html();
        assertTrue(applied.contains("<mi>max</mi><mo>\u2061</mo>"), applied);
    }

    @Test
    void aMistakeHasItsPosition() {
        assertEquals(new Drawn.Bad("Undefined control sequence: \\frca", 4), tex.draw(new Formula("a + \\frca{1}{2}", false, Setting.NONE)));
    }

    @Test
    void aFormulaThatNeverEndsIsGivenUpAndTheNextOneIsDrawn() {
        assertInstanceOf(Drawn.Bad.class, tex.draw(new Formula("\\def\\a{\\a\\a}\\a", false, Setting.NONE)));
        assertInstanceOf(Drawn.Good.class, tex.draw(new Formula("x", false, Setting.NONE)));
    }

    @Test
    void macrosOfOneFormulaDoNotReachTheNext() {
        assertInstanceOf(Drawn.Good.class, tex.draw(new Formula("\\gdef\\mine{x}\\mine", false, Setting.NONE)));
        assertInstanceOf(Drawn.Bad.class, tex.draw(new Formula("\\mine", false, Setting.NONE)));
    }

    @Test
    void symbolsWearTheirColour() {
        var setting = Setting.of(Map.of("\\R", "\\mathbb{R}"), Map.of("q_1", "s-q1", "\\dot q_1", "s-q1", "x", "s-x", "\\nabla L", "s-g"), Set.of("y", "\\mathbb{R}"));
        for (var coloured : List.of("q_1", "q_{1}", "\\dot q_1", "\\dot{q}_{1}", "x", "x^2", "x^\\top", "{x}", "\\frac{x}{y}", "\\nabla L", "y_1 + x", "\\R x")) {
            var html = engine.draw(new Formula(coloured, false, setting));
            assertTrue(html.contains("class=\"s-"), coloured + " " + html);
        }
        for (var plain : List.of("x_1", "x'_i", "\\hat x", "q", "\\dot q_2", "\\text{x}", "\\operatorname{x}", "x^{\\star}".replace("x", "y"))) {
            assertTrue(!assertInstanceOf(Drawn.Good.class, tex.draw(new Formula(plain, false, setting))).html().contains("s-"), plain);
        }
    }

    @Test
    void symbolsHaveTheirPlaceAmongTheVisibleLetters() {
        var setting = Setting.of(Map.of("\\R", "\\mathbb{R}"), Map.of("x", "s-x"), Set.of("x", "q_1", "\\mathbb{R}"));
        assertEquals(new Spots("x2<q1&a", List.of(new Spots.Spot("x", 0, 2), new Spots.Spot("q_1", 3, 5))), tex.spots(new Formula("x^2 < q_1 \\& \\text{ a }", true, setting)));
        assertEquals(new Spots("x∈R", List.of(new Spots.Spot("x", 0, 1), new Spots.Spot("\\mathbb{R}", 2, 3))), tex.spots(new Formula("x \\in \\R", false, setting)), "also what a macro brings");
        assertEquals(new Spots("ab>c", List.of()), tex.spots(new Formula("\\frac{b}{a} > c", false, setting)));
        assertEquals(new Spots("x<y", List.of()), tex.spots(new Formula("x < y", false, Setting.NONE)));
    }

    @Test
    void lettersThatTheTableDoesNotHoldAreNamed() {
        var setting = Setting.of(Map.of(), Map.of(), Set.of("x", "\\dot q"));
        var good = assertInstanceOf(Drawn.Good.class, tex.draw(new Formula("x + z_1^2 = \\dot q \\sin \\ddot q", true, setting)));
        assertEquals(List.of(new Drawn.Letter("z_1^2", 4), new Drawn.Letter("\\ddot q", 24)), good.unknown());
    }

    @Test
    void formulasAreKeptBetweenRunsAndADamagedFileIsAsGoodAsNone() throws Exception {
        var formula = new Formula("a^2 + b^2", true, Setting.NONE);
        var drawn = tex.draw(formula);
        tex.save();
        var file = folder.resolve("formulas.bin");
        var bytes = Files.readAllBytes(file);
        try (var next = new Tex(folder)) {
            assertEquals(drawn, next.draw(formula));
            assertEquals(1, next.fromEarlier());
        }
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
        try (var next = new Tex(folder)) {
            assertEquals(drawn, next.draw(formula));
            assertEquals(0, next.fromEarlier());
        }
        Files.write(file, java.util.Arrays.copyOf(bytes, 10));
        try (var next = new Tex(folder)) {
            assertEquals(drawn, next.draw(formula));
        }
    }
}
