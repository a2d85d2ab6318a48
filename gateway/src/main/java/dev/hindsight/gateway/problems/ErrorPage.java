package dev.hindsight.gateway.problems;

import dev.hindsight.gateway.security.RequestId;
import dev.hindsight.gateway.signin.Visitor;
import dev.hindsight.kit.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a problem to a person: what went wrong, what to do, and the id to report. */
@ApplicationScoped
public class ErrorPage {

    @CheckedTemplate(basePath = "problems")
    static class Templates {
        static native TemplateInstance error(
                Visitor visitor, String title, String advice, int status, String requestId);
    }

    /** The page as a whole, for a caller that sends it itself. */
    public String render(RoutingContext context, ProblemType type, String advice) {
        var visitor = context.user() instanceof QuarkusHttpUser user
                ? Visitor.of(user.getSecurityIdentity())
                : Visitor.NOBODY;
        return Templates.error(visitor, type.title(), advice, type.status(), RequestId.of(context))
                .render();
    }

    void answer(RoutingContext context, ProblemType type) {
        context.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .end(render(context, type, type.advice()));
    }
}
