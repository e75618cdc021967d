package lectern.site.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lectern.site.Settings;
import lectern.site.embed.Loader;
import lectern.site.library.Body;
import lectern.site.library.Library;
import lectern.site.narration.Narrations;
import lectern.site.library.Snapshot;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All routes, and the limits of the connections they are asked on. */
public final class Server {
    private static final Logger LOG = LoggerFactory.getLogger("lectern");

    /** A connection without a request is kept only so long when there is room for no other. */
    private static final int WHEN_FULL_MILLIS = 1_000;

    private Server() {}

    /** A server ready to start; {@code events} only in preview. */
    public static Javalin create(Library library, Assets assets, Pages pages, Loader loader, Narrations narrations, Settings settings, @Nullable PreviewEvents events) {
        var peers = new Peers(settings.trustedProxies());
        var metrics = new Metrics(library);
        var farewell = new Farewell();
        var headers = new Headers(peers);
        var search = new SearchPage(library, pages);
        Function<Context, String> at = ctx -> settings.baseUrl().orElse(origin(ctx));
        var pictures = new SocialPictures(library);
        var widgets = new WidgetPage(library, pages, loader, pictures, at);
        var embeds = new EmbedPage(library, pages, loader, widgets, settings.frameHosts(), at);
        var book = new BookPages(library, pages);
        var symbols = new SymbolCards(library);
        var listening = new Listening(library, narrations);
        var offline = new Offline(library, assets);
        var cards = new Cards(library, settings.baseUrl());
        return Javalin.create(c -> {
            c.contextResolver.ip = ctx -> peers.address(ctx).getHostAddress();
            c.contextResolver.scheme = peers::scheme;
            c.contextResolver.host = peers::host;
            limits(c, settings.limits(), metrics, events != null);
            c.jetty.addConnector((server, http) -> {
                var door = door(server, http, settings, peers, metrics);
                c.events.serverStopping(() -> farewell.say(door));
                return door;
            });
            c.routes.before(farewell::came);
            c.routes.before(headers::set);
            c.routes.before(Server::onlyReads);
            read(c, "/", book::page);
            read(c, "/search", search::page);
            read(c, "/search.json", search::json);
            read(c, "/widgets/{id}", widgets::page);
            read(c, "/figures/{file}", widgets::figure);
            read(c, "/social.png", pictures::cover);
            read(c, "/social/<page>", pictures::picture);
            read(c, "/embed/{id}", embeds::frame);
            read(c, "/embed/{version}/widget.js", embeds::script);
            read(c, "/oembed", ctx -> embeds.oembed(ctx, at.apply(ctx)));
            read(c, "/card/<page>/symbols", symbols::of);
            read(c, "/card/<page>/equations", cards::equations);
            read(c, "/card/<page>/cite", cards::cite);
            read(c, "/card/<page>/{block}", cards::block);
            read(c, "/narration/<page>", listening::answer);
            read(c, "/assets/{hash}/{name}", ctx -> assets.at(ctx.path()).ifPresentOrElse(b -> Replies.send(ctx, b, Replies.FOR_EVER), () -> ctx.status(404)));
            read(c, "/" + Offline.WORKER, offline::worker);
            read(c, "/" + Offline.LIST, offline::list);
            read(c, "/" + Offline.MANIFEST, offline::manifest);
            read(c, "/livez", ctx -> ctx.result("alive\n"));
            read(c, "/readyz", ctx -> Optional.of("the server is being stopped").filter(_ -> farewell.isLeaving()).or(library::notReady).ifPresentOrElse(why -> ctx.status(503).result("not ready: " + why + "\n"),
                    () -> ctx.result("ready " + library.snapshot().book().sections().size() + " pages\n")));
            read(c, "/metrics", ctx -> {
                if (peers.isOneOf(settings.metricsFor(), ctx)) {
                    metrics.page(ctx);
                } else {
                    ctx.status(404);
                }
            });
            read(c, "/robots.txt", ctx -> ctx.result("User-agent: *\nAllow: /\n" + settings.baseUrl().map(u -> "Sitemap: " + u + "/sitemap.xml\n").orElse("")));
            read(c, "/sitemap.xml", ctx -> Replies.send(ctx, Body.of("application/xml", book.sitemap(at.apply(ctx))), Replies.REVALIDATE));
            if (events != null) {
                var source = new PreviewSource(library, settings.editor());
                c.routes.get("/preview/events", events::connect);
                read(c, "/preview/source/<path>", source::text);
                read(c, "/preview/blocks/<path>", source::blocks);
                read(c, "/preview/problems", ctx -> ctx.html(pages.problems(library.snapshot().book(), events.problems())));
            }
            read(c, "/<path>", book::page);
            c.routes.error(404, book::missing);
            c.routes.exception(Snapshot.NoIndex.class, (e, ctx) -> ctx.status(503).header("Retry-After", "10").contentType("text/html; charset=utf-8")
                    .result(pages.message(library.snapshot().book(), "The search is not ready", List.of("Its index is being made. The pages are all there; search again in a moment."), List.of())));
            c.routes.exception(Exception.class, (e, ctx) -> {
                LOG.error("request-failed path={} error={}", ctx.path(), e.toString());
                ctx.status(500).contentType("text/html; charset=utf-8").result(pages.message(library.snapshot().book(), "Something went wrong here",
                        List.of("The page could not be made. Try again; if it happens again, tell whoever runs this book."), List.of()));
            });
            c.requestLogger.http((ctx, ms) -> {
                farewell.went();
                metrics.answered(ctx, ms);
                if (settings.logRequests()) {
                    LOG.info("request address={} method={} path={} status={} ms={}", ctx.ip(), ctx.method(), ctx.path(), ctx.statusCode(), Math.round(ms));
                }
            });
        });
    }

