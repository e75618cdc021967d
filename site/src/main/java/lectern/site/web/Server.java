package lectern.site.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** The route of the pages, by which they are counted. */
    static final String PAGE = "/<path>";

    private Server() {}

    /** Routes of what is only read. @param taken the first step of each of their addresses */
    private record Reads(JavalinConfig config, Set<String> taken) {
        /** A route for GET, and for HEAD, which answers the same without the body. */
        void add(String path, Handler handler) {
            config.routes.get(path, handler);
            config.routes.head(path, handler);
            if (!path.equals("/") && !path.equals(PAGE)) {
                taken.add(Shortcut.beginning(path));
            }
        }
    }

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
            c.contextResolver.ip = ctx -> peers.address(Peers.Call.of(ctx)).getHostAddress();
            c.contextResolver.scheme = peers::scheme;
            c.contextResolver.host = peers::host;
            var reads = new Reads(c, new HashSet<>());
            if (events == null && !settings.logRequests()) { // a page of the preview may not be printed yet, and a log may make its writer wait
                c.jetty.modifyServer(server -> server.insertHandler(new Shortcut(library, reads.taken, peers, farewell, metrics)));
            }
            limits(c, settings.limits(), metrics, events != null);
            c.jetty.addConnector((server, http) -> {
                var door = door(server, http, settings, peers, metrics);
                c.events.serverStopping(() -> farewell.say(door));
                return door;
            });
            c.routes.before(farewell::came);
            c.routes.before(headers::set);
            c.routes.before(Server::onlyReads);
            reads.add("/", book::page);
            reads.add("/search", search::page);
            reads.add("/search.json", search::json);
            reads.add("/widgets/{id}", widgets::page);
            reads.add("/figures/{file}", widgets::figure);
            reads.add("/social.png", pictures::cover);
            reads.add("/social/<page>", pictures::picture);
            reads.add("/embed/{id}", embeds::frame);
            reads.add("/embed/{version}/widget.js", embeds::script);
            reads.add("/oembed", ctx -> embeds.oembed(ctx, at.apply(ctx)));
            reads.add("/card/<page>/symbols", symbols::of);
            reads.add("/card/<page>/equations", cards::equations);
            reads.add("/card/<page>/cite", cards::cite);
            reads.add("/card/<page>/{block}", cards::block);
            reads.add("/narration/<page>", listening::answer);
            reads.add("/assets/{hash}/{name}", ctx -> assets.at(ctx.path()).ifPresentOrElse(b -> Replies.send(ctx, b, Replies.FOR_EVER), () -> ctx.status(404)));
            reads.add("/" + Offline.WORKER, offline::worker);
            reads.add("/" + Offline.LIST, offline::list);
            reads.add("/" + Offline.MANIFEST, offline::manifest);
            reads.add("/livez", ctx -> ctx.result("alive\n"));
            reads.add("/readyz", ctx -> Optional.of("the server is being stopped").filter(_ -> farewell.isLeaving()).or(library::notReady).ifPresentOrElse(why -> ctx.status(503).result("not ready: " + why + "\n"),
                    () -> ctx.result("ready " + library.snapshot().book().sections().size() + " pages\n")));
            reads.add("/metrics", ctx -> {
                if (peers.isOneOf(settings.metricsFor(), ctx)) {
                    metrics.page(ctx);
                } else {
                    ctx.status(404);
                }
            });
            reads.add("/robots.txt", ctx -> ctx.result("User-agent: *\nAllow: /\n" + settings.baseUrl().map(u -> "Sitemap: " + u + "/sitemap.xml\n").orElse("")));
            reads.add("/sitemap.xml", ctx -> Replies.send(ctx, Body.of("application/xml", book.sitemap(at.apply(ctx))), Replies.REVALIDATE));
            if (events != null) {
                var source = new PreviewSource(library, settings.editor());
                c.routes.get("/preview/events", events::connect);
                reads.add("/preview/source/<path>", source::text);
                reads.add("/preview/blocks/<path>", source::blocks);
                reads.add("/preview/problems", ctx -> ctx.html(pages.problems(library.snapshot().book(), events.problems())));
            }
            reads.add(PAGE, book::page);
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
