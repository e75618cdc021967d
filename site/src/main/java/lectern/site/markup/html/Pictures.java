package lectern.site.markup.html;

import static lectern.site.markup.html.PageWriter.attribute;
import static lectern.site.markup.html.PageWriter.escape;

import java.util.Optional;
import java.util.regex.Pattern;
import lectern.site.markup.Attributes;
import lectern.site.markup.Directive;
import lectern.site.markup.Inventory;
import lectern.site.markup.Kind;
import lectern.site.markup.Place;
import lectern.site.markup.PlainText;
import lectern.site.markup.Rule;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Images and figures; the size of an image is read from its file, so that nothing moves when it arrives. */
final class Pictures {
    private static final Pattern FILM = Pattern.compile("(?i)[^?#]*\\.(?:mp4|webm|mov|m4v|ogv)(?:[?#].*)?");

    private Pictures() {}

    static String image(PageWriter page, Image image) {
        if (isCopy(image)) {
            return References.label(page, image, image.getDestination());
        }
        var alt = PlainText.of(image);
        var title = image.getTitle() == null ? "" : image.getTitle();
        var id = page.own(image).id();
        if (!(image.getNext() instanceof Attributes given)) {
            return write(page, image.getDestination(), page.tree.place(image), alt, attribute("title", title) + attribute("id", id), "", "", "");
        }
        var classes = (given.value("class") + (given.value("align").isEmpty() ? "" : " align-" + given.value("align"))).strip();
        return write(page, image.getDestination(), page.tree.place(image), alt.isEmpty() ? given.value("alt") : alt, attribute("title", title) + attribute("class", classes) + attribute("id", id.isEmpty() ? given.value("id") : id),
                given.value("width").isEmpty() ? given.value("w") : given.value("width"), given.value("height").isEmpty() ? given.value("h") : given.value("height"), "");
    }

    /** {@code ![](#label)}. */
    static boolean isCopy(Image image) {
        return image.getDestination().length() > 1 && image.getDestination().startsWith("#");
    }

    static String directive(PageWriter page, Directive d) {
        var classes = (d.has("align") ? "align-" + d.option("align") + " " : "") + d.classes();
        var own = page.own(d);
        var img = write(page, d.argument(), d.argumentPlace(), d.option("alt"), attribute("class", classes.strip()) + attribute("id", own.id()) + attribute("title", d.option("title")),
                d.option("width"), d.option("height"), d.option("scale"));
        return "<p class=\"picture\">" + linked(d, img) + "</p>\n";
    }

    private static String linked(Directive d, String img) {
        return d.option("target").isEmpty() ? img : "<a" + attribute("href", d.option("target")) + ">" + img + "</a>";
    }

    static String write(PageWriter page, String path, Place place, String alt, String more, String width, String height, String scale) {
        boolean elsewhere = path.matches("(?i)(https?:)?//.*|data:image/.*");
        if (path.matches("(?i)\\s*(javascript|vbscript|file):.*")) {
            page.report(place, Rule.MISSING_IMAGE, "An image may not come from \"" + path + "\".", "Put the file into the book folder.");
            return "<span class=\"problem\">" + escape(alt) + "</span>";
        }
        var found = elsewhere ? Optional.<Facts.Picture>empty() : page.facts.picture(place.file(), path);
        if (!elsewhere && found.isEmpty()) {
            page.report(place, Rule.MISSING_IMAGE, "There is no image \"" + path + "\".", page.facts.didYouMean(Facts.Named.PICTURE, path));
            return "<span class=\"problem\">" + escape(alt.isEmpty() ? path : alt) + "</span>";
        }
        if (alt.isEmpty()) {
            page.report(place, Rule.IMAGE_WITHOUT_ALT, "The image \"" + path + "\" has no words for those who cannot see it.", "Say what it shows: ![words](" + path + ") or `:alt:`.");
        }
        var src = elsewhere ? path : found.orElseThrow().url();
        var size = size(found, width.isEmpty() ? scaled(found, scale) : width, height);
        if (FILM.matcher(src).matches()) {
            return elsewhere ? Films.link(src, alt) : "<video controls" + attribute("src", src) + attribute("aria-label", alt) + more + size + "></video>";
        }
        return "<img" + attribute("src", src) + " alt=\"" + escape(alt) + "\"" + more + size + " loading=\"lazy\">";
    }

