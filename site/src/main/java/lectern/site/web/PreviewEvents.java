package lectern.site.web;

import io.javalin.http.sse.SseClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import lectern.site.book.Problem;
import lectern.site.library.Change;
import lectern.site.library.Library;
import lectern.site.preview.News;

/** Answers {@code /preview/events}: a stream of server-sent events, one for each reading of the book. */
public final class PreviewEvents implements AutoCloseable {
    private static final int HEARTBEAT_SECONDS = 5;

    private final Library library;
    /** Every open tab, with the path of the page that it shows. */
    private final Map<SseClient, String> tabs = new ConcurrentHashMap<>();
    private final AtomicReference<List<Problem>> problems;
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("heartbeat").factory());

    public PreviewEvents(Library library) {
        this.library = library;
        this.problems = new AtomicReference<>(library.problems());
        library.listen(this::tell);
        heartbeat.scheduleAtFixedRate(() -> send((tab, path) -> tab.sendComment("here")), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    void connect(SseClient tab) {
        String path = Objects.requireNonNullElse(tab.ctx().queryParam("page"), "");
        tab.keepAlive();
        tab.onClose(() -> tabs.remove(tab));
        // known before it is told: a change in between is told twice, and not missed
        tabs.put(tab, path);
        tab.sendEvent("news", Json.text(News.atConnection(library.snapshot(), path, problems.get())));
    }

    /** The problems of the last reading, also one that was not kept. */
    List<Problem> problems() {
        return problems.get();
    }

    private void tell(Change change) {
        problems.set(change.problems());
        var news = new HashMap<String, String>();
        send((tab, path) -> tab.sendEvent("news", news.computeIfAbsent(path, p -> Json.text(News.of(change, p)))));
    }

    private void send(BiConsumer<SseClient, String> what) {
        tabs.forEach((tab, path) -> {
            if (tab.terminated()) {
                tabs.remove(tab);
            } else {
                what.accept(tab, path);
            }
        });
    }

    /** Ends every stream, so that the server can stop at once. */
    @Override
    public void close() {
        heartbeat.shutdownNow();
        tabs.keySet().forEach(SseClient::close);
    }
}
