package dev.hindsight.gateway.signin;

import io.vertx.core.http.HttpServerRequest;

/** Tells a program, or a script of a page, from a person who opens a page in a browser. */
public final class Programs {

    private Programs() {}

    public static boolean sent(HttpServerRequest request) {
        var path = request.path();
        if (path == null || path.equals("/api") || path.startsWith("/api/")) {
            return true;
        }
        var headers = request.headers();
        var mode = headers.get("Sec-Fetch-Mode");
        if (headers.contains("HX-Request")
                || headers.contains("X-Requested-With")
                || headers.contains("Authorization")) {
            return true;
        }
        return mode == null ? !acceptsPages(request) : !mode.equals("navigate");
    }

    private static boolean acceptsPages(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
