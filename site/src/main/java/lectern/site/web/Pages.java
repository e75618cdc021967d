package lectern.site.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.search.Findings;
import lectern.search.Hit;
import lectern.site.book.Book;
import lectern.site.book.Problem;
import lectern.site.book.Section;
import lectern.site.embed.Snippets;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.library.Snapshot;
import lectern.site.web.Frame.Crumb;
import lectern.widgets.Widgets;
import org.jspecify.annotations.Nullable;

/** Prints pages by the templates: those of the book when it is read, the others when they are asked for. */
public final class Pages implements Library.Printer {
    /** All that the bytes of a section's page depend on. */
    private record Sheet(Section section, Frame frame, @Nullable Turn before, @Nullable Turn after) {}

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;
    private final boolean preview;

    /** What each page was last printed from; touched only by the thread that reads the book. */
    private Map<String, Sheet> printed = Map.of();

    public Pages(Assets assets, boolean preview) {
        this.assets = assets;
        this.preview = preview;
    }

    @Override
    public Map<String, Body> print(Book book, Snapshot before) {
        var pages = new LinkedHashMap<String, Body>();
        var sheets = new HashMap<String, Sheet>();
        pages.put("", contents(book));
        boolean back = !BackMatter.of(book).isEmpty();
        for (int i = 0; i < book.sections().size(); i++) {
            Section section = book.sections().get(i);
            var sheet = new Sheet(section, frame(book, section, back), i == 0 ? null : turn(book.sections().get(i - 1)),
                    i + 1 == book.sections().size() ? null : turn(book.sections().get(i + 1)));
            sheets.put(section.path(), sheet);
            Body kept = before.pages().get(section.path());
            pages.put(section.path(), kept != null && sheet.equals(printed.get(section.path())) ? kept : page(sheet));
        }
        printed = sheets;
        return pages;
    }

    private Body page(Sheet sheet) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("frame", sheet.frame);
        model.put("section", sheet.section);
        model.put("pose", Poses.opener(sheet.section.number()));
        model.put("before", sheet.before);
        model.put("after", sheet.after);
        var out = new Utf8ByteOutput();
        templates.render("page.jte", model, out);
        return preview ? Body.draft(out.toByteArray()) : Body.html(out.toByteArray());
    }

    private Body body(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return preview ? Body.draft(bytes) : Body.html(bytes);
    }

    private Body contents(Book book) {
        if (book.sections().isEmpty() && !book.problems().isEmpty()) {
            return body(message(book, book.title(), book.problems().stream().map(Problem::toString).toList(), List.of()));
        }
        return body(render("contents.jte", Map.of("frame", plain(book, book.title(), book.description()), "book", book, "art", Cover.art(), "back", BackMatter.of(book))));
    }

    /** The list for the search box. */
    String box(String query, List<SearchPage.Group> groups) {
        return render("box.jte", Map.of("query", query, "groups", groups));
    }

    /** The result page. */
    String search(Book book, String query, Findings found, List<SearchPage.Facet> facets) {
        return render("search.jte", Map.of("frame", plain(book, query.isBlank() ? "Search" : query + " · Search", ""), "query", query, "found", found, "facets", facets));
    }

    /** A result page without results, for a site whose search runs in the reader's browser. */
    public String search(Book book) {
        return search(book, "", Findings.NONE, List.of());
    }

    /** The page for an address that leads nowhere. */
    public String missing(Book book, List<Hit> perhaps) {
        return message(book, "There is no page here", List.of("The address may have been mistyped, or the page may have moved."), perhaps);
    }

    /** A page that says something went wrong, and what to do. */
    String message(Book book, String title, List<String> lines, List<Hit> hits) {
        return render("message.jte", Map.of("frame", plain(book, title, ""), "title", title, "lines", lines, "hits", hits));
    }

    /** Every problem of the book, for its author. */
    String problems(Book book, List<Problem> problems) {
        return message(book, problems.isEmpty() ? "No problems" : "Problems", problems.stream().map(Problem::toString).toList(), List.of());
    }

    /** A page made of what the others hold. */
    String list(Book book, String title, String html) {
        return render("list.jte", Map.of("frame", plain(book, title, ""), "title", title, "html", html));
    }

    String widget(Book book, String title, String panel, List<String> mistakes, List<Snippets.Snippet> snippets) {
        return render("widget.jte", Map.of("snippets", snippets, "frame", plain(book, title, ""), "title", title, "panel", panel, "mistakes", mistakes));
    }

    /** A widget for a frame on another site. @param theme empty for the reader's */
    String embed(Book book, String id, String theme, String panel, List<String> mistakes) {
        return render("embed.jte", Map.of("frame", plain(book, "", ""), "book", book.title(), "id", id, "title", Widgets.title(id), "theme", theme, "panel", panel, "mistakes", mistakes));
    }

    private String render(String template, Map<String, @Nullable Object> model) {
        var out = new StringOutput();
        templates.render(template, model, out);
        return out.toString();
    }

    private Frame plain(Book book, String title, String description) {
        String tab = title.equals(book.title()) ? title : title + " — " + book.title();
        return new Frame(tab, description, List.of(new Crumb("/", "", book.title(), title.equals(book.title()))), "", assets.links(), preview, false, "", "");
    }

    private Frame frame(Book book, Section section, boolean back) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb("/", "", book.title(), false));
        if (!section.chapterTitle().isEmpty()) {
            crumbs.add(new Crumb("/#toc", "", section.chapterTitle(), false));
        }
        String name = Optional.of(section.shortTitle()).filter(t -> !t.isEmpty()).orElse(section.title());
        crumbs.add(new Crumb(section.url(), section.number(), name, true));
        String numbered = section.number().isEmpty() ? section.title() : section.number() + " " + section.title();
        String word = section.chapter().chars().allMatch(Character::isDigit) ? "Chapter" : "Appendix";
        return new Frame(numbered + " — " + book.title(), section.description(), crumbs, word, assets.links(), preview, back, book.edition(), book.report());
    }

    private static Turn turn(Section section) {
        return new Turn(section.url(), section.number(), section.title(), Poses.mark(section.number()), section.minutes());
    }
}
