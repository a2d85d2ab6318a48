package dev.hindsight.kit.identity;

import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells who sends the current request, from its verified token and nothing else. */
@ApplicationScoped
public class Actors {

    private static final String TEAMS = "teams";

    private final SecurityIdentity identity;

    Actors(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Actor current() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            throw new ProblemException(StandardProblem.UNAUTHENTICATED, null);
        }
        return new Actor(token.getSubject(), identity.getRoles(), teams(token.getClaim(TEAMS)));
    }

    private static Set<String> teams(@Nullable Object claim) {
        return claim instanceof Collection<?> teams
                ? teams.stream()
                        .map(team -> team instanceof JsonString text ? text.getString() : team.toString())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
