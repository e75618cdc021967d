package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.site.markup.Directive;
import lectern.site.markup.Inventory;
import lectern.site.markup.Maths;
import lectern.site.markup.Part;
import lectern.site.markup.Place;
import lectern.site.markup.Rule;
import lectern.site.markup.Source;
import lectern.site.markup.shape.ShapeCheck;
import lectern.site.markup.shape.Verdict;
import lectern.site.markup.tex.Drawn;
import lectern.site.markup.tex.Formula;
import lectern.site.markup.tex.PageMacros;
import org.commonmark.node.Node;

/** Formulas in a line and on lines of their own. */
final class Formulas {
    private static final String MATH_END = "</math>";
    private static final Pattern NUMBERING = Pattern.compile("\\\\(?:label|tag\\*?)\\{[^{}]*\\}");
    private static final Pattern LABEL = Pattern.compile("\\\\label\\{[^{}]*\\}");
    private static final Pattern POINTERS = Pattern.compile("\\\\(eq)?ref\\{([^{}]*)\\}");
    private static final Pattern POINTER = Pattern.compile("\\s*" + POINTERS + "\\s*");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n\\s*");
    private static final Pattern ALIGNED = Pattern.compile("\\\\begin\\{(align|gather|multline|eqnarray|flalign|alignat|equation)(\\*?)\\}");

    private static final Place NOWHERE = Place.of("");

    private Formulas() {}

    static String inline(PageWriter page, Maths.Span maths) {
        var pointer = POINTER.matcher(maths.tex());
        if (pointer.matches()) {
            return References.equation(page, maths, pointer.group(2), pointer.group(1) != null);
        }
        if (PageMacros.mayBeIn(maths.tex()) && PageMacros.of(maths.tex()).rest().isBlank()) {
            return "";
        }
        var formula = new Formula(pointed(page, maths, maths.tex()), maths.display(), page.setting(maths));
        var drawn = page.tex.draw(formula);
        return switch (drawn) {
            case Drawn.Good good -> {
                unknown(page, good, () -> source(page, maths), maths.tex());
                yield used(page, formula, maths.tex(), good.html(), () -> source(page, maths));
            }
            case Drawn.Bad bad -> {
                report(page, source(page, maths), bad, maths.tex());
                yield failed(maths.tex(), bad.message());
            }
        };
    }

    static String display(PageWriter page, Node node, Source source) {
        var text = source.text();
        if (PageMacros.mayBeIn(text) && PageMacros.of(text).rest().isBlank()) {
            return "";
        }
        var lines = page.quoting ? Optional.<List<Part>>empty() : page.inventory.lines(node);
        var anchors = new StringBuilder();
        var own = page.own(node);
        String tex;
        if (lines.isEmpty()) {
            tex = unnumbered(NUMBERING.matcher(text).replaceAll("").strip());
        } else {
            var rows = lines.get().stream().map(p -> page.facts.own(page.block(), p.ordinal())).iterator();
            tex = unnumbered(NUMBERING.matcher(text).replaceAll(m -> {
                if (!m.group().startsWith("\\label")) {
                    return LABEL.matcher(Inventory.line(text, m.start())).find() ? "" : Matcher.quoteReplacement(m.group());
                }
                var row = rows.next();
                anchors.append(row.id().equals(own.id()) ? "" : "<span" + attribute("id", row.id()) + "></span>");
                return Matcher.quoteReplacement("\\tag{" + row.number() + "}");
            }).strip());
        }
        tex = pointed(page, node, tex);
        var name = own.number().isEmpty() ? "Formula" : "Equation " + own.number();
        var formula = new Formula(tex, true, page.setting(node));
        var drawn = page.tex.draw(formula);
        var html = switch (drawn) {
            case Drawn.Good good -> {
                unknown(page, good, () -> source, tex);
                yield used(page, formula, text, good.html(), () -> source);
            }
            case Drawn.Bad bad -> {
                report(page, source, bad, tex);
                yield failed(tex, bad.message());
            }
        };
        // numbers of lines stand in the formula itself
        var tools = own.number().isEmpty() || !lines.isEmpty() ? "" : "<div class=\"eq-tools\"><a class=\"eq-no\"" + attribute("href", "#" + own.id())
                + ">(" + escape(own.number()) + ")</a></div>";
        return "<div class=\"eq\"" + attribute("id", own.id()) + ">" + anchors + "<div class=\"eq-box\" tabindex=\"0\" role=\"group\"" + attribute("aria-label", name) + ">"
                + html + "</div>" + tools + "</div>";
    }

    static String directive(PageWriter page, Directive d) {
        if (d.argument().isEmpty()) {
            return display(page, d, d.body());
        }
        var lines = new ArrayList<Source.Line>();
        lines.add(new Source.Line(d.argument(), d.argumentPlace()));
        lines.addAll(d.body().lines());
        return display(page, d, new Source(lines));
    }

