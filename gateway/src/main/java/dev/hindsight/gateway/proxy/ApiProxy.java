package dev.hindsight.gateway.proxy;

import static dev.hindsight.kit.problem.StandardProblem.NOT_FOUND;
import static dev.hindsight.kit.problem.StandardProblem.TOO_LARGE;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.gateway.setup.Limits;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes every request under {@code /api} that the gateway does not answer itself. */
@ApplicationScoped
public class ApiProxy {

    private final Routes routes;
    private final Limits limits;
    private final ProblemAnswer problems;

    ApiProxy(Routes routes, Limits limits, ProblemAnswer problems) {
        this.routes = routes;
        this.limits = limits;
        this.problems = problems;
    }

    void register(@Observes Router router, Vertx vertx) {
        Map<Backend, Relay> relays = routes.backends().stream()
                .collect(Collectors.toMap(Function.identity(), backend -> new Relay(backend, limits, problems, vertx)));
        router.route("/api/*").handler(context -> {
            var path = context.normalizedPath();
            if (path.equals("/api/me")) {
                context.next();
                return;
            }
            var relay = routes.backendOf(path).map(relays::get);
            if (relay.isEmpty()) {
                problems.answer(context, NOT_FOUND);
            } else if (saysTooLarge(context, RequestClass.of(path))) {
                context.response().putHeader("Connection", "close"); // the rest of the body is not wanted
                problems.answer(context, TOO_LARGE);
            } else {
                relay.get().handle(context);
            }
        });
    }

    private boolean saysTooLarge(RoutingContext context, RequestClass kind) {
        var length = context.request().getHeader("Content-Length");
        return length != null && Long.parseLong(length) > kind.body(limits);
    }
}
