package lectern.site.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.widgets.Widgets;
import org.junit.jupiter.api.Test;

/**
 * What a frame of each widget costs the browser's main thread while a reader drags, with the processor slowed four times: the thread's own time, by
 * Chromium's trace, in the tasks that handle the event and draw. The bar is for the way from an event of the pointer or a key to the layout; the whole
 * frame, to its paint record and the commit, stands beside it. What the test itself asks of the page, and the threads that raster, are no part of it. What has no handle is dragged by its slider, and what has none either is typed into.
 * {@code -Dlectern.widget=two-link} measures one.
 */
class DragBenchmark extends BrowserTest {
    /** Milliseconds of a frame up to its layout, 95th percentile. */
    static final double FRAME_BAR = 8;
    /** Milliseconds of the longest task. */
    static final double TASK_BAR = 50;

    private static final int SLOWER = 4;
    private static final int WARM_UP = 10;
    /** Moves measured, unless told otherwise. */
    private static final int MOVES = 160;
    /** A key is let go after its letter was drawn, as fingers do it: pressing and releasing are two events. */
    private static final double KEY_DOWN = 60;
    /** Work that a frame consists of, as the trace names it. */
    private static final Map<String, String> PARTS = Map.of("EventDispatch", "script", "FireAnimationFrame", "script", "UpdateLayoutTree", "style",
        "Layout", "layout", "PrePaint", "paint", "Paint", "paint", "Layerize", "paint", "Commit", "paint");
    private static final Pattern INPUT = Pattern.compile("pointer.*|mouse.*|key.*|input");

