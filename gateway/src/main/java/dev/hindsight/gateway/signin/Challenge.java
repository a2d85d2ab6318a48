package dev.hindsight.gateway.signin;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.gateway.request.Caller;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.logging.Log;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
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

/** Sends a browser that is not signed in to the identity provider, and tells a program that it must sign in. */
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
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (PublicPaths.contain(context.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        return oidc.authenticate(context, identities)
                // OIDC names itself as the one to challenge; take the name back, or a bad token would get an empty 401
                .onTermination()
                .invoke(() -> context.put(HttpAuthenticationMechanism.class.getName(), this))
                .onFailure(AuthenticationCompletionException.class)
                .transform(failure -> withoutSession(context, failure))
                .onFailure(AuthenticationRedirectException.class)
                .transform(redirect ->
                        Caller.isApi(context.request()) ? new AuthenticationFailedException(redirect) : redirect);
    }

    /** A sign-in that broke off, or a session that nobody issued: a person is told so and can start again. */
    private static Throwable withoutSession(RoutingContext context, Throwable failure) {
        Log.infof("Sign-in failed: %s", failure.getMessage());
        return Caller.wantsPage(context.request())
                ? new AuthenticationRedirectException(SignInFailedPage.PATH)
                : new AuthenticationFailedException(failure);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (Caller.wantsPage(context.request())) {
            return oidc.sendChallenge(context);
        }
        var response = context.response().putHeader("WWW-Authenticate", "Bearer");
        if (Caller.isHtmx(context.request())) {
            response.putHeader("HX-Refresh", "true"); // the page is loaded anew, which leads to the sign-in and back
        }
        problems.send(context, StandardProblem.UNAUTHENTICATED);
        return Uni.createFrom().item(true);
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
