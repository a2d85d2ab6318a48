package dev.hindsight.gateway.security;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that no path of this host would take, before a byte of it is read. */
@Singleton
public class SizeGuard {

    private final long limit;
    private final ProblemAnswer problems;

    SizeGuard(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ProblemAnswer problems) {
        this.limit = limit.asLongValue();
        this.problems = problems;
    }

    public void handle(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            problems.send(context, StandardProblem.TOO_LARGE);
        } else {
            context.next();
        }
    }
}
