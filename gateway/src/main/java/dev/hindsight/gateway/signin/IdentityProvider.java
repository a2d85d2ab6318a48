package dev.hindsight.gateway.signin;

import io.quarkus.logging.Log;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Knows whether the identity provider answers, so that nobody is led to a sign-in page that does not come. */
@Singleton
class IdentityProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * How long an answer stays good, from when it was asked for: a crowd that waits for the provider costs it one
     * question. Longer than our patience, or a newcomer would cancel the question that the others wait for.
     */
    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    private final TenantConfigBean tenants;
    private final Uni<Boolean> answer;
    private volatile boolean answering = true;

    IdentityProvider(TenantConfigBean tenants) {
        this.tenants = tenants;
        answer = Uni.createFrom().deferred(this::ask).memoize().forFixedDuration(GOOD_FOR);
    }

    /** Whether its addresses and keys have been fetched, which is tried at the start and then whenever it is asked. */
    boolean isKnown() {
        return tenants.getDefaultTenant().ready();
    }

    /** Whether it answers now, or did a moment ago; told on the event loop of whoever wants to know. */
    Uni<Boolean> answers() {
        var caller = Vertx.currentContext();
        return caller == null ? answer : answer.emitOn(task -> caller.runOnContext(_ -> task.run()));
    }

    private Uni<Boolean> ask() {
        var tenant = tenants.getDefaultTenant();
        return (tenant.ready() ? discover(tenant) : tenant.initialize().map(TenantConfigContext::ready))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onItem()
                .invoke(up -> note(up, "it answers with an error"))
                .onFailure()
                .invoke(failure -> note(false, String.valueOf(failure.getMessage())))
                .onFailure()
                .recoverWithItem(false);
    }

    /** The same connection as for signing in: what stands between us and the provider stands there here as well. */
    private static Uni<Boolean> discover(TenantConfigContext tenant) {
        return tenant.getOidcProviderClient()
                .getWebClient()
                .headAbs(tenant.getOidcMetadata().getDiscoveryUri())
                .send()
                .map(response -> response.statusCode() < 500);
    }

    private void note(boolean up, String trouble) {
        if (up != answering) {
            answering = up;
            Log.warn(up ? "The identity provider answers again" : "The identity provider does not answer: " + trouble);
        }
    }
}