    /** Attributes from the file; the author's width as style, by which the browser scales both. */
    private static String size(Optional<Facts.Picture> found, String width, String height) {
        var known = found.filter(p -> p.width() > 0 && p.height() > 0).map(p -> " width=\"" + p.width() + "\" height=\"" + p.height() + "\"").orElse("");
        var style = (css("width", width) + css("height", height)).strip();
        return known + attribute("style", style.isEmpty() ? "" : style);
    }

    /** The width that a part of the picture's own is, {@code 50%} or {@code 50}; empty where its own is not known. */
    private static String scaled(Optional<Facts.Picture> found, String scale) {
        var percent = scale.endsWith("%") ? scale.substring(0, scale.length() - 1).strip() : scale;
        return percent.matches("\\d{1,4}") && found.isPresent() && found.get().width() > 0 ? Math.max(1, found.get().width() * Integer.parseInt(percent) / 100) + "px" : "";
    }

    private static String css(String name, String value) {
        var length = value.strip();
        if (length.matches("\\d+(\\.\\d+)?")) {
            length += "px";
        }
        return length.matches("\\d+(\\.\\d+)?(px|%|em|rem|vw|cm|mm|in|pt|ex|ch)") ? name + ":" + length + ";" : "";
    }

    static String figure(PageWriter page, Directive d) {
        var own = page.own(d);
        var caption = Inventory.firstParagraph(d);
        var legend = new StringBuilder();
        var body = new StringBuilder();
        boolean after = false;
        if (!d.argument().isEmpty() && d.name().equals("figure")) {
            body.append(d.argument().startsWith("#") ? Films.copy(page, "", d.argumentPlace(), d.argument().strip(), false, true) : linked(d, write(page, d.argument(), d.argumentPlace(), d.option("alt"), "", d.has("width") ? d.option("width") : d.option("figwidth"), d.option("height"), d.option("scale"))));
        }
        for (var child = d.getFirstChild(); child != null; child = child.getNext()) {
            if (child == caption) {
                after = true;
            } else if (after && child instanceof Paragraph || after && d.argument().isEmpty()) {
                legend.append(page.html(child));
            } else {
                body.append(bare(page, child));
            }
        }
        return "<figure" + attribute("id", own.id()) + attribute("class", classes(d)) + ">" + body + caption(page, own, Kind.FIGURE, page.inlines(caption))
                + (legend.isEmpty() ? "" : "<div class=\"legend\">" + legend + "</div>") + "</figure>\n";
    }

    /** A cell of a notebook that has a name or a caption: its code and what it wrote and drew. */
    static String cell(PageWriter page, Directive d) {
        var own = page.own(d);
        return d.has("caption") ? "<figure" + attribute("id", own.id()) + ">" + page.inlines(d) + caption(page, own, Kind.FIGURE, d.title().map(page::compact).orElse("")) + "</figure>\n"
                : "<div" + attribute("id", own.id()) + ">" + page.inlines(d) + "</div>\n";
    }

    private static String bare(PageWriter page, Node child) {
        return child instanceof Paragraph p ? page.inlines(p) : page.html(child);
    }

    static String classes(Directive d) {
        return ((d.option("align").isEmpty() ? "" : "align-" + d.option("align") + " ") + d.classes()).strip();
    }

    /** {@code Figure 3.1 caption}; nothing where there is neither. */
    static String caption(PageWriter page, Facts.Own own, Kind kind, String html) {
        var number = own.number().isEmpty() ? "" : "<span class=\"label\">" + escape(page.manner.name(kind, own.number())) + "</span> ";
        return number.isEmpty() && html.isEmpty() ? "" : "<figcaption>" + number + html + "</figcaption>";
    }
}
