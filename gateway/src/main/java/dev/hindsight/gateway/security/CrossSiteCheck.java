package dev.hindsight.gateway.security;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Tells whether a browser was made to send a request by a page of another site. */
final class CrossSiteCheck {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private CrossSiteCheck() {}

    /** A caller with an Authorization header is judged by that alone: no browser adds it of its own accord. */
    static boolean refuses(HttpServerRequest request) {
        if (SAFE.contains(request.method()) || request.headers().contains("Authorization")) {
            return false;
        }
        return hasSession(request) && !comesFromUs(request);
    }

    private static boolean hasSession(HttpServerRequest request) {
        return request.cookies().stream().anyMatch(cookie -> cookie.getName().startsWith("q_session"));
    }

    private static boolean comesFromUs(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var ours = request.scheme() + "://" + request.authority();
        return ours.equalsIgnoreCase(request.getHeader("Origin"));
    }
}
