package dev.hindsight.gateway.security;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses an address, headers or a body that no path of this host would take, the latter before a byte of it is read.
 * The server has limits of its own for the head, but can only break off without a word there; so they are wider.
 */
@Singleton
public class SizeGuard {

    /** Colon, space, and the end of the line. */
    private static final int AROUND_HEADER = 4;

    private final long addressLimit;
    private final long headersLimit;
    private final long bodyLimit;
    private final ProblemAnswer problems;

    SizeGuard(
            @ConfigProperty(name = "gateway.limits.address", defaultValue = "8K") MemorySize addressLimit,
            @ConfigProperty(name = "gateway.limits.headers", defaultValue = "20K") MemorySize headersLimit,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyLimit,
            ProblemAnswer problems) {
        this.addressLimit = addressLimit.asLongValue();
        this.headersLimit = headersLimit.asLongValue();
        this.bodyLimit = bodyLimit.asLongValue();
        this.problems = problems;
    }

    public void handle(RoutingContext context) {
        var request = context.request();
        if (request.uri().length() > addressLimit) {
            refuse(context, StandardProblem.ADDRESS_TOO_LONG);
        } else if (sizeOfHeaders(request) > headersLimit) {
            refuse(context, StandardProblem.HEADERS_TOO_LARGE);
        } else if (announcedLength(request) > bodyLimit) {
            refuse(context, StandardProblem.TOO_LARGE);
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context, StandardProblem problem) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        problems.send(context, problem);
    }

    private static long sizeOfHeaders(HttpServerRequest request) {
        var size = 0L;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + AROUND_HEADER;
        }
        return size;
    }

    private static long announcedLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
