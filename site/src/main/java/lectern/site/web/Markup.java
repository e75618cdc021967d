package lectern.site.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import lectern.site.markup.html.Html;

/** Rendered HTML of the book, put into a page as it is. */
public record Markup(Html html) implements Content {
    @Override
    public void writeTo(TemplateOutput output) {
        output.writeBinaryContent(html.bytes());
    }
}