    /** {@code \eqref} and {@code \ref} within a formula are the numbers they stand for. */
    private static String pointed(PageWriter page, Node node, String tex) {
        return tex.indexOf("ref{") < 0 ? tex : POINTERS.matcher(tex).replaceAll(m -> {
            var number = References.number(page, node, m.group(2));
            return Matcher.quoteReplacement(number.isEmpty() ? m.group() : m.group(1) == null ? "\\text{" + number + "}" : "\\text{(" + number + ")}");
        });
    }

    /** Numbers are ours, so an environment that would number itself becomes the one that does not. */
    private static String unnumbered(String tex) {
        var m = ALIGNED.matcher(tex);
        if (!m.lookingAt()) {
            return tex.contains("\\begin{") ? tex : stacked(tex);
        }
        var name = m.group(1);
        var plain = switch (name) {
            case "equation" -> "equation*";
            case "eqnarray", "flalign" -> "align*";
            case "multline" -> "gather*";
            default -> name + "*";
        };
        return tex.replace("\\begin{" + name + m.group(2) + "}", "\\begin{" + plain + "}").replace("\\end{" + name + m.group(2) + "}", "\\end{" + plain + "}");
    }

    /** Lines that {@code \\\\} or an empty line parts stand one below the other. */
    private static String stacked(String tex) {
        var parts = BLANK_LINE.split(tex);
        if (parts.length == 1) {
            return tex.contains("\\\\") ? "\\begin{aligned}" + tex + "\\end{aligned}" : tex;
        }
        return Stream.of(parts).allMatch(p -> p.chars().filter(c -> c == '{').count() == p.chars().filter(c -> c == '}').count())
                ? Stream.of(parts).map(Formulas::stacked).collect(Collectors.joining("\\\\\n", "\\begin{gathered}", "\\end{gathered}")) : tex;
    }

    private static String failed(String tex, String message) {
        return "<span class=\"problem\"><span class=\"katex-error\"" + attribute("title", message) + "><code>" + escape(tex.strip()) + "</code></span></span>";
    }

    /** The formula's lines with their places; lines after the first are taken to begin at the margin. */
    private static Source source(PageWriter page, Maths.Span maths) {
        var start = page.tree.place(maths, maths.display() ? 2 : 1);
        var lines = new ArrayList<Source.Line>();
        for (var line : maths.tex().split("\n", -1)) {
            lines.add(new Source.Line(line, lines.isEmpty() ? start : new Place(start.file(), start.line() + lines.size(), 1)));
        }
        return new Source(lines);
    }

    /** Notes a formula of the block, with what the check of its shapes says. */
    static String used(PageWriter page, Formula formula, String written, String html, Supplier<Source> source) {
        var mathMl = mathMl(html);
        page.show(written, mathMl);
        if (page.quoting) {
            return html;
        }
        // one letter alone has nothing to fit
        var verdict = formula.setting().hasShapes() && formula.tex().length() > 2
                ? ShapeCheck.of(page.tex.outline(formula), formula.tex(), formula.setting()::quantity) : new Verdict.Nothing();
        var place = switch (verdict) {
            case Verdict.Nothing _, Verdict.Fits _ -> NOWHERE;
            case Verdict.NotChecked open -> place(source.get(), Math.max(0, open.at()), formula.tex());
            case Verdict.Misfit misfit -> place(source.get(), Math.max(0, misfit.at()), formula.tex());
        };
        if (verdict instanceof Verdict.Misfit misfit) {
            page.report(place, Rule.SHAPE_MISMATCH, misfit.message(), misfit.hint());
        }
        page.formulas.add(new UsedFormula(formula, mathMl, verdict, place));
        return html;
    }

    /** The MathML in what was drawn. */
    private static String mathMl(String drawn) {
        int from = drawn.indexOf("<math");
        int to = drawn.indexOf(MATH_END, Math.max(0, from));
        return from < 0 || to < 0 ? "" : drawn.substring(from, to + MATH_END.length());
    }

    private static void unknown(PageWriter page, Drawn.Good good, Supplier<Source> source, String tex) {
        for (var letter : good.unknown()) {
            page.report(place(source.get(), letter.position(), tex), Rule.UNDEFINED_SYMBOL, "The symbol \"" + letter.tex() + "\" is not in the table of symbols.", "Add it to symbols.yml, or correct it.");
        }
    }

    private static void report(PageWriter page, Source source, Drawn.Bad bad, String tex) {
        page.report(place(source, bad.position(), tex), Rule.MATHS, "This formula cannot be drawn: " + bad.message() + ".", "");
    }

    private static Place place(Source source, int position, String tex) {
        if (position >= 0) {
            // what was drawn may differ from what was written before the spot; the text at the spot finds it again
            var text = source.text();
            int at = Math.min(position, tex.length());
            int found = text.startsWith(tex.substring(0, at)) ? at : Math.max(0, text.indexOf(tex.substring(at, Math.min(tex.length(), at + 12))));
            int line = (int) text.substring(0, found).chars().filter(c -> c == '\n').count();
            return source.place(line, found - (text.lastIndexOf('\n', found - 1) + 1));
        }
        return source.place(0, 0);
    }
}
