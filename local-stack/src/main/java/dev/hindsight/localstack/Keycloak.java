package dev.hindsight.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keycloak with our realm: a folder of its own for what it writes, the programs shared and only read. */
final class Keycloak implements Part {

    private final Settings settings;
    private final Secrets secrets;
    private final Child child;
    private final Path folder;

    Keycloak(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        child = new Child("keycloak", settings.home());
        folder = settings.home().resolve("keycloak");
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public List<Settings.Port> ports() {
        return List.of(settings.keycloak(), settings.keycloakManagement());
    }

    @Override
    public Path log() {
        return child.log();
    }

    @Override
    public Optional<ProcessHandle> running() throws IOException {
        return child.running();
    }

    @Override
    public void start(Progress progress) throws IOException, InterruptedException {
        var programs = KeycloakPrograms.built(settings, progress);
        if (!Files.exists(folder)) {
            progress.step(name(), "first start: creating its tables and importing the realm");
        }
        programs.prepare(folder);
        RealmFile.write(folder.resolve("data/import/hindsight-realm.json"));

        var process = child.start(programs.serverCommand(folder, options()), environment());
        Health.await(name(), process, log(), readiness(), Duration.ofSeconds(240));
        new DirectoryClient(
                        settings.keycloakUrl(),
                        secrets.of("HINDSIGHT_KEYCLOAK_ADMIN_PASSWORD"),
                        secrets.of("HINDSIGHT_DIRECTORY_SECRET"))
                .addIfMissing();
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        child.stop(Duration.ofSeconds(20));
    }

    private URI readiness() {
        return URI.create("http://127.0.0.1:%d/health/ready"
                .formatted(settings.keycloakManagement().number()));
    }

    private List<String> options() {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local", // else it opens cluster ports on every address and, once killed, waits 20 s for itself
                "--log-level=INFO,io.smallrye.health:ERROR", // else one line for every question whether it is ready
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.keycloak().number(),
                "--http-management-port=" + settings.keycloakManagement().number(),
                "--hostname=" + settings.keycloakUrl());
    }

    /** Secrets travel in the environment: arguments can be read by every user of the machine. */
    private Map<String, String> environment() throws IOException {
        return Map.of(
                "KC_DB_URL", settings.postgresUrl("keycloak"),
                "KC_DB_USERNAME", "keycloak",
                "KC_DB_PASSWORD", secrets.of("HINDSIGHT_KEYCLOAK_DB_PASSWORD"),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "keycloak-admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("HINDSIGHT_KEYCLOAK_ADMIN_PASSWORD"),
                "HINDSIGHT_URL", settings.gatewayUrl(),
                "HINDSIGHT_GATEWAY_SECRET", secrets.of("HINDSIGHT_GATEWAY_SECRET"),
                "HINDSIGHT_DIRECTORY_SECRET", secrets.of("HINDSIGHT_DIRECTORY_SECRET"));
    }
}
