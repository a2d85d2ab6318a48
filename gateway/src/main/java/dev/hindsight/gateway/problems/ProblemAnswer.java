package dev.hindsight.gateway.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.gateway.security.RequestId;
import dev.hindsight.kit.problem.Problem;
import dev.hindsight.kit.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Ends a request with a problem of the gateway's own. */
@ApplicationScoped
public class ProblemAnswer {

    private final ObjectMapper json;

    ProblemAnswer(ObjectMapper json) {
        this.json = json;
    }

    public Future<Void> answer(RoutingContext context, ProblemType type) {
        return context.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(body(context, type));
    }

    public Buffer body(RoutingContext context, ProblemType type) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(type.problem(null).tracedBy(RequestId.of(context))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a problem is always JSON", e);
        }
    }
}
