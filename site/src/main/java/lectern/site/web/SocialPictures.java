package lectern.site.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import lectern.site.book.Book;
import lectern.site.book.Section;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.picture.Raster;
import lectern.widgets.Widgets;

/** Answers {@code /social.png}, {@code /social/PAGE.png} and {@code /social/widgets/ID.png?state}: the pictures by which other sites show a page of this one. */
public final class SocialPictures {
    private static final long SHELF_BYTES = 16L << 20;
    private static final String ENDING = ".png";
    private static final String WIDGETS = "widgets/";

    private final Library library;
    private final Shelf drawn = new Shelf(SHELF_BYTES);

    /** Pictures are drawn one after the other: whoever asks for many takes one processor, and readers have the rest. */
    private final ReentrantLock brush = new ReentrantLock();

    SocialPictures(Library library) {
        this.library = library;
    }

    void cover(Context ctx) {
        Book book = library.snapshot().book();
        send(ctx, "", () -> cover(book));
    }

    void picture(Context ctx) {
        Book book = library.snapshot().book();
        String file = ctx.pathParam("page");
        if (!file.endsWith(ENDING)) {
            throw new NotFoundResponse();
        }
        String path = file.substring(0, file.length() - ENDING.length());
        if (path.startsWith(WIDGETS)) {
            String id = WidgetPage.known(path.substring(WIDGETS.length()));
            String state = WidgetPage.state(ctx);
            send(ctx, state, () -> widget(book, id, state));
        } else {
            Section section = book.section(path).orElseThrow(NotFoundResponse::new);
            send(ctx, "", () -> page(book, section));
        }
    }

    /** A picture that was drawn before for the same edition, or is drawn now. */
    void send(Context ctx, String state, Supplier<byte[]> draw) {
        String key = library.snapshot().version() + " " + ctx.path() + "?" + state;
        Body body = drawn.find(key).orElseGet(() -> {
            brush.lock();
            try {
                return drawn.find(key).orElseGet(() -> drawn.keep(key, Body.of("image/png", draw.get())));
            } finally {
                brush.unlock();
            }
        });
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        Replies.send(ctx, body, Replies.REVALIDATE);
    }

    /** The address of a page's picture below the site's root; the contents have the empty path. */
    public static String file(String path) {
        return path.isEmpty() ? "social" + ENDING : "social/" + path + ENDING;
    }

    public static byte[] cover(Book book) {
        return Raster.cover(book.title(), book.description(), Cover.art());
    }

    public static byte[] page(Book book, Section section) {
        String chapter = section.chapter().isEmpty() || section.number().isEmpty() ? section.chapterTitle() : Pages.chapterWord(section) + " " + section.chapter() + " · " + section.chapterTitle();
        return Raster.page(section.number(), section.title(), chapter, book.title(), Poses.opener(section.number()));
    }

    public static byte[] widget(Book book, String id, String state) {
        return Raster.widget(Widgets.title(id), Widgets.question(id), book.title(), Widgets.figure(id, state));
    }
}
