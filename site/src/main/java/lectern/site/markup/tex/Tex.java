package lectern.site.markup.tex;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The front door: draws formulas and colours code, each once, and keeps them between runs. Safe for many threads. */
public final class Tex implements AutoCloseable {
    /** Answers of another version are not used. Change it with KaTeX, the scripts beside it, or the form of an answer. */
    private static final String VERSION = "katex 0.18.11, highlight.js 11.11.1, 13";
    static final String TOO_LONG = "it takes too long to draw; a macro may call itself";
    static final String NO_ENGINE = "V8, which draws formulas, does not start here; its library is packaged for Linux on x86-64 only";
    static final String LOST = "the engine that draws formulas failed at it; another was started: save the page again";
    private static final byte[] GIVEN_UP = utf8("-1:" + TOO_LONG);
    private static final byte[] UNABLE = utf8("-1:" + NO_ENGINE);
    private static final byte[] NONE = utf8(Engine.NONE);
    private static final int SAVE_AFTER = 500;
    private static final String NOTHING = "[]";
    /** Far longer than an engine gives itself, on a busy machine too. */
    private static final long PATIENCE_MILLIS = 30_000;

    /** A stack, so that a small book wakes one engine only. */
    private final LinkedBlockingDeque<Desk> desks = new LinkedBlockingDeque<>();
    private final List<Desk> all;
    private final FormulaCache cache;
    private @Nullable Map<String, byte[]> earlier;
    /** In UTF-8. */
    private final ConcurrentHashMap<String, byte[]> answers = new ConcurrentHashMap<>();
    private final AtomicInteger unsaved = new AtomicInteger();
    private volatile boolean sure = true;
    private boolean saved;

    /** @param folder keeps formulas between runs */
    public Tex(Path folder) {
        this(folder, V8Engine::new, PATIENCE_MILLIS);
    }

    Tex(Path folder, Supplier<Engine> engines, long patienceMillis) {
        // every engine compiles KaTeX for itself, so half the processors is where more of them stop paying
        int size = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
        all = Stream.generate(() -> new Desk(engines, patienceMillis)).limit(size).toList();
        desks.addAll(all);
        cache = new FormulaCache(folder, VERSION);
    }

    /** The answers of earlier runs, loaded when one is wanted: who finds his book kept whole may never want one. */
    private synchronized Map<String, byte[]> earlier() {
        var loaded = earlier == null ? cache.load() : earlier;
        earlier = loaded;
        return loaded;
    }

    public Drawn draw(Formula formula) {
        return Drawn.read(answer(key("", formula), engine -> utf8(engine.draw(formula)), "-1:" + LOST));
    }

    /** A formula in outline, as {@link lectern.site.markup.shape.Outline} reads it; for one that can be drawn. */
    public String outline(Formula formula) {
        return answer(key("o", formula), engine -> utf8(engine.outline(formula)), NOTHING);
    }

    /** Where the symbols of a formula stand in what is drawn; for one that can be drawn. */
    public Spots spots(Formula formula) {
        var letters = draw(formula) instanceof Drawn.Good good ? Spots.letters(good.html()) : "";
        var found = formula.setting().hasSymbols() ? Spots.read(answer(key("s", formula), engine -> utf8(engine.spots(formula)), NOTHING)) : Spots.NONE;
        return new Spots(letters, found.letters().equals(letters) ? found.all() : List.of());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String key(String question, Formula formula) {
        return question + (formula.display() ? "d" : "i") + formula.setting().id() + " " + formula.tex();
    }

    /** Code with its words marked; the empty string when the language is not known. */
    public String colour(String code, String language) {
        return answer("c" + language + "\n" + code, engine -> utf8(engine.colour(code, language)), "");
    }

    /** @param otherwise the answer when the engine fails, or does not start; it is not kept */
    private String answer(String key, Function<Engine, byte[]> question, String otherwise) {
        var known = answers.get(key);
        if (known == null) {
            known = earlier().get(key);
            if (known == null) {
                var answer = ask(key, question).filter(said -> !Arrays.equals(said, NONE));
                if (answer.isEmpty()) {
                    sure = false;
                    return otherwise;
                }
                known = answer.get();
                unsaved.incrementAndGet();
            }
            // what took too long may be quick on another day, and what does not start here may start elsewhere
            if (Arrays.equals(known, GIVEN_UP) || Arrays.equals(known, UNABLE)) {
                sure = false;
            } else {
                answers.put(key, known);
            }
        }
        return new String(known, StandardCharsets.UTF_8);
    }

    private Optional<byte[]> ask(String key, Function<Engine, byte[]> question) {
        try {
            var desk = desks.takeFirst();
            try {
                return desk.ask(key, question);
            } finally {
                desks.addFirst(desk);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        }
    }

    /** How many answers of an earlier run this one can use. */
    int fromEarlier() {
        return earlier().size();
    }

    /** Whether every answer would be the same another time: no engine failed, and none was given up. */
    public boolean isSure() {
        return sure;
    }

    /** Keeps what was drawn for the next run, when the whole book was read; only what this run used, so that the file does not grow for ever. */
    public synchronized void save() {
        saved = true;
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
        synchronized (this) {
            if (!saved && unsaved.get() > 0) { // a run that did not read the book adds a few answers to those of one that did
                earlier().forEach(answers::putIfAbsent);
            }
        }
        save();
        all.forEach(Desk::close);
    }
}
