package lectern.site.markup.tex;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The front door: draws formulas and colours code, each once, and keeps them between runs. Safe for many threads. */
public final class Tex implements AutoCloseable {
    /** Answers of another version are not used. Change it with KaTeX, the scripts beside it, or the form of an answer. */
    private static final String VERSION = "katex 0.18.11, highlight.js 11.11.1, 9";
    static final String TOO_LONG = "it takes too long to draw; a macro may call itself";
    private static final byte[] GIVEN_UP = utf8("-1:" + TOO_LONG);
    static final String NO_ENGINE = "V8, which draws formulas, does not start here; its library is packaged for Linux on x86-64 only";
    private static final int SAVE_AFTER = 500;

    /** A stack, so that a small book wakes one engine only. */
    private final LinkedBlockingDeque<Engine> engines = new LinkedBlockingDeque<>();
    private final int size;
    private final FormulaCache cache;
    private final Map<String, byte[]> earlier;
    /** In UTF-8. */
    private final ConcurrentHashMap<String, byte[]> answers = new ConcurrentHashMap<>();
    private final AtomicInteger unsaved = new AtomicInteger();

    /** @param folder keeps formulas between runs */
    public Tex(Path folder) {
        // every engine compiles KaTeX for itself, so half the processors is where more of them stop paying
        size = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
        for (int i = 0; i < size; i++) {
            engines.add(new V8Engine());
        }
        cache = new FormulaCache(folder, VERSION);
        earlier = cache.load();
    }

    public Drawn draw(Formula formula) {
        return Drawn.read(answer(key("", formula), engine -> Lean.of(utf8(engine.draw(formula)))));
    }

    /** A formula in outline, as {@link lectern.site.markup.shape.Outline} reads it; for one that can be drawn. */
    public String outline(Formula formula) {
        return answer(key("o", formula), engine -> utf8(engine.outline(formula)));
    }

    /** Where the symbols of a formula stand in what is drawn; for one that can be drawn. */
    public Spots spots(Formula formula) {
        return Spots.read(answer(key("s", formula), engine -> utf8(engine.spots(formula))));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String key(String question, Formula formula) {
        return question + (formula.display() ? "d" : "i") + formula.setting().id() + " " + formula.tex();
    }

    /** Code with its words marked; the empty string when the language is not known. */
    public String colour(String code, String language) {
        return answer("c" + language + "\n" + code, engine -> utf8(engine.colour(code, language)));
    }

    private String answer(String key, Function<Engine, byte[]> task) {
        var known = answers.get(key);
        if (known == null) {
            known = earlier.get(key);
            if (known == null) {
                known = with(task);
                unsaved.incrementAndGet();
            }
            // what took too long may be quick on another day
            if (!Arrays.equals(known, GIVEN_UP)) {
                answers.put(key, known);
            }
        }
        return new String(known, StandardCharsets.UTF_8);
    }

    private <T> T with(Function<Engine, T> task) {
        try {
            var engine = engines.takeFirst();
            try {
                return task.apply(engine);
            } finally {
                engines.addFirst(engine);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        }
    }

    /** How many answers of an earlier run this one can use. */
    int fromEarlier() {
        return earlier.size();
    }

    /** Keeps what was drawn for the next run; only what this run used, so that the file does not grow for ever. */
    public synchronized void save() {
        if (unsaved.getAndSet(0) > 0) {
            cache.save(new HashMap<>(answers));
        }
    }

    /** Whether enough is new to be worth a {@link #save}. */
    public boolean isWorthSaving() {
        return unsaved.get() >= SAVE_AFTER;
    }

    @Override
    public void close() {
        save();
        for (int i = 0; i < size; i++) {
            try {
                engines.takeFirst().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
