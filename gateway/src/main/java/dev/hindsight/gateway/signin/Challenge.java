package dev.hindsight.gateway.signin;

import static dev.hindsight.kit.problem.StandardProblem.UNAUTHENTICATED;

import dev.hindsight.gateway.problems.ProblemAnswer;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/** Sends a person who must sign in to the sign-in page, and tells a program so in a problem. */
@Alternative
@Priority(1)
@ApplicationScoped
public class Challenge implements HttpAuthenticationMechanism {

    private final OidcAuthenticationMechanism oidc;
    private final ProblemAnswer problems;

    Challenge(OidcAuthenticationMechanism oidc, ProblemAnswer problems) {
        this.oidc = oidc;
        this.problems = problems;
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (!Programs.sent(context.request())) {
            return oidc.sendChallenge(context);
        }
        context.response().putHeader("WWW-Authenticate", "Bearer");
        if (context.request().headers().contains("HX-Request")) {
            context.response().putHeader("HX-Refresh", "true"); // loading the whole page leads to the sign-in page
        }
        return Uni.createFrom()
                .completionStage(problems.answer(context, UNAUTHENTICATED).toCompletionStage())
                .replaceWith(true);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        // OIDC names itself as the one to challenge; take the name back, or a bad token would get an empty 401
        return oidc.authenticate(context, identities)
                .onTermination()
                .invoke(() -> context.put(HttpAuthenticationMechanism.class.getName(), this));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }
}
