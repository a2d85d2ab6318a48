package dev.hindsight.gateway.proxy;

import java.util.List;
import java.util.Optional;

/**
 * Sends every path at or below a prefix to one service.
 *
 * @param prefix whole segments: {@code /api/incidents} is not a prefix of {@code /api/incidentsX}
 */
record Route(String prefix, String service) {

    private static final String INCIDENT_SERVICE = "incident-service";
    private static final String ACTIONITEM_SERVICE = "actionitem-service";
    private static final String REPORTING_SERVICE = "reporting-service";
    private static final String AUDIT_SERVICE = "audit-service";

    /** The whole allow-list: a path that no line covers reaches no service. */
    static final List<Route> TABLE = List.of(
            new Route("/api/incidents", INCIDENT_SERVICE),
            new Route("/api/postmortems", INCIDENT_SERVICE),
            new Route("/api/coach", INCIDENT_SERVICE),
            new Route("/api/glossary", INCIDENT_SERVICE),
            new Route("/api/policies", INCIDENT_SERVICE),
            new Route("/api/operations/incident-service", INCIDENT_SERVICE),
            new Route("/api/action-items", ACTIONITEM_SERVICE),
            new Route("/api/webhooks", ACTIONITEM_SERVICE),
            new Route("/api/integrations/github", ACTIONITEM_SERVICE),
            new Route("/api/notifications", ACTIONITEM_SERVICE),
            new Route("/api/action-items.csv", ACTIONITEM_SERVICE),
            new Route("/api/operations/actionitem-service", ACTIONITEM_SERVICE),
            new Route("/api/reports", REPORTING_SERVICE),
            new Route("/api/operations/reporting-service", REPORTING_SERVICE),
            new Route("/api/audit", AUDIT_SERVICE),
            new Route("/api/operations/audit-service", AUDIT_SERVICE));

    static Optional<Route> of(String path) {
        return TABLE.stream().filter(route -> route.covers(path)).findFirst();
    }

    private boolean covers(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
