package dev.hindsight.gateway.request;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jboss.logging.MDC;

/** Names each request, for the answer, for the logs and for the service behind; a name that a client sends is not ours. */
public final class RequestId {

    /** Tells the client, so that it can be quoted. */
    public static final String TO_CLIENTS = "X-Request-Id";

    /** Tells the service behind, so that its log lines can be found. */
    public static final String TO_SERVICES = "Hindsight-Request-Id";

    private static final String KEY = RequestId.class.getName();

    private RequestId() {}

    public static void assign(RoutingContext context) {
        var id = UUID.randomUUID().toString().replace("-", "");
        context.put(KEY, id);
        MDC.put("traceId", id);
        context.addHeadersEndHandler(_ -> context.response().putHeader(TO_CLIENTS, id));
    }

    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        if (id == null) {
            throw new IllegalStateException("the request has not been given an id");
        }
        return id;
    }
}
