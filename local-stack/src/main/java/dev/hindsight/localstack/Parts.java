package dev.hindsight.localstack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this stack consists of: the infrastructure that nobody else runs, and our services. */
record Parts(Optional<Postgres> postgres, Optional<Keycloak> keycloak, Optional<Mail> mail, List<Service> services) {

    static Parts of(Settings settings, Secrets secrets) throws IOException {
        return new Parts(
                settings.externalDatabase().isPresent()
                        ? Optional.empty()
                        : Optional.of(new Postgres(settings, secrets)),
                settings.externalRealm().isPresent() ? Optional.empty() : Optional.of(new Keycloak(settings, secrets)),
                settings.externalMail().isPresent() ? Optional.empty() : Optional.of(new Mail(settings)),
                services(settings, secrets));
    }

    /** In the order in which they start. */
    List<Part> all() {
        var all = new ArrayList<Part>();
        postgres.ifPresent(all::add);
        keycloak.ifPresent(all::add);
        mail.ifPresent(all::add);
        all.addAll(services);
        return all;
    }

    private static List<Service> services(Settings settings, Secrets secrets) throws IOException {
        var services = new ArrayList<Service>();
        for (var service : LogService.values()) {
            services.add(onTheLog(service, settings, secrets));
        }
        services.add(gateway(settings, secrets));
        return services;
    }

    private static Service onTheLog(LogService service, Settings settings, Secrets secrets) throws IOException {
        var port = settings.of(service);
        var environment = new HashMap<>(Map.of(
                "HINDSIGHT_DB_URL",
                settings.databaseUrl(),
                service.passwordVariable(),
                secrets.of(service.passwordVariable()),
                "HINDSIGHT_OIDC_URL",
                settings.realmUrl(),
                service.portVariable(),
                Integer.toString(port.number())));
        if (service == LogService.AUDIT_SERVICE) {
            environment.put("HINDSIGHT_AUDIT_SIGNING_KEY", settings.signingKey().toString());
            environment.put(
                    "HINDSIGHT_AUDIT_CHECKPOINTS", settings.checkpoints().toString());
        }
        if (service == LogService.ACTIONITEM_SERVICE) {
            environment.put("HINDSIGHT_URL", settings.gatewayUrl());
            environment.put("HINDSIGHT_WEBHOOK_KEY", secrets.of("HINDSIGHT_WEBHOOK_KEY"));
            settings.gitHubSecret().ifPresent(secret -> environment.put("HINDSIGHT_GITHUB_WEBHOOK_SECRET", secret));
            environment.put("HINDSIGHT_DIRECTORY_SECRET", secrets.of("HINDSIGHT_DIRECTORY_SECRET"));
            environment.putAll(Mail.settingsOfSenders(settings));
        }
        return new Service(service.module(), List.of(port), settings, environment);
    }

    private static Service gateway(Settings settings, Secrets secrets) throws IOException {
        var port = settings.gateway();
        var management = settings.gatewayManagement();
        var environment = new HashMap<>(Map.of(
                "HINDSIGHT_URL", settings.gatewayUrl(),
                "HINDSIGHT_OIDC_URL", settings.realmUrl(),
                "HINDSIGHT_GATEWAY_PORT", Integer.toString(port.number()),
                "HINDSIGHT_GATEWAY_MANAGEMENT_PORT", Integer.toString(management.number()),
                "HINDSIGHT_GATEWAY_SECRET", secrets.of("HINDSIGHT_GATEWAY_SECRET"),
                "HINDSIGHT_STATE_SECRET", secrets.of("HINDSIGHT_STATE_SECRET"),
                "HINDSIGHT_SESSION_SECRET", secrets.of("HINDSIGHT_SESSION_SECRET")));
        for (var service : LogService.values()) {
            environment.put(service.urlVariable(), settings.urlOf(service));
        }
        return new Service("gateway", List.of(port, management), settings, environment);
    }
}
