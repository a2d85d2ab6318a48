package dev.hindsight.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;

/** Decides which headers may pass the gateway, in either direction. */
final class HeaderHygiene {

    /** RFC 9110 section 7.6.1; whatever {@code Connection} names goes as well. */
    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    /** Ours to say, or nobody's: the session, who asks and from where, other names for the request, trace ids. */
    private static final List<String> NOT_FROM_CLIENTS = List.of(
            "Host",
            "Cookie",
            "Authorization",
            "Forwarded",
            "Via",
            "X-Real-IP",
            "True-Client-IP",
            "X-Request-Id",
            "Hindsight-Request-Id",
            "X-HTTP-Method",
            "X-HTTP-Method-Override",
            "X-Method-Override",
            "X-Original-URL",
            "X-Rewrite-URL",
            "Expect",
            "traceparent",
            "tracestate",
            "baggage");

    private static final List<String> NOT_FROM_CLIENTS_PREFIXES = List.of("x-forwarded-", "x-user-", "x-auth-");

    /** What would speak for the whole host, or tell what runs behind it. */
    private static final List<String> NOT_FROM_SERVICES = List.of(
            "Server",
            "X-Powered-By",
            "Set-Cookie",
            "Set-Cookie2",
            "Strict-Transport-Security",
            "Clear-Site-Data",
            "Alt-Svc",
            "X-Request-Id");

    private static final List<String> NOT_FROM_SERVICES_PREFIXES = List.of("access-control-");

    private HeaderHygiene() {}

    static void cleanRequest(MultiMap headers) {
        removeHopByHop(headers);
        NOT_FROM_CLIENTS.forEach(headers::remove);
        removeStartingWith(NOT_FROM_CLIENTS_PREFIXES, headers);
        // many servers read X_User_Id as X-User-Id, so an underscore would carry a forbidden name past the list
        headers.names().stream().filter(name -> name.contains("_")).toList().forEach(headers::remove);
    }

    static void cleanResponse(MultiMap headers) {
        removeHopByHop(headers);
        NOT_FROM_SERVICES.forEach(headers::remove);
        removeStartingWith(NOT_FROM_SERVICES_PREFIXES, headers);
    }

    private static void removeHopByHop(MultiMap headers) {
        for (var nominations : headers.getAll("Connection")) {
            for (var name : nominations.split(",", -1)) {
                if (!name.isBlank()) {
                    headers.remove(name.strip());
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    private static void removeStartingWith(List<String> prefixes, MultiMap headers) {
        headers.names().stream()
                .filter(name -> prefixes.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith))
                .toList()
                .forEach(headers::remove);
    }
}
