package lectern.site.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lectern.search.Findings;
import lectern.search.Hit;
import lectern.site.book.Book;
import lectern.site.book.Problem;
import lectern.site.book.Section;
import lectern.site.embed.Snippets;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.library.Piece;
import lectern.site.library.Snapshot;
import lectern.site.markup.html.Html;
import lectern.site.narration.Shelf;
import lectern.site.web.Frame.Crumb;
import lectern.widgets.Widgets;
import org.jspecify.annotations.Nullable;

/** Prints pages by the templates: those of the book when it is read, the others when they are asked for. */
public final class Pages implements Library.Printer {
    /** All that the bytes of a section's page depend on. */
    private record Sheet(Section section, Frame frame, @Nullable Turn before, @Nullable Turn after, boolean heard) {
        /** Whether it prints the same page; a section that is the same is the same object. */
        boolean isSame(@Nullable Sheet other) {
            return other != null && section == other.section && heard == other.heard && frame.equals(other.frame) && Objects.equals(before, other.before) && Objects.equals(after, other.after);
        }
    }

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;
    private final boolean preview;
    private final @Nullable Shelf shelf;
    private final String baseUrl;

    /** What each page was last printed from; touched only by the thread that reads the book. */
    private final Map<String, Sheet> sheets = new HashMap<>();
    private List<BackMatter.Part> lastBack = List.of();

    /** Pages without sound. */
    public Pages(Assets assets, boolean preview) {
        this(assets, preview, null, "");
    }

    /** @param shelf with the sound of pages that were read aloud; null for none @param baseUrl where the book is found from outside; empty when that is not known */
    public Pages(Assets assets, boolean preview, @Nullable Shelf shelf, String baseUrl) {
        this.baseUrl = baseUrl;
        this.assets = assets;
        this.preview = preview;
        this.shelf = shelf;
    }

    @Override
    public Library.Printed print(Book book, Snapshot before) {
        var old = before.book();
        var back = BackMatter.of(book);
        var backBefore = lastBack;
        lastBack = back;
        boolean sameFrame = old.title().equals(book.title()) && old.edition().equals(book.edition()) && old.report().equals(book.report()) && backBefore.isEmpty() == back.isEmpty();
        boolean samePaths = sameFrame && before.pages().containsKey("") && old.sections().size() == book.sections().size()
                && IntStream.range(0, book.sections().size()).allMatch(i -> section(old, i) == section(book, i) || section(old, i).path().equals(section(book, i).path()));
        var pages = samePaths ? new HashMap<>(before.pages()) : new HashMap<String, Body>();
        var changed = new HashSet<String>();
        if (!before.pages().containsKey("") || !Front.isSame(old, book, backBefore.equals(back))) {
            pages.put("", contents(book));
            changed.add("");
        } else {
            pages.put("", before.pages().get(""));
        }
        for (int i = 0; i < book.sections().size(); i++) {
            // the same objects make the same sheet; this is asked for every page at every save
            if (samePaths && section(old, i) == section(book, i) && section(old, i - 1) == section(book, i - 1) && section(old, i + 1) == section(book, i + 1)) {
                continue;
            }
            Section section = book.sections().get(i);
            var sheet = new Sheet(section, frame(book, section, !back.isEmpty()), turn(section(book, i - 1)), turn(section(book, i + 1)),
                    shelf != null && shelf.sound(book, section).isPresent());
            Body kept = before.pages().get(section.path());
            if (kept != null && sheet.isSame(sheets.get(section.path()))) {
                pages.put(section.path(), kept);
            } else {
                sheets.put(section.path(), sheet);
                pages.put(section.path(), page(sheet));
                changed.add(section.path());
            }
        }
        if (!samePaths) {
            before.pages().keySet().stream().filter(path -> !pages.containsKey(path)).forEach(changed::add);
            sheets.keySet().retainAll(pages.keySet());
        }
        return new Library.Printed(pages, changed);
    }

    /** The section at a place of the book; null before the first and behind the last. */
    private static @Nullable Section section(Book book, int at) {
        return at < 0 || at >= book.sections().size() ? null : book.sections().get(at);
    }

    private Body page(Sheet sheet) {
        return preview ? Body.draft(() -> draft(sheet)) : Body.html(page(sheet.frame, parts(sheet).stream().map(Markup::new).toList()));
    }

    /** The page in pieces, each marked with its hash. */
    private Body.Draft draft(Sheet sheet) {
        var pieces = parts(sheet).stream().map(Piece::of).toList();
        return new Body.Draft(page(sheet.frame, pieces.stream().map(Markup::marked).toList()), sheet.frame.title(), render("part/crumbs.jte", Map.of("frame", sheet.frame)), pieces);
    }

    private byte[] page(Frame frame, List<Markup> parts) {
        var out = new Utf8ByteOutput();
        templates.render("page.jte", Map.of("frame", frame, "spine", parts.getFirst(), "pieces", parts.subList(1, parts.size())), out);
        return out.toByteArray();
    }

