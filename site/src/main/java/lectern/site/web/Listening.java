package lectern.site.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.site.book.Section;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.narration.Narrations;
import lectern.site.narration.Sound;
import lectern.site.narration.speech.Script;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /narration/PAGE.mp3} and {@code .vtt}, the sound of a page and its cues, and {@code .json}, how it stands with them: while there is no
 * sound, what is said, so that the reader's browser can say it.
 */
public final class Listening {
    /** How the player counts the letters of a block, as the script does. */
    private static final Map<String, String> RULES = Json.sorted(Map.of("skipped", Script.SKIPPED, "whole", Script.WHOLE, "widget", Script.WIDGET, "ofWidget", Script.OF_WIDGET));

    private final Library library;
    private final Narrations narrations;

    Listening(Library library, Narrations narrations) {
        this.library = library;
        this.narrations = narrations;
    }

    void answer(Context ctx) throws IOException {
        String path = ctx.pathParam("page");
        int dot = path.lastIndexOf('.');
        var section = library.snapshot().book().section(dot < 0 ? path : path.substring(0, dot)).orElseThrow(NotFoundResponse::new);
        switch (dot < 0 ? "" : path.substring(dot)) {
            case ".mp3" -> sound(ctx, narrations.state(section).sound().orElseThrow(NotFoundResponse::new).mp3());
            case ".vtt" -> Replies.send(ctx, Body.of("text/vtt; charset=utf-8", Files.readAllBytes(narrations.state(section).sound().orElseThrow(NotFoundResponse::new).vtt())), Replies.REVALIDATE);
            case ".json" -> Replies.send(ctx, Body.of("application/json", Json.text(standing(section, ctx.queryParam("ask"))).getBytes(StandardCharsets.UTF_8)), Replies.REVALIDATE);
            default -> throw new NotFoundResponse();
        }
    }

    /** @param asked null by who only looks; "now" by who wants to hear, and "again" by who knows the script already */
    private Map<String, Object> standing(Section section, @Nullable String asked) {
        if (asked != null) {
            narrations.ask(section);
        }
        var state = narrations.state(section);
        var standing = new LinkedHashMap<String, Object>(Map.of("rules", RULES));
        if (state.sound().isPresent()) {
            standing.putAll(heard(state.sound().get()));
        } else {
            standing.put("done", state.done());
            standing.put("all", state.all());
            if (!"again".equals(asked)) {
                standing.put("script", script(narrations.script(section)));
            }
        }
        return standing;
    }

    private static Map<String, Object> heard(Sound sound) {
        return Json.sorted(Map.of("rules", RULES, "narrator", sound.narrator(), "seconds", sound.duration().toMillis() / 1000.0));
    }

    /** What the player is told of a page with sound. */
    public static String json(Sound sound) {
        return Json.text(heard(sound));
    }

    /** A sentence as {@code [place, what is said, [place of a token, its words], …]}. */
    static List<List<Object>> script(Script script) {
        return script.sentences().stream().map(sentence -> {
            var line = new java.util.ArrayList<Object>();
            line.add(sentence.place().toString());
            line.add(sentence.spoken());
            sentence.tokens().forEach(token -> line.add(List.of(token.place().toString(), String.join(" ", token.words()))));
            return List.copyOf(line);
        }).toList();
    }

    /** A file that is sought in: whole, or the one range that is asked for (RFC 9110, section 14). */
    private static void sound(Context ctx, Path file) throws IOException {
        long size = Files.size(file);
        String tag = "\"" + Long.toHexString(size) + "-" + Long.toHexString(Files.getLastModifiedTime(file).toMillis()) + "\"";
        ctx.header("ETag", tag).header("Accept-Ranges", "bytes").header("Cache-Control", Replies.REVALIDATE).header("Cross-Origin-Resource-Policy", "cross-origin");
        if (Replies.matches(ctx.header("If-None-Match"), tag)) {
            ctx.status(304);
            return;
        }
        String asked = ctx.header("Range");
        String unless = ctx.header("If-Range");
        var range = asked == null || unless != null && !unless.equals(tag) ? Range.WHOLE : Range.of(asked, size);
        ctx.header("Content-Type", "audio/mpeg");
        switch (range) {
            case Range.Unsatisfiable _ -> ctx.status(416).header("Content-Range", "bytes */" + size);
            case Range.Whole _ -> send(ctx, file, 0, size);
            case Range.Part(long from, long to) -> {
                ctx.status(206).header("Content-Range", "bytes " + from + "-" + to + "/" + size);
                send(ctx, file, from, to + 1 - from);
            }
        }
    }

    private static void send(Context ctx, Path file, long from, long length) throws IOException {
        ctx.header("Content-Length", String.valueOf(length));
        if (!ctx.method().name().equals("HEAD")) {
            var in = Files.newInputStream(file);
            in.skipNBytes(from);
            ctx.result(new Range.Limited(in, length));
        }
    }
}
