package lectern.site.markup.tex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.caoccao.javet.interop.V8Runtime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import lectern.site.book.BookReader;
import lectern.site.book.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that throws, runs out of memory, hangs, or is closed under us: the page says so, and the next formula is drawn. */
class EngineFaultTest {
    /** Long enough for V8 to start on a busy machine; what hangs is given up after it. */
    private static final long PATIENCE_MILLIS = 5_000;

    @TempDir
    Path folder;

    private final AtomicInteger started = new AtomicInteger();
    /** Formulas that did their harm already: each does it once. */
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    /** V8, but for some formulas. */
    private final class Faulty implements Engine {
        private final V8Engine sound = new V8Engine();

        Faulty() {
            started.incrementAndGet();
        }

        @Override
        public String draw(Formula formula) {
            if (formula.tex().startsWith("fault") && done.add(formula.tex())) {
                switch (formula.tex()) {
                    case "fault_1" -> throw new IllegalStateException("it broke");
                    case "fault_2" -> throw new OutOfMemoryError("Java heap space");
                    case "fault_3" -> throw new StackOverflowError();
                    default -> {
                        while (done.contains(formula.tex())) { // it hears no interrupt either
                            LockSupport.parkNanos(10_000_000);
                            Thread.interrupted();
                        }
                    }
                }
            }
            return sound.draw(formula);
        }

        @Override
        public String outline(Formula formula) {
            return sound.outline(formula);
        }

        @Override
        public String spots(Formula formula) {
            return sound.spots(formula);
        }

        @Override
        public String colour(String code, String language) {
            if (done.add("colour")) {
                throw new IllegalStateException("it broke");
            }
            return sound.colour(code, language);
        }

        @Override
        public void close() {
            sound.close();
            throw new IllegalStateException("it does not even close");
        }
    }

    private static Formula formula(String tex) {
        return new Formula(tex, false, Setting.NONE);
    }

    @Test
    void anEngineThatFailsOrHangsCostsItsOwnFormulaAndOnlyOnce() {
        try (var tex = new Tex(folder, Faulty::new, PATIENCE_MILLIS)) {
            for (int fault = 1; fault <= 4; fault++) {
                int before = started.get();
                assertEquals(new Drawn.Bad(Tex.LOST, -1), tex.draw(formula("fault_" + fault)));
                assertInstanceOf(Drawn.Good.class, tex.draw(formula("x_" + fault)));
                assertInstanceOf(Drawn.Good.class, tex.draw(formula("fault_" + fault)), "it is tried again");
                assertEquals(before + 1, started.get());
            }
            assertEquals("", tex.colour("int x = 1;", "java"));
            assertTrue(tex.colour("int x = 1;", "java").contains("hljs-"), "what failed is not kept");
        } finally {
            done.clear(); // whoever hangs may go home
        }
    }

    @Test
    void thePageSaysSoAndTheNextSaveMendsIt() throws Exception {
        Files.writeString(folder.resolve("myst.yml"), "project: {title: T, toc: [{file: page.md}]}\n");
        Files.writeString(folder.resolve("page.md"), "# Page\n\nBefore $x$, then $fault_1$, after $y$.\n");
        try (var reader = new BookReader(folder, new Tex(folder, Faulty::new, PATIENCE_MILLIS), folder)) {
            var book = reader.open();
            assertEquals(1, book.problems().stream().filter(Problem::isError).count(), book.problems().toString());
            var problem = book.problems().getFirst();
            assertTrue(problem.message().contains(Tex.LOST) && problem.file().equals("page.md") && problem.line() == 3, problem.toString());
            reader.keep();
            assertFalse(Files.exists(folder.resolve("book.bin")), "a book that may be better another time is not kept");
            assertEquals(2, book.sections().getFirst().blocks().getFirst().html().toString().split("class=\"katex\"").length - 1, "the others are drawn");
            Files.writeString(folder.resolve("page.md"), "# Page\n\nBefore $x$, then $fault_1$, after $y$.\n\nSaved again.\n");
            var again = reader.read();
            assertTrue(again.problems().stream().noneMatch(Problem::isError), again.problems().toString());
            assertEquals(3, again.sections().getFirst().blocks().getFirst().html().toString().split("class=\"katex\"").length - 1);
        }
    }

    private static V8Runtime v8(V8Engine engine) throws ReflectiveOperationException {
        var field = V8Engine.class.getDeclaredField("running");
        field.setAccessible(true);
        var running = field.get(engine);
        var runtime = running.getClass().getDeclaredMethod("v8");
        runtime.setAccessible(true);
        return (V8Runtime) runtime.invoke(running);
    }

    @Test
    void aV8ThatIsClosedUnderUsIsStartedAnew() throws Exception {
        try (var engine = new V8Engine()) {
            String drawn = engine.draw(formula("x"));
            v8(engine).close();
            assertEquals(drawn, engine.draw(formula("x")));
            v8(engine).close(true);
            assertEquals(drawn, engine.draw(formula("x")));
        }
    }

    @Test
    void aScriptThatNeverEndsIsStopped() throws Exception {
        try (var engine = new V8Engine()) {
            String drawn = engine.draw(formula("x"));
            v8(engine).getExecutor("katex.renderToString = katex.__renderToHTMLTree = () => { for (;;); }; globalThis.lecternOutline = () => { for (;;); }").executeVoid();
            assertEquals(drawn, engine.draw(formula("x")), "by a V8 that was started anew");
            v8(engine).getExecutor("globalThis.lecternOutline = () => { for (;;); }").executeVoid();
            org.junit.jupiter.api.Assertions.assertThrows(IllegalStateException.class, () -> engine.outline(formula("x")));
            assertEquals(drawn, engine.draw(formula("x")));
        }
    }
}
