package lectern.site.web;

import io.javalin.http.Context;
import java.util.Map;

/** The header set of every answer: nothing from elsewhere, no framing, no guessing of types. */
final class Headers {
    /** KaTeX places symbols by style attributes; nothing else needs an exception. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; ";

    /** What every answer carries; routes may put something else in its place. */
    static final Map<String, String> EVERYWHERE = Map.of(
            "Content-Security-Policy", policy("frame-ancestors 'none'"),
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin");

    /** What answers carry where a trusted proxy speaks TLS with the reader. */
    static final String SECURITY = "Strict-Transport-Security";
    static final String SECURED = "max-age=31536000; includeSubDomains";

    private final Peers peers;

    Headers(Peers peers) {
        this.peers = peers;
    }

    /** The policy of a page, with who may frame it. */
    static String policy(String framing) {
        return POLICY + framing;
    }

    void set(Context ctx) {
        EVERYWHERE.forEach(ctx::header);
        if (peers.isSecured(Peers.Call.of(ctx))) {
            ctx.header(SECURITY, SECURED);
        }
        if (ctx.path().startsWith("/assets/")) {
            ctx.header("Access-Control-Allow-Origin", "*").header("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }
}
