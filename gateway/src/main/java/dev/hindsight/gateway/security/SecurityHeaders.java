package dev.hindsight.gateway.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells browsers, with every answer whoever it comes from, how little of it they may trust. */
@Singleton
public class SecurityHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");

    private static final Set<String> FILES = Set.of("/assets/", "/webjars/");
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String YEAR = "max-age=31536000";

    private final String contentSecurityPolicy;
    private final boolean onlyByTls;

    /** Signing out is a form of ours that ends at the identity provider, so a form may lead there. */
    SecurityHeaders(
            @ConfigProperty(name = "hindsight.url") URI ownAddress,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI identityProvider) {
        onlyByTls = "https".equals(ownAddress.getScheme());
        contentSecurityPolicy = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                "form-action 'self' " + origin(identityProvider),
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "object-src 'none'");
    }

    public void handle(RoutingContext context) {
        context.addHeadersEndHandler(_ -> apply(context));
        context.next();
    }

    private void apply(RoutingContext context) {
        var headers = context.response().headers();
        ALWAYS.forEach(headers::set);
        var stricter = headers.get(CONTENT_SECURITY_POLICY);
        headers.set(CONTENT_SECURITY_POLICY, contentSecurityPolicy);
        if (stricter != null) { // browsers obey both, so a service can only forbid more than we do
            headers.add(CONTENT_SECURITY_POLICY, stricter);
        }
        if (onlyByTls || context.request().isSSL()) {
            headers.set("Strict-Transport-Security", YEAR);
        }
        if (FILES.stream().anyMatch(context.normalizedPath()::startsWith)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-cache"); // their names stay when they change: ask each time
        } else if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
