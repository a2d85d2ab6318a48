package dev.hindsight.gateway.security;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts on every answer what tells a browser to run nothing but our own pages. */
@ApplicationScoped
class SecurityHeaders {

    private final String contentPolicy;

    SecurityHeaders(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI identityProvider) {
        contentPolicy = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "connect-src 'self'",
                // signing out is a form that ends at the identity provider
                "form-action 'self' " + identityProvider.getScheme() + "://" + identityProvider.getAuthority(),
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "object-src 'none'");
    }

    void putOn(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", contentPolicy)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if ("https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        putCaching(context.normalizedPath(), headers);
    }

    private static void putCaching(String path, MultiMap headers) {
        if (path.startsWith("/assets/") || path.startsWith("/webjars/")) {
            headers.set("Cache-Control", "no-cache"); // the names hold no version: ask before using a copy
        } else if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
