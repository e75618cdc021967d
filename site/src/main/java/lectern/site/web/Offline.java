package lectern.site.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lectern.site.book.Book;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.library.Snapshot;
import lectern.widgets.Widgets;
import org.jspecify.annotations.Nullable;

/** What a browser needs to keep the whole book and to install it: the list of its files, and the manifest of a web application. */
public final class Offline {
    /** Script that answers from what was kept; it stands at the root, where its reach begins. */
    public static final String WORKER = "sw.js";
    public static final String LIST = "offline.json";
    public static final String MANIFEST = "manifest.webmanifest";

    /**
     * @param bytes of the pages and the files they load, unpacked
     * @param files relative to the book's root
     */
    private record Kept(long bytes, List<String> files) {}

    /** What was made of a snapshot. */
    private record Made(Snapshot of, Body list, Body manifest) {}

    private final Library library;
    private final Assets assets;
    private final Body worker = Body.of("text/javascript", worker());
    private volatile @Nullable Made made;

    Offline(Library library, Assets assets) {
        this.library = library;
        this.assets = assets;
    }

    void worker(Context ctx) {
        Replies.send(ctx, worker, Replies.REVALIDATE);
    }

    void list(Context ctx) {
        Replies.send(ctx, made().list, Replies.REVALIDATE);
    }

    void manifest(Context ctx) {
        Replies.send(ctx, made().manifest, Replies.REVALIDATE);
    }

    private Made made() {
        Snapshot now = library.snapshot();
        Made known = made;
        if (known == null || known.of != now) {
            known = new Made(now, body("application/json", list(now, assets, path -> path, "")), body("application/manifest+json", manifest(now.book(), assets)));
            made = known;
        }
        return known;
    }

    public static byte[] worker() {
        return Assets.read("/public/" + WORKER);
    }

    /** @param file where a page is found below the book's root */
    public static String list(Snapshot now, Assets assets, UnaryOperator<String> file, String cardEnding) {
        var files = new ArrayList<String>();
        long bytes = 0;
        for (var page : now.pages().entrySet()) {
            files.add(file.apply(page.getKey()));
            bytes += page.getValue().identity().length;
        }
        for (var section : now.book().sections()) {
            if (!section.formulas().isEmpty()) {
                files.add("card/" + section.path() + "/symbols" + cardEnding);
                files.add("card/" + section.path() + "/equations" + cardEnding);
            }
        }
        BackMatter.of(now.book()).forEach(part -> files.add(file.apply(part.path())));
        for (var id : Widgets.ids()) {
            files.add(file.apply("widgets/" + id));
            files.add("figures/" + id + ".svg");
        }
        files.add(file.apply("search"));
        if (!cardEnding.isEmpty()) {
            files.add("search-index.json"); // a site of files searches in the browser
        }
        files.addAll(now.book().images().keySet());
        for (var asset : assets.all().entrySet()) {
            files.add(asset.getKey().substring(1));
            bytes += asset.getValue().identity().length;
        }
        return Json.text(new Kept(bytes, files.stream().sorted().toList()));
    }

    /** @see <a href="https://www.w3.org/TR/appmanifest/">Web Application Manifest</a> */
    public static String manifest(Book book, Assets assets) {
        return Json.text(Json.sorted(Map.of("name", book.title(), "short_name", book.title().split("[:—–-]")[0].trim(), "start_url", ".", "scope", ".", "display", "minimal-ui",
            "background_color", "#fbf8f1", "theme_color", "#fbf8f1", "icons", List.of(Json.sorted(Map.of("src", assets.links().icon().substring(1), "sizes", "any", "type", "image/svg+xml"))))));
    }

    private static Body body(String type, String text) {
        return Body.of(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
