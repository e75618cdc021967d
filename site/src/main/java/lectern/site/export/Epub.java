package lectern.site.export;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lectern.site.book.Book;
import lectern.site.book.Section;
import lectern.site.library.Snapshot;
import lectern.site.markup.html.WidgetPicture;
import lectern.site.narration.Shelf;
import lectern.site.narration.Sound;
import lectern.widgets.Widgets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The book as one file for reading systems: a document for each page, formulas as MathML, each widget as the picture that Java draws of it,
 * and where a page was read aloud, its sound beside its paragraphs.
 *
 * @see <a href="https://www.w3.org/TR/epub-33/">EPUB 3.3</a>
 */
public final class Epub {
    /** What moves, asks or leads about a site, and the twin of a formula that only a browser's fonts can draw. */
    private static final String DROPPED = ".katex-html, .perma, script, form, button, input, fieldset, output, .turn, .pose, .facts, .skip, .vh, .try, main > footer, .where";

    private static final String CONTAINER = """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
        <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
        """;

    private final Snapshot snapshot;
    private final Book book;
    private final String baseUrl;
    private final @Nullable Shelf shelf;
    private final Map<String, Overlay> overlays = new TreeMap<>();
    private final Set<String> narrators = new TreeSet<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Map<String, Set<String>> ids = new HashMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();

    /**
     * @param shelf with the sound of pages that were read aloud; null for a silent book
     * @param baseUrl where the book is on the web, for links to what the file does not hold; empty when it is nowhere
     */
    public Epub(Snapshot snapshot, @Nullable Shelf shelf, String baseUrl) {
        this.shelf = shelf;
        this.snapshot = snapshot;
        this.book = snapshot.book();
        this.baseUrl = baseUrl;
    }

