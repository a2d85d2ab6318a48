package dev.hindsight.gateway.problems;

import dev.hindsight.gateway.signin.Programs;
import dev.hindsight.kit.problem.ProblemType;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;

/** Answers what no route and no page has answered: an unknown path, a body too large, a failure of our own. */
@ApplicationScoped
public class ErrorAnswers {

    private static final int BEFORE_EVERY_ROUTE = -100_000;

    private final ProblemAnswer problems;
    private final ErrorPage page;

    ErrorAnswers(ProblemAnswer problems, ErrorPage page) {
        this.problems = problems;
        this.page = page;
    }

    void register(@Observes Router router) {
        router.route().last().handler(context -> answer(context, StandardProblem.NOT_FOUND));
        router.route().order(BEFORE_EVERY_ROUTE).failureHandler(this::answerFailure);
    }

    private void answerFailure(RoutingContext context) {
        var failure = context.failure();
        if (context.response().headWritten() || failure instanceof SecurityException) {
            context.next(); // the sign-in challenge is Quarkus' to send
            return;
        }
        var problem = problemOf(context.statusCode());
        if (problem == StandardProblem.INTERNAL) {
            Log.error("%s %s failed".formatted(context.request().method(), context.normalizedPath()), failure);
        }
        answer(context, problem);
    }

    /** A person gets a page, a program a problem. */
    public void answer(RoutingContext context, ProblemType type) {
        HttpServerRequest request = context.request();
        if (Programs.sent(request)) {
            problems.answer(context, type);
        } else {
            page.answer(context, type);
        }
    }

    private static StandardProblem problemOf(int status) {
        return Arrays.stream(StandardProblem.values())
                .filter(problem -> problem.status() == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? StandardProblem.INVALID_REQUEST : StandardProblem.INTERNAL);
    }
}
