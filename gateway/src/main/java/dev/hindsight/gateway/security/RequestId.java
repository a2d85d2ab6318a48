package dev.hindsight.gateway.security;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** The id by which one request is found in the logs of gateway and services; always ours, never the client's. */
public final class RequestId {

    /** Carries the id to the services. */
    public static final String TO_SERVICES = "Hindsight-Request-Id";

    private static final String TO_CLIENTS = "X-Request-Id";
    private static final String KEY = RequestId.class.getName();

    private RequestId() {}

    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? assign(context) : id;
    }

    static String assign(RoutingContext context) {
        var id = UUID.randomUUID().toString();
        context.put(KEY, id);
        return id;
    }

    static void putOn(RoutingContext context) {
        context.response().headers().set(TO_CLIENTS, of(context));
    }
}
