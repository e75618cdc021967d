package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.List;
import java.util.regex.Pattern;
import lectern.site.markup.Citation;
import lectern.site.markup.Directives;
import lectern.site.markup.Role;
import lectern.site.markup.Rule;
import lectern.site.markup.Source;
import lectern.site.markup.Words;
import lectern.site.markup.tex.Drawn;
import lectern.site.markup.tex.Formula;

/** Roles, by name. */
final class Roles {
    private static final List<String> NAMES = List.of("ref", "numref", "eq", "doc", "term", "download", "prf:ref", "cite", "cite:p", "cite:t", "cite:ps", "cite:ts", "cite:author",
            "cite:year", "cite:alp", "math", "abbr", "sub", "sup", "subscript", "superscript", "u", "underline", "strike", "del", "smallcaps", "sc", "kbd", "code", "index", "say", "state", "scrub", "compute",
            "aside", "margin", "dfn", "button", "span", "keyboard", "samp", "var", "emphasis", "strong", "literal", "guilabel", "file", "command", "any", "footcite", "chem", "si",
            "raw", "icon", "eval", "math:numref", "glue", "glue:text", "glue:md", "pep", "rfc", "menuselection", "abbreviation", "option", "envvar", "nb-download", "footcite:p", "footcite:t");
    /** Roles that name things of a programming language, {@code {py:class}`~a.b.C`}: shown as code. */
    private static final Pattern OBJECT = Pattern.compile("(?:py|c|cpp|js|rst|jl|r|std|myst):[a-z]+|class|func|meth|mod|attr|data|exc|obj|const|mod|envvar|option|program|token|keyword|mimetype|manpage|regexp|makevar|title|t|autolink|python|js|r|bash|sh|sql|json|html|css|tex|latex|matlab|julia|octave|console");
    private static final Pattern ICON = Pattern.compile("octicon|fa|fas|far|fab|fa-solid|fa-regular|fa-brands|material-[a-z]+");

    private Roles() {}

    static String write(PageWriter page, Role role) {
        var name = role.name();
        return switch (name) {
            case "ref", "numref", "eq", "doc", "term", "download", "prf:ref", "any", "math:numref", "std:ref", "std:numref", "std:doc", "std:term", "nb-download" -> References.role(page, role);
            case "cite", "cite:p", "cite:t", "cite:ps", "cite:ts", "cite:author", "cite:year", "cite:alp", "cite:alps", "cite:ct", "cite:cts", "cite:authors", "cite:authorpar", "cite:authorpars",
                "cite:cauthor", "cite:cauthors", "cite:yearpar", "cite:title", "cite:titlepar", "cite:label", "cite:labelpar", "cite:empty", "nocite", "footcite", "footcite:p", "footcite:t" ->
                Citations.write(page, role, Citation.of(role));
            case "math" -> maths(page, role, role.text());
            case "chem" -> maths(page, role, "\\mathrm{" + role.text().replaceAll("(\\d+)", "_{$1}") + "}");
            case "si" -> maths(page, role, "\\mathrm{" + role.text().replaceAll("[<>]", " ").replace(" ", "\\,") + "}");
            case "abbr" -> abbreviation(role);
            case "sub", "subscript" -> wrapped(page, role, "sub", "");
            case "sup", "superscript" -> wrapped(page, role, "sup", "");
            case "u", "underline" -> wrapped(page, role, "u", "");
            case "strike", "del" -> wrapped(page, role, "del", "");
            case "dfn" -> wrapped(page, role, "dfn", "");
            case "smallcaps", "sc" -> wrapped(page, role, "span", " class=\"smallcaps\"");
            case "kbd", "keyboard", "button", "guilabel" -> "<kbd>" + escape(role.text()) + "</kbd>";
            case "code", "samp", "literal", "file", "command", "var" -> "<code>" + escape(role.text()) + "</code>";
            case "emphasis" -> "<em>" + escape(role.text()) + "</em>";
            case "strong" -> "<strong>" + escape(role.text()) + "</strong>";
            case "span" -> escape(role.text());
            case "index" -> escape(role.title().isEmpty() ? role.text().replaceFirst("^!\\s*", "") : role.title());
            case "say" -> "<i hidden" + attribute("data-say", role.text()) + "></i>";
            case "raw", "icon" -> "";
            case "eval", "glue", "glue:any", "glue:text", "glue:md" -> Computed.role(page, role);
            case "pep" -> "<a href=\"https://peps.python.org/pep-" + "0".repeat(Math.max(0, 4 - role.target().length())) + escape(role.target()) + "/\">PEP " + escape(role.target()) + "</a>";
            case "rfc" -> "<a href=\"https://www.rfc-editor.org/rfc/rfc" + escape(role.target()) + "\">RFC " + escape(role.target()) + "</a>";
            case "menuselection" -> escape(role.text().replace("-->", "‣"));
            case "abbreviation" -> abbreviation(role);
            case "state", "scrub", "compute" -> Quantities.write(page, role);
            case "aside", "margin" -> Notes.inline(page, role);
            case Role.SUBSTITUTION -> substitution(page, role);
            default -> {
                if (name.startsWith("bdg")) {
                    yield Buttons.badge(page, role);
                }
                if (name.startsWith("prf:") && Directives.STATEMENTS.contains(name.substring(4))) {
                    yield References.role(page, role);
                }
                if (ICON.matcher(name).matches()) {
                    yield "";
                }
                if (OBJECT.matcher(name).matches()) {
                    var words = role.title().isEmpty() ? role.text().startsWith("~") ? role.text().replaceFirst("^.*\\.", "") : role.text().replaceFirst("^!", "") : role.title();
                    yield "<code>" + escape(words.replaceFirst("^~", "")) + "</code>";
                }
                page.report(role, Rule.UNKNOWN_ROLE, "There is no role {" + name + "}.", Words.didYouMean(name, NAMES));
                yield unhandled("role", name, role.text());
            }
        };
    }

