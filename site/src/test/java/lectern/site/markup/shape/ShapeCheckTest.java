package lectern.site.markup.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.site.markup.tex.Formula;
import lectern.site.markup.tex.Setting;
import lectern.site.markup.tex.Symbol;
import lectern.site.markup.tex.Tex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equations over a small table of symbols: those that fit, those that cannot, those where the check ends. */
class ShapeCheckTest {
    @TempDir
    static Path folder;
    private static Tex tex;
    private static Setting setting;

    @BeforeAll
    static void open() {
        tex = new Tex(folder);
        var shapes = new HashMap<String, Object>(Map.of("W", List.of("k", "d"), "x", List.of("d"), "a^{\\star}", List.of("k"), "e", List.of("k"), "c", "scalar", "\\eta", "scalar", "h", List.of("k"),
                "S", List.of("d", "d"), "L", "scalar", "\\nabla_W", List.of("k", "d")));
        shapes.putAll(Map.of("J", List.of("m", "n"), "\\dot q", List.of("n"), "\\dot x", List.of("m"), "\\lambda", "scalar", "I", List.of("m", "m"), "w", List.of("n"), "\\Delta w", List.of("n"),
                "p", List.of(3), "R", List.of(3, 3), "x_j", "scalar"));
        shapes.putAll(Map.of("\\nabla", "", "\\varphi", "", "\\mathbb{R}", "", "j", "scalar", "d", "scalar", "k", "scalar", "n", "scalar"));
        var symbols = new HashMap<String, Symbol>();
        shapes.forEach((name, shape) -> symbols.put(name,
                new Symbol(name, name, "meaning", "", Shape.of(shape), List.of("L", "J", "\\varphi").contains(name), "", "", List.of(), List.of())));
        setting = Setting.of(Map.of("\\norm", "\\lVert #1\\rVert", "\\R", "\\mathbb{R}"), Map.of(), symbols.keySet()).meaning(symbols, null);
    }

    @AfterAll
    static void close() {
        tex.close();
    }

