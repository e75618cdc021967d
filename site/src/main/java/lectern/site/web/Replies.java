package lectern.site.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import lectern.site.library.Body;
import org.jspecify.annotations.Nullable;

/** Sends a body in the encoding that the client takes, or says that the client has it already. */
final class Replies {
    static final String REVALIDATE = "no-cache";
    static final String FOR_EVER = "public, max-age=31536000, immutable";
    static final String VARY = "Accept-Encoding";

    private Replies() {}

    /** A body as it is sent. @param encoding empty for none @param tag with its quotes */
    record Form(String encoding, String tag, byte[] bytes) {}

    /** How a body is sent to who takes these encodings. */
    static Form form(Body body, @Nullable String accepted) {
        String encoding = body.isPlain() ? "" : accepts(accepted, "br") ? "br" : accepts(accepted, "gzip") ? "gzip" : "";
        byte[] bytes = encoding.equals("br") ? body.brotli() : encoding.equals("gzip") ? body.gzip() : body.identity();
        return new Form(encoding, "\"" + body.hash() + (encoding.isEmpty() ? "" : "-" + encoding) + "\"", bytes);
    }

    static void send(Context ctx, Body body, String caching) {
        var form = form(body, ctx.header("Accept-Encoding"));
        ctx.header("ETag", form.tag).header("Cache-Control", caching).header("Vary", VARY).contentType(body.type());
        if (matches(ctx.header("If-None-Match"), form.tag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        if (!form.encoding.isEmpty()) {
            ctx.header("Content-Encoding", form.encoding);
        }
        ctx.header("Content-Length", String.valueOf(form.bytes.length)).result(form.bytes);
    }

    /** Whether an {@code Accept-Encoding} names the coding without refusing it by {@code q=0} (RFC 9110, section 12.5.3). */
    static boolean accepts(@Nullable String header, String coding) {
        if (header == null) {
            return false;
        }
        for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] words = part.split(";");
            if (words[0].strip().equals(coding)) {
                return words.length < 2 || !words[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    /** Whether an {@code If-None-Match} holds the tag; weak comparison, as RFC 9110 asks for here. */
    static boolean matches(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        for (String part : header.split(",")) {
            String one = part.trim();
            if (one.equals("*") || one.equals(tag) || one.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
