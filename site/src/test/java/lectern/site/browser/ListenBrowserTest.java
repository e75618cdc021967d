package lectern.site.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lectern.site.book.BookReader;
import lectern.site.narration.Shelf;
import lectern.site.narration.Sound;
import lectern.site.narration.Studio;
import lectern.site.narration.speech.Script;
import lectern.site.narration.speech.ScriptWriter;
import lectern.site.narration.speech.Speakers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that was read aloud by the small voice, in a real browser. */
class ListenBrowserTest extends BrowserTest {
    private static final String PAGE = """
            # The arm

            Two links move a hand. Its speed is $\\dot x = J(q)\\,\\dot q$, for *small* steps only.

            $$
            \\dot q = J^{-1} \\dot x .
            $$

            ## Then

            - One more item, see [the top](#then).
            - Is this the last?
            """;

    /** Milliseconds of sound between the light and the voice, times ten for a loaded machine. */
    private static final double LATE = 50 * 10;

    @TempDir
    static Path folder;

    private static ServedBook read;
    private static Script script;
    private static Sound sound;

    @BeforeAll
    static void readAloud() throws Exception {
        Path content = Files.createDirectories(folder.resolve("book"));
        Files.writeString(content.resolve("myst.yml"), "project: {title: T, toc: [{file: arm.md}, {file: bench.md}, {file: mute.md}]}\n");
        Files.writeString(content.resolve("arm.md"), PAGE);
        Files.writeString(content.resolve("bench.md"), "# Bench\n\nLet it {state}`lie straight <arm?q=0.3,0>` and look.\n\nThen look again.\n\n:::{widget} two-link\n:label: arm\n\nA planar arm.\n:::\n");
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Files.writeString(content.resolve("mute.md"), "# No sound yet\n\nNothing was read here.\n");
        try (var reader = new BookReader(content, cache); var studio = Studio.freetts(cache)) {
            var book = reader.read();
            script = ScriptWriter.write(book, book.sections().getFirst(), new Speakers(reader::drawn));
            var bench = book.sections().get(1);
            new Shelf(cache).make(book, bench, ScriptWriter.write(book, bench, new Speakers(reader::drawn)), studio, 1, (done, all) -> {});
            sound = new Shelf(cache).make(book, book.sections().getFirst(), script, studio, 1, (done, all) -> {});
        }
        read = ServedBook.serve(content, cache);
    }

    @AfterAll
    static void close() throws Exception {
        read.close();
    }

