package lectern.site.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import lectern.site.library.Piece;
import lectern.site.markup.html.Html;

/** Rendered HTML of the book, put into a page as it is. @param mark comes before it */
public record Markup(String mark, Html html) implements Content {
    public Markup(Html html) {
        this("", html);
    }

    /** A piece of a page, behind a comment that names its hash. */
    static Markup marked(Piece piece) {
        return new Markup("<!--" + piece.hash() + "-->", piece.html());
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(mark);
        output.writeBinaryContent(html.bytes());
    }
}
