package dev.hindsight.gateway.problems;

import dev.hindsight.gateway.signin.Programs;
import dev.hindsight.kit.problem.Problem;
import dev.hindsight.kit.problem.ProblemType;
import dev.hindsight.kit.problem.StandardProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says in our own words what JAX-RS finds wrong with a request for a page. */
public class UnknownPath {

    private final ProblemAnswer problems;
    private final ErrorPage page;

    UnknownPath(ProblemAnswer problems, ErrorPage page) {
        this.problems = problems;
        this.page = page;
    }

    @ServerExceptionMapper
    public Response unknown(NotFoundException unknown, RoutingContext context) {
        return response(context, StandardProblem.NOT_FOUND);
    }

    @ServerExceptionMapper
    public Response method(NotAllowedException refused, RoutingContext context) {
        var answer = response(context, StandardProblem.METHOD_NOT_ALLOWED);
        answer.getHeaders().putSingle("Allow", refused.getResponse().getHeaderString("Allow"));
        return answer;
    }

    @ServerExceptionMapper
    public Response representation(NotAcceptableException refused, RoutingContext context) {
        return response(context, StandardProblem.NOT_ACCEPTABLE);
    }

    private Response response(RoutingContext context, ProblemType type) {
        return Programs.sent(context.request())
                ? Response.status(type.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(problems.body(context, type).getBytes())
                        .build()
                : Response.status(type.status())
                        .type("text/html;charset=UTF-8")
                        .entity(page.render(context, type, type.advice()))
                        .build();
    }
}
