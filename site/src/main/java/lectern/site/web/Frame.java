package lectern.site.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lectern.site.markup.html.Face;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: its head and its bar.
 *
 * @param title for the browser's tab
 * @param crumbs from the book down to this page
 * @param back whether the book has pages at its back
 * @param report where a reader tells of a mistake; empty when there is no such place
 * @param social null where the page has no address that the world knows, or nothing to show there
 * @param chapterWord "Chapter" or "Appendix"
 */
public record Frame(String title, String description, List<Crumb> crumbs, String chapterWord, Links links, boolean preview, boolean back, String edition, String report, @Nullable Social social) {
    /** What other sites show of the page (Open Graph): its title, its own address and that of its picture, both absolute. */
    public record Social(String title, String url, String image) {}

    /** A step of the way from the book to the page. */
    public record Crumb(String href, String number, String title, boolean current) {}

    /**
     * Addresses of the files that every page loads.
     *
     * @param fonts loaded ahead of what asks for them
     * @param folder of all fonts
     */
    public record Links(String css, List<String> fonts, String folder, String icon, String theme, String app, String widgets, String embed, String embedCss, String preview, String previewCss) {
        /** The same for a page that needs some small faces too. */
        Links with(Set<Face> faces) {
            return new Links(css, Stream.concat(fonts.stream(), faces.stream().map(face -> folder + face.file() + ".woff2")).toList(), folder, icon, theme, app, widgets, embed, embedCss, preview, previewCss);
        }
    }
}
