package lectern.site.markup.tex;

import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/** The front door: draws formulas and colours code, each once. Safe for many threads. */
public final class Tex implements AutoCloseable {
    private final BlockingQueue<Engine> engines;
    private final int size;
    private final ConcurrentHashMap<Formula, Drawn> drawn = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> coloured = new ConcurrentHashMap<>();

    /** @param cache folder that keeps formulas between runs */
    public Tex(Path cache) {
        size = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
        engines = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            engines.add(new V8Engine());
        }
    }

    public Drawn draw(Formula formula) {
        var known = drawn.get(formula);
        if (known == null) {
            known = with(engine -> engine.draw(formula));
            drawn.put(formula, known);
        }
        return known;
    }

    /** Code with its words marked; the empty string when the language is not known. */
    public String colour(String code, String language) {
        return coloured.computeIfAbsent(language + "\n" + code, key -> with(engine -> engine.colour(code, language)));
    }

    private <T> T with(java.util.function.Function<Engine, T> task) {
        try {
            var engine = engines.take();
            try {
                return task.apply(engine);
            } finally {
                engines.add(engine);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        }
    }

    @Override
    public void close() {
        for (int i = 0; i < size; i++) {
            with(engine -> {
                engine.close();
                return engine;
            });
        }
    }
}
