package dev.hindsight.gateway.setup;

import dev.hindsight.gateway.problems.FailedRequests;
import dev.hindsight.gateway.proxy.ApiProxy;
import dev.hindsight.gateway.request.RequestId;
import dev.hindsight.gateway.security.CrossSiteGuard;
import dev.hindsight.gateway.security.PathGuard;
import dev.hindsight.gateway.security.SecurityHeaders;
import dev.hindsight.gateway.security.SizeGuard;
import dev.hindsight.gateway.signin.SignOut;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The order in which a request passes the parts of the gateway: guards, sign-in, services, pages. */
@Singleton
class Wiring {

    /** Quarkus signs in at 200; the higher, the earlier. */
    private static final int BEFORE_ALL = 1000;

    private static final int BEFORE_SIGN_IN = 900;

    void guards(
            @Observes Filters filters,
            SecurityHeaders headers,
            PathGuard paths,
            SizeGuard sizes,
            CrossSiteGuard sites,
            SignOut signOut) {
        filters.register(Wiring::nameRequest, BEFORE_ALL)
                .register(headers::handle, BEFORE_ALL - 1)
                .register(paths::handle, BEFORE_SIGN_IN)
                .register(sizes::handle, BEFORE_SIGN_IN - 1)
                .register(sites::handle, BEFORE_SIGN_IN - 2)
                .register(signOut::handle, BEFORE_SIGN_IN - 3);
    }

    /** A route without an order of its own comes after the guards and the sign-in, and before the pages. */
    void services(@Observes Router router, ApiProxy proxy, FailedRequests failures) {
        router.route().order(-BEFORE_ALL).failureHandler(failures::handle);
        router.route("/api/*").handler(proxy::handle);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    private static void nameRequest(RoutingContext context) {
        RequestId.assign(context);
        context.next();
    }
}
