package dev.hindsight.testkit;

import dev.hindsight.localstack.DirectGrant;
import dev.hindsight.localstack.Infrastructure;
import java.nio.file.Path;
import java.util.Map;

/** PostgreSQL and Keycloak with the demo realm and its users; closing it deletes both. */
public final class TestStack implements AutoCloseable {

    private final TestDatabase database;
    private final Infrastructure infrastructure;

    private TestStack(Path home, Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        database = TestDatabase.of(home, infrastructure);
    }

    /** For a gateway on the port where Quarkus tests listen. */
    public static TestStack start() {
        return start("http://localhost:8081");
    }

    /** {@code gatewayUrl} is where browsers are sent back to after signing in. */
    public static TestStack start(String gatewayUrl) {
        return Unchecked.get(() -> {
            var home = TestHomes.fresh("stack");
            return new TestStack(home, Infrastructure.databaseAndIdentity(TestHomes.checkout(), home, gatewayUrl));
        });
    }

    public TestDatabase database() {
        return database;
    }

    public String realmUrl() {
        return infrastructure.realmUrl();
    }

    /** The secret of the client {@code hindsight-gateway}. */
    public String gatewaySecret() {
        return Unchecked.get(() -> infrastructure.secret("HINDSIGHT_GATEWAY_SECRET"));
    }

    /** The secret of the client {@code hindsight-directory}. */
    public String directorySecret() {
        return Unchecked.get(() -> infrastructure.secret("HINDSIGHT_DIRECTORY_SECRET"));
    }

    /** The password of {@code keycloak-admin}, the administrator of all realms. */
    public String keycloakAdminPassword() {
        return Unchecked.get(() -> infrastructure.secret("HINDSIGHT_KEYCLOAK_ADMIN_PASSWORD"));
    }

    /** An access token of a demo user, whose password is the name. */
    public String tokenOf(String user) {
        return Unchecked.get(() -> new DirectGrant(realmUrl()).accessToken(user, user));
    }

    /** An access token by any grant, told by the fields of its form. */
    public String token(Map<String, String> form) {
        return Unchecked.get(() -> new DirectGrant(realmUrl()).accessToken(form));
    }

    /** The process that a test may freeze or kill. */
    public long keycloakProcess() {
        return Unchecked.get(infrastructure::identityProcess).orElseThrow();
    }

    /** Starts Keycloak again, on the same port and with the same keys. */
    public void startKeycloak() {
        Unchecked.run(infrastructure::startIdentity);
    }

    /** Ends Keycloak alone, as an outage does. */
    public void stopKeycloak() {
        Unchecked.run(infrastructure::stopIdentity);
    }

    @Override
    public void close() {
        database.close();
    }
}
