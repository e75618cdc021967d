package lectern.site.markup.tex;

import java.util.ArrayList;
import java.util.List;

/** Formulas of every kind that KaTeX draws. */
public final class Corpus {
    private Corpus() {}

    /** Letters, accents, operators, environments, delimiters and fonts, each in several forms. */
    public static List<String> formulas() {
        var letters = ("a q x W \\alpha \\beta \\gamma \\delta \\epsilon \\zeta \\eta \\theta \\iota \\kappa \\lambda \\mu \\nu \\xi \\pi \\rho \\sigma \\tau \\upsilon \\phi \\chi \\psi "
                + "\\omega \\Gamma \\Delta \\Theta \\Lambda \\Xi \\Pi \\Sigma \\Phi \\Psi \\Omega \\ell \\hbar \\nabla \\partial \\infty").split(" ");
        var forms = List.of("%s", "%s_1^2", "\\dot %s", "\\hat{%s}_{ij}", "\\frac{\\partial %s}{\\partial t}", "\\sqrt[3]{%s + 1}", "\\left( \\frac{%s}{2} \\right)^{\\!\\top}",
                "\\mathbf{%1$s} = \\begin{pmatrix} %1$s & 0 \\\\ 0 & 1 \\end{pmatrix}", "\\sum_{i=1}^n %s_i", "\\int_0^1 %s \\, dx", "\\lVert %s \\rVert \\le 1", "\\operatorname{softmax}(%s)");
        var corpus = new ArrayList<String>();
        for (var form : forms) {
            for (var letter : letters) {
                corpus.add(form.formatted(letter));
            }
        }
        corpus.addAll(List.of("\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}", "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}", "f \\colon \\mathbb{R}^7 \\to \\mathbb{R}^6",
                "x \\xrightarrow{\\text{map}} y", "\\underbrace{a + b}_{c}", "\\binom{n}{k}", "a \\tag{3}", "\\mathcal{L}(\\theta)", "\\ce{H2O}".replace("\\ce", "\\mathrm"), "\\color{red} x",
                "\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}", "\\overline{ab} \\widehat{abc}", "\\cancel{x}", "\\text{Größe } x", "x < y > z & 1".replace("&", "\\&")));
        return corpus;
    }
}
