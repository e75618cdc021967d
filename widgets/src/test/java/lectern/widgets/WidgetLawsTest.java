package lectern.widgets;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.widgets.draw.Element;
import lectern.widgets.draw.Markup;
import lectern.widgets.draw.Node;
import lectern.widgets.draw.Text;
import lectern.widgets.widget.Event;
import lectern.widgets.widget.Fields;
import lectern.widgets.widget.History;
import lectern.widgets.widget.Panel;
import lectern.widgets.widget.Place;
import lectern.widgets.widget.Preset;
import lectern.widgets.widget.Quantity;
import lectern.widgets.widget.Sheet;
import lectern.widgets.widget.Widget;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every widget of the catalogue. */
@Execution(ExecutionMode.CONCURRENT)
class WidgetLawsTest {
    private static final Pattern NOT_A_NUMBER = Pattern.compile("NaN|Infinity|\\binf\\b|\\bnan\\b|null|undefined");

    static List<Widget<?>> widgets() {
        return sheets().stream().<Widget<?>>map(Sheet::widget).toList();
    }

    static List<Sheet<?>> sheets() {
        return Widgets.sheets();
    }

    @ParameterizedTest
    @MethodSource("widgets")
    void theBrowserFindsEveryWidgetOfTheServer(Widget<?> widget) {
        assertNotNull(getClass().getResource("/public/" + widget.id() + ".js"), "browser/Catalogue has no function for " + widget.id());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    <S> void theSheetHasASlotForEveryLiveTextAndASymbolForEveryQuantity(Sheet<S> sheet) {
        S state = sheet.widget().read(new Fields(""));
        String panel = Markup.write(panel(sheet, state));
        assertEquals(sheet.widget().live(state).length, panel.split("data-v=", -1).length - 1);
        assertEquals(sheet.widget().quantities(state).length, sheet.symbols().length);
    }

    @ParameterizedTest
    @MethodSource("widgets")
    <S> void readingWhatWasWrittenGivesTheSameText(Widget<S> widget) {
        Random random = Seeded.random("write, read, write of " + widget.id());
        S state = widget.read(new Fields(""));
        for (int i = 0; i < 2_000; i++) {
            state = widget.update(state, event(widget, state, random));
            String text = widget.write(state);
            assertEquals(text, widget.write(widget.read(new Fields(text))));
            assertTrue(text.startsWith("v=1"), text);
            assertTrue(mistakes(widget, text).isEmpty(), text + " " + mistakes(widget, text));
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    <S> void noEventLeadsToAPictureWithoutNumbers(Sheet<S> sheet) {
        Widget<S> widget = sheet.widget();
        Random random = Seeded.random("pictures of " + widget.id());
        S state = widget.read(new Fields(""));
        for (int i = 0; i < 2_000; i++) {
            state = widget.update(state, event(widget, state, random));
            if (i % 10 == 0) {
                assertDrawable(sheet, state);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    <S> void everyPresetReadsWithoutMistakeAndDraws(Sheet<S> sheet) {
        Widget<S> widget = sheet.widget();
        assertTrue(sheet.presets().length >= 3);
        for (Preset preset : sheet.presets()) {
            assertEquals(List.of(), mistakes(widget, preset.state()), preset.name());
            assertDrawable(sheet, widget.read(new Fields(preset.state())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=NaN", "q=1e308,1e308", "q=Infinity,-Infinity", "q=", "q=1", "q=1,2,3", "q=,", "&&&=&=", "?", "%", "q=%zz,%", "l=0,0", "l=-1,1e9",
        "xdot=1e-320,5e-324", "lambda=0", "solver=", "lap=1e9", "lap=-7&seed=0.5", "v=2", "v=1&v=1", "a=((((", "a=%00&b=\u0000", "seed=NaN", "c=1/0&d=log(-1)",
        "q1=0.3", "act=cosine&w=1e99&n=0.5", "bits=fp16&scale=30&act=relu&w=6&n=40&join=residual&clip=0.001", "w=0&act=none&at=40&n=2", "f=kink&w=0,0&d=0,9&g=1e9,NaN", "norm=sum&d=0.01,0&f=saddle&w=0,0&g=0,0", "f=log(x&n=1e99&step=-3",
        "mode=full&f=1%2B2", "f=sqrt(x)&at=0,0,0,0", "=3", "q=0.3,0.001#x", "a=<script>alert(1)</script>&b=\"onload=\""})
    void unreadableStatesBecomeDrawableOnes(String text) {
        for (Sheet<?> sheet : sheets()) {
            assertDrawableText(sheet, text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=9", "a", "&", "q=1&", "(", "%41"})
    void endlessStatesAreReadQuickly(String part) {
        for (Sheet<?> sheet : sheets()) {
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertDrawableText(sheet, part.repeat(100_000)));
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertDrawableText(sheet, "a=" + part.repeat(3_000 / part.length())));
        }
    }

    @ParameterizedTest
    @MethodSource("widgets")
    <S> void aMistakeInAStateIsSaidInWords(Widget<S> widget) {
        assertEquals(1, mistakes(widget, "nonsense=1").size());
        assertNotEquals(List.of(), mistakes(widget, "seed=many"));
        assertNotEquals(List.of(), mistakes(widget, "x".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    <S> void theMarkupHasNoTextThatAParserWouldMergeOrDrop(Sheet<S> sheet) {
        for (Preset preset : sheet.presets()) {
            assertParsesAsItself(panel(sheet, sheet.widget().read(new Fields(preset.state()))));
        }
    }

    @ParameterizedTest
    @MethodSource("widgets")
    <S> void undoAndRedoWalkTheSameStates(Widget<S> widget) {
        Random random = Seeded.random("history of " + widget.id());
        History<S> history = History.of(widget.read(new Fields("")));
        S first = history.now();
        for (int i = 0; i < 50; i++) {
            history = history.move(widget.update(history.now(), event(widget, history.now(), random)));
            history = history.move(widget.update(history.now(), event(widget, history.now(), random))).settle();
        }
        S last = history.now();
        for (int i = 0; i < 60; i++) {
            history = history.undo();
        }
        assertEquals(widget.write(first), widget.write(history.now()));
        for (int i = 0; i < 60; i++) {
            history = history.redo();
        }
        assertEquals(widget.write(last), widget.write(history.now()));
        assertEquals(last, history.move(first).cancel().now());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    <S> void keysOfAStateHaveAtMostEightLetters(Sheet<S> sheet) {
        Widget<S> widget = sheet.widget();
        for (Preset preset : sheet.presets()) {
            for (String pair : widget.write(widget.read(new Fields(preset.state()))).split("&")) {
                assertTrue(pair.matches("[a-z0-9]{1,8}=[^ ]*"), pair);
            }
        }
    }

    private static List<String> mistakes(Widget<?> widget, String text) {
        return Widgets.mistakes(widget.id(), text);
    }

    private static <S> void assertDrawableText(Sheet<S> sheet, String text) {
        assertDrawable(sheet, sheet.widget().read(new Fields(text)));
        Widgets.mistakes(sheet.widget().id(), text);
    }

    private static <S> void assertDrawable(Sheet<S> sheet, S state) {
        Widget<S> widget = sheet.widget();
        String markup = Markup.write(panel(sheet, state));
        var bad = NOT_A_NUMBER.matcher(markup);
        assertFalse(bad.find(), () -> widget.write(state) + " draws " + markup.substring(Math.max(0, bad.start() - 80), bad.end()));
        assertAll(
            () -> assertFalse(widget.describe(state).isEmpty()),
            () -> {
                for (Quantity quantity : widget.quantities(state)) {
                    assertFalse(quantity.text().isEmpty(), quantity.name());
                }
            });
    }

    private static <S> Element panel(Sheet<S> sheet, S state) {
        return new Panel<>(sheet, new Place("w", "", "", "", true, true)).view(state, "");
    }

    private static void assertParsesAsItself(Element element) {
        Node before = element;
        for (Node child : element.children()) {
            assertFalse(child instanceof Text && before instanceof Text, element.name());
            assertFalse(child instanceof Text text && text.text().isEmpty(), element.name());
            if (child instanceof Element inside) {
                assertParsesAsItself(inside);
            }
            before = child;
        }
    }

    /** Any event that the shell could send, and some that it could not. */
    private static <S> Event event(Widget<S> widget, S state, Random random) {
        Parts parts = Parts.of(widget);
        String grip = pick(parts.grips(), random);
        Quantity[] quantities = widget.quantities(state);
        Quantity quantity = quantities[random.nextInt(quantities.length)];
        return switch (random.nextInt(8)) {
            case 0 -> new Event.Drag(grip, random.nextDouble() * 600 - 40, random.nextDouble() * 500 - 40);
            case 1 -> new Event.Step(grip, random.nextInt(-10, 11) / 10.0, random.nextInt(-10, 11));
            case 2 -> new Event.Limit(grip, random.nextBoolean());
            case 3 -> new Event.Pass(random.nextDouble() / 10);
            case 4 -> {
                String[] choice = pick(parts.options(), random).split(" ", 2);
                yield new Event.Choose(choice[0], choice[1]);
            }
            case 5 -> new Event.Fill(pick(parts.fields(), random),
                List.of("", "q1", "-l2*sin(q1+q2)", "((", "1/0", "−l₂·sin(q₁)", "l1 & q% +2", "x*x+w", "log(x)-1/b", "sqrt(x)^b").get(random.nextInt(10)));
            case 6 -> new Event.Press(pick(parts.buttons(), random));
            default -> new Event.Put(quantity.name(), switch (random.nextInt(6)) {
                case 0 -> quantity.low();
                case 1 -> quantity.high();
                case 2 -> Double.NaN;
                case 3 -> 1e308;
                case 4 -> 0;
                default -> quantity.low() + random.nextDouble() * (quantity.high() - quantity.low());
            });
        };
    }

    private static String pick(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    /** What can be grasped, picked, filled and pressed in a widget's panel; each list ends with a name that no widget knows. */
    private record Parts(List<String> grips, List<String> options, List<String> fields, List<String> buttons) {
        private static final Map<String, Parts> KNOWN = new HashMap<>();

        static Parts of(Widget<?> widget) {
            return KNOWN.computeIfAbsent(widget.id(), id -> {
                String panel = Widgets.panel(id, new Widgets.Placement("w", "", "", "", "", List.of()));
                return new Parts(all(panel, "data-grip=\"([^\"]+)\""), all(panel, "value=\"([^\"]+)\" data-choose=\"([^\"]+)\""),
                    all(panel, "data-fill=\"([^\"]+)\""), all(panel, "data-do=\"press ([^\"]+)\""));
            });
        }

        private static List<String> all(String panel, String pattern) {
            return Stream.concat(Pattern.compile(pattern).matcher(panel).results()
                .map(found -> found.groupCount() == 1 ? found.group(1) : found.group(2) + " " + found.group(1)), Stream.of("nothing none")).toList();
        }
    }
}
