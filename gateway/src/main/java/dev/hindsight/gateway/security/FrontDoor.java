package dev.hindsight.gateway.security;

import static dev.hindsight.kit.problem.StandardProblem.AMBIGUOUS_PATH;
import static dev.hindsight.kit.problem.StandardProblem.CROSS_SITE_REQUEST;
import static dev.hindsight.kit.problem.StandardProblem.METHOD_NOT_ALLOWED;

import dev.hindsight.gateway.problems.ProblemAnswer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Meets every request first: gives it an id, and refuses what must not even be authenticated. */
@ApplicationScoped
class FrontDoor {

    /** Before Quarkus authenticates (200), as a sign-out is carried out while authenticating. */
    private static final int BEFORE_AUTHENTICATION = 500;

    private final SecurityHeaders securityHeaders;
    private final ProblemAnswer problems;

    FrontDoor(SecurityHeaders securityHeaders, ProblemAnswer problems) {
        this.securityHeaders = securityHeaders;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_AUTHENTICATION);
    }

    private void admit(RoutingContext context) {
        RequestId.assign(context);
        context.addHeadersEndHandler(_ -> {
            securityHeaders.putOn(context);
            RequestId.putOn(context);
        });
        var request = context.request();
        if (PathForm.isAmbiguous(context)) {
            problems.answer(context, AMBIGUOUS_PATH);
        } else if (CrossSiteCheck.refuses(request)) {
            problems.answer(context, CROSS_SITE_REQUEST);
        } else if (context.normalizedPath().equals("/logout")
                && !request.method().equals(HttpMethod.POST)) {
            context.response().putHeader("Allow", "POST"); // a link on another site must not sign anybody out
            problems.answer(context, METHOD_NOT_ALLOWED);
        } else {
            context.next();
        }
    }
}
