package lectern.site.web;

import io.javalin.http.Context;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import lectern.site.library.Library;

/** What operators count: requests and how long they took, connections, the book, the virtual machine; in the text form of Prometheus at {@code /metrics}. */
final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder().name("lectern_requests_total").help("Requests answered, by route and status.").labelNames("route", "status").register(registry);
    private final Histogram seconds = Histogram.builder().name("lectern_request_duration_seconds").help("From a request's head to its answer, by route.").labelNames("route")
            .classicOnly().classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5).register(registry);
    private final Counter hungUp = Counter.builder().name("lectern_connections_closed_total").help("Connections that the server closed, by reason.").labelNames("reason").register(registry);
    private boolean machine;

    Metrics(Library library) {
        gauge("lectern_book_pages", "Pages of the book as it is served.", () -> library.snapshot().book().sections().size());
        gauge("lectern_book_problems", "Problems of the book as it is served.", () -> library.problems().size());
        gauge("lectern_book_version", "Grows by one with every reading of the book.", () -> library.snapshot().version());
        gauge("lectern_ready", "1 when /readyz says so.", () -> library.notReady().isEmpty() ? 1 : 0);
    }

    void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder().name(name).help(help).callback(gauge -> gauge.call(value.getAsDouble())).register(registry);
    }

    /** Counts an answered request. Its route, not its address, is the label, so that nobody can invent labels. */
    void answered(Context ctx, float millis) {
        String route = Optional.ofNullable(ctx.endpoints().matchedHttpEndpoint()).map(endpoint -> endpoint.path).orElse("none");
        answered(route, ctx.statusCode(), millis / 1_000);
    }

    void answered(String route, int status, double took) {
        requests.labelValues(route, String.valueOf(status)).inc();
        seconds.labelValues(route).observe(took);
    }

    /** Counts what was no proper request. */
    void refused(int status) {
        requests.labelValues("none", String.valueOf(status)).inc();
    }

    /** Counts a connection that the server closed. */
    void hungUp(String reason) {
        hungUp.labelValues(reason).inc();
    }

    void page(Context ctx) throws IOException {
        watchMachine();
        var out = new ByteArrayOutputStream();
        var writer = PrometheusTextFormatWriter.create();
        writer.write(out, registry.scrape());
        ctx.header("Cache-Control", "no-store").contentType(writer.getContentType()).result(out.toByteArray());
    }

    /** Only when someone looks: the virtual machine's own counters take a while to load. */
    private synchronized void watchMachine() {
        if (!machine) {
            JvmMetrics.builder().register(registry);
            machine = true;
        }
    }
}
