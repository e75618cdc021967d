package lectern.site.web;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The answer to what is no proper request and reaches no route: one line that repeats nothing of it, under the headers of every answer. */
final class Refusals extends ErrorHandler {
    private final Metrics metrics;

    Refusals(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ERROR_EXCEPTION) instanceof HttpException refused ? refused.getCode() : response.getStatus();
        metrics.refused(status);
        response.setStatus(status);
        Headers.EVERYWHERE.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, StandardCharsets.UTF_8.encode(status + " " + HttpStatus.getMessage(status) + "\n"), callback);
        return true;
    }
}
