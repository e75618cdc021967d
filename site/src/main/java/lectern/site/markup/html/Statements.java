package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.Locale;
import lectern.site.markup.Directive;
import lectern.site.markup.Directives;
import lectern.site.markup.Kind;
import lectern.site.markup.Labels;
import lectern.site.markup.Rule;
import lectern.widgets.answer.Answer;
import lectern.widgets.answer.Mistake;

/** Blocks that state something: theorems and their kin, exercises and solutions, admonitions. */
final class Statements {
    private static final java.util.Set<String> FOLDED = java.util.Set.of("dropdown", "toggle", "collapse", "details");

    private Statements() {}

    static String statement(PageWriter page, Directive d) {
        var kind = Kind.ofStatement(d.name());
        return block(page, d, kind, kind == Kind.DEFINITION || kind == Kind.THEOREM || kind == Kind.LEMMA || kind == Kind.COROLLARY || kind == Kind.PROPOSITION ? "block def" : "block", "");
    }

    static String exercise(PageWriter page, Directive d) {
        return d.has("hidden") ? "" : block(page, d, Kind.EXERCISE, "block exercise", "");
    }

    static String proof(PageWriter page, Directive d) {
        var label = "<b>Proof</b>" + d.title().map(t -> " " + page.compact(t)).orElse("");
        var body = page.inlines(d) + "<span class=\"end\" aria-hidden=\"true\"></span>";
        return isFolded(d) ? folded("block proof", page.own(d), label, body)
                : "<section class=\"block proof\"" + attribute("id", page.own(d).id()) + "><p class=\"label\">" + label + "</p>" + body + "</section>\n";
    }

    /** Whether its author keeps it closed until the reader opens it. */
    private static boolean isFolded(Directive d) {
        return java.util.List.of(d.classes().split(" ")).contains("dropdown");
    }

    private static String folded(String classes, Facts.Own own, String label, String body) {
        return "<details class=\"" + classes + "\"" + attribute("id", own.id()) + "><summary>" + label + "</summary>" + body + "</details>\n";
    }

    private static String block(PageWriter page, Directive d, Kind kind, String classes, String after) {
        var own = page.own(d);
        var name = (kind.word() + " " + own.number()).strip();
        var more = d.classes().isEmpty() ? "" : " " + d.classes();
        var label = "<b>" + escape(name) + "</b>" + d.title().map(t -> " " + page.compact(t)).orElse("");
        if (isFolded(d)) {
            return folded(classes + escape(more), own, label, page.inlines(d) + after);
        }
        return "<section class=\"" + classes + escape(more) + "\"" + attribute("id", own.id()) + attribute("aria-label", name) + "><p class=\"label\">" + label + "</p>" + page.inlines(d) + after + "</section>\n";
    }

    /** A solution stays closed until the reader opens it. */
    static String solution(PageWriter page, Directive d) {
        if (d.has("hidden")) {
            return "";
        }
        var target = Labels.normal(d.argument());
        var found = target.isEmpty() ? java.util.Optional.<Facts.Referent>empty() : page.facts.label(target);
        if (found.isEmpty() && !target.isEmpty()) {
            page.report(d.argumentPlace(), Rule.BROKEN_REFERENCE, "There is no exercise \"" + target + "\".", page.facts.didYouMean(Facts.Named.LABEL, target));
        }
        var name = found.map(f -> "Solution to " + f.name()).orElse("Solution");
        return "<details class=\"block solution\"" + attribute("id", page.own(d).id()) + "><summary>" + escape(name) + "</summary>" + page.inlines(d) + "</details>\n";
    }

    /** What the reader is asked for. Forms are drawn and answers are judged in the browser, by the same code that reads them here for the author. */
    static String answer(PageWriter page, Directive d) {
        try {
            var answer = Answer.of(d.argument().isEmpty() ? "number" : d.argument(), d.option("value"), d.option("tolerance"), d.option("unit"), d.option("variables"));
            for (var node = d.getNext(); node != null; node = node.getNext()) {
                if (node instanceof Directive hint && hint.name().equals("hint") && hint.has("when")) {
                    checkHint(page, hint, answer);
                }
            }
        } catch (IllegalArgumentException e) {
            page.report(d.placeOf("value"), Rule.BAD_OPTION, "This answer cannot be judged: " + e.getMessage() + ".", "");
        }
        return "<div class=\"answer\"" + attribute("data-answer", d.argument().isEmpty() ? "number" : d.argument()) + attribute("data-value", d.option("value"))
                + attribute("data-tolerance", d.option("tolerance")) + attribute("data-unit", d.option("unit")) + attribute("data-variables", d.option("variables")) + ">"
                + page.inlines(d) + "</div>\n";
    }

    private static void checkHint(PageWriter page, Directive hint, Answer answer) {
        var when = hint.option("when");
        if (Mistake.isNamed(when)) {
            return;
        }
        var advice = "Write a wrong value, or one of: sign, transposed, swapped, factor 2, degrees, shape.";
        try {
            if (answer.withValue(when).equals(answer) || answer.judge(when).correct()) {
                page.report(hint.placeOf("when"), Rule.BAD_OPTION, "This hint waits for the right answer.", advice);
            }
        } catch (IllegalArgumentException e) {
            page.report(hint.placeOf("when"), Rule.BAD_OPTION, "This hint waits for nothing that can be typed: " + e.getMessage() + ".", advice);
        }
    }

    static String admonition(PageWriter page, Directive d) {
        var name = d.name();
        if (name.equals("hint") && d.getParent() instanceof Directive parent && parent.name().equals("exercise")) {
            // A hint that waits for a certain mistake would give it away: it stays hidden until an answer calls it.
            return "<details class=\"hint\"" + (d.has("when") ? attribute("data-when", d.option("when")) + " hidden" : "") + "><summary>Hint</summary>" + page.inlines(d)
                    + "</details>\n";
        }
        var classes = (d.classes() + (d.classes().isEmpty() ? "" : " ") + "admonition" + (name.equals("admonition") ? "" : " " + name)).strip();
        boolean folds = FOLDED.contains(name) || d.classes().contains("dropdown");
        var title = d.title().map(t -> since(name) + page.compact(t)).orElse(name.equals("admonition") || name.equals("topic") || name.equals("sidebar") ? "" : escape(spoken(name)));
        if (folds) {
            return "<details class=\"" + escape(classes) + "\"" + attribute("id", page.own(d).id()) + (d.has("open") || d.has("show") ? " open" : "") + "><summary>"
                    + (title.isEmpty() ? "More" : title) + "</summary>" + page.inlines(d) + "</details>\n";
        }
        return "<aside class=\"" + escape(classes) + "\"" + attribute("id", page.own(d).id()) + (title.isEmpty() ? "" : " role=\"note\"") + ">"
                + (title.isEmpty() ? "" : "<p class=\"admonition-title\">" + title + "</p>") + page.inlines(d) + "</aside>\n";
    }

    /** What stands before the version that a change came with. */
    private static String since(String name) {
        return switch (name) {
            case "versionadded", "versionchanged" -> spoken(name) + " in version ";
            case "deprecated" -> spoken(name) + " since version ";
            default -> "";
        };
    }

    private static String spoken(String name) {
        return switch (name) {
            case "seealso" -> "See Also";
            case "versionadded" -> "Added";
            case "versionchanged" -> "Changed";
            default -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        };
    }
}
