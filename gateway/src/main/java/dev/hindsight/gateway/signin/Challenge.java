package dev.hindsight.gateway.signin;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.gateway.request.Caller;
import dev.hindsight.kit.problem.ProblemException;
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

/**
 * Sends a browser that is not signed in to the identity provider, and tells a program that it must sign in; tells both
 * when the provider is down.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class Challenge implements HttpAuthenticationMechanism {

    private final OidcAuthenticationMechanism oidc;
    private final IdentityProvider provider;
    private final ProblemAnswer problems;

    Challenge(OidcAuthenticationMechanism oidc, IdentityProvider provider, ProblemAnswer problems) {
        this.oidc = oidc;
        this.provider = provider;
        this.problems = problems;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (PublicPaths.contain(context.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        return unlessUnknown(context)
                .chain(() -> oidc.authenticate(context, identities))
                // OIDC names itself as the one to challenge; take the name back, or a bad token would get an empty 401
                .onTermination()
                .invoke(() -> context.put(HttpAuthenticationMechanism.class.getName(), this))
                .onFailure(Challenge::isVerdict)
                .recoverWithUni(failure -> unlessSilent(failure, context))
                .onFailure(AuthenticationRedirectException.class)
                .transform(redirect ->
                        Caller.isApi(context.request()) ? new AuthenticationFailedException(redirect) : redirect);
    }

    /** Without the provider's keys there is nothing to verify credentials with. */
    private Uni<Boolean> unlessUnknown(RoutingContext context) {
        if (provider.isKnown() || !Caller.bringsCredentials(context.request())) {
            return Uni.createFrom().item(true);
        }
        return provider.answers().invoke(up -> {
            if (!up) {
                throw unavailable();
            }
        });
    }

    /** Credentials may have failed only because nobody could be asked about them. */
    private Uni<SecurityIdentity> unlessSilent(Throwable failure, RoutingContext context) {
        return provider.answers().map(up -> {
            throw up ? withoutSession(context, failure) : unavailable();
        });
    }

    private static boolean isVerdict(Throwable failure) {
        return !(failure instanceof AuthenticationRedirectException || failure instanceof ProblemException);
    }

    private static ProblemException unavailable() {
        return new ProblemException(StandardProblem.SIGN_IN_UNAVAILABLE, null);
    }

    /** A sign-in that broke off, or a session that nobody issued: a person is told so and can start again. */
    private static RuntimeException withoutSession(RoutingContext context, Throwable failure) {
        if (!(failure instanceof AuthenticationCompletionException)) {
            return failure instanceof RuntimeException known ? known : new AuthenticationFailedException(failure);
        }
        Log.infof("Sign-in failed: %s", failure.getMessage());
        return Caller.wantsPage(context.request())
                ? new AuthenticationRedirectException(SignInFailedPage.PATH)
                : new AuthenticationFailedException(failure);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (Caller.wantsPage(context.request())) {
            return provider.answers().chain(up -> up ? oidc.sendChallenge(context) : refuse(context));
        }
        var response = context.response().putHeader("WWW-Authenticate", "Bearer");
        if (Caller.isHtmx(context.request())) {
            response.putHeader("HX-Refresh", "true"); // the page is loaded anew, which leads to the sign-in and back
        }
        problems.send(context, StandardProblem.UNAUTHENTICATED);
        return Uni.createFrom().item(true);
    }

    private Uni<Boolean> refuse(RoutingContext context) {
        problems.send(context, StandardProblem.SIGN_IN_UNAVAILABLE);
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
