package lectern.search.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas are read into the same line from TeX, from plain typing and from the MathML that KaTeX wrote. */
class LineTest {
    static String show(Line line) {
        return line.atoms().stream().map(Atom::label).collect(Collectors.joining(" "));
    }

    /** Lines of TeX, tab, MathML by KaTeX 0.18.11. */
    static List<String[]> formulas() throws IOException {
        try (var file = LineTest.class.getResourceAsStream("/lectern/search/formulas.tsv")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t")).toList();
        }
    }

    @Test
    void texIsReadAsKatexReadsIt() throws IOException {
        List<String> different = new ArrayList<>();
        for (String[] formula : formulas()) {
            String tex = show(Line.ofTex(formula[0], Map.of()));
            String mathMl = show(Line.ofMathMl(formula[1]));
            if (!tex.equals(mathMl)) different.add(formula[0] + "\n  tex    " + tex + "\n  mathml " + mathMl);
        }
        assertEquals("", String.join("\n", different));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "J(q) qdot; J(q)\\dot q", "W x - a; Wx - a", "theta_12; \\theta_{12}", "q1 + q2; q_1 + q_2", "||x|| <= 1; \\lVert x\\rVert \\le 1", "J^T F; J^\\top F",
        "J^-1; J^{-1}", "q̇; \\dot q", "∇ L; \\nabla L", "x₁²; x_1^2", "pi0; \\pi_0", "sin theta; \\sin\\theta", "x_{t+1; x_{t+1}", "x^(t+1); x^{t+1}", "sqrt(x); √(x)"
    })
    void plainTypingMeansTheTexItLooksLike(String plain, String tex) {
        assertEquals(show(Line.ofTex(tex, Map.of())), show(Line.ofTex(plain, Map.of())));
    }

    @Test
    void macrosAreExpanded() {
        Map<String, String> macros = Map.of("\\R", "\\mathbb{R}", "\\norm", "\\lVert #1\\rVert", "\\loop", "\\loop\\loop");
        assertEquals(show(Line.ofTex("\\lVert x\\rVert \\in \\mathbb R^n", Map.of())), show(Line.ofTex("\\norm{x} \\in \\R^n", macros)));
        assertTrue(Line.ofTex("\\loop", macros).atoms().size() < 10);
    }

    @Test
    void markedSignsCarryAClass() {
        String mathMl = "<math><mi>a</mi><mo>=</mo><mi mathvariant=\"bold\">b</mi></math>";
        assertEquals("<math><mi>a</mi><mo>=</mo><mi class=\"match\" mathvariant=\"bold\">b</mi></math>", Line.ofMathMl(mathMl).mark(mathMl, 2, 3));
    }

    @Test
    void nothingIsTooDeepOrTooBroken() {
        for (String tex : List.of("{".repeat(100_000), "\\frac".repeat(10_000), "x^".repeat(10_000), "\\sqrt[".repeat(5_000), "}".repeat(9_000), "\\", "\\begin{", "x_", "(_(".repeat(3_000))) {
            Line.ofTex(tex, Map.of()).terms();
        }
        for (String xml : List.of("<mrow>".repeat(50_000), "<mfrac><mi>a".repeat(10_000), "</mrow>".repeat(1000), "<", "<mi", "&#xffffffff;", "<mi>&#99999999;</mi>")) {
            Line.ofMathMl(xml).terms();
        }
    }
}
