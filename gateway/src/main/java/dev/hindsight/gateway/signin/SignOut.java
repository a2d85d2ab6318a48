package dev.hindsight.gateway.signin;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.gateway.request.Caller;
import dev.hindsight.kit.problem.StandardProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Lets only a form of ours sign someone out. Quarkus would do it for any request to the path, so that a mere image on
 * another site could; what is left through is an unsafe method, which {@code CrossSiteGuard} judges.
 */
@Singleton
public class SignOut {

    public static final String PATH = "/sign-out";

    private final ProblemAnswer problems;

    SignOut(ProblemAnswer problems) {
        this.problems = problems;
    }

    public void handle(RoutingContext context) {
        var request = context.request();
        if (!context.normalizedPath().equals(PATH)) {
            context.next();
        } else if (!request.method().equals(HttpMethod.POST)) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            problems.send(context, StandardProblem.METHOD_NOT_ALLOWED);
        } else if (!Caller.hasSession(request)) {
            context.response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, "/")
                    .end(); // signed out already
        } else {
            context.next();
        }
    }
}
