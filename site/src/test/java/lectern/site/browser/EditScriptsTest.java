package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.site.book.Book;
import lectern.site.book.BookReader;
import lectern.site.book.Section;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random edits of a small book, one after the other on the same server and in the same open page. After each script the book equals one that is read anew,
 * and the patched page one that is loaded afresh; what the reader typed, opened and focused in a block that nobody edited is as it was, and so is each widget,
 * answer and note that the server sends as before, whatever became of the block around it.
 * {@code -Dlectern.scripts=500} runs more of them, {@code -Dseed=} the same again.
 */
class EditScriptsTest extends BrowserTest {
    private static final int SCRIPTS = Integer.getInteger("lectern.scripts", 25);
    private static final List<String> WORDS = List.of("arm", "joint", "turns", "a", "vector", "of", "torques", "and", "its", "gradient", "slowly");
    private static final String KEPT = ":::{dropdown} Kept\nThis block is never edited.\n:::\n\n";
    private static final String BENCH = ":::{widget} two-link\n:label: arm\n\nA planar arm.\n:::\n\n";
    private static final String BENCH_IN_A_NOTE = "::::{dropdown} Bench\n" + BENCH.strip() + "\n::::\n\n";
    private static final String TASK = "::::{exercise} Twelve\n";

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private ServedBook preview;

    /** Blocks of each page, by its file; of the first page the block that is never edited comes first. */
    private final Map<String, List<String>> pages = new LinkedHashMap<>();
    private final List<String> labels = new ArrayList<>(List.of("eq-0"));
    private int names;
    private int macro;
    private int author;
    private int part;

    @AfterEach
    void close() throws IOException {
        preview.close();
    }

    @Test
    void thePatchedPageIsThePageLoadedAfresh() throws Exception {
        for (var file : List.of("c/a.md", "c/b.md", "d/c.md")) {
            pages.put(file, new ArrayList<>(List.of("$$ x = 1 $$ (" + label() + ")\n\n", "## Part\n\n", "Some words.\n\n")));
        }
        write();
        preview = ServedBook.preview(folder);
        Page page = open();
        for (int script = 0; script < SCRIPTS; script++) {
            for (int edit = random.nextInt(4); edit >= 0; edit--) {
                edit();
                if (random.nextInt(3) == 0) {
                    write(); // else it is saved together with the next
                }
            }
            write();
            String replay = "-Dseed=" + seed + " script " + script;
            try (var anew = new BookReader(folder, Path.of("target/test-cache"))) {
                var fresh = anew.read();
                assertEquals(List.of(), fresh.problems(), replay);
                await(fresh, () -> fresh.sections().equals(preview.library.snapshot().book().sections()) && preview.library.problems().isEmpty(), replay);
            }
            same(page, replay);
        }
        assertEquals(List.of(), complaints);
    }

    @Test
    void aTabCatchesUpWithASaveThatItMissedWhileTheServerWasAway() throws Exception {
        for (var file : List.of("c/a.md", "c/b.md", "d/c.md")) {
            pages.put(file, new ArrayList<>(List.of("$$ x = 1 $$ (" + label() + ")\n\n", "Some words.\n\n")));
        }
        write();
        preview = ServedBook.preview(folder);
        Page page = open();
        int port = preview.port();
        preview.close();
        for (int edit = 0; edit < 8; edit++) {
            edit();
        }
        write();
        preview = ServedBook.preview(folder, port);
        same(page, "-Dseed=" + seed);
        pages.get("c/a.md").add("Saved after the server was started anew.\n\n");
        write();
        page.getByText("Saved after the server was started anew.").waitFor();
        same(page, "-Dseed=" + seed);
    }

