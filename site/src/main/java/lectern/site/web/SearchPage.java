package lectern.site.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.search.Findings;
import lectern.search.Formula;
import lectern.search.Hit;
import lectern.search.Passage;
import lectern.search.Question;
import lectern.search.SearchIndex;
import lectern.site.book.Book;
import lectern.site.library.Library;
import lectern.site.library.Snapshot;
import org.jspecify.annotations.Nullable;

/** Answers {@code /search}, with {@code fragment=1} the list for the box, and {@code /search.json}. */
public final class SearchPage {
    private static final int IN_THE_BOX = 10;
    private static final int TITLES_IN_THE_BOX = 3;
    private static final int ON_A_PAGE = 20;
    private static final int MOST = 100;

    /** Hits of the box under one label. */
    public record Group(String label, List<Hit> hits) {}

    /** A link that confines the search, or frees it again when it is chosen. */
    public record Facet(String label, int count, String href, boolean chosen) {}

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

    /** The address that finds formulas like this one. */
    public static String like(Formula formula) {
        return address("$" + formula.tex() + "$", Set.of(), Set.of());
    }

    /** How many places a list holds, in words. */
    public static String places(List<Group> groups) {
        int all = groups.stream().mapToInt(group -> group.hits().size()).sum();
        return all + (all == 1 ? " place" : " places");
    }

    void page(Context ctx) {
        String query = query(ctx);
        var now = library.snapshot();
        ctx.header("Cache-Control", Replies.REVALIDATE);
        if ("1".equals(ctx.queryParam("fragment"))) {
            ctx.html(pages.box(query, query.isBlank() ? sections(now.book()) : groups(now.index(), query)));
            return;
        }
        var question = new Question(query, ON_A_PAGE, kinds(ctx), Set.copyOf(ctx.queryParams("chapter")));
        var found = now.index().find(question);
        ctx.html(pages.search(now.book(), query, found, facets(now, question, found)));
    }

    void json(Context ctx) {
        String query = query(ctx);
        int limit = limit(ctx.queryParam("limit"));
        long start = System.nanoTime();
        var hits = library.snapshot().index().search(query, limit).stream().map(SearchPage::json).toList();
        long tookMs = (System.nanoTime() - start) / 1_000_000;
        ctx.header("Cache-Control", Replies.REVALIDATE).contentType("application/json; charset=utf-8")
                .result(Json.text(Json.sorted(Map.of("query", query, "tookMs", tookMs, "hits", hits))));
    }

    /** What an empty box offers: the book's sections. */
    private static List<Group> sections(Book book) {
        var hits = book.sections().stream().limit(IN_THE_BOX)
                .map(s -> new Hit(s.url(), (s.number() + " " + s.title()).strip(), s.chapterTitle(), Passage.Kind.SECTION, "", 0, Optional.empty())).toList();
        return hits.isEmpty() ? List.of() : List.of(new Group("Go to", hits));
    }

    /** Titles that begin so, then what was found, kind by kind, the kind of the best hit first. */
    private static List<Group> groups(SearchIndex index, String query) {
        var hits = index.search(query, IN_THE_BOX);
        var titled = index.suggest(query, TITLES_IN_THE_BOX).stream().filter(title -> hits.stream().noneMatch(hit -> hit.url().equals(title.url()))).toList();
        var groups = new ArrayList<Group>();
        if (!titled.isEmpty()) {
            groups.add(new Group("Title", titled));
        }
        hits.stream().map(Hit::kind).distinct().forEach(kind -> groups.add(new Group(word(kind), hits.stream().filter(hit -> hit.kind() == kind).toList())));
        return groups;
    }

    private static List<Facet> facets(Snapshot now, Question asked, Findings found) {
        var facets = new ArrayList<Facet>();
        found.kinds().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry ->
                facets.add(new Facet(word(entry.getKey()), entry.getValue(), address(asked.text(), toggled(asked.kinds(), entry.getKey()), asked.chapters()),
                        asked.kinds().contains(entry.getKey()))));
        var titles = now.book().sections().stream().filter(s -> !s.chapterTitle().isEmpty() && s.path().contains("/"))
                .collect(Collectors.toMap(s -> s.path().substring(0, s.path().indexOf('/')), s -> (s.chapter() + " " + s.chapterTitle()).strip(), (a, b) -> a));
        found.chapters().entrySet().stream().filter(entry -> titles.containsKey(entry.getKey())).sorted(Map.Entry.comparingByKey()).forEach(entry ->
                facets.add(new Facet(titles.get(entry.getKey()), entry.getValue(), address(asked.text(), asked.kinds(), toggled(asked.chapters(), entry.getKey())),
                        asked.chapters().contains(entry.getKey()))));
        return facets;
    }

    private static <T> Set<T> toggled(Set<T> chosen, T one) {
        return chosen.contains(one) ? Set.of() : Set.of(one);
    }

    private static String address(String query, Set<Passage.Kind> kinds, Set<String> chapters) {
        return "/search?q=" + encoded(query) + kinds.stream().map(kind -> "&kind=" + kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining())
                + chapters.stream().map(chapter -> "&chapter=" + encoded(chapter)).collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> json(Hit hit) {
        return Json.sorted(Map.of("url", hit.url(), "title", hit.title(), "trail", hit.trail(), "kind", hit.kind().name().toLowerCase(Locale.ROOT),
                "snippet", hit.snippet(), "score", hit.score()));
    }

    private static Set<Passage.Kind> kinds(Context ctx) {
        var asked = ctx.queryParams("kind");
        return Arrays.stream(Passage.Kind.values()).filter(kind -> asked.contains(kind.name().toLowerCase(Locale.ROOT))).collect(Collectors.toSet());
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
