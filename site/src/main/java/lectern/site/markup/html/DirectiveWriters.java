package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import lectern.site.markup.Directive;
import lectern.site.markup.Directives;

/** Directives, by name. */
final class DirectiveWriters {
    private DirectiveWriters() {}

    static String write(PageWriter page, Directive d) {
        var name = d.name();
        if (!Directives.known(name)) {
            return unhandled(d);
        }
        if (Directives.ADMONITIONS.contains(name) && !isHint(d)) {
            return Statements.admonition(page, d);
        }
        return switch (name) {
            case "math" -> Formulas.directive(page, d);
            case "figure", "figure-md", "subfigure" -> Pictures.figure(page, d);
            case "image", "thumbnail" -> Pictures.directive(page, d);
            case "widget" -> Benches.write(page, d);
            case "admonition", "topic", "dropdown", "collapse", "details", "sidebar", "hint", "todo", "toggle", "versionadded", "versionchanged", "deprecated" -> Statements.admonition(page, d);
            case "margin", "aside" -> Notes.note(page, d);
            case "exercise", "exercise-start" -> Statements.exercise(page, d);
            case "solution", "solution-start" -> Statements.solution(page, d);
            case "exercise-end", "solution-end", "prf:proof-end", "bibliography", "index", "contents", "thebe-button", "todolist", "highlight", "meta", "sectionauthor", "codeauthor",
                "rst-class", "cssclass", "default-domain", "sectnum", "footbibliography", "tabularcolumns", "currentmodule", "module", "tags" -> "";
            case "notebook-cell" -> Pictures.cell(page, d);
            case "doctest", "testcode", "testsetup", "testcleanup", "testoutput", "jupyter-execute", "plot", "ipython", "prompt" -> Code.fenced(page, "python", d.body().text());
            case "tikz" -> Code.fenced(page, "latex", d.body().text());
            case "myst" -> Code.fenced(page, "markdown", d.body().text()) + Layout.box(page, d, "shown");
            case "card-header", "card-footer" -> Layout.part(page, d);
            case "prf:proof", "proof", "prf:proof-start" -> Statements.proof(page, d);
            case "answer" -> Statements.answer(page, d);
            case "code", "code-block", "sourcecode", "code-cell" -> Code.directive(page, d, d.body());
            case "literalinclude" -> Code.directive(page, d, d.body());
            case "table" -> Tables.captioned(page, d);
            case "button-link", "button-ref" -> Buttons.directive(page, d);
            case "glue", "glue:any", "glue:text", "glue:figure", "glue:md", "glue:math", "eval", "eval:figure", "nb-exec-table", "automodule", "autoclass", "autofunction", "automethod", "autoattribute", "autodata", "autoexception", "autosummary" -> Computed.directive(page, d);
            case "video", "audio", "youtube", "vimeo", "iframe", "embed" -> Films.directive(page, d);
            case "parsed-literal", "raw-cell", "line-block", "productionlist" -> Code.fenced(page, "", d.body().text());
            case "only", "ifconfig", "acks", "eval-rst", "hlist", "compound", "highlights", "grid-item-row", "card-carousel", "tab-set-code", "tabs" -> Layout.box(page, d, "");
            case "tabbed", "tab" -> Layout.named(page, d);
            case "attribution" -> "<p class=\"attribution\">" + d.title().map(page::compact).orElse("") + page.inlines(d) + "</p>\n";
            case "show-index", "genindex" -> "<p class=\"not-run\"><a href=\"/search\">The search</a> takes the place of an index.</p>\n";
            case "tableofcontents" -> Layout.contents(page);
            case "list-table", "csv-table" -> Tables.list(page, d);
            case "card", "grid-item-card" -> Layout.card(page, d);
            case "grid", "panels" -> Layout.grid(page, d);
            case "grid-item" -> Layout.box(page, d, "cell");
            case "toctree" -> Layout.toctree(page, d);
            case "tab-set" -> Layout.tabs(page, d);
            case "tab-item" -> Layout.tab(page, d);
            case "glossary" -> "<div class=\"glossary\">" + page.inlines(d) + "</div>\n";
            case "epigraph", "pull-quote", "blockquote" -> "<blockquote" + attribute("class", name.equals("blockquote") ? d.classes() : name) + ">" + page.inlines(d) + "</blockquote>\n";
            case "rubric", "centered" -> "<p class=\"" + (name.equals("rubric") ? name : "align-center") + "\">" + d.title().map(page::compact).orElse("") + "</p>\n" + page.inlines(d);
            case "div", "container" -> Layout.box(page, d, "");
            case "include" -> d.has("literal") ? Code.directive(page, d, d.body()) : page.inlines(d);
            case "mermaid", "graphviz", "plantuml", "digraph", "graph" -> "<pre class=\"mermaid\" tabindex=\"0\"><code>" + escape(d.body().text()) + "</code></pre>\n";
            case "cell-output" -> RawHtml.output(page, d);
            case "raw" -> d.argument().strip().equals("html") ? RawHtml.block(page, d, d.body().text()) : "";
            default -> Statements.statement(page, d);
        };
    }

    private static boolean isHint(Directive d) {
        return d.name().equals("hint") && d.getParent() instanceof Directive parent && parent.name().equals("exercise");
    }

    /** A directive that is shown as it was written. */
    static String unhandled(Directive d) {
        return "<div class=\"problem directive unhandled\"><p><code class=\"kind\">{" + escape(d.name()) + "}</code>"
                + (d.argument().isEmpty() ? "" : "<code class=\"args\">" + escape(d.argument()) + "</code>") + "</p><pre tabindex=\"0\"><code>" + escape(d.all().text()) + "</code></pre></div>\n";
    }
}