    /** A page in which nothing but the patching runs, so that what stands in it is what was sent. */
    private Page open() {
        Page page = page(900);
        page.route("**/app.js", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBody("")));
        page.navigate(preview.url("/c/a"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        page.evaluate("""
                () => {
                  const details = document.querySelector('main details');
                  details.open = true;
                  window.typed = document.createElement('input');
                  details.append(typed);
                  typed.value = 'typed';
                  typed.focus();
                  typed.setSelectionRange(2, 4);
                }""");
        return page;
    }

    private void same(Page page, String replay) {
        Object difference = page.evaluate("""
                async () => {
                  const plain = root => {
                    const copy = root.cloneNode(true);
                    copy.querySelectorAll('lectern-widget').forEach(widget => { widget.outerHTML = `<i id="${widget.id}"></i>`; });
                    copy.querySelectorAll('input').forEach(input => input.remove());
                    copy.querySelectorAll('details[open]').forEach(details => details.removeAttribute('open'));
                    copy.querySelectorAll('.fresh, .flawed').forEach(block => block.classList.remove('fresh', 'flawed'));
                    copy.querySelectorAll('[class=""]').forEach(block => block.removeAttribute('class'));
                    return copy.outerHTML.replace(/\\s+/g, ' ').replace(/> </g, '><');
                  };
                  const parts = page => [page.title, ...['.crumbs', '.spine', 'main'].map(name => plain(page.querySelector(name)))];
                  const hashes = page => [...page.querySelector('.sheet').innerHTML.matchAll(/<!--([0-9a-f]{16})-->/g)].map(match => match[1]).join();
                  let fresh;
                  for (const end = performance.now() + 20000; performance.now() < end;) {
                    fresh = new DOMParser().parseFromString(await (await fetch(location.pathname, {cache: 'no-cache'})).text(), 'text/html');
                    if (hashes(fresh) === hashes(document) && document.title === fresh.title) break;
                    await new Promise(requestAnimationFrame);
                  }
                  const [live, loaded] = [parts(document), parts(fresh)];
                  const at = live.findIndex((part, i) => part !== loaded[i]);
                  if (at >= 0) {
                    const from = [...live[at]].findIndex((letter, i) => letter !== loaded[at][i]) - 200;
                    return `patched:\\n${live[at].slice(from, from + 400)}\\nloaded afresh:\\n${loaded[at].slice(from, from + 400)}`;
                  }
                  const kept = typed.isConnected && typed.value === 'typed' && document.activeElement === typed && typed.selectionStart === 2 && typed.closest('details').open;
                  if (!kept) return 'the block that nobody edited lost its state';
                  // what stands once in both pages is the same node; all notes are open from here on
                  const states = page => [...page.querySelectorAll('main :is(lectern-widget, .answer, details:not(:has(lectern-widget))):not(lectern-widget *)')];
                  const are = states(document);
                  const now = states(fresh).map((sent, i) => ({sent: sent.outerHTML, node: are[i]}));
                  const only = (all, sent) => all.filter(one => one.sent === sent).length === 1;
                  const anew = now.filter(({sent, node}) => only(now, sent) && only(window.known ?? [], sent) && known.find(one => one.sent === sent).node !== node);
                  const closed = are.filter(node => node.wasOpened && !node.open);
                  window.known = now;
                  are.filter(node => node.localName === 'details').forEach(node => { node.open = node.wasOpened = true; });
                  return [...anew.map(one => 'made anew: ' + one.sent.slice(0, 200)), ...closed.map(node => 'closed: ' + node.outerHTML.slice(0, 200))].join();
                }""");
        assertEquals("", difference, replay + " " + complaints);
    }

    /** One thing that an author does to the book; what it names stays there, so that the book has no mistake when it is saved. */
    private void edit() {
        var files = List.copyOf(pages.keySet());
        var blocks = pages.get(files.get(random.nextInt(files.size())));
        switch (random.nextInt(15)) {
            case 0, 1, 2, 3 -> blocks.add(random.nextInt(blocks.size() + 1), block());
            case 4, 5 -> {
                int at = random.nextInt(blocks.size());
                // the widget and the exercise stay: what is gone and comes again is another
                boolean stays = blocks.get(at).contains(BENCH.strip()) || blocks.get(at).startsWith(TASK);
                if (!stays && random.nextBoolean()) {
                    blocks.set(at, block());
                } else if (!stays && blocks.size() > 2) {
                    blocks.remove(at);
                }
            }
            case 6 -> blocks.add(random.nextInt(blocks.size()), blocks.remove(random.nextInt(blocks.size())));
            case 7 -> { // a label is renamed wherever it is used
                String old = labels.get(random.nextInt(labels.size()));
                String fresh = label();
                pages.values().forEach(all -> all.replaceAll(text -> text.replace(old + ")", fresh + ")").replace(":label: " + old + "\n", ":label: " + fresh + "\n")));
                labels.remove(old);
            }
            case 8 -> macro++;
            case 9 -> author++;
            case 10 -> part++;
            case 11 -> { // a widget is put into a note, or taken out
                boolean inside = pages.get("c/a.md").contains(BENCH);
                only(block -> block.equals(BENCH) || block.equals(BENCH_IN_A_NOTE), inside ? BENCH_IN_A_NOTE : BENCH);
            }
            case 12, 13 -> // all of an exercise changes but its answer
                only(block -> block.startsWith(TASK), TASK + ":label: ex\n\n" + words() + " $n_{" + random.nextInt(9) + "}$.\n\n:::{answer} number\n:value: 12\n:tolerance: 0\n:::\n::::\n\n");
            default -> {
                String file = "d/n" + random.nextInt(3) + ".md";
                if (pages.remove(file) == null) {
                    pages.put(file, new ArrayList<>(List.of(block(), block())));
                }
            }
        }
    }

    /** Puts a block in the place of the one like it on the first page, or anywhere. */
    private void only(Predicate<String> like, String block) {
        var blocks = pages.get("c/a.md");
        int at = IntStream.range(0, blocks.size()).filter(i -> like.test(blocks.get(i))).findFirst().orElse(-1);
        if (at >= 0) {
            blocks.set(at, block);
        } else {
            blocks.add(random.nextInt(blocks.size() + 1), block);
        }
    }

    private String label() {
        String label = "eq-" + names++;
        if (!labels.contains(label)) {
            labels.add(label);
        }
        return label;
    }

    private String words() {
        return random.ints(3 + random.nextInt(8), 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    }

    private String block() {
        Function<String, String> to = before -> before + " [](#" + labels.get(random.nextInt(labels.size())) + ")";
        return switch (random.nextInt(11)) {
            case 0 -> "$$ " + (char) ('a' + random.nextInt(20)) + " + \\m $$ (" + label() + ")\n\n";
            case 1 -> "## " + words() + " $x_{" + random.nextInt(9) + "}$\n\n";
            case 2 -> "- " + words() + "\n- " + to.apply(words()) + "\n\n";
            case 3 -> ":::{prf:theorem} " + words() + "\n:label: " + label() + "\n" + to.apply(words()) + "\n:::\n\n";
            case 4 -> ":::{dropdown} " + words() + "\n" + to.apply(words()) + "\n:::\n\n";
            case 5 -> "```{include} ../part.txt\n```\n\n";
            case 6 -> words() + " @k.\n\n";
            case 7 -> "| a | b |\n|---|---|\n| " + words() + " | $\\m$ |\n\n";
            case 8 -> ":::{aside} " + words() + "\n" + words() + "\n:::\n\n";
            default -> to.apply(words()) + " $y_{" + random.nextInt(5) + "}$ and" + to.apply("") + ".\n\n";
        };
    }

    /** Saves what differs from what is on disk, the contents last. */
    private void write() throws IOException {
        var used = String.join("", pages.values().stream().flatMap(List::stream).toList());
        var texts = new LinkedHashMap<String, String>();
        texts.put("part.txt", "Included text, edition " + part + ".\n");
        texts.put("r.bib", "@book{k, author={Ada Byron" + author + "}, title={Notes}, year={1843}}\n");
        pages.forEach((file, blocks) -> {
            String own = (file.equals("c/a.md") ? KEPT : "") + String.join("", blocks);
            // whatever is named is there: a label that lost its block stands for the last paragraph
            String lost = labels.stream().filter(label -> file.equals("d/c.md") && !used.contains("(" + label + ")\n") && !used.contains(":label: " + label + "\n"))
                    .map(label -> "(" + label + ")=\n## Lost " + label + "\n\n").collect(Collectors.joining());
            texts.put(file, "# Page " + file.charAt(2) + " " + blocks.size() / 4 + "\n\n" + own + lost + (file.equals("c/b.md") ? "Always @k.\n" : "The end.\n"));
        });
        texts.put("myst.yml", "project: {title: T, bibliography: [r.bib], math: {'\\m': 'm_" + macro + "'}, toc: [" + List.of("c", "d").stream().map(chapter -> "{title: " + chapter + ", children: ["
                + pages.keySet().stream().filter(f -> f.startsWith(chapter)).map(f -> "{file: " + f + "}").collect(Collectors.joining(", ")) + "]}").collect(Collectors.joining(", "))
                + "]}\nlectern: {numbers: {c: 1, d: 2}, rules: {undefined-symbol: off, heading-jump: off}}\n");
        for (var text : texts.entrySet()) {
            Path path = folder.resolve(text.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(text.getValue())) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text.getValue());
            }
        }
        for (int n = 0; n < 3; n++) {
            if (!pages.containsKey("d/n" + n + ".md")) {
                Files.deleteIfExists(folder.resolve("d/n" + n + ".md"));
            }
        }
    }

    /** What is served and what is on disk, of the first page that is another. */
    private static String differing(Book served, Book fresh) {
        if (served.sections().size() != fresh.sections().size()) {
            return served.sections().stream().map(Section::path).toList() + " instead of " + fresh.sections().stream().map(Section::path).toList();
        }
        return IntStream.range(0, fresh.sections().size()).filter(i -> !served.sections().get(i).equals(fresh.sections().get(i)))
                .mapToObj(i -> served.sections().get(i) + "\n\ninstead of\n\n" + fresh.sections().get(i)).findFirst().orElse("");
    }

    private interface Condition {
        boolean holds();
    }

    /** Waits for the server, asking it again after every reading. */
    private void await(Book fresh, Condition condition, String replay) throws InterruptedException {
        var read = new java.util.concurrent.LinkedBlockingQueue<lectern.site.library.Change>();
        preview.library.listen(read::add);
        while (!condition.holds()) {
            if (read.poll(60, java.util.concurrent.TimeUnit.SECONDS) == null) {
                throw new AssertionError(replay + ": the book was not read again as it is; " + preview.library.problems() + " " + differing(preview.library.snapshot().book(), fresh));
            }
        }
    }
}
