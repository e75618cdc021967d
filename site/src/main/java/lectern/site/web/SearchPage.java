package lectern.site.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import lectern.search.Hit;
import lectern.search.Passage;
import lectern.search.Question;
import lectern.site.library.Library;
import org.jspecify.annotations.Nullable;

/** Answers {@code /search}, with {@code fragment=1} the list for the box, and {@code /search.json}. */
public final class SearchPage {
    private static final int IN_THE_BOX = 10;
    private static final int ON_A_PAGE = 20;
    private static final int MOST = 100;

    private final Library library;
    private final Pages pages;

    SearchPage(Library library, Pages pages) {
        this.library = library;
        this.pages = pages;
    }

    /** How a kind of passage is called on the page. */
    public static String word(Passage.Kind kind) {
        String name = kind.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    void page(Context ctx) {
        String query = query(ctx);
        var now = library.snapshot();
        boolean fragment = "1".equals(ctx.queryParam("fragment"));
        ctx.header("Cache-Control", Replies.REVALIDATE).html(fragment
                ? pages.hits(query, now.index().search(query, IN_THE_BOX))
                : pages.search(now.book(), query, now.index().find(new Question(query, ON_A_PAGE))));
    }

    void json(Context ctx) {
        String query = query(ctx);
        int limit = limit(ctx.queryParam("limit"));
        long start = System.nanoTime();
        var hits = library.snapshot().index().search(query, limit).stream().map(SearchPage::json).toList();
        long tookMs = (System.nanoTime() - start) / 1_000_000;
        ctx.header("Cache-Control", Replies.REVALIDATE).contentType("application/json; charset=utf-8")
                .result(Json.text(Map.of("query", query, "tookMs", tookMs, "hits", hits)));
    }

    private static Map<String, Object> json(Hit hit) {
        return Map.of("url", hit.url(), "title", hit.title(), "trail", hit.trail(), "kind", hit.kind().name().toLowerCase(Locale.ROOT),
                "snippet", hit.snippet(), "score", hit.score());
    }

    private static String query(Context ctx) {
        String q = ctx.queryParam("q");
        return q == null ? "" : q; // the index itself cuts what is too long, and knows pasted MathML
    }

    private static int limit(@Nullable String asked) {
        try {
            return asked == null ? ON_A_PAGE : Math.clamp(Integer.parseInt(asked), 1, MOST);
        } catch (NumberFormatException _) {
            return ON_A_PAGE;
        }
    }
}
