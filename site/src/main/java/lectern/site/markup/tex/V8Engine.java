package lectern.site.markup.tex;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetTerminatedException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import com.caoccao.javet.values.reference.V8ValueFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * KaTeX and highlight.js in one V8. A formula that takes longer than {@value #MILLISECONDS} ms gets one more chance, for a machine may be busy;
 * one that then takes longer than {@value #PATIENCE} ms is given up.
 */
final class V8Engine implements Engine {
    static final int MILLISECONDS = 300;
    static final int PATIENCE = 1_000;
    static final String KATEX = "/META-INF/resources/webjars/katex/0.18.11/dist/katex.min.js";
    private static final String HIGHLIGHT = "/META-INF/resources/webjars/highlightjs/11.11.1/highlight.min.js";

    private static final String CHEMISTRY = "/META-INF/resources/webjars/katex/0.18.11/dist/contrib/mhchem.min.js";

    /**
     * For work of a second: what the optimizing compilers give back later costs more than it saves.
     * Without memory protection keys: V8 gives the right to read its code to the thread that loads it and to that thread's children,
     * and a thread pool's threads are neither; on a processor that has such keys each formula would end the process.
     */
    private static final String FLAGS = "--always-sparkplug --no-opt --single-threaded-gc --no-memory-protection-keys";

    static {
        V8Library.whereUnpacked();
        V8RuntimeOptions.V8_FLAGS.setCustomFlags(FLAGS);
    }

    private @Nullable Running running;
    private boolean chemistry;

    /** A V8 that is up. */
    private record Running(V8Runtime v8, V8ValueFunction draw) {
        static Running start() throws JavetException {
            V8Runtime v8 = V8Host.getV8Instance().createV8Runtime();
            v8.getExecutor("globalThis.self = globalThis").executeVoid();
            v8.getExecutor(resource(KATEX)).executeVoid();
            v8.setLogger(Quiet.LOGGER);
            v8.getExecutor(resource("symbols.js")).executeVoid();
            v8.getExecutor(resource("dialect.js")).executeVoid();
            v8.getExecutor(resource("lean.js")).executeVoid();
            V8ValueFunction draw = v8.getExecutor(resource("katex.js")).execute();
            // the first formula compiles KaTeX; no author's formula should pay for it
            draw.callString(null, "x", false, Setting.NONE.json());
            return new Running(v8, draw);
        }
    }

    private Running running() throws JavetException {
        var up = running == null ? Running.start() : running;
        running = up;
        return up;
    }

    @Override
    public String draw(Formula formula) {
        for (int limit : new int[] {MILLISECONDS, PATIENCE}) {
            Running up;
            try {
                up = running();
            } catch (JavetException | LinkageError e) {
                return "-1:" + Tex.NO_ENGINE;
            }
            try {
                if (!chemistry && (formula.tex().contains("\\ce") || formula.tex().contains("\\pu") || formula.setting().json().contains("\\ce{"))) {
                    up.v8.getExecutor(resource(CHEMISTRY)).executeVoid();
                    chemistry = true;
                }
                try (var _ = up.v8.getGuard(limit)) {
                    return up.draw.callString(null, formula.tex(), formula.display(), formula.setting().json());
                }
            } catch (JavetTerminatedException e) {
                // a V8 that was stopped in the middle is not used again
                leave();
            } catch (JavetException e) {
                leave();
                if (limit == PATIENCE) {
                    throw new IllegalStateException("V8 failed: " + e, e);
                }
            }
        }
        return "-1:" + Tex.TOO_LONG;
    }

    /** What KaTeX alone writes, of which {@link #draw} leaves out what a page does not need. */
    String whole(Formula formula) {
        return about(formula, "lecternWhole");
    }

    @Override
    public String outline(Formula formula) {
        return about(formula, "lecternOutline");
    }

    @Override
    public String spots(Formula formula) {
        return about(formula, "lecternSpots");
    }

    /** What a function of the scripts says of a formula. */
    private String about(Formula formula, String function) {
        return limited(PATIENCE, up -> up.v8.getGlobalObject().invokeString(function, formula.tex(), formula.display(), formula.setting().json()));
    }

    @Override
    public String colour(String code, String language) {
        return limited(10 * MILLISECONDS, up -> {
            if (!up.v8.getGlobalObject().has("hljs")) {
                up.v8.getExecutor(withoutUnicodeNames(resource(HIGHLIGHT))).executeVoid();
            }
            return up.v8.getGlobalObject().invokeString("lecternColour", code, language);
        });
    }

    private interface Work {
        String in(Running up) throws JavetException;
    }

    private String limited(int limit, Work work) {
        Running up;
        try {
            up = running();
        } catch (JavetException | LinkageError e) {
            return NONE;
        }
        try (var _ = up.v8.getGuard(limit)) {
            return work.in(up);
        } catch (JavetException e) {
            leave();
            throw new IllegalStateException("V8 failed: " + e, e);
        }
    }

    /** This V8 has no tables of Unicode classes; ranges stand in for the three that highlight.js names. */
    private static String withoutUnicodeNames(String script) {
        var letters = "A-Za-z\\u00AA-\\uFFDC";
        return script.replace("[\\p{XID_Start}_]", "[" + letters + "_]").replace("\\p{XID_Continue}", "[\\w" + letters + "]").replace("\\p{L}", letters);
    }

    private static String resource(String name) {
        try (var in = V8Engine.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Gives this V8 up, whatever state it is in. */
    private void leave() {
        try {
            close();
        } catch (IllegalStateException e) {
            Quiet.LOGGER.debug(String.valueOf(e));
        }
    }

    @Override
    public void close() {
        chemistry = false;
        if (running != null) {
            try {
                running.draw.close();
                running.v8.close();
            } catch (JavetException e) {
                throw new IllegalStateException("V8 did not close", e);
            } finally {
                running = null;
            }
        }
    }
}
