package lectern.site.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.site.AddressBlock;
import org.eclipse.jetty.server.Request;

/**
 * Who asks, by which scheme and for which host: what the connection says, or, where it comes from a trusted proxy, what that proxy says.
 *
 * <p>Jetty's own customizer believes everyone, and takes the first address of a list to which each proxy appends: the one that the client made up.
 *
 * @param trusted the proxies
 */
record Peers(List<AddressBlock> trusted) {
    private static final Pattern HOST = Pattern.compile("[\\w.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");

    /** What is known of a request, whichever way it is answered. @param from the address at the other end of the connection @param lines all of a header, in order */
    record Call(String from, Function<String, List<String>> lines) {
        static Call of(Context ctx) {
            return new Call(ctx.req().getRemoteAddr(), name -> Collections.list(ctx.req().getHeaders(name)));
        }

        static Call of(Request request) {
            return new Call(Request.getRemoteAddr(request), request.getHeaders()::getValuesList);
        }

        /** The values of a header that may come several times, or be a list, in order. */
        private List<String> values(String name) {
            return lines.apply(name).stream().flatMap(line -> Arrays.stream(line.split(","))).map(String::strip).toList();
        }
    }

    /** The address of the reader: the last one of {@code X-Forwarded-For} that is no trusted proxy. */
    InetAddress address(Call call) {
        var nearest = connected(call);
        if (!isTrusted(nearest)) {
            return nearest;
        }
        for (String said : call.values("X-Forwarded-For").reversed()) {
            try {
                nearest = InetAddress.ofLiteral(said);
            } catch (IllegalArgumentException _) {
                return nearest; // what stands further left was written by whoever wrote this
            }
            if (!isTrusted(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    String scheme(Context ctx) {
        return isSecured(Call.of(ctx)) ? "https" : "http";
    }

    /** Whether a trusted proxy has spoken TLS with the reader. */
    boolean isSecured(Call call) {
        return said(call, "X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent();
    }

    /** The host that the reader asked for, with its port where that is not the usual one. */
    String host(Context ctx) {
        return said(Call.of(ctx), "X-Forwarded-Host").or(() -> Optional.ofNullable(ctx.header("Host"))).filter(HOST.asMatchPredicate()).orElse("localhost");
    }

    /** Whether the reader is on this machine or in one of the blocks. What passed a proxy that is not trusted could be anyone. */
    boolean isOneOf(List<AddressBlock> blocks, Context ctx) {
        boolean anyone = !isTrusted(connected(Call.of(ctx))) && Stream.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via").anyMatch(name -> ctx.header(name) != null);
        var address = address(Call.of(ctx));
        return !anyone && (address.isLoopbackAddress() || blocks.stream().anyMatch(block -> block.holds(address)));
    }

    boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(block -> block.holds(address));
    }

    private static InetAddress connected(Call call) {
        return InetAddress.ofLiteral(call.from);
    }

    /** What the nearest proxy wrote last, if it is trusted. */
    private Optional<String> said(Call call, String name) {
        return !trusted.isEmpty() && isTrusted(connected(call)) ? call.values(name).reversed().stream().findFirst() : Optional.empty();
    }
}
