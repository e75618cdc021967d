package lectern.site.web;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import lectern.site.book.Problem;
import lectern.site.library.Change;
import lectern.site.library.Library;
import lectern.site.preview.News;

/** Answers {@code /preview/events}: a stream of server-sent events, one for each reading of the book. */
public final class PreviewEvents implements AutoCloseable {
    private static final int HEARTBEAT_SECONDS = 15;

    private final Library library;
    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final AtomicReference<List<Problem>> problems;
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("heartbeat").factory());

    public PreviewEvents(Library library) {
        this.library = library;
        this.problems = new AtomicReference<>(library.problems());
        library.listen(this::tell);
        heartbeat.scheduleAtFixedRate(() -> send(c -> c.sendComment("here")), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    void connect(SseClient client) {
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        client.sendEvent("news", Json.text(News.atConnection(library.snapshot().version(), problems.get())));
    }

    /** The problems of the last reading, also one that was not kept. */
    List<Problem> problems() {
        return problems.get();
    }

    private void tell(Change change) {
        problems.set(change.problems());
        String news = Json.text(News.of(change));
        send(c -> c.sendEvent("news", news));
    }

    private void send(Consumer<SseClient> what) {
        clients.forEach(client -> {
            if (client.terminated()) {
                clients.remove(client);
            } else {
                what.accept(client);
            }
        });
    }

    /** Ends every stream, so that the server can stop at once. */
    @Override
    public void close() {
        heartbeat.shutdownNow();
        clients.forEach(SseClient::close);
    }
}
