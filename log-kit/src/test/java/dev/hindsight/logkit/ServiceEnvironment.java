package dev.hindsight.logkit;

import dev.hindsight.log.schema.Migrator;
import dev.hindsight.testkit.TestDatabase;
import dev.hindsight.testkit.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The real database, migrated, and the real identity provider, for one run of a service's tests. Each service has a
 * subclass that names its schema.
 */
public abstract class ServiceEnvironment implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "a password for tests";
    /** Well within the five minutes that a token of the realm lives. */
    private static final Duration REUSED = Duration.ofMinutes(3);

    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();
    private static TestStack running;

    private final String schema;

    protected ServiceEnvironment(String schema) {
        this.schema = schema;
    }

    @Override
    public Map<String, String> start() {
        var stack = TestStack.start();
        running = stack;
        var settings = new HashMap<>(migrated(stack.database(), schema));
        settings.put("quarkus.oidc.auth-server-url", stack.realmUrl());
        settings.put("hindsight.directory.secret", stack.directorySecret());
        return settings;
    }

    /** Brings a database up to date; the answer is how the service of this schema finds it. */
    public static Map<String, String> migrated(TestDatabase database, String schema) {
        Migrator.migrate(
                database.url(),
                database.migratorUser(),
                database.migratorPassword(),
                Map.of(schema + "_service", PASSWORD),
                List.of("log", schema),
                _ -> {});
        return Map.of("quarkus.datasource.jdbc.url", database.url(), "quarkus.datasource.password", PASSWORD);
    }

    public static TestDatabase database() {
        return running.database();
    }

    public static Realm realm() {
        return new Realm(running);
    }

    private record Token(String value, Instant drawnAt) {}

    /** Drawn once per user, and again before it ends: Keycloak takes many quick sign-ins for an attack. */
    public static String tokenOf(String user) {
        var now = Instant.now();
        return TOKENS.compute(
                        user,
                        (name, known) ->
                                known != null && known.drawnAt().plus(REUSED).isAfter(now)
                                        ? known
                                        : new Token(running.tokenOf(name), now))
                .value();
    }

    @Override
    public void stop() {
        running.close();
    }
}