    /**
     * What a widget's drag cost, in milliseconds.
     *
     * @param laidOut 95th percentile of the frames without prepaint, paint, layers and commit; {@code p95} with them
     */
    record Cost(String id, double laidOut, double p50, double p95, double longest, int frames, Map<String, Double> parts) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-14s to layout p95 %5.1f  whole frame p50 %5.1f  p95 %5.1f  longest task %5.1f ms  (%d frames; p95 of %s)", id, laidOut, p50, p95, longest, frames,
                parts.entrySet().stream().map(part -> String.format(Locale.ROOT, "%s %.1f", part.getKey(), part.getValue())).collect(Collectors.joining(", ")));
        }
    }

    /**
     * An entry of the trace.
     *
     * @param work of the thread itself, in which the slowing counts but not what else the machine does
     */
    private record Span(String name, boolean input, double start, double length, double work) {
        double end() {
            return start + length;
        }
    }

    /** A task of the main thread with what was done in it, by part, each without what is nested in it. */
    private record Task(double work, boolean input, boolean drawn, Map<String, Double> parts) {
        static Task of(Span task, List<Span> inside) {
            var parts = new TreeMap<String, Double>();
            var open = new ArrayDeque<Span>();
            for (Span span : inside) {
                while (!open.isEmpty() && open.peek().end() <= span.start()) {
                    open.pop();
                }
                if (!open.isEmpty()) {
                    parts.merge(PARTS.get(open.peek().name()), -span.work(), Double::sum);
                }
                parts.merge(PARTS.get(span.name()), span.work(), Double::sum);
                open.push(span);
            }
            return new Task(task.work(), inside.stream().anyMatch(Span::input), inside.stream().anyMatch(span -> span.name().equals("FireAnimationFrame")), parts);
        }
    }

    @Test
    void draggingKeepsTheFrame() {
        var over = measureAll(MOVES).stream().filter(cost -> cost.laidOut() > FRAME_BAR || cost.longest() > TASK_BAR).toList();
        if (!over.isEmpty()) {
            throw new AssertionError("over the bar of " + FRAME_BAR + " ms a frame and " + TASK_BAR + " ms a task: " + over);
        }
    }

    /** Every widget's cost, printed. */
    List<Cost> measureAll(int moves) {
        String only = System.getProperty("lectern.widget", "");
        var costs = Widgets.ids().stream().filter(id -> only.isEmpty() || only.equals(id)).map(id -> measure(id, moves)).toList();
        costs.forEach(System.out::println);
        System.out.printf(Locale.ROOT, "(bars: to layout p95 %.0f ms, longest task %.0f ms, processor slowed %d times)%n", FRAME_BAR, TASK_BAR, SLOWER);
        return costs;
    }

    Cost measure(String id, int moves) {
        Page page = page(1280);
        page.addInitScript("localStorage.setItem('lectern.guess." + id + "', 'skip')");
        page.navigate(book.url("/widgets/" + id));
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("document.querySelector('lectern-widget').alive && !document.querySelector('lectern-widget fieldset[disabled]')")));
        page.evaluate("document.fonts.ready");
        page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", json("rate", SLOWER));
        Predicate<Integer> reader = reader(page);
        for (int i = 0; i < WARM_UP; i++) {
            reader.test(i);
        }
        browser().startTracing(page, new Browser.StartTracingOptions().setCategories(List.of("devtools.timeline", "disabled-by-default-devtools.timeline")));
        for (int i = WARM_UP; i < WARM_UP + moves; i++) {
            reader.test(i);
        }
        String trace = new String(browser().stopTracing(), StandardCharsets.UTF_8);
        page.close();
        return cost(id, trace);
    }

    /** Makes the move of a number; the pointer is held down from here on. */
    private static Predicate<Integer> reader(Page page) {
        Locator grips = page.locator("lectern-widget [data-grip][tabindex]");
        Locator sliders = page.locator("lectern-widget input[type=range]:visible");
        if (grips.count() == 0 && sliders.count() == 0) {
            page.locator("lectern-widget [data-fill]").first().focus();
            String formula = "-l1*sin(q1)-l2*sin(q1+q2)";
            return i -> {
                page.keyboard().press(i % 50 < 25 ? formula.charAt(i % 25) + "" : "Backspace", new Keyboard.PressOptions().setDelay(KEY_DOWN));
                return true;
            };
        }
        boolean slider = grips.count() == 0;
        BoundingBox box = (slider ? sliders.first() : grips.last()).boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        double reach = slider ? box.width / 3 : 60;
        return i -> {
            page.mouse().move(x + reach * Math.sin(i * 0.15), slider ? y : y - 40 + 40 * Math.cos(i * 0.11));
            return true;
        };
    }

    private static JsonObject json(String name, Number value) {
        var object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static Cost cost(String id, String trace) {
        var threads = new TreeMap<String, List<Span>>();
        for (var element : JsonParser.parseString(trace).getAsJsonObject().getAsJsonArray("traceEvents")) {
            var event = element.getAsJsonObject();
            String name = event.get("name").getAsString();
            if (event.has("dur") && (name.equals("RunTask") || PARTS.containsKey(name))) {
                boolean input = name.equals("EventDispatch") && INPUT.matcher(event.getAsJsonObject("args").getAsJsonObject("data").get("type").getAsString()).matches();
                threads.computeIfAbsent(event.get("pid") + " " + event.get("tid"), thread -> new ArrayList<>()).add(new Span(name, input,
                    event.get("ts").getAsDouble() / 1000, event.get("dur").getAsDouble() / 1000, event.get(event.has("tdur") ? "tdur" : "dur").getAsDouble() / 1000));
            }
        }
        var main = threads.values().stream().max(Comparator.comparingLong(spans -> spans.stream().filter(span -> span.name().equals("FireAnimationFrame")).count()));
        return cost(id, tasks(main.orElseThrow()));
    }

    /** The tasks of a thread in which the page handles an event or draws. */
    private static List<Task> tasks(List<Span> spans) {
        spans.sort(Comparator.comparingDouble(Span::start).thenComparing(Span::length, Comparator.reverseOrder()));
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < spans.size(); i++) {
            Span task = spans.get(i);
            if (task.name().equals("RunTask")) {
                var inside = spans.subList(i + 1, spans.size()).stream().takeWhile(span -> span.start() < task.end()).filter(span -> !span.name().equals("RunTask")).toList();
                if (!inside.isEmpty()) {
                    tasks.add(Task.of(task, inside));
                }
            }
        }
        return tasks;
    }

    /** A frame begins with the first event since the last one was drawn and ends with the task that draws; an event that draws nothing is one of its own. */
    private static Cost cost(String id, List<Task> tasks) {
        var frames = new ArrayList<Double>();
        var laidOut = new ArrayList<Double>();
        var parts = new TreeMap<String, List<Double>>();
        var sums = new TreeMap<String, Double>();
        double work = 0;
        double longest = 0;
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            longest = Math.max(longest, task.work());
            work += task.work();
            task.parts().forEach((part, sum) -> sums.merge(part, sum, Double::sum));
            if (task.drawn() || i + 1 < tasks.size() && task.input() && tasks.get(i + 1).input() && !tasks.get(i + 1).drawn()) {
                frames.add(work);
                laidOut.add(work - sums.getOrDefault("paint", 0.0));
                sums.forEach((part, sum) -> parts.computeIfAbsent(part, p -> new ArrayList<>()).add(sum));
                sums.clear();
                work = 0;
            }
        }
        var shares = new TreeMap<String, Double>();
        parts.forEach((part, all) -> shares.put(part, quantile(all, 0.95)));
        return new Cost(id, quantile(laidOut, 0.95), quantile(frames, 0.5), quantile(frames, 0.95), longest, frames.size(), shares);
    }

    private static double quantile(List<Double> values, double part) {
        return values.stream().sorted().toList().get((int) Math.ceil(values.size() * part) - 1);
    }
}