    /** A role that is shown as it was written. */
    static String unhandled(String classes, String name, String text) {
        return "<span class=\"problem " + classes + " unhandled\"><code class=\"kind\">{" + escape(name) + "}</code><code>" + escape(text) + "</code></span>";
    }

    private static String wrapped(PageWriter page, Role role, String element, String attributes) {
        var inside = role.parsed().map(p -> page.compact(p)).orElse(escape(role.text()));
        return "<" + element + attributes + ">" + inside + "</" + element + ">";
    }

    private static String abbreviation(Role role) {
        var text = role.text().strip();
        int open = text.lastIndexOf('(');
        if (open > 0 && text.endsWith(")")) {
            return "<abbr" + attribute("title", text.substring(open + 1, text.length() - 1)) + ">" + escape(text.substring(0, open).strip()) + "</abbr>";
        }
        return "<abbr>" + escape(text) + "</abbr>";
    }

    private static String maths(PageWriter page, Role role, String tex) {
        var formula = new Formula(tex, false, role.name().equals("math") ? page.setting(role) : page.setting(role).plain());
        return switch (page.tex.draw(formula)) {
            case Drawn.Good good -> Formulas.used(page, formula, tex, good.html(), () -> Source.at(page.tree.place(role, role.name().length() + 3), tex));
            case Drawn.Bad bad -> {
                page.report(page.tree.place(role, role.name().length() + 3 + Math.max(0, bad.position())), Rule.MATHS, "This formula cannot be drawn: " + bad.message() + ".", "");
                yield "<span class=\"problem\"><span class=\"katex-error\"" + attribute("title", bad.message()) + "><code>" + escape(tex) + "</code></span></span>";
            }
        };
    }

    private static String substitution(PageWriter page, Role role) {
        if (role.parsed().isPresent()) {
            return page.compact(role.parsed().get());
        }
        page.report(role, Rule.SUBSTITUTION, "There is no substitution \"" + role.text() + "\".", "Give it a value under `substitutions:` in the front matter or the configuration.");
        return "<span class=\"problem\"><code>{{ " + escape(role.text()) + " }}</code></span>";
    }
}
