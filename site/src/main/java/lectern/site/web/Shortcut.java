package lectern.site.web;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lectern.site.library.Body;
import lectern.site.library.Library;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * Answers what readers ask for most, a page of the book, before the request becomes a servlet's and is looked up among the routes: twice as many a second.
 * Its bytes are there, so it is answered by the very thread that reads what comes in, which must never wait; all else goes on to the routes on a thread of its own.
 * What is sent, and what is counted, is the same on both ways.
 */
final class Shortcut extends Handler.Wrapper {
    private static final List<HttpField> EVERYWHERE = Headers.EVERYWHERE.entrySet().stream().<HttpField>map(header -> new PreEncodedHttpField(header.getKey(), header.getValue())).toList();
    private static final HttpField SECURED = new PreEncodedHttpField(Headers.SECURITY, Headers.SECURED);
    private static final HttpField CACHING = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, Replies.REVALIDATE);
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, Replies.VARY);
    private static final HttpField HTML = MimeTypes.Type.TEXT_HTML_UTF_8.getContentTypeField();
    private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");

    private final Library library;
    private final Set<String> taken;
    private final Peers peers;
    private final Farewell farewell;
    private final Metrics metrics;

    /** @param taken beginnings of addresses that routes answer, whatever the pages of the book are called */
    Shortcut(Library library, Set<String> taken, Peers peers, Farewell farewell, Metrics metrics) {
        this.library = library;
        this.taken = taken;
        this.peers = peers;
        this.farewell = farewell;
        this.metrics = metrics;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Body page = page(request);
        if (page == null) {
            request.getComponents().getExecutor().execute(() -> goOn(request, response, callback));
            return true;
        }
        Request.addCompletionListener(request, failure -> went(request, response));
        var headers = response.getHeaders();
        EVERYWHERE.forEach(headers::add);
        if (farewell.came()) {
            headers.add(CLOSE);
        }
        if (peers.isSecured(Peers.Call.of(request))) {
            headers.add(SECURED);
        }
        var asked = request.getHeaders();
        var form = Replies.form(page, asked.get(HttpHeader.ACCEPT_ENCODING));
        headers.add(HttpHeader.ETAG, form.tag());
        headers.add(CACHING);
        headers.add(HTML);
        headers.add(VARY);
        if (Replies.matches(asked.get(HttpHeader.IF_NONE_MATCH), form.tag())) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return true;
        }
        if (!form.encoding().isEmpty()) {
            headers.add(HttpHeader.CONTENT_ENCODING, form.encoding());
        }
        headers.add(HttpHeader.CONTENT_LENGTH, form.bytes().length);
        response.setStatus(HttpStatus.OK_200);
        response.write(true, ByteBuffer.wrap(form.bytes()), callback);
        return true;
    }

    private void goOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) { // as the server itself does where a handler fails on its own thread
            callback.failed(e);
        }
    }

    /** The page that is asked for; null when something else is. */
    private @Nullable Body page(Request request) {
        String path = request.getHttpURI().getPath();
        if (path == null || !path.startsWith("/") || !HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            return null;
        }
        Body page = library.snapshot().pages().get(path.substring(1));
        return page == null || taken.contains(beginning(path)) ? null : page;
    }

    /** The first step of a path, {@code ch03} of {@code /ch03/vectors}. */
    static String beginning(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }

    private void went(Request request, Response response) {
        farewell.went();
        String path = request.getHttpURI().getPath();
        metrics.answered(path.equals("/") ? path : Server.PAGE, response.getStatus(), NanoTime.since(request.getHeadersNanoTime()) / (double) TimeUnit.SECONDS.toNanos(1));
    }
}
