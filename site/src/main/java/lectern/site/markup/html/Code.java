package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import lectern.site.markup.Directive;
import lectern.site.markup.Kind;
import lectern.site.markup.Source;
import org.jspecify.annotations.Nullable;

/** Code, coloured on the server. */
final class Code {
    private Code() {}

    static String fenced(PageWriter page, String language, String text) {
        return pre(page, language, "", text, null);
    }

    private static String pre(PageWriter page, String language, String classes, String text, @Nullable Directive lined) {
        var name = language.replaceAll("[^\\p{L}\\p{N}+#._-]", "");
        var coloured = name.isEmpty() ? "" : page.tex.colour(text, name.equals("ipython3") || name.equals("ipython") || name.equals("python3") ? "python" : name);
        var all = ((name.isEmpty() ? "" : "language-" + name) + " " + classes).strip();
        var code = coloured.isEmpty() ? escape(text) : coloured;
        return "<pre tabindex=\"0\"><code" + attribute("class", all) + ">" + (lined == null || !CodeLines.wanted(lined) ? code : CodeLines.of(lined, code)) + "</code></pre>\n";
    }

    private static String language(Directive d) {
        if (d.has("language") || d.has("lang")) {
            return d.has("language") ? d.option("language") : d.option("lang");
        }
        boolean file = d.name().endsWith("include");
        return file ? d.argument().replaceFirst("^.*\\.", "") : d.argument().split("\\s+", 2)[0];
    }

    /** Whether a cell has a tag; older books write {@code hide_input}. */
    private static boolean tagged(Directive d, String tag) {
        return d.option("tags").replace('_', '-').contains(tag);
    }

    static String directive(PageWriter page, Directive d, Source body) {
        if (d.has("hide-cell") || tagged(d, "remove-cell") || tagged(d, "remove-input")) {
            return "";
        }
        var language = language(d);
        if (d.name().equals("code-cell") && language.isEmpty()) {
            language = "python";
        }
        var text = body.text();
        var code = pre(page, language, d.classes(), text.isEmpty() || text.endsWith("\n") ? text : text + "\n", d);
        var own = page.own(d);
        if (tagged(d, "hide-input") || tagged(d, "hide-cell")) {
            code = "<details><summary>Code</summary>" + code + "</details>\n";
            if (!d.has("caption") && own.id().isEmpty()) {
                return code;
            }
        }
        if (!d.has("caption") && !d.has("filename") && own.id().isEmpty()) {
            return code;
        }
        boolean figure = d.option("mystnb").equals("figure");
        var caption = d.title().isPresent() ? page.compact(d.title().get()) : d.has("caption") ? escape(d.argument()) : d.has("filename") ? "<code>" + escape(d.option("filename")) + "</code>" : "";
        return "<figure class=\"code\"" + attribute("id", own.id()) + ">" + Pictures.caption(page, own, figure ? Kind.FIGURE : Kind.CODE, caption) + code + "</figure>\n";
    }
}
