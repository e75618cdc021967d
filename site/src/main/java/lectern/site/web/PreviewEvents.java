package lectern.site.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lectern.site.book.Problem;
import lectern.site.library.Change;
import lectern.site.library.Library;
import lectern.site.library.Snapshot;
import lectern.site.preview.News;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /preview/events}: a stream of server-sent events, one for each reading of the book.
 *
 * <p>The request's own thread, a virtual one, waits for what its tab is to be told. The server library's client of such streams has no thread
 * and ends a stream by completing a future; where the tab has gone a moment before, that never returns.
 */
public final class PreviewEvents implements AutoCloseable {
    private static final int HEARTBEAT_SECONDS = 5;
    private static final byte[] HEARTBEAT = ": here\n\n".getBytes(StandardCharsets.UTF_8);

    private final Library library;
    private final Set<Tab> tabs = ConcurrentHashMap.newKeySet();
    private final AtomicReference<List<Problem>> problems;
    private volatile boolean closed;
    /** What some tabs know already of the reading that goes on; null when none does. Of the thread that reads alone. */
    private @Nullable Snapshot early;

    /** An open tab. @param page path of the page that it shows @param news what it is to be told next; empty at the end of the stream */
    private record Tab(String page, BlockingQueue<Optional<String>> news) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    public PreviewEvents(Library library) {
        this.library = library;
        this.problems = new AtomicReference<>(library.problems());
        library.listenEarly(this::tellEarly);
        library.listen(this::tell);
    }

    void connect(Context ctx) throws InterruptedException {
        var tab = new Tab(Objects.requireNonNullElse(ctx.queryParam("page"), ""), new LinkedBlockingQueue<>());
        // known before it is told: a change in between is told twice, and not missed
        tabs.add(tab);
        try {
            tab.news.add(Optional.of(Json.text(News.atConnection(library.snapshot(), tab.page, problems.get()))));
            ctx.contentType("text/event-stream").header("Cache-Control", "no-cache").header("X-Accel-Buffering", "no");
            stream(tab, ctx);
        } catch (IOException e) {
            ctx.skipRemainingHandlers(); // the tab has gone, and nobody is there to be told
        } finally {
            tabs.remove(tab);
        }
    }

    private void stream(Tab tab, Context ctx) throws IOException, InterruptedException {
        var out = ctx.res().getOutputStream();
        while (!closed) {
            var news = tab.news.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            if (news == null) {
                out.write(HEARTBEAT);
            } else if (news.isPresent()) {
                out.write(("event: news\ndata: " + news.get() + "\n\n").getBytes(StandardCharsets.UTF_8));
            } else {
                return;
            }
            out.flush();
        }
    }

    /** The problems of the last reading, also one that was not kept. */
    List<Problem> problems() {
        return problems.get();
    }

    /** Tabs that show the very page that was saved do not wait for the others. */
    private void tellEarly(Change change) {
        early = change.after();
        send(change, true);
    }

    private void tell(Change change) {
        problems.set(change.problems());
        boolean known = early != null && early.version() == change.version();
        send(known ? new Change(early, change.after(), change.pages(), change.problems(), change.took()) : change, false);
        early = null;
    }

    private void send(Change change, boolean more) {
        var news = new HashMap<String, Optional<String>>();
        tabs.stream().filter(tab -> !more || change.pages().contains(tab.page))
                .forEach(tab -> tab.news.add(news.computeIfAbsent(tab.page, page -> Optional.of(Json.text(News.of(change, page, more))))));
    }

    /** Ends every stream, so that the server can stop at once. */
    @Override
    public void close() {
        closed = true;
        tabs.forEach(tab -> tab.news.add(Optional.empty()));
    }
}
