package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The real PostgreSQL, and if wanted the real Keycloak, without our services: for tests and benchmarks. It takes free
 * ports, ends with the program that started it, and stops what a killed predecessor left in the same home.
 */
public final class Infrastructure implements AutoCloseable {

    private static final List<String> OWNERS_OF_PORTS = List.of("POSTGRES", "KEYCLOAK", "KEYCLOAK_MANAGEMENT");

    private final Settings settings;
    private final Secrets secrets;
    private final Postgres postgres;
    private final Keycloak keycloak;
    private final List<Part> parts;
    private final Thread atExit = new Thread(this::stopAtExit, "stop infrastructure");

    private Infrastructure(Settings settings, boolean withKeycloak) throws IOException {
        this.settings = settings;
        secrets = new Secrets(settings.home(), settings.environment());
        postgres = new Postgres(settings, secrets);
        keycloak = new Keycloak(settings, secrets);
        parts = withKeycloak ? List.of(postgres, keycloak) : List.of(postgres);
    }

    public static Infrastructure database(Path checkout, Path home) throws IOException, InterruptedException {
        return started(checkout, home, Map.of(), false);
    }

    /** {@code gatewayUrl} is where browsers are sent back to after signing in. */
    public static Infrastructure databaseAndIdentity(Path checkout, Path home, String gatewayUrl)
            throws IOException, InterruptedException {
        var address = Map.of("HINDSIGHT_URL", FirstStart.GATEWAY_URL);
        if (Files.notExists(home)) {
            Homes.create(home);
            FirstStart.copyInto(
                    home,
                    settings(checkout, home, Map.of()).cache(),
                    folder -> started(checkout, folder, address, true).close());
        }
        var infrastructure = started(checkout, home, address, true);
        if (!gatewayUrl.equals(FirstStart.GATEWAY_URL)) {
            new GatewayClient(
                            infrastructure.settings.keycloakUrl(),
                            infrastructure.secret("HINDSIGHT_KEYCLOAK_ADMIN_PASSWORD"))
                    .move(FirstStart.GATEWAY_URL, gatewayUrl);
        }
        return infrastructure;
    }

    /** Ends what a killed program left running in this home, and deletes the home. */
    public static void discard(Path checkout, Path home) throws IOException {
        try {
            new Infrastructure(settings(checkout, home, Map.of()), true).stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while tidying up %s.".formatted(home), e);
        }
        Archives.delete(home);
    }

    public String databaseUrl(String database) {
        return settings.postgresUrl(database);
    }

    public int databasePort() {
        return settings.postgres().number();
    }

    public OptionalLong databaseProcess() throws IOException {
        return postgres.running().stream().mapToLong(ProcessHandle::pid).findFirst();
    }

    public String superuser() {
        return Postgres.SUPERUSER;
    }

    public String superuserPassword() throws IOException {
        return postgres.superuserPassword();
    }

    public String migratorUser() {
        return settings.migratorUser();
    }

    public String realmUrl() {
        return settings.realmUrl();
    }

    /** A password of this home by the name of the environment variable that carries it. */
    public String secret(String variable) throws IOException {
        return secrets.of(variable);
    }

    public void startDatabase() throws IOException, InterruptedException {
        postgres.start(Progress.silent());
    }

    public void stopDatabase() throws IOException, InterruptedException {
        postgres.stop();
    }

    /** Kills the server and all its processes, as {@code kill -9} does. */
    public void killDatabase() throws IOException, InterruptedException {
        postgres.kill();
    }

    public OptionalLong identityProcess() throws IOException {
        return keycloak.running().stream().mapToLong(ProcessHandle::pid).findFirst();
    }

    public void startIdentity() throws IOException, InterruptedException {
        keycloak.start(Progress.silent());
    }

    public void stopIdentity() throws IOException, InterruptedException {
        keycloak.stop();
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(atExit);
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while stopping the infrastructure.", e);
        }
    }

    private static Infrastructure started(Path checkout, Path home, Map<String, String> chosen, boolean withKeycloak)
            throws IOException, InterruptedException {
        Homes.create(home);
        var environment = new HashMap<>(chosen);
        var ports = FreePorts.find(OWNERS_OF_PORTS.size());
        for (int i = 0; i < OWNERS_OF_PORTS.size(); i++) {
            environment.put("HINDSIGHT_" + OWNERS_OF_PORTS.get(i) + "_PORT", Integer.toString(ports.get(i)));
        }
        var infrastructure = new Infrastructure(settings(checkout, home, environment), withKeycloak);
        infrastructure.stop();
        Runtime.getRuntime().addShutdownHook(infrastructure.atExit);
        for (var part : infrastructure.parts) {
            part.start(Progress.silent());
        }
        return infrastructure;
    }

    private void stop() throws IOException, InterruptedException {
        for (var part : parts.reversed()) {
            part.stop();
        }
    }

    private void stopAtExit() {
        try {
            stop();
        } catch (IOException | InterruptedException e) {
            System.err.println("Could not stop everything in %s: %s".formatted(settings.home(), e.getMessage()));
        }
    }

    /** Only where programs are cached comes from the surroundings: a test is not to depend on the rest of them. */
    private static Settings settings(Path checkout, Path home, Map<String, String> chosen) {
        var environment = new HashMap<>(chosen);
        Stream.of("HINDSIGHT_CACHE", "XDG_CACHE_HOME")
                .forEach(name ->
                        Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value)));
        return new Settings(checkout, home.toAbsolutePath().normalize(), Map.copyOf(environment));
    }
}
