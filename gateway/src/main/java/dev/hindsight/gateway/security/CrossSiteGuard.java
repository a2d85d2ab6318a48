package dev.hindsight.gateway.security;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.gateway.request.Caller;
import dev.hindsight.kit.problem.StandardProblem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses an unsafe request that another site makes a browser send with the session cookie of its user: by what the
 * browser says of it (Fetch Metadata), or by its Origin if the browser is too old to say.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">
 *     OWASP: Cross-Site Request Forgery Prevention</a>
 */
@Singleton
public class CrossSiteGuard {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none"); // none: typed or bookmarked

    private final String publicOrigin;
    private final ProblemAnswer problems;

    CrossSiteGuard(@ConfigProperty(name = "hindsight.url") URI ownAddress, ProblemAnswer problems) {
        publicOrigin = ownAddress.getScheme() + "://" + ownAddress.getAuthority();
        this.problems = problems;
    }

    public void handle(RoutingContext context) {
        var request = context.request();
        var atRisk = !SAFE.contains(request.method()) && !Caller.hasBearer(request) && Caller.hasSession(request);
        if (atRisk && !isOurs(request)) {
            problems.send(context, StandardProblem.CROSS_SITE_REQUEST);
        } else {
            context.next();
        }
    }

    private boolean isOurs(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITE.contains(site);
        }
        var asAsked = request.scheme() + "://" + request.authority();
        var origin = request.getHeader("Origin");
        return publicOrigin.equals(origin) || asAsked.equals(origin);
    }
}
