package dev.hindsight.gateway.proxy;

import dev.hindsight.gateway.security.RequestId;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;

/** Decides which headers may pass the gateway; vertx-http-proxy 4.5 by itself lets nearly all of them pass. */
final class HeaderHygiene {

    /** RFC 9110 section 7.6.1; whatever {@code Connection} names goes as well. */
    private static final List<String> HOP_BY_HOP =
            List.of("Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "TE", "Trailer", "Upgrade");

    /** Ours to say, or nobody's: the session, claims about where the request came from, and ids of traces. */
    private static final List<String> NOT_FROM_CLIENTS = List.of(
            "Cookie",
            "Authorization",
            "Forwarded",
            "X-Real-IP",
            "X-Request-Id",
            "Expect",
            "traceparent",
            "tracestate",
            "baggage",
            RequestId.TO_SERVICES);

    private static final List<String> NOT_FROM_SERVICES =
            List.of("Server", "X-Powered-By", "Set-Cookie", "Proxy-Authenticate");

    private HeaderHygiene() {}

    static void cleanRequest(MultiMap headers) {
        removeHopByHop(headers);
        NOT_FROM_CLIENTS.forEach(headers::remove);
        headers.names().stream().filter(HeaderHygiene::claimsOrigin).toList().forEach(headers::remove);
    }

    static void cleanResponse(MultiMap headers) {
        removeHopByHop(headers);
        NOT_FROM_SERVICES.forEach(headers::remove);
    }

    /** Some servers read an underscore as a dash, so that {@code X_User_Id} would pass for {@code X-User-Id}. */
    private static boolean claimsOrigin(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded-") || lower.startsWith("x-user-") || lower.contains("_");
    }

    private static void removeHopByHop(MultiMap headers) {
        for (var nominated : headers.getAll("Connection")) {
            for (var name : nominated.split(",", -1)) {
                // its length is not the connection's to withhold: without it the body would be misread
                if (!name.strip().equalsIgnoreCase("Content-Length")
                        && !name.strip().equalsIgnoreCase("Transfer-Encoding")) {
                    headers.remove(name.strip());
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }
}
