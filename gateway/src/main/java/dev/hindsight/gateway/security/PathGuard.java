package dev.hindsight.gateway.security;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.kit.problem.StandardProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Refuses a path that is not in its normal form. Rights are decided on the normal form but services get the path as it
 * came, so the two must be the same.
 */
@Singleton
public class PathGuard {

    /** Encoded separators and path parameters mean different things to different servers. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("%2f|%5c|%2e|%25|%[01][0-9a-f]|%7f|;|//|\\\\", Pattern.CASE_INSENSITIVE);

    private final ProblemAnswer problems;

    PathGuard(ProblemAnswer problems) {
        this.problems = problems;
    }

    public void handle(RoutingContext context) {
        var path = context.request().path();
        if (path == null || AMBIGUOUS.matcher(path).find() || !path.equals(context.normalizedPath())) {
            problems.send(context, StandardProblem.AMBIGUOUS_PATH);
        } else {
            context.next();
        }
    }
}
