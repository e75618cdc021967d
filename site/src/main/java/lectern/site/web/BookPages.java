package lectern.site.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.search.Hit;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.library.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the addresses of the book: its contents, its pages and its pictures, and helps where there is none. */
public final class BookPages {
    private static final Logger LOG = LoggerFactory.getLogger("lectern");
    private static final long SHELF_BYTES = 32L << 20;
    private static final long LARGEST_KEPT = SHELF_BYTES / 8;

    private final Library library;
    private final Pages pages;
    private final BackMatter back;
    private final Shelf files = new Shelf(SHELF_BYTES);

    BookPages(Library library, Pages pages) {
        this.library = library;
        this.pages = pages;
        back = new BackMatter(library, pages);
    }

    void page(Context ctx) throws IOException {
        Snapshot now = library.snapshot();
        String path = ctx.path().substring(1);
        Body body = now.pages().get(path);
        Path picture = now.book().images().get(path);
        if (body != null) {
            Replies.send(ctx, body, Replies.REVALIDATE);
        } else if (picture != null) {
            file(ctx, path, picture);
        } else if (now.book().redirects().containsKey(path)) {
            ctx.redirect("/" + now.book().redirects().get(path), HttpStatus.MOVED_PERMANENTLY);
        } else if (now.pages().containsKey(withoutEnding(path))) {
            ctx.redirect("/" + withoutEnding(path), HttpStatus.MOVED_PERMANENTLY);
        } else {
            back.page(now, path).ifPresentOrElse(made -> Replies.send(ctx, made, Replies.REVALIDATE), () -> ctx.status(HttpStatus.NOT_FOUND));
        }
    }

    /** A file that a page shows, as it is now; where it has gone, as it was last. One that has become a link out of the book is not followed. */
    private void file(Context ctx, String path, Path file) {
        Optional<Body> body = files.find(path);
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String key = path + " " + attributes.lastModifiedTime() + " " + attributes.size();
            body = files.find(key);
            if (body.isEmpty() && file.toRealPath().startsWith(library.snapshot().book().folder().toRealPath())) {
                if (attributes.size() > LARGEST_KEPT) {
                    ctx.contentType(type(path)).header("Content-Length", String.valueOf(attributes.size())).header("Cache-Control", Replies.REVALIDATE).result(Files.newInputStream(file));
                    return;
                }
                body = Optional.of(files.keep(key, Body.of(type(path), Files.readAllBytes(file))));
                files.keep(path, body.get());
            }
        } catch (IOException e) {
            LOG.warn("file-unreadable file={} error={} hint=\"{}\"", file, e.getClass().getSimpleName(), body.isPresent() ? "served as it was last" : "put it back");
        }
        body.ifPresentOrElse(known -> Replies.send(ctx, known, Replies.REVALIDATE), () -> ctx.status(HttpStatus.NOT_FOUND));
    }

    /** The page for an address that leads nowhere: where it may have led. */
    void missing(Context ctx) {
        Snapshot now = library.snapshot();
        String words = ctx.path().replaceAll("[^\\p{L}\\p{N}]+", " ").trim();
        ctx.header("Cache-Control", Replies.REVALIDATE).contentType("text/html; charset=utf-8").result(pages.missing(now.book(), near(now, words)));
    }

    private static List<Hit> near(Snapshot now, String words) {
        try {
            return now.index().search(words, 5);
        } catch (Snapshot.NoIndex _) {
            return List.of();
        }
    }

    byte[] sitemap(String origin) {
        return sitemap(paths(library.snapshot()).stream().map(path -> origin + "/" + path).toList());
    }

    /** A sitemap of these addresses. */
    public static byte[] sitemap(List<String> addresses) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (String address : addresses) {
            xml.append("<url><loc>").append(Words.escape(address)).append("</loc></url>\n");
        }
        return xml.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Paths of all pages, those at the back of the book among them. */
    public static List<String> paths(Snapshot now) {
        return Stream.concat(now.pages().keySet().stream(), BackMatter.of(now.book()).stream().map(BackMatter.Part::path)).sorted().toList();
    }

    /** {@code ch03/vectors} for {@code ch03/vectors.md}, {@code .html} or a trailing slash. */
    private static String withoutEnding(String path) {
        return path.replaceFirst("(\\.(md|html)|/)$", "");
    }

    private static String type(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif" -> "image/gif";
            case "svg" -> "image/svg+xml";
            case "webp" -> "image/webp";
            case "avif" -> "image/avif";
            default -> "application/octet-stream";
        };
    }
}
