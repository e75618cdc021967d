package lectern.site.markup.tex;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.reference.V8ValueFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** KaTeX and highlight.js in one V8. A formula that takes longer than {@value #MILLISECONDS} ms is given up. */
final class V8Engine implements Engine {
    static final int MILLISECONDS = 300;
    static final String KATEX = "/META-INF/resources/webjars/katex/0.18.11/dist/katex.min.js";
    private static final String HIGHLIGHT = "/META-INF/resources/webjars/highlightjs/11.11.1/highlight.min.js";
    private static final String OURS = "katex.js";

    private @Nullable V8Runtime v8;
    private @Nullable V8ValueFunction draw;
    private @Nullable V8ValueFunction colour;

    @Override
    public Drawn draw(Formula formula) {
        try {
            start();
            try (var _ = v8.getGuard(MILLISECONDS)) {
                return read(draw.callString(null, formula.tex(), formula.display(), formula.setting().json()));
            }
        } catch (JavetException e) {
            close();
            return new Drawn.Bad("it takes too long to draw; a macro may call itself", -1);
        }
    }

    private static Drawn read(String answer) {
        if (answer.startsWith("<")) {
            return new Drawn.Good(answer);
        }
        int colon = answer.indexOf(':');
        return new Drawn.Bad(answer.substring(colon + 1), Integer.parseInt(answer.substring(0, colon)));
    }

    @Override
    public String colour(String code, String language) {
        try {
            start();
            if (colour == null) {
                v8.getExecutor(resource(HIGHLIGHT)).executeVoid();
                colour = v8.getExecutor("(code, language) => hljs.getLanguage(language) ? hljs.highlight(code, {language, ignoreIllegals: true}).value : ''").execute();
            }
            try (var _ = v8.getGuard(10 * MILLISECONDS)) {
                return colour.callString(null, code, language);
            }
        } catch (JavetException e) {
            close();
            return "";
        }
    }

    private void start() throws JavetException {
        if (v8 == null) {
            v8 = V8Host.getV8Instance().createV8Runtime();
            v8.getExecutor("globalThis.self = globalThis").executeVoid();
            v8.getExecutor(resource(KATEX)).executeVoid();
            draw = v8.getExecutor(resource(OURS)).execute();
        }
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

    @Override
    public void close() {
        try {
            for (var held : new @Nullable AutoCloseable[] {draw, colour, v8}) {
                if (held != null) {
                    held.close();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("V8 did not close", e);
        } finally {
            v8 = null;
            draw = null;
            colour = null;
        }
    }
}
