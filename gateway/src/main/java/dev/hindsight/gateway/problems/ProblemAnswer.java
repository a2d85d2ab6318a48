package dev.hindsight.gateway.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.gateway.request.Caller;
import dev.hindsight.gateway.request.RequestId;
import dev.hindsight.kit.problem.Problem;
import dev.hindsight.kit.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Answers with a problem: as a page to a browser that asked for one, as RFC 9457 to everybody else. */
@Singleton
public class ProblemAnswer {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String RETRY_AFTER_SECONDS = "5";

    @CheckedTemplate(basePath = "problems")
    static class Templates {
        static native TemplateInstance occurred(Problem problem, boolean again, String here, @Nullable String person);
    }

    private final ObjectMapper json;

    ProblemAnswer(ObjectMapper json) {
        this.json = json;
    }

    public void send(RoutingContext context, ProblemType type) {
        send(context, type.problem(null));
    }

    public void send(RoutingContext context, Problem problem) {
        var response = context.response().setStatusCode(problem.status());
        if (isTemporary(problem)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (Caller.wantsPage(context.request())) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, HTML).end(page(context, problem));
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).end(document(context, problem));
        }
    }

    Response response(RoutingContext context, Problem problem) {
        var page = Caller.wantsPage(context.request());
        var response = Response.status(problem.status())
                .type(page ? MediaType.valueOf(HTML) : MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(page ? page(context, problem) : document(context, problem));
        return (isTemporary(problem) ? response.header("Retry-After", RETRY_AFTER_SECONDS) : response).build();
    }

    private static String page(RoutingContext context, Problem problem) {
        var repeatable = isTemporary(problem) && context.request().method().equals(HttpMethod.GET);
        var person = Caller.name(context).orElse(null);
        return Templates.occurred(
                        problem.tracedBy(RequestId.of(context)),
                        repeatable,
                        context.request().uri(),
                        person)
                .render();
    }

    private String document(RoutingContext context, Problem problem) {
        try {
            return json.writeValueAsString(problem.tracedBy(RequestId.of(context)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTemporary(Problem problem) {
        return problem.status() >= 502 && problem.status() <= 504;
    }
}