    /**
     * Writes the file beside its place and then puts it there.
     *
     * @return the number of pages
     * @throws IOException if it cannot be written; an earlier file is then as it was
     */
    public int to(Path file) throws IOException {
        for (Section section : book.sections()) {
            Document page = Jsoup.parse(new String(snapshot.pages().get(section.path()).identity(), StandardCharsets.UTF_8));
            hear(section, page);
            simplify(page);
            documents.put(section.path(), page);
            ids.put(section.path(), new HashSet<>(page.select("main [id]").eachAttr("id")));
        }
        for (Section section : book.sections()) {
            Document page = documents.get(section.path());
            page.select("main a[href]").forEach(link -> lead(section.path(), link));
            for (Element picture : page.select("main img[src]")) {
                picture.attr("src", picture(picture.attr("src")));
            }
            String name = name(section.path());
            if (overlays.containsKey(section.path())) {
                var overlay = overlays.get(section.path());
                overlay.keepOnly(new HashSet<>(page.select("main [id]").eachAttr("id")));
                put(overlay(section.path()), overlay.smil(name, audio(section.path())));
            }
            String head = section.number().isEmpty() ? section.title() : section.number() + " " + section.title();
            put(name, document(head, "<section>" + page.selectFirst("main").html() + "</section>"));
        }
        put("nav.xhtml", document(book.title(), title() + "<nav epub:type=\"toc\" id=\"toc\"><h2>Contents</h2><ol>" + contents() + "</ol></nav>"));
        files.put("EPUB/style.css", style());
        put("package.opf", manifest());
        Path out = file.toAbsolutePath().normalize();
        Path fresh = Files.createTempFile(out.getParent(), ".lectern-epub-", "");
        try {
            try (var stream = Files.newOutputStream(fresh)) {
                zip(stream);
            }
            Files.move(fresh, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return documents.size();
    }

    /** Takes the page's sound into the file, and what of the page is heard when. */
    private void hear(Section section, Document page) throws IOException {
        var sound = shelf == null ? Optional.<Sound>empty() : shelf.sound(book, section);
        if (sound.isPresent()) {
            files.put("EPUB/" + audio(section.path()), Files.readAllBytes(sound.get().mp3()));
            overlays.put(section.path(), Overlay.of(page, Files.readString(sound.get().vtt())));
            narrators.add("AI: " + sound.get().narrator());
        }
    }

    private static String audio(String path) {
        return "audio/" + path.replace('/', '-') + ".mp3";
    }

    private static String overlay(String path) {
        return path.replace('/', '-') + ".smil";
    }

    private void simplify(Document page) {
        page.outputSettings().syntax(Document.OutputSettings.Syntax.xml).escapeMode(Entities.EscapeMode.xhtml).charset(StandardCharsets.UTF_8).prettyPrint(false);
        for (Element widget : page.select("lectern-widget")) {
            widget.replaceWith(figure(widget));
        }
        for (Element maths : page.select("math")) {
            maths.select("annotation, annotation-xml").remove();
            maths.select("semantics").forEach(Element::unwrap);
            maths.attr("xmlns", "http://www.w3.org/1998/Math/MathML");
            Element katex = maths.closest(".katex");
            if (katex != null) {
                katex.replaceWith(maths);
            }
        }
        page.select(DROPPED).remove();
        page.select("svg").attr("xmlns", "http://www.w3.org/2000/svg");
        page.select("main *").forEach(element -> {
            element.removeAttr("tabindex");
            element.attributes().asList().stream().map(attribute -> attribute.getKey()).filter(key -> key.startsWith("data-")).forEach(element::removeAttr);
        });
    }

    /** The picture of a widget with its title and what it shows in words. */
    private Element figure(Element widget) {
        String id = widget.attr("name");
        String state = widget.attr("data-state");
        String file = put(new WidgetPicture(id, state));
        var figure = new Element(Tag.valueOf("figure"), "");
        if (!widget.id().isEmpty()) {
            figure.id(widget.id());
        }
        figure.appendElement("img").attr("src", file).attr("alt", Widgets.describe(id, state));
        figure.appendElement("figcaption").text(Widgets.title(id) + ". " + Widgets.describe(id, state));
        return figure;
    }

    private String put(WidgetPicture picture) {
        files.put("EPUB/" + picture.file(), picture.svg());
        return picture.file();
    }

    /** A link within the file where it holds the place, one to the web otherwise; plain text where there is neither. */
    private void lead(String from, Element link) {
        URI to;
        try {
            to = new URI(link.attr("href"));
        } catch (URISyntaxException e) {
            link.unwrap();
            return;
        }
        if (to.getScheme() != null) {
            return;
        }
        String path = to.getPath().isEmpty() ? from : to.getPath().substring(1);
        String fragment = to.getFragment();
        if (ids.containsKey(path)) {
            boolean there = fragment != null && ids.get(path).contains(fragment);
            link.attr("href", name(path) + (there ? "#" + to.getRawFragment() : ""));
        } else if (baseUrl.isEmpty()) {
            link.unwrap();
        } else {
            link.attr("href", baseUrl + to);
        }
    }

    /** The name of a picture in the file, into which it is put. */
    private String picture(String address) throws IOException {
        var drawn = WidgetPicture.at(address);
        if (drawn.isPresent()) {
            return put(drawn.get());
        }
        String path = address.replaceFirst("^/", "").replaceFirst("\\?.*", "");
        Path image = book.images().get(path);
        if (image == null) {
            return address;
        }
        files.put("EPUB/images/" + path, Files.readAllBytes(image));
        return "images/" + path;
    }

    private String title() {
        return "<h1>" + text(book.title()) + "</h1><p>" + text(String.join(", ", book.authors())) + "</p><p>" + text(book.edition()) + "</p>";
    }

    private String contents() {
        var html = new StringBuilder();
        for (Section section : book.sections()) {
            html.append("<li><a href=\"").append(name(section.path())).append("\">").append(text((section.number() + " " + section.title()).trim())).append("</a></li>");
        }
        return html.toString();
    }

    private String manifest() throws IOException {
        var items = new StringBuilder("<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>");
        var spine = new StringBuilder("<itemref idref=\"nav\"/>");
        int next = 0;
        for (String file : files.keySet()) {
            String name = file.substring("EPUB/".length());
            if (!name.endsWith(".xhtml") && !name.endsWith(".smil")) {
                items.append("<item id=\"f").append(next++).append("\" href=\"").append(text(name)).append("\" media-type=\"").append(type(name)).append("\"/>");
            }
        }
        var media = new StringBuilder();
        overlays.forEach((path, overlay) -> {
            items.append("<item id=\"").append(id(path)).append("\" href=\"").append(overlay(path)).append("\" media-type=\"application/smil+xml\"/>");
            media.append("<meta property=\"media:duration\" refines=\"#").append(id(path)).append("\">").append(Overlay.clock(overlay.duration())).append("</meta>");
        });
        if (!overlays.isEmpty()) {
            media.append("<meta property=\"media:duration\">").append(Overlay.clock(overlays.values().stream().mapToDouble(Overlay::duration).sum()))
                .append("</meta><meta property=\"media:active-class\">heard</meta>");
            narrators.forEach(narrator -> media.append("<meta property=\"media:narrator\">").append(text(narrator)).append("</meta>"));
        }
        Instant changed = Instant.EPOCH;
        for (Section section : book.sections()) {
            Document page = documents.get(section.path());
            String properties = ((page.selectFirst("main math") == null ? "" : "mathml ") + (page.selectFirst("main svg") == null ? "" : "svg")).trim();
            items.append("<item id=\"p").append(next).append("\" href=\"").append(name(section.path())).append("\" media-type=\"application/xhtml+xml\"")
                .append(overlays.containsKey(section.path()) ? " media-overlay=\"" + id(section.path()) + "\"" : "").append(properties.isEmpty() ? "" : " properties=\"" + properties + "\"").append("/>");
            spine.append("<itemref idref=\"p").append(next++).append("\"/>");
            Path source = book.folder().resolve(section.file());
            Instant saved = Files.exists(source) ? Files.getLastModifiedTime(source).toInstant() : Instant.EPOCH;
            changed = saved.isAfter(changed) ? saved : changed;
        }
        var authors = new StringBuilder();
        book.authors().forEach(author -> authors.append("<dc:creator>").append(text(author)).append("</dc:creator>"));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"en\">"
            + "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"id\">urn:uuid:" + UUID.nameUUIDFromBytes(book.title().getBytes(StandardCharsets.UTF_8))
            + "</dc:identifier><dc:title>" + text(book.title()) + "</dc:title><dc:language>en</dc:language>" + authors
            + "<meta property=\"dcterms:modified\">" + changed.truncatedTo(ChronoUnit.SECONDS) + "</meta>" + media + "</metadata><manifest>" + items + "</manifest><spine>" + spine + "</spine></package>\n";
    }

    /** The kind of file first and unpacked, as the format asks; every entry carries the same time, so that equal books are equal files. */
    private void zip(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            byte[] kind = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
            var first = entry("mimetype");
            var sum = new CRC32();
            sum.update(kind);
            first.setMethod(ZipEntry.STORED);
            first.setSize(kind.length);
            first.setCrc(sum.getValue());
            zip.putNextEntry(first);
            zip.write(kind);
            zip.putNextEntry(entry("META-INF/container.xml"));
            zip.write(CONTAINER.getBytes(StandardCharsets.UTF_8));
            for (var file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey()));
                zip.write(file.getValue());
            }
        }
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        return entry;
    }

    private void put(String name, String text) {
        files.put("EPUB/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The name of a page's overlay among the parts of the file. */
    private static String id(String path) {
        return "heard-" + path.replaceAll("[^A-Za-z0-9-]", "-");
    }

    private static String name(String path) {
        return path.replace('/', '-') + ".xhtml";
    }

    private static String text(String text) {
        return Entities.escape(text, new Document.OutputSettings().escapeMode(Entities.EscapeMode.xhtml).charset(StandardCharsets.UTF_8));
    }

    private static String document(String title, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\" xml:lang=\"en\">"
            + "<head><title>" + text(title) + "</title><link rel=\"stylesheet\" href=\"style.css\"/></head><body>" + body + "</body></html>\n";
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "svg" -> "image/svg+xml";
            case "css" -> "text/css";
            case "mp3" -> "audio/mpeg";
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            default -> "image/png";
        };
    }

    private static byte[] style() throws IOException {
        try (var in = Epub.class.getResourceAsStream("/epub.css")) {
            return in.readAllBytes();
        }
    }
}
