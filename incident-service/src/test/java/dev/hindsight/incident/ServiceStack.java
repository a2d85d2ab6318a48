package dev.hindsight.incident;

import dev.hindsight.log.schema.Migrator;
import dev.hindsight.testkit.TestDatabase;
import dev.hindsight.testkit.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The real database, migrated, and the real identity provider, for one run of the service's tests. */
public class ServiceStack implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "a password for tests";
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static TestStack running;

    @Override
    public Map<String, String> start() {
        var stack = TestStack.start();
        running = stack;
        var settings = new HashMap<>(migrated(stack.database()));
        settings.put("quarkus.oidc.auth-server-url", stack.realmUrl());
        return settings;
    }

    /** Brings a database up to date; the answer is how the service finds it. */
    static Map<String, String> migrated(TestDatabase database) {
        Migrator.migrate(
                database.url(),
                database.migratorUser(),
                database.migratorPassword(),
                Map.of("incident_service", PASSWORD),
                List.of("log", "incident"),
                _ -> {});
        return Map.of("quarkus.datasource.jdbc.url", database.url(), "quarkus.datasource.password", PASSWORD);
    }

    static Realm realm() {
        return new Realm(running);
    }

    /** Drawn once per user: Keycloak takes many quick sign-ins for an attack. */
    static String tokenOf(String user) {
        return TOKENS.computeIfAbsent(user, running::tokenOf);
    }

    @Override
    public void stop() {
        running.close();
    }
}