    /** A route for GET, and for HEAD, which answers the same without the body. */
    private static void read(JavalinConfig c, String path, Handler handler) {
        c.routes.get(path, handler);
        c.routes.head(path, handler);
    }

    private static void limits(JavalinConfig c, Settings.Limits limits, Metrics metrics, boolean streams) {
        c.concurrency.useVirtualThreads = true; // a reader who takes a large picture slowly holds no thread that others wait for
        c.startup.showJavalinBanner = false;
        c.startup.showOldJavalinVersionWarning = false;
        c.startup.startupWatcherEnabled = false;
        c.http.compressionStrategy = CompressionStrategy.NONE;
        c.http.maxRequestSize = 16_384;
        c.http.defaultContentType = "text/plain; charset=utf-8";
        c.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setUriCompliance(UriCompliance.DEFAULT.without("lectern", UriCompliance.Violation.UTF16_ENCODINGS));
            http.setRequestHeaderSize(8_192);
            http.setIdleTimeout(limits.idleMillis());
        });
        c.jetty.modifyServer(server -> {
            server.setStopTimeout(limits.stopMillis());
            if (!streams && limits.minBytesPerSecond() > 0) { // an event stream is slow by nature
                server.insertHandler(new RateFloor(limits.minBytesPerSecond()));
            }
            server.setErrorHandler(new Refusals(metrics));
            var limit = new NetworkConnectionLimit(limits.connections(), server);
            limit.setEndPointIdleTimeout(WHEN_FULL_MILLIS);
            server.addBean(limit);
        });
    }

    private static Door door(org.eclipse.jetty.server.Server server, HttpConfiguration http, Settings settings, Peers peers, Metrics metrics) {
        var limits = settings.limits();
        var door = new Door(server, http);
        door.setHost(settings.host());
        door.setPort(settings.port());
        door.setIdleTimeout(limits.idleMillis());
        door.addBean(new HeadDeadline(limits.headMillis(), () -> metrics.hungUp("slow head")));
        var crowd = new Crowd(limits.connectionsPerAddress(), peers::isTrusted, () -> metrics.hungUp("too many from one address"));
        door.addBean(crowd);
        metrics.gauge("lectern_connections", "Open connections.", crowd::size);
        return door;
    }

    /** Nothing here is written to over the network. */
    private static void onlyReads(Context ctx) {
        if (ctx.method() != HandlerType.GET && ctx.method() != HandlerType.HEAD) {
            ctx.status(405).header("Allow", "GET, HEAD").result("This server is only read from: use GET or HEAD.\n").skipRemainingHandlers();
        }
    }

    static String origin(Context ctx) {
        return ctx.scheme() + "://" + ctx.host();
    }
}
