package dev.hindsight.gateway.proxy;

import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The services that the routes lead to, by name. */
@Singleton
class Backends {

    private final Map<String, Backend> byName = new TreeMap<>();

    Backends(Vertx vertx, ProxySettings settings) {
        for (var route : Route.TABLE) {
            var service = settings.services().get(route.service());
            if (service == null) {
                throw new IllegalStateException("There is no address for %s: set proxy.services.\"%s\".url"
                        .formatted(route.prefix(), route.service()));
            }
            byName.computeIfAbsent(route.service(), _ -> new Backend(vertx, service.url(), settings));
        }
    }

    Backend behind(Route route) {
        return named(route.service());
    }

    Backend named(String service) {
        var backend = byName.get(service);
        if (backend == null) {
            throw new IllegalArgumentException("no such service: " + service);
        }
        return backend;
    }

    Set<String> names() {
        return byName.keySet();
    }

    @PreDestroy
    void close() {
        byName.values().forEach(Backend::close);
    }
}
