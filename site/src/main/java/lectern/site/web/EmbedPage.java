package lectern.site.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lectern.site.book.Book;
import lectern.site.embed.Loader;
import lectern.site.embed.Snippets;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.widgets.Widgets;
import org.jspecify.annotations.Nullable;

/** Answers {@code /embed/ID}, a widget for a frame on another site; {@code /embed/VERSION/widget.js}, which makes such frames; and {@code /oembed}. */
public final class EmbedPage {
    private static final Set<String> THEMES = Set.of("light", "dark", "sepia");
    private static final int WIDTH = 720;
    private static final int HEIGHT = 720;

    private final Library library;
    private final Pages pages;
    private final Loader loader;
    private final WidgetPage widgets;
    private final String framing;
    private final Function<Context, String> at;

    /** @param frameHosts sites that may frame an embed; any when there is none @param at where this site is found, by the request */
    EmbedPage(Library library, Pages pages, Loader loader, WidgetPage widgets, List<String> frameHosts, Function<Context, String> at) {
        this.at = at;
        this.library = library;
        this.pages = pages;
        this.loader = loader;
        this.widgets = widgets;
        framing = "frame-ancestors " + (frameHosts.isEmpty() ? "*" : String.join(" ", frameHosts));
    }

    void frame(Context ctx) {
        String id = WidgetPage.known(ctx.pathParam("id"));
        String state = WidgetPage.state(ctx);
        String theme = Optional.ofNullable(ctx.queryParam("theme")).filter(THEMES::contains).orElse("");
        String hide = Optional.ofNullable(ctx.queryParam("hide")).orElse("");
        ctx.header("Content-Security-Policy", Headers.policy(framing)).header("Cross-Origin-Resource-Policy", "cross-origin");
        Replies.send(ctx, widgets.drawn(ctx, at.apply(ctx), () -> {
            String panel = Widgets.panel(id, new Widgets.Placement(id, "", "", state, "", List.of(hide.split(","))));
            return Body.html(pages.embed(library.snapshot().book(), id, theme, panel, Widgets.mistakes(id, state), WidgetPage.social(id, state, at.apply(ctx))));
        }), Replies.REVALIDATE);
    }

    /** The frame of a widget as a file: the browser gives it the state of its address. @param origin where the site is found; empty when that is not known */
    public static String html(Pages pages, Book book, String id, String origin) {
        return pages.embed(book, id, "", Widgets.panel(id, new Widgets.Placement(id, "", "", "", "", List.of())), List.of(), WidgetPage.social(id, "", origin));
    }

    /** The script that makes such frames, for a site of files. */
    public static Body element() {
        return Body.of("text/javascript", Assets.read("/public/widget.js"));
    }

    /** The newest script moves with the program; one named by its version never changes. */
    void script(Context ctx) {
        String version = ctx.pathParam("version");
        boolean moves = version.equals("1");
        var body = (moves ? Optional.of(loader.newest()) : loader.at(version)).orElseThrow(NotFoundResponse::new);
        ctx.header("Access-Control-Allow-Origin", "*").header("Cross-Origin-Resource-Policy", "cross-origin");
        Replies.send(ctx, body, moves ? "public, max-age=3600" : Replies.FOR_EVER);
    }

    /** oEmbed 1.0: the frame for the address of a widget's page. */
    void oembed(Context ctx, String origin) {
        String format = ctx.queryParam("format");
        if (format != null && !format.equals("json")) {
            ctx.status(HttpStatus.NOT_IMPLEMENTED).result("Only format=json is answered.\n");
            return;
        }
        var asked = widget(ctx.queryParam("url"), origin).orElseThrow(NotFoundResponse::new);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("version", "1.0");
        answer.put("type", "rich");
        answer.put("provider_name", library.snapshot().book().title());
        answer.put("provider_url", origin + "/");
        answer.put("title", Widgets.title(asked.getKey()));
        int width = Math.min(WIDTH, most(ctx, "maxwidth"));
        int height = Math.min(HEIGHT, most(ctx, "maxheight"));
        answer.put("html", new Snippets(origin, loader).frame(asked.getKey(), asked.getValue(), String.valueOf(width), height));
        answer.put("width", width);
        answer.put("height", height);
        ctx.header("Cache-Control", Replies.REVALIDATE).contentType("application/json; charset=utf-8").result(Json.text(answer));
    }

    /** Name and state of the widget that an address of this site leads to. */
    private static Optional<Map.Entry<String, String>> widget(@Nullable String url, String origin) {
        try {
            if (url == null || !url.startsWith(origin + "/")) {
                return Optional.empty();
            }
            URI to = URI.create(url);
            String path = to.getPath();
            String id = path.substring(path.lastIndexOf('/') + 1);
            boolean known = (path.equals("/widgets/" + id) || path.equals("/embed/" + id)) && Widgets.ids().contains(id);
            String query = Optional.ofNullable(to.getRawQuery()).map(q -> URLDecoder.decode(q, StandardCharsets.UTF_8)).orElse("");
            return known ? Optional.of(Map.entry(id, query.replaceAll("[\"<>]", ""))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int most(Context ctx, String name) {
        try {
            return Math.max(1, Integer.parseInt(Optional.ofNullable(ctx.queryParam(name)).orElse("")));
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