    private static Verdict check(String formula) {
        return ShapeCheck.of(tex.outline(new Formula(formula, true, setting)), formula, setting::quantity);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "W x - a^{\\star}", "e = W x - a^{\\star} .", "L = \\tfrac12 \\norm{e}^2, \\qquad e = W x - a^{\\star}", "\\nabla_W L = e\\,x^\\top", "W^\\top e = x", "x^\\top x = c", "W x x^\\top x = c\\,e",
        "W x^\\top x", "\\dot x = J(w)\\,\\dot q", "\\dot q = J(w)^{-1}\\,\\dot x", "\\dot q = J^\\top \\left( J J^\\top + \\lambda^2 I \\right)^{-1} \\dot x .", "w \\leftarrow w - \\eta\\,\\nabla L(w)",
        "L(w + \\Delta w) \\approx L(w) + \\nabla L(w)^\\top \\Delta w", "W \\in \\R^{k \\times d}", "x \\in \\R^d", "c \\in \\R", "x^\\top S x \\ge 0", "S^2 x = S(S x)", "e \\cdot h = e^\\top h",
        "\\frac{\\partial L}{\\partial c} = c", "h = \\left( \\frac{\\partial e}{\\partial h} \\right)^{\\!\\top} e", "\\sum_j x_j^2 = x^\\top x", "\\frac{x}{\\norm{x}} = x / \\norm{x}", "R p = p", "e = 0",
        "e \\odot h = h", "\\begin{aligned} e &= W x \\\\ &= a^{\\star} \\end{aligned}", "c \\sin c + \\sqrt{c} = \\log \\tfrac{1}{2} + \\cos^2 c", "-e = (-1)\\,e", "x_j x_j = \\lvert c\\rvert",
        "p = \\begin{pmatrix} 1 \\\\ 0 \\\\ c \\end{pmatrix}", "c = 3 \\cdot 10^{-2}", "W \\, \\frac{x}{2} = e + h + \\cdots", "\\operatorname{tr} S = \\det S"})
    void whatFitsIsChecked(String formula) {
        assertInstanceOf(Verdict.Fits.class, check(formula), () -> formula + " " + check(formula) + " " + tex.outline(new Formula(formula, true, setting)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "W h                                     | 2  | “W” is k×d and “h” is a list of k: their product does not exist.",
        "e = W x - x                             | 10 | “W x” is a list of k and “x” is a list of d: what is added needs one shape.",
        "\\nabla_W L = x\\,e^\\top               | 13 | “\\nabla_W L” is k×d and “x\\,e^\\top” is d×k: both sides need one shape.",
        "\\nabla_W L = e^\\top x                 | 20 | “e^\\top” is a row of k and “x” is a list of d: their product does not exist.",
        "W e = x                                 | 2  | “W” is k×d and “e” is a list of k: their product does not exist.",
        "\\norm{W h} = c                         | 8  | “W” is k×d and “h” is a list of k: their product does not exist.",
        "c + e = h                               | 4  | “c” is a number and “e” is a list of k: what is added needs one shape.",
        "L(W x + x)                              | 8  | “W x” is a list of k and “x” is a list of d: what is added needs one shape.",
        "\\dot q = J^\\top \\dot q               | 16 | “J^\\top” is n×m and “\\dot q” is a list of n: their product does not exist.",
        "c = e                                   | 4  | “c” is a number and “e” is a list of k: both sides need one shape.",
        "x \\in \\R^k                            | -1 | “x” is a list of d, but here it is a list of k.",
        "p = \\begin{pmatrix} 1 \\\\ 0 \\end{pmatrix} | 20 | “p” is a list of 3 and “1 \\\\ 0” is a list of 2: both sides need one shape.",
        "\\varphi(W e)                           | 10 | “W” is k×d and “e” is a list of k: their product does not exist.",
        "\\frac{W e}{2}                          | 8  | “W” is k×d and “e” is a list of k: their product does not exist.",
        "e h                                     | 2  | “e” is a list of k and “h” is a list of k: their product does not exist.",
        "e = a^{\\star} = x                      | 16 | “a^{\\star}” is a list of k and “x” is a list of d: both sides need one shape."})
    void whatCannotFitIsToldWithItsPlace(String formula, int at, String message) {
        var misfit = assertInstanceOf(Verdict.Misfit.class, check(formula), () -> formula + " " + check(formula));
        assertEquals(message, misfit.message());
        assertEquals(at, misfit.at(), formula);
        assertTrue(!misfit.hint().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "f(x) = c", "x = (1, 2)", "y = W x", "\\varphi(x) = e", "e + 1", "\\nabla L = w", "\\frac{\\partial L}{\\partial x} = x", "J = R", "f : \\R^d \\to \\R^k", "x = e^{c} p", "\\tanh e = h", "W^3 = W",
        "\\int c = c", "\\max(c, 1) = c", "(W x)_j = c", "x \\times x", "p \\in \\R^d", "\\langle x, x \\rangle = c", "S^{-1} x = x \\text{ if it exists}", "1 = e", "e \\le h", "x / x"})
    void whereTheGrammarEndsNothingIsClaimed(String formula) {
        assertInstanceOf(Verdict.NotChecked.class, check(formula), () -> formula + " " + check(formula));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a^{\\star}", "\\R^d", "J(w)", "3.14", "x^\\top", "\\norm{x}", ""})
    void oneThingAloneIsNothingToCheck(String formula) {
        assertInstanceOf(Verdict.Nothing.class, check(formula), () -> formula + " " + check(formula));
    }

    @Test
    void noFormulaIsTooLongOrTooDeep() {
        var sum = "e" + " + e".repeat(2_000);
        assertInstanceOf(Verdict.Fits.class, check(sum));
        var many = "c".repeat(300);
        assertInstanceOf(Verdict.Fits.class, check(many));
        var deep = "(".repeat(200) + "c" + ")".repeat(200) + " = c";
        assertInstanceOf(Verdict.Fits.class, check(deep));
        assertEquals(Optional.empty(), Shape.of(List.of("a", "b", "c")));
    }
}
