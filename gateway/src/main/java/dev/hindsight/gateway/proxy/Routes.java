package dev.hindsight.gateway.proxy;

import dev.hindsight.gateway.setup.Backends;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Which service answers which path; a new service is a line here. */
@ApplicationScoped
public class Routes {

    private record Route(String prefix, Backend backend) {

        boolean covers(String path) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    private final List<Route> table;

    Routes(Backends backends) {
        var incidents = new Backend("incident-service", backends.incidentServiceUrl());
        table = List.of(
                new Route("/api/incidents", incidents),
                new Route("/api/postmortems", incidents),
                new Route("/api/coach", incidents),
                new Route("/api/glossary", incidents),
                new Route("/api/operations/incident-service", incidents));
    }

    Optional<Backend> backendOf(String path) {
        return table.stream()
                .filter(route -> route.covers(path))
                .map(Route::backend)
                .findFirst();
    }

    List<Backend> backends() {
        return table.stream().map(Route::backend).distinct().toList();
    }
}
