package dev.hindsight.gateway.proxy;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.kit.problem.StandardProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** Answers an API request by the service whose path it is, and leaves every other request alone. */
@Singleton
public class ApiProxy {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    private final Backends backends;
    private final ProxySettings settings;
    private final ProblemAnswer problems;

    ApiProxy(Backends backends, ProxySettings settings, ProblemAnswer problems) {
        this.backends = backends;
        this.settings = settings;
        this.problems = problems;
    }

    public void handle(RoutingContext context) {
        var path = context.normalizedPath();
        Route.of(path).ifPresentOrElse(route -> relay(context, route, Pace.of(path)), context::next);
    }

    private void relay(RoutingContext context, Route route, Pace pace) {
        if (!METHODS.contains(context.request().method())) {
            problems.send(context, StandardProblem.METHOD_NOT_ALLOWED);
        } else if (announcedLength(context) > pace.bodyLimit(settings)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            problems.send(context, StandardProblem.TOO_LARGE);
        } else {
            new Exchange(context, backends.behind(route), pace, settings, problems).start();
        }
    }

    private static long announcedLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