    /** What leads through the text, and in the text's column the opening, the blocks, the end. */
    private List<Html> parts(Sheet sheet) {
        var parts = new ArrayList<Html>();
        parts.add(Html.of(render("part/spine.jte", Map.of("section", sheet.section))));
        parts.add(Html.of(render("part/opener.jte", Map.of("frame", sheet.frame, "section", sheet.section, "pose", Poses.opener(sheet.section.number()), "heard", sheet.heard))));
        sheet.section.blocks().forEach(block -> parts.add(block.html()));
        var end = new HashMap<String, @Nullable Object>();
        end.put("frame", sheet.frame);
        end.put("section", sheet.section);
        end.put("before", sheet.before);
        end.put("after", sheet.after);
        parts.add(Html.of(render("part/end.jte", end)));
        return parts;
    }

    private Body body(Supplier<String> html) {
        return preview ? Body.draft(() -> Body.Draft.whole(html.get().getBytes(StandardCharsets.UTF_8))) : Body.html(html.get());
    }

    private Body contents(Book book) {
        if (book.sections().isEmpty() && !book.problems().isEmpty()) {
            return body(() -> message(book, book.title(), book.problems().stream().map(Problem::toString).toList(), List.of()));
        }
        return body(() -> render("contents.jte", Map.of("frame", plain(book, book.title(), book.description(), social(book.title(), "")), "book", book, "art", Cover.art(), "back", BackMatter.of(book))));
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

    /** Every problem of the book, for its author; each leads to its line. */
    String problems(Book book, List<Problem> problems) {
        var html = new StringBuilder(problems.isEmpty() ? "<p>Nothing is wrong with this book as it was last saved.</p>" : "<ul class=\"hits\">");
        for (var problem : problems) {
            String page = book.sections().stream().filter(s -> s.file().equals(problem.file())).map(Section::url).findFirst().orElse("");
            html.append("<li><a href=\"").append(page.isEmpty() ? "/" : Words.escape(page) + "#source=" + problem.line()).append("\"><span class=\"kind\">")
                    .append(problem.isError() ? "error" : "warning").append("</span><span>").append(Words.escape(problem.message() + (problem.hint().isEmpty() ? "" : " " + problem.hint())))
                    .append("</span><span class=\"trail\">").append(Words.escape(problem.file() + ":" + problem.line() + ":" + problem.column() + " [" + problem.rule() + "]")).append("</span></a></li>");
        }
        return list(book, problems.isEmpty() ? "No problems" : "Problems", html.append(problems.isEmpty() ? "" : "</ul>").toString());
    }

    /** A page made of what the others hold. */
    String list(Book book, String title, String html) {
        return render("list.jte", Map.of("frame", plain(book, title, ""), "title", title, "html", html));
    }

    /** @param social null where the page has no address that the world knows */
    String widget(Book book, String title, String description, String panel, List<String> mistakes, List<Snippets.Snippet> snippets, Frame.@Nullable Social social) {
        return render("widget.jte", Map.of("snippets", snippets, "frame", plain(book, title, description, social), "title", title, "panel", panel, "mistakes", mistakes));
    }

    /** A widget for a frame on another site. @param theme empty for the reader's */
    String embed(Book book, String id, String theme, String panel, List<String> mistakes, Frame.@Nullable Social social) {
        return render("embed.jte", Map.of("frame", plain(book, "", "", social), "book", book.title(), "id", id, "title", Widgets.title(id), "theme", theme, "panel", panel, "mistakes", mistakes));
    }

    private String render(String template, Map<String, @Nullable Object> model) {
        var out = new StringOutput();
        templates.render(template, model, out);
        return out.toString();
    }

    private Frame plain(Book book, String title, String description) {
        return plain(book, title, description, null);
    }

    private Frame plain(Book book, String title, String description, Frame.@Nullable Social social) {
        String tab = title.equals(book.title()) ? title : title + " — " + book.title();
        return new Frame(tab, description, List.of(new Crumb("/", "", book.title(), title.equals(book.title()))), "", assets.links(), preview, false, "", "", social);
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
        return new Frame(numbered + " — " + book.title(), section.description(), crumbs, chapterWord(section), assets.links().with(section.faces()), preview, back, book.edition(), book.report(),
                social(section.title(), section.path()));
    }

    static String chapterWord(Section section) {
        return section.chapter().chars().allMatch(Character::isDigit) ? "Chapter" : "Appendix";
    }

    /** What other sites show of a page of the book; nothing where the book has no address of its own. */
    private Frame.@Nullable Social social(String title, String path) {
        return baseUrl.isEmpty() ? null : new Frame.Social(title, baseUrl + "/" + path, baseUrl + "/" + SocialPictures.file(path));
    }

    private static @Nullable Turn turn(@Nullable Section section) {
        return section == null ? null : new Turn(section.url(), section.number(), section.title(), section.minutes());
    }
}
