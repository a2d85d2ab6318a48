package dev.hindsight.localstack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this stack consists of: the infrastructure that nobody else runs, and our services. */
record Parts(Optional<Postgres> postgres, Optional<Keycloak> keycloak, List<Service> services) {

    static Parts of(Settings settings, Secrets secrets) throws IOException {
        return new Parts(
                settings.externalDatabase().isPresent()
                        ? Optional.empty()
                        : Optional.of(new Postgres(settings, secrets)),
                settings.externalRealm().isPresent() ? Optional.empty() : Optional.of(new Keycloak(settings, secrets)),
                List.of(incidentService(settings, secrets), gateway(settings, secrets)));
    }

    /** In the order in which they start. */
    List<Part> all() {
        var all = new ArrayList<Part>();
        postgres.ifPresent(all::add);
        keycloak.ifPresent(all::add);
        all.addAll(services);
        return all;
    }

    private static Service incidentService(Settings settings, Secrets secrets) throws IOException {
        var port = settings.incidentService();
        return new Service(
                "incident-service",
                List.of(port),
                settings,
                Map.of(
                        "HINDSIGHT_DB_URL", settings.databaseUrl(),
                        "HINDSIGHT_INCIDENT_SERVICE_DB_PASSWORD", secrets.of("HINDSIGHT_INCIDENT_SERVICE_DB_PASSWORD"),
                        "HINDSIGHT_OIDC_URL", settings.realmUrl(),
                        "HINDSIGHT_INCIDENT_SERVICE_PORT", Integer.toString(port.number())));
    }

    private static Service gateway(Settings settings, Secrets secrets) throws IOException {
        var port = settings.gateway();
        var management = settings.gatewayManagement();
        return new Service(
                "gateway",
                List.of(port, management),
                settings,
                Map.of(
                        "HINDSIGHT_URL", settings.gatewayUrl(),
                        "HINDSIGHT_OIDC_URL", settings.realmUrl(),
                        "HINDSIGHT_INCIDENT_SERVICE_URL",
                                "http://127.0.0.1:" + settings.incidentService().number(),
                        "HINDSIGHT_GATEWAY_PORT", Integer.toString(port.number()),
                        "HINDSIGHT_GATEWAY_MANAGEMENT_PORT", Integer.toString(management.number()),
                        "HINDSIGHT_GATEWAY_SECRET", secrets.of("HINDSIGHT_GATEWAY_SECRET"),
                        "HINDSIGHT_STATE_SECRET", secrets.of("HINDSIGHT_STATE_SECRET"),
                        "HINDSIGHT_SESSION_SECRET", secrets.of("HINDSIGHT_SESSION_SECRET")));
    }
}
