package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the stack lives, which ports it takes and which parts are run elsewhere: all from environment variables. */
record Settings(Path checkout, Path home, Map<String, String> environment) {

    /** A port of 127.0.0.1, and the variable that moves it. */
    record Port(String owner, String variable, int number) {}

    static Settings fromEnvironment() {
        var environment = System.getenv();
        var checkout = Path.of(environment.getOrDefault("HINDSIGHT_CHECKOUT", "."))
                .toAbsolutePath()
                .normalize();
        var home = Optional.ofNullable(environment.get("HINDSIGHT_HOME"))
                .map(named -> Path.of(named).toAbsolutePath().normalize())
                .orElse(checkout.resolve(".hindsight"));
        return new Settings(checkout, home, environment);
    }

    Port gateway() {
        return port("the gateway", "HINDSIGHT_GATEWAY_PORT", 8080);
    }

    Port gatewayManagement() {
        return port("the gateway's management", "HINDSIGHT_GATEWAY_MANAGEMENT_PORT", 9080);
    }

    Port of(LogService service) {
        return port(service.module(), service.portVariable(), service.portByDefault());
    }

    String urlOf(LogService service) {
        return "http://127.0.0.1:" + of(service).number();
    }

    Port keycloak() {
        return port("Keycloak", "HINDSIGHT_KEYCLOAK_PORT", 8180);
    }

    Port keycloakManagement() {
        return port("Keycloak's management", "HINDSIGHT_KEYCLOAK_MANAGEMENT_PORT", 9180);
    }

    Port postgres() {
        return port("PostgreSQL", "HINDSIGHT_POSTGRES_PORT", 15432);
    }

    Port smtp() {
        return port("the mail server", "HINDSIGHT_SMTP_PORT", 1025);
    }

    Port mailPages() {
        return port("the mail server's pages", "HINDSIGHT_MAIL_PORT", 8025);
    }

    String mailPagesUrl() {
        return "http://localhost:" + mailPages().number();
    }

    String gatewayUrl() {
        return environment.getOrDefault(
                "HINDSIGHT_URL", "http://localhost:" + gateway().number());
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloak().number();
    }

    /** A PostgreSQL that somebody else runs, as JDBC knows it. */
    Optional<String> externalDatabase() {
        return Optional.ofNullable(environment.get("HINDSIGHT_DB_URL")).filter(url -> !url.isBlank());
    }

    /** The realm of an identity provider that somebody else runs. */
    Optional<String> externalRealm() {
        return Optional.ofNullable(environment.get("HINDSIGHT_OIDC_URL")).filter(url -> !url.isBlank());
    }

    /** A mail server that somebody else runs. */
    Optional<String> externalMail() {
        return Optional.ofNullable(environment.get("HINDSIGHT_SMTP_HOST")).filter(host -> !host.isBlank());
    }

    /** Whether a first start is recorded, which makes it longer, so that the next ones are shorter. */
    boolean recordsStarts() {
        var text = environment.getOrDefault("HINDSIGHT_START_CACHE", "on");
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new StackFailure("HINDSIGHT_START_CACHE must be on or off, not \"%s\".".formatted(text));
        };
    }

    String databaseUrl() {
        return externalDatabase().orElseGet(() -> postgresUrl("hindsight"));
    }

    String postgresUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres().number(), database);
    }

    String realmUrl() {
        return externalRealm().orElseGet(() -> keycloakUrl() + "/realms/hindsight");
    }

    String migratorUser() {
        return environment.getOrDefault("HINDSIGHT_MIGRATOR_DB_USER", "hindsight_migrator");
    }

    /** The file of the key that the log is sealed with, drawn for this home if none is named. */
    Path signingKey() throws IOException {
        var named = environment.get("HINDSIGHT_AUDIT_SIGNING_KEY");
        return named == null ? SigningKey.of(home).drawnOnce() : Path.of(named).toAbsolutePath();
    }

    /** Where the last checkpoint is remembered: not in the database, whose past it is held against. */
    Path checkpoints() {
        return Optional.ofNullable(environment.get("HINDSIGHT_AUDIT_CHECKPOINTS"))
                .map(named -> Path.of(named).toAbsolutePath())
                .orElse(home.resolve("checkpoints"));
    }

    /** What GitHub signs with; without it nothing is taken from there. */
    Optional<String> gitHubSecret() {
        return Optional.ofNullable(environment.get("HINDSIGHT_GITHUB_WEBHOOK_SECRET"))
                .filter(secret -> !secret.isBlank());
    }

    /** In the user's own cache folder, so that clones and homes share it; in the home for a user who has none. */
    Cache cache() {
        var named = environment.get("HINDSIGHT_CACHE");
        if (named != null) {
            return new Cache(Path.of(named).toAbsolutePath().normalize());
        }
        var users = environment.containsKey("XDG_CACHE_HOME")
                ? Path.of(environment.get("XDG_CACHE_HOME"))
                : Path.of(System.getProperty("user.home"), ".cache");
        var ours = Stream.iterate(users.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .filter(nearest -> nearest.getNameCount() > 0 && Files.isWritable(nearest))
                .isPresent();
        return new Cache(ours ? users.resolve("hindsight") : home.resolve("cache"));
    }

    private Port port(String owner, String variable, int byDefault) {
        var text = environment.get(variable);
        try {
            return new Port(owner, variable, text == null ? byDefault : Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new StackFailure("%s must be a port number, not \"%s\".".formatted(variable, text));
        }
    }
}
