package dev.hindsight.kit.rest;

import dev.hindsight.kit.problem.Problem;
import dev.hindsight.kit.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Puts a problem on the wire, with the headers that its status demands. */
public final class ProblemResponses {

    private static final int RETRY_AFTER_SECONDS = 2;

    private ProblemResponses() {}

    /** Without a detail of its own the problem carries its general advice. */
    public static Response of(ProblemType type, @Nullable String detail, HttpHeaders request) {
        return of(type.problem(detail), request);
    }

    public static Response of(Problem problem, HttpHeaders request) {
        var response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.tracedBy(request.getHeaderString(RequestIds.HEADER)));
        return switch (problem.status()) {
            case 401 -> response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
            case 429, 503 ->
                response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
            default -> response.build();
        };
    }
}
