package dev.hindsight.gateway.security;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Refuses paths that two servers could read differently, as rights are decided on one reading and served on another. */
final class PathForm {

    /** Encoded separators and dots, path parameters, and control characters. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("%2f|%5c|%2e|%25|%3b|%[01][0-9a-f]|%7f|;|//|\\\\", Pattern.CASE_INSENSITIVE);

    private PathForm() {}

    static boolean isAmbiguous(RoutingContext context) {
        var path = context.request().path();
        return path == null || AMBIGUOUS.matcher(path).find() || !path.equals(context.normalizedPath());
    }
}
