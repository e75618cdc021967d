package lectern.site.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lectern.site.library.Body;

/** Bodies that were made for a request and may be asked for again: the last ones used, in so many bytes at most. */
final class Shelf {
    private final long most;
    private final Map<String, Body> bodies = new LinkedHashMap<>(16, .75f, true);
    private long bytes;

    Shelf(long most) {
        this.most = most;
    }

    synchronized Optional<Body> find(String key) {
        return Optional.ofNullable(bodies.get(key));
    }

    /** Keeps a body, and drops those that were not used for longest. */
    synchronized Body keep(String key, Body body) {
        var before = bodies.put(key, body);
        bytes += weight(key, body) - (before == null ? 0 : weight(key, before));
        for (var oldest = bodies.entrySet().iterator(); bytes > most && oldest.hasNext();) {
            var entry = oldest.next();
            bytes -= weight(entry.getKey(), entry.getValue());
            oldest.remove();
        }
        return body;
    }

    /** Itself and its compressed forms, which come later. */
    private static long weight(String key, Body body) {
        return 200 + 2L * key.length() + (body.isPlain() ? 1 : 2) * (long) body.identity().length;
    }
}
