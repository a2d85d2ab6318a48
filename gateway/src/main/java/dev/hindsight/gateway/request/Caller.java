package dev.hindsight.gateway.request;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends a request: a person in front of a browser or a program, signed in or not. */
public final class Caller {

    private Caller() {}

    /** The name of the person or program, if signed in. */
    public static Optional<String> name(RoutingContext context) {
        return identity(context).map(identity -> identity.getPrincipal().getName());
    }

    /** The id by which the records know the person or program, if signed in. */
    public static Optional<String> subject(RoutingContext context) {
        return identity(context)
                .map(SecurityIdentity::getPrincipal)
                .filter(JsonWebToken.class::isInstance)
                .map(token -> ((JsonWebToken) token).getSubject());
    }

    /** What the services behind accept as proof of who asks, whether it came in a header or in the session. */
    public static Optional<String> accessToken(RoutingContext context) {
        return identity(context)
                .map(identity -> identity.getCredential(AccessTokenCredential.class))
                .map(AccessTokenCredential::getToken);
    }

    /** Whether a browser asks for a page to show; anything else is a program, which wants to be told, not led. */
    public static boolean wantsPage(HttpServerRequest request) {
        return !isApi(request) && !hasBearer(request) && !isHtmx(request) && navigates(request) && acceptsHtml(request);
    }

    public static boolean isApi(HttpServerRequest request) {
        var path = request.path();
        return path != null && (path.equals("/api") || path.startsWith("/api/"));
    }

    /** Whether the request is judged by its own header instead of by the session cookie. */
    public static boolean hasBearer(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    /** Whether there is anything by which to tell who asks, be it good or bad. */
    public static boolean bringsCredentials(HttpServerRequest request) {
        return hasBearer(request) || hasSession(request) || hasCookie(request, "q_auth");
    }

    public static boolean hasSession(HttpServerRequest request) {
        return hasCookie(request, "q_session");
    }

    /** Long sessions are cut into numbered cookies, and each sign-in under way has one with its own ending. */
    private static boolean hasCookie(HttpServerRequest request, String prefix) {
        return request.cookies().stream().anyMatch(cookie -> cookie.getName().startsWith(prefix));
    }

    public static boolean isHtmx(HttpServerRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static boolean navigates(HttpServerRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return (mode == null || mode.equals("navigate")) && request.getHeader("X-Requested-With") == null;
    }

    private static boolean acceptsHtml(HttpServerRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static Optional<SecurityIdentity> identity(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                ? Optional.of(user.getSecurityIdentity()).filter(identity -> !identity.isAnonymous())
                : Optional.empty();
    }
}
