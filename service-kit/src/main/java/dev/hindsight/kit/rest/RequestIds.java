package dev.hindsight.kit.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request one id, before anything else looks at it: the gateway's, if it sent a plausible one, else a fresh
 * one. It is in the logs as {@code traceId} and in each problem.
 */
@ApplicationScoped
public class RequestIds {

    public static final String HEADER = "Hindsight-Request-Id";
    public static final String LOG_KEY = "traceId";

    static final int BEFORE_AUTHENTICATION = 10_000;
    private static final Pattern PLAUSIBLE = Pattern.compile("[0-9A-Za-z-]{8,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::identify, BEFORE_AUTHENTICATION);
    }

    private static void identify(RoutingContext context) {
        var sent = context.request().getHeader(HEADER);
        var id = sent != null && PLAUSIBLE.matcher(sent).matches()
                ? sent
                : UuidCreator.getTimeOrderedEpoch().toString();
        context.request().headers().set(HEADER, id);
        MDC.put(LOG_KEY, id);
        context.next();
    }
}
