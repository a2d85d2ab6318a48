package dev.hindsight.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.hindsight.kit.command.DatabaseFailures;
import dev.hindsight.kit.problem.FieldError;
import dev.hindsight.kit.problem.Problem;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The one place where failures become HTTP; a service adds mappers for its own exceptions beside it.
 *
 * <p>A missing or bad token reaches these mappers only if the service sets {@code quarkus.http.auth.proactive=false} and
 * demands identity at its resources ({@code quarkus.security.jaxrs.default-roles-allowed=**}). An HTTP permission policy
 * answers by itself, with an empty body, and must not be used for paths of an API.
 */
public class Problems {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final AllowedMethods allowed;

    Problems(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e, HttpHeaders request) {
        return ProblemResponses.of(e.problem(), request);
    }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException e, HttpHeaders request) {
        return invalid(List.of(UnreadableJson.explain(e)), request);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e, HttpHeaders request) {
        return invalid(List.of(UnreadableJson.explain(e)), request);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e, HttpHeaders request) {
        var errors = e.getConstraintViolations().stream()
                .map(Problems::fieldError)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return invalid(errors, request);
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException e, HttpHeaders request) {
        return ProblemResponses.of(StandardProblem.UNAUTHENTICATED, null, request);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, AuthenticationCompletionException.class})
    public Response badToken(HttpHeaders request) {
        return ProblemResponses.of(StandardProblem.UNAUTHENTICATED, null, request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, HttpHeaders request) {
        return ProblemResponses.of(StandardProblem.FORBIDDEN, null, request);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException e, ContainerRequestContext context, HttpHeaders request) {
        var answer = e.getResponse();
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable, request);
        }
        if (answer.getStatus() >= 500) {
            return bug(e, context, request);
        }
        if (answer.getStatus() < 400) {
            return answer;
        }
        var response = ProblemResponses.of(frameworkProblem(answer), request);
        return answer.getStatus() == 405
                ? Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, String.join(", ", allowed.of(path(context))))
                        .build()
                : response;
    }

    private static String path(ContainerRequestContext context) {
        var path = context.getUriInfo().getPath();
        return path.startsWith("/") ? path : "/" + path;
    }

    /** Our own fault, or the database's: log everything, tell the client nothing. */
    @ServerExceptionMapper
    public Response bug(Throwable e, ContainerRequestContext context, HttpHeaders request) {
        if (!DatabaseFailures.connectionLost(e)) {
            Log.error("Unexpected failure", e);
            return ProblemResponses.of(StandardProblem.INTERNAL, null, request);
        }
        Log.warn("The database is out of reach", e);
        var type = READS.contains(context.getMethod()) ? StandardProblem.SERVICE_BUSY : StandardProblem.OUTCOME_UNKNOWN;
        return ProblemResponses.of(type, null, request);
    }

    private static Response invalid(List<FieldError> errors, HttpHeaders request) {
        return ProblemResponses.of(StandardProblem.INVALID_REQUEST.problem(null).with(errors), request);
    }

    private static Problem frameworkProblem(Response answer) {
        var type = standard(answer.getStatus());
        return type != null
                ? type.problem(null)
                : new Problem(
                        URI.create("about:blank"),
                        answer.getStatusInfo().getReasonPhrase(),
                        answer.getStatus(),
                        null,
                        List.of(),
                        null);
    }

    private static @Nullable StandardProblem standard(int status) {
        return switch (status) {
            case 400 -> StandardProblem.INVALID_REQUEST;
            case 401 -> StandardProblem.UNAUTHENTICATED;
            case 403 -> StandardProblem.FORBIDDEN;
            case 404 -> StandardProblem.NOT_FOUND;
            case 405 -> StandardProblem.METHOD_NOT_ALLOWED;
            case 406 -> StandardProblem.NOT_ACCEPTABLE;
            case 412 -> StandardProblem.VERSION_MISMATCH;
            case 413 -> StandardProblem.TOO_LARGE;
            case 415 -> StandardProblem.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> StandardProblem.UNPROCESSABLE;
            case 429 -> StandardProblem.TOO_MANY_REQUESTS;
            default -> null;
        };
    }

    /** The path below the resource's method and, if there is more, below its parameter: {@code systems[0].name}. */
    private static FieldError fieldError(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .toList();
        var inParameter = nodes.size() > 1 && nodes.getFirst().getKind() == ElementKind.PARAMETER;
        var path =
                nodes.stream().skip(inParameter ? 1 : 0).map(Object::toString).collect(Collectors.joining("."));
        return new FieldError(path, violation.getMessage());
    }
}
