package lectern.site.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lectern.site.book.Block;
import lectern.site.book.Section;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.markup.PlainTex;
import lectern.site.narration.speech.MathSpeaker;
import lectern.site.narration.speech.Speakers;

/**
 * Answers {@code /card/PAGE/BLOCK}, the blocks of a page that the card of a reference is cut out of, {@code /card/PAGE/equations},
 * {@code [letters seen, LaTeX, plain text, spoken form]} of each equation on lines of its own, and {@code /card/PAGE/cite}.
 */
public final class Cards {
    /** In the place of a block: the title of the page and its first words. */
    private static final String OPENING = "text";

    private final Library library;
    private final Optional<String> baseUrl;
    private final Speakers speakers;

    /** @param baseUrl where the book is found from outside; else a page is cited by the address it was asked at */
    Cards(Library library, Optional<String> baseUrl) {
        this.library = library;
        this.baseUrl = baseUrl;
        speakers = new Speakers(library::drawn);
    }

    void cite(Context ctx) {
        var section = section(ctx);
        Replies.send(ctx, Body.html(Cite.html(library.snapshot().book(), section, baseUrl.orElseGet(() -> Server.origin(ctx)) + section.url())), Replies.REVALIDATE);
    }

    void block(Context ctx) {
        var html = block(section(ctx), ctx.pathParam("block")).orElseThrow(NotFoundResponse::new);
        Replies.send(ctx, Body.html(html), Replies.REVALIDATE);
    }

    void equations(Context ctx) {
        Replies.send(ctx, Body.of("application/json", equations(library, speakers, section(ctx)).getBytes(StandardCharsets.UTF_8)), Replies.REVALIDATE);
    }

    private Section section(Context ctx) {
        return library.snapshot().book().section(ctx.pathParam("page")).orElseThrow(NotFoundResponse::new);
    }

    /** The block, reference or heading with this id; after a heading also the first paragraph below it. */
    private static Optional<String> block(Section section, String id) {
        if (id.equals(OPENING)) {
            String number = section.number().isEmpty() ? "" : "<span class=\"no\">" + Words.escape(section.number()) + "</span>";
            return Optional.of("<h1>" + number + section.titleHtml() + "</h1>" + paragraph(section.blocks()));
        }
        String mark = "id=\"" + Words.escape(id) + "\"";
        for (int i = 0; i < section.blocks().size(); i++) {
            String html = section.blocks().get(i).html().toString();
            if (html.contains(mark)) {
                return Optional.of(isHeading(html) ? html + paragraph(section.blocks().subList(i + 1, section.blocks().size())) : html);
            }
        }
        return section.references().stream().filter(reference -> reference.anchor().equals(Words.escape(id))).findFirst().map(reference -> "<ol class=\"refs\">" + reference.html() + "</ol>");
    }

    /** The first paragraph or list before the next heading; empty when there is none. */
    private static String paragraph(List<Block> blocks) {
        return blocks.stream().map(block -> block.html().toString()).takeWhile(html -> !isHeading(html)).filter(html -> html.matches("(?s)<(p|ul|ol|div class=\"noted\")[ >].*")).findFirst().orElse("");
    }

    private static boolean isHeading(String html) {
        return html.matches("(?s)<h[1-6][ >].*");
    }

    /** What each equation of a page says in other forms. */
    public static String equations(Library library, Speakers speakers, Section section) {
        return Json.text(section.formulas().stream().filter(used -> used.formula().display())
                .map(used -> List.of(library.spots(used.formula()).letters(), used.formula().tex().strip(), PlainTex.of(used.formula().tex()),
                        MathSpeaker.line(speakers.words(used)))).toList());
    }
}
