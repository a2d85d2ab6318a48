package dev.hindsight.gateway.problems;

import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a request early, in a page or before one is reached, into a problem. */
@Singleton
public class FailedRequests {

    private final ProblemAnswer problems;

    FailedRequests(ProblemAnswer problems) {
        this.problems = problems;
    }

    /** What fails outside the pages. */
    public void handle(RoutingContext context) {
        var cause = context.failure();
        var response = context.response();
        if (response.ended() || response.headWritten() || (isSignIn(cause) && response.getStatusCode() < 400)) {
            context.next(); // a redirect to the identity provider is a failure too, in the eyes of Quarkus
        } else if (cause instanceof ProblemException known) {
            problems.send(context, known.problem());
        } else if (cause instanceof AuthenticationCompletionException) {
            problems.send(context, StandardProblem.UNAUTHENTICATED);
        } else if (cause instanceof UnauthorizedException) {
            context.next(); // Quarkus sends the challenge
        } else if (cause instanceof ForbiddenException) {
            problems.send(context, StandardProblem.FORBIDDEN);
        } else {
            var status = context.statusCode() > 0 ? context.statusCode() : 500;
            if (cause != null && status >= 500) {
                Log.errorf(
                        cause,
                        "%s %s failed",
                        context.request().method(),
                        context.request().path());
            }
            problems.send(context, ofStatus(status));
        }
    }

    private static boolean isSignIn(@Nullable Throwable cause) {
        return cause instanceof AuthenticationException;
    }

    @ServerExceptionMapper(priority = 1)
    public Response known(ProblemException exception, RoutingContext context) {
        return problems.response(context, exception.problem());
    }

    /** Unknown paths, methods that a path does not have, and the like. */
    @ServerExceptionMapper(priority = 1)
    public Response refused(WebApplicationException exception, RoutingContext context) {
        var status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        return problems.response(context, ofStatus(status).problem(null));
    }

    @ServerExceptionMapper(priority = 1)
    public Response unexpected(RuntimeException exception, RoutingContext context) {
        Log.errorf(
                exception,
                "%s %s failed",
                context.request().method(),
                context.request().path());
        return problems.response(context, StandardProblem.INTERNAL.problem(null));
    }

    private static StandardProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> StandardProblem.UNAUTHENTICATED;
            case 403 -> StandardProblem.FORBIDDEN;
            case 404 -> StandardProblem.NOT_FOUND;
            case 405 -> StandardProblem.METHOD_NOT_ALLOWED;
            case 406 -> StandardProblem.NOT_ACCEPTABLE;
            case 413 -> StandardProblem.TOO_LARGE;
            case 415 -> StandardProblem.UNSUPPORTED_MEDIA_TYPE;
            default -> status >= 500 ? StandardProblem.INTERNAL : StandardProblem.INVALID_REQUEST;
        };
    }
}