    private static HttpResponse<byte[]> get(String path, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(read.url(path)));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void soundIsSentInRangesAndNeverTwice() throws Exception {
        byte[] file = Files.readAllBytes(sound.mp3());
        var whole = get("/narration/arm.mp3", Map.of());
        assertEquals(200, whole.statusCode());
        assertTrue(whole.headers().firstValue("Content-Type").orElse("").startsWith("audio/mpeg"));
        assertEquals(file.length, whole.body().length);
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, get("/narration/arm.mp3", Map.of("If-None-Match", tag)).statusCode());
        var part = get("/narration/arm.mp3", Map.of("Range", "bytes=288-575"));
        assertEquals(206, part.statusCode());
        assertEquals("bytes 288-575/" + file.length, part.headers().firstValue("Content-Range").orElse(""));
        assertEquals(List.of(file[288], file[575]), List.of(part.body()[0], part.body()[287]));
        assertEquals(100, get("/narration/arm.mp3", Map.of("Range", "bytes=-100")).body().length);
        assertEquals(416, get("/narration/arm.mp3", Map.of("Range", "bytes=" + file.length + "-")).statusCode());
        assertEquals(200, get("/narration/arm.mp3", Map.of("Range", "bytes=0-9", "If-Range", "\"another\"")).statusCode());
        assertEquals(404, get("/narration/mute.mp3", Map.of()).statusCode());
        assertEquals(404, get("/narration/nowhere.json", Map.of()).statusCode());
    }

    @Test
    void withoutScriptsThePageHasAPlainPlayer() {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(read.url("/arm"));
        assertEquals("/narration/arm.mp3", page.locator("audio[controls]").getAttribute("src"));
        page.navigate(read.url("/mute"));
        assertEquals(0, page.locator("audio").count());
    }

    private Page opened(String path) {
        Page page = page(1280);
        page.navigate(read.url(path));
        page.locator(".listen .play").waitFor();
        return page;
    }

    private static String lit(Page page, String kind) {
        return (String) page.evaluate("kind => [...CSS.highlights.get('voice-' + kind) ?? []].map(range => range.toString().trim()).join('')", kind);
    }

    private static Locator note(Page page) {
        return page.locator(".listen .note");
    }

    @Test
    void wordsAreLitWhenTheyAreHeardAtEverySpeed() throws Exception {
        Page page = opened("/arm");
        page.waitForCondition(() -> note(page).textContent().equals("AI-narrated by FreeTTS"));
        assertTrue(page.locator(".listen .num").textContent().matches("0:\\d\\d"), "the duration is told before it plays");
        // each change of the light: the place of the sound when the word was lit, and when the picture with it was due
        page.evaluate("""
                () => {
                  const audio = document.querySelector('.listen audio');
                  globalThis.changes = [];
                  let before;
                  const look = () => {
                    const word = [...CSS.highlights.get('voice-word') ?? []][0];
                    const last = changes.at(-1);
                    if (last && !last.seen) last.seen = audio.currentTime;
                    if (word && word !== before && !audio.paused) changes.push({text: word.toString(), speed: audio.playbackRate, lit: audio.currentTime});
                    before = word;
                    setTimeout(() => requestAnimationFrame(look)); // in each frame after the player
                  };
                  look();
                }""");
        page.locator(".listen .play").click();
        page.waitForCondition(() -> (boolean) page.evaluate("changes.length > 0"));
        assertEquals("The", page.evaluate("changes[0].text"));
        for (double speed : new double[] {0.75, 1, 2}) {
            page.evaluate("speed => { const audio = document.querySelector('.listen audio'); audio.playbackRate = speed; audio.currentTime = 1; changes.length = 0; }", speed);
            page.waitForCondition(() -> (boolean) page.evaluate("speed => changes.filter(one => one.speed === speed).length > 12", speed));
            // milliseconds of sound between the beginning of the word, out of the cues, and the light; the first word after the jump was lit in its middle
            var late = (List<?>) page.evaluate("""
                    async speed => {
                      const vtt = await (await fetch('/narration/arm.vtt')).text();
                      const seconds = text => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
                      const words = [...vtt.matchAll(/^\\d+\\.\\d+ \\S+\\n(\\S+) --> (\\S+)\\n(.*)$/gm)].map(([, from, , said]) => ({from: seconds(from), said: said.toLowerCase()}));
                      const of = ({text, lit, seen}) => words.filter(({said}) => said === text.toLowerCase()).map(({from}) => [lit - from, seen - from].map(Math.abs)).sort(([a], [b]) => a - b)[0];
                      const all = changes.filter(one => one.speed === speed && one.seen).slice(1).map(of).filter(one => one);
                      return [0, 1].map(which => all.map(one => 1000 * one[which]).sort((a, b) => a - b));
                    }""", speed);
            var lit = millis(late.get(0));
            var seen = millis(late.get(1));
            System.out.printf("at %s ×: %d words lit %.0f ms (median) and %.0f ms (most) from where they begin in the sound; a frame later %.0f and %.0f%n",
                    speed, lit.size(), lit.get(lit.size() / 2), lit.getLast(), seen.get(seen.size() / 2), seen.getLast());
            assertTrue(lit.size() > 5 && seen.getLast() < LATE, "milliseconds: " + seen);
        }
        assertEquals(List.of(), complaints);
    }

    private static List<Double> millis(Object numbers) {
        return ((List<?>) numbers).stream().map(ListenBrowserTest::number).toList();
    }

    @Test
    void everySentenceIsFoundOnThePageByTheKeyboardAlone() throws Exception {
        Page page = opened("/arm");
        page.locator(".listen .play").focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !lit(page, "sentence").isEmpty());
        page.evaluate("document.querySelector('.listen audio').playbackRate = 0.25");
        page.evaluate("document.querySelector('.listen audio').currentTime = 0");
        page.waitForCondition(() -> lit(page, "sentence").equals("The arm"));
        for (var begin : List.of("Two links move a hand", "Its speed is", "q˙", "Then", "One more item, see the top", "Is this the last")) {
            String before = lit(page, "sentence");
            page.keyboard().press("ArrowRight");
            page.waitForCondition(() -> !lit(page, "sentence").equals(before));
            assertTrue(lit(page, "sentence").startsWith(begin), lit(page, "sentence"));
        }
        page.keyboard().press("ArrowLeft");
        page.waitForCondition(() -> lit(page, "sentence").startsWith("One more"));
        page.keyboard().press(">");
        assertEquals(1.25, ((Number) page.evaluate("document.querySelector('.listen audio').playbackRate")).doubleValue());
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("Space");
        page.waitForCondition(() -> (boolean) page.evaluate("document.querySelector('.listen audio').paused"));
        assertEquals(List.of(), violations(page));
        page.keyboard().press("Escape");
        assertEquals("", lit(page, "sentence"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void aClickOnASentenceIsHeardFromThere() {
        Page page = opened("/arm");
        page.locator(".listen .play").click();
        page.waitForCondition(() -> !lit(page, "sentence").isEmpty());
        page.locator("main em").click();
        page.waitForCondition(() -> lit(page, "sentence").startsWith("Its speed is"));
        page.locator("main .eq .katex-html .katex-base").first().click();
        page.waitForCondition(() -> page.locator(".katex.voice-word").count() == 1);
        assertEquals(1, page.locator(".eq .katex.voice-word").count());
        assertEquals(List.of(), complaints);
    }

    @Test
    void aWidgetFollowsTheVoiceUntilTheReaderTakesIt() {
        Page page = opened("/bench");
        page.waitForCondition(() -> (boolean) page.evaluate("!!document.querySelector('lectern-widget').alive"));
        String before = page.locator("#arm-q2").inputValue();
        page.locator(".listen .play").click();
        page.waitForCondition(() -> lit(page, "sentence").equals("Bench"));
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> !page.locator("#arm-q2").inputValue().equals(before));
        assertEquals(0, Double.parseDouble(page.locator("#arm-q2").inputValue()), 0.001);
        // the reader moves the arm, and hears the sentence again
        page.locator("#arm .ask button").click();
        page.locator("#arm-q2:enabled").focus();
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> Double.parseDouble(page.locator("#arm-q2").inputValue()) > 0);
        page.locator("main > p").first().click(new Locator.ClickOptions().setPosition(4, 8));
        page.waitForCondition(() -> lit(page, "sentence").startsWith("Let it"));
        page.waitForCondition(() -> lit(page, "sentence").startsWith("Then look"));
        assertTrue(Double.parseDouble(page.locator("#arm-q2").inputValue()) > 0, "it stays where the reader put it");
        assertEquals(List.of(), complaints);
    }

    /** Isolated words, after the encoder: what is heard against what the cues say, and the length of the whole. */
    @Test
    void cuesHoldAfterEncoding() {
        Page page = opened("/arm");
        var found = (Map<?, ?>) page.evaluate("""
                async () => {
                  const decoded = await new OfflineAudioContext(1, 1, 16000).decodeAudioData(await (await fetch('/narration/arm.mp3')).arrayBuffer());
                  const vtt = await (await fetch('/narration/arm.vtt')).text();
                  const seconds = text => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
                  const samples = decoded.getChannelData(0);
                  const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
                  const ends = [...vtt.matchAll(/ --> (\\S+)/g)].map(([, to]) => seconds(to));
                  const late = [...vtt.matchAll(/^\\d+\\.0 \\S+\\n(\\S+) -->/gm)].map(([, from]) => seconds(from)).map(from => {
                    let at = Math.max(0, Math.round((from - .12) * 16000));
                    while (at < samples.length && Math.abs(samples[at]) < .02) at++;
                    return Math.abs(at / 16000 - from) * 1000;
                  }).sort((a, b) => a - b);
                  return {duration: decoded.duration, end: Math.max(...ends), peak, median: late[late.length >> 1], most: late.at(-1)};
                }""");
        assertEquals(sound.duration().toMillis() / 1000.0, number(found.get("duration")), 0.03, "the length that a browser decodes");
        assertEquals(number(found.get("duration")), number(found.get("end")), 0.03, "the last cue ends with the sound");
        assertTrue(number(found.get("peak")) <= Math.pow(10, -1.0 / 20), "peak " + found.get("peak"));
        assertTrue(number(found.get("median")) <= 20 && number(found.get("most")) <= 60, "milliseconds between cue and sound: " + found);
    }

    private static double number(Object number) {
        return ((Number) number).doubleValue();
    }

    @Test
    void whereNobodyCanReadThePlayerSaysSo() {
        Page page = opened("/mute");
        page.locator(".listen .play").click();
        page.waitForCondition(() -> note(page).textContent().matches("Nothing here can read this page aloud|Read by your browser’s own voice"));
        assertEquals(List.of(), complaints);
    }
}
