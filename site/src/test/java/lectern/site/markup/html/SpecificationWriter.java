package lectern.site.markup.html;

import java.util.List;
import java.util.Map;
import lectern.site.markup.Markdown;
import lectern.site.markup.Source;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.html.HtmlRenderer;

/** Parses with every extension on and writes CommonMark's own HTML, so that only the reading is compared. */
public final class SpecificationWriter {
    private SpecificationWriter() {}

    public static String html(String markdown) {
        var tree = Markdown.read(Source.of("page.md", markdown), "page.md", (from, path) -> new Markdown.Files.Included(path, "", "none"), Map.of());
        return HtmlRenderer.builder().percentEncodeUrls(true).extensions(List.of(TablesExtension.create())).build().render(tree.root());
    }
}
