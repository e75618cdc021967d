package lectern.site.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.site.book.Book;
import lectern.site.embed.Loader;
import lectern.site.embed.Snippets;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.picture.Raster;
import lectern.widgets.Widgets;
import org.jspecify.annotations.Nullable;

/** Answers {@code /widgets/ID} and {@code /figures/ID.svg} or {@code .png}: a widget on a page of its own, and its picture, for the state asked for. */
public final class WidgetPage {
    /** Keys of the query that are never state. */
    private static final Set<String> RESERVED = Set.of("theme", "lang", "hide", "format", "fragment");

    private static final int LONGEST_STATE = 1_000;
    private static final long SHELF_BYTES = 16L << 20;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    private final Library library;
    private final Pages pages;
    private final Loader loader;
    private final Function<Context, String> origin;
    private final SocialPictures pictures;
    private final Shelf drawn = new Shelf(SHELF_BYTES);

    /** @param origin where this site is found, by the request */
    WidgetPage(Library library, Pages pages, Loader loader, SocialPictures pictures, Function<Context, String> origin) {
        this.pictures = pictures;
        this.library = library;
        this.pages = pages;
        this.loader = loader;
        this.origin = origin;
    }

    void page(Context ctx) {
        String id = known(ctx.pathParam("id"));
        String state = state(ctx);
        var snippets = new Snippets(origin.apply(ctx), loader);
        String asked = URLEncoder.encode(origin.apply(ctx) + "/widgets/" + id + (state.isEmpty() ? "" : "?" + state), StandardCharsets.UTF_8);
        ctx.header("Link", "<" + origin.apply(ctx) + "/oembed?url=" + asked + ">; rel=\"alternate\"; type=\"application/json+oembed\"");
        Replies.send(ctx, drawn(ctx, "page " + origin.apply(ctx), () -> Body.html(html(pages, library.snapshot().book(), id, state, snippets.of(id, state), origin.apply(ctx)))), Replies.REVALIDATE);
    }

    /** The page of a widget in this state. @param origin where the site is found; empty when that is not known */
    public static String html(Pages pages, Book book, String id, String state, List<Snippets.Snippet> snippets, String origin) {
        String panel = Widgets.panel(id, new Widgets.Placement(id, "", "", state, "", List.of()));
        String question = Widgets.question(id);
        return pages.widget(book, Widgets.title(id), question.isEmpty() ? Widgets.describe(id, "") : question, panel, Widgets.mistakes(id, state), snippets, social(id, state, origin));
    }

    /** What other sites show of a widget. */
    static Frame.@Nullable Social social(String id, String state, String origin) {
        String query = state.isEmpty() ? "" : "?" + state;
        return origin.isEmpty() ? null : new Frame.Social(Widgets.title(id), origin + "/widgets/" + id + query, origin + "/" + SocialPictures.file("widgets/" + id) + query);
    }

    /** The picture alone. It may stand on other sites, and has a policy of its own for when it is opened alone. */
    void figure(Context ctx) {
        String file = ctx.pathParam("file");
        if (!file.endsWith(".svg") && !file.endsWith(".png")) {
            throw new NotFoundResponse();
        }
        String id = known(file.substring(0, file.length() - 4));
        if (file.endsWith(".png")) {
            String state = state(ctx);
            pictures.send(ctx, state, () -> Raster.drawing(Widgets.figure(id, state)));
            return;
        }
        ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'").header("Cross-Origin-Resource-Policy", "cross-origin");
        Replies.send(ctx, drawn(ctx, "", () -> Body.of("image/svg+xml", Widgets.figure(id, state(ctx)).getBytes(StandardCharsets.UTF_8))), Replies.REVALIDATE);
    }

    /** What is drawn for a request, or was drawn for the same one before. @param also what it depends on beside path, query and book */
    Body drawn(Context ctx, String also, Supplier<Body> draw) {
        String key = library.snapshot().version() + " " + also + " " + ctx.path() + "?" + Optional.ofNullable(ctx.queryString()).orElse("");
        return drawn.find(key).orElseGet(() -> drawn.keep(key, draw.get()));
    }

    static String known(String id) {
        if (!ID.matcher(id).matches() || !Widgets.ids().contains(id)) {
            throw new NotFoundResponse();
        }
        return id;
    }

    /** The query without reserved keys, cut to a bounded length. */
    static String state(Context ctx) {
        String state = ctx.queryParamMap().entrySet().stream()
                .filter(e -> !RESERVED.contains(e.getKey()))
                .map(e -> e.getKey() + "=" + e.getValue().getFirst())
                .collect(Collectors.joining("&"));
        return state.length() > LONGEST_STATE ? state.substring(0, LONGEST_STATE) : state;
    }
}
