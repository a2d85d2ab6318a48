package dev.hindsight.audit;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hindsight.logkit.ServiceEnvironment;
import dev.hindsight.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator sees when somebody with every right has altered an entry after it was sealed. */
@QuarkusTest
@TestProfile(TamperedLogTest.DatabaseToSpoil.class)
class TamperedLogTest {

    private static final String POSITION = "checks.find { it.name == 'seal' }.data.position";

    /** A service that nobody can sign in to, on a database of its own, which verifies all the time. */
    public static class DatabaseToSpoil implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Migrated.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.tenant-enabled", "false", "hindsight.audit.verify-every", "PT0.2S");
        }
    }

    /** The real database, migrated. */
    public static class Migrated implements QuarkusTestResourceLifecycleManager {

        private static TestDatabase database;

        @Override
        public Map<String, String> start() {
            database = TestDatabase.start();
            var settings = new HashMap<>(ServiceEnvironment.migrated(database, "audit"));
            settings.putAll(SigningKeys.inAFolderOfItsOwn());
            return settings;
        }

        @Override
        public void stop() {
            database.close();
        }
    }

    @Test
    void theHealthNamesThePositionUntilTheEntryIsPutBack() {
        asSuperuser("""
                INSERT INTO log.event_entry
                    (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
                SELECT gen_random_uuid(), 'incident', gen_random_uuid(), 0, 'incident-acknowledged',
                       '{"incidentId":"019a0000-0000-7000-8000-000000000000","occurredAt":null}', '{}'
                  FROM generate_series(1, 5)
                """);
        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> given().get("/q/metrics").then().body(containsString("hindsight_seal_position 5.0")));
        given().get("/q/health/well").then().body("checks.find { it.name == 'seal' }.status", equalTo("UP"));

        alter("payload || ' '");
        await().atMost(30, SECONDS)
                .untilAsserted(() ->
                        given().get("/q/health/well").then().statusCode(503).body(POSITION, equalTo(3)));
        given().get("/q/metrics").then().body(containsString("hindsight_verification_findings"));

        alter("rtrim(payload)");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> given().get("/q/health/well")
                        .then()
                        .body("checks.find { it.name == 'seal' }.status", equalTo("UP")));
    }

    private static void alter(String payload) {
        asSuperuser("ALTER TABLE log.event_entry DISABLE TRIGGER ALL");
        asSuperuser("UPDATE log.event_entry SET payload = %s WHERE global_index = 3".formatted(payload));
        asSuperuser("ALTER TABLE log.event_entry ENABLE ALWAYS TRIGGER append_only");
    }

    private static void asSuperuser(String statement) {
        try (var connection = Migrated.database.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
