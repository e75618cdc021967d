package lectern.site.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import lectern.site.book.Block;
import lectern.site.book.Book;
import lectern.site.book.Section;
import lectern.site.library.Library;

/** Answers {@code /preview/source/…}, the Markdown of a page, and {@code /preview/blocks/…}, where in it each block begins; only the book's own pages. */
final class PreviewSource {
    /**
     * Where a page comes from.
     *
     * @param file path inside the book
     * @param editor address that opens the file, {@code {line}} and {@code {column}} still to be filled in; empty when no editor is set
     * @param lines 1-based line of each block, in order; 0 for one that is made, such as the footnotes
     */
    record Origin(String file, String editor, List<Integer> lines) {}

    private final Library library;
    private final String editor;

    PreviewSource(Library library, String editor) {
        this.library = library;
        this.editor = editor;
    }

    void text(Context ctx) throws IOException {
        Book book = library.snapshot().book();
        ctx.header("Cache-Control", "no-store").contentType("text/plain; charset=utf-8").result(Files.readString(book.folder().resolve(section(book, ctx).file())));
    }

    void blocks(Context ctx) {
        Book book = library.snapshot().book();
        Section section = section(book, ctx);
        String file = book.folder().toAbsolutePath().normalize().resolve(section.file()).toString();
        ctx.header("Cache-Control", "no-store").contentType("application/json; charset=utf-8")
                .result(Json.text(new Origin(section.file(), editor.replace("{file}", file), section.blocks().stream().map(Block::line).toList())));
    }

    /** A page by its address or by its file. */
    private static Section section(Book book, Context ctx) {
        String asked = ctx.pathParam("path");
        return book.sections().stream().filter(s -> s.path().equals(asked) || s.file().equals(asked)).findFirst().orElseThrow(() -> new NotFoundResponse("no such page"));
    }
}
