package dev.hindsight.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private static final String USABLE_SCHEMAS = """
            SELECT nspname
              FROM pg_namespace
             WHERE has_schema_privilege(oid, 'USAGE')
               AND nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'public', 'log')
            """;
    private static final String SERVICE_PASSWORD = "drawn for this test alone";

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.start();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEmptyDatabaseBecomesOneThatServicesCanLogInTo() throws SQLException {
        assertThat(run(Map.of())).isZero();

        assertThat(text(problems)).isEmpty();
        for (var schema : Migration.SCHEMAS) {
            assertThat(text(progress).lines()).anyMatch(line -> line.startsWith("schema %s is at".formatted(schema)));
        }
        for (var schema : Migration.SERVICES) {
            try (var connection = database.connect(MigrationSettings.login(schema), SERVICE_PASSWORD);
                    var answer = connection.createStatement().executeQuery("SELECT count(*) FROM log.event_entry")) {
                assertThat(answer.next()).isTrue();
            }
        }
    }

    /** What one service keeps is nobody else's: {@code log} apart, each sees its own schema alone. */
    @Test
    void noServiceReadsTheTablesOfAnother() throws SQLException {
        run(Map.of());

        for (var schema : Migration.SERVICES) {
            try (var connection = database.connect(MigrationSettings.login(schema), SERVICE_PASSWORD);
                    var usable = connection.createStatement().executeQuery(USABLE_SCHEMAS)) {
                assertThat(usable.next()).isTrue();
                assertThat(usable.getString(1)).isEqualTo(schema);
                assertThat(usable.next()).isFalse();
            }
        }
    }

    @Test
    void aSecondRunChangesNothing() {
        run(Map.of());
        progress.reset();

        assertThat(run(Map.of())).isZero();

        assertThat(text(progress).lines().filter(line -> line.startsWith("schema ")))
                .hasSize(Migration.SCHEMAS.size())
                .allMatch(line -> line.contains(", 0 migrations"));
    }

    /** The migration is undone and run again, with an entry in the log that was there before it. */
    @Test
    void whatIsDiscussedAlreadyIsPlannedNoOtherPostMortem() throws SQLException {
        run(Map.of());
        var incident = UUID.randomUUID();
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
                    VALUES (gen_random_uuid(), 'postmortem', gen_random_uuid(), 0, 'post-mortem-created',
                            '{"incidentIds": ["%s"], "team": "chain-core"}', '{}')""".formatted(incident));
            statement.execute("DROP TABLE incident.post_mortem_planned");
            statement.execute("DELETE FROM incident.token_entry WHERE processor_name = 'post-mortem-planning'");
            statement.execute("DELETE FROM incident.flyway_schema_history WHERE version = '12'");
        }

        assertThat(run(Map.of())).as(text(problems)).isZero();

        try (var connection = database.superuser();
                var planned = connection
                        .createStatement()
                        .executeQuery("SELECT incident_id FROM incident.post_mortem_planned")) {
            assertThat(planned.next()).isTrue();
            assertThat(planned.getObject(1, UUID.class)).isEqualTo(incident);
            assertThat(planned.next()).isFalse();
        }
    }

    @Test
    void rolesThatAreThereAlreadyAreTaken() throws SQLException {
        try (var connection = database.superuser()) {
            connection.createStatement().execute("CREATE ROLE incident_service LOGIN");
            connection.createStatement().execute("GRANT incident_service TO hindsight_migrator WITH ADMIN OPTION");
        }

        assertThat(run(Map.of())).as(text(problems)).isZero();
    }

    @Test
    void noSecretIsTold() {
        run(Map.of());

        assertThat(text(progress) + text(problems)).doesNotContain(SERVICE_PASSWORD, database.migratorPassword());
    }

    private int run(Map<String, String> changes) {
        var environment = new HashMap<>(Map.of(
                "HINDSIGHT_DB_URL", database.url(),
                "HINDSIGHT_MIGRATOR_DB_PASSWORD", database.migratorPassword()));
        Migration.SERVICES.forEach(
                schema -> environment.put(MigrationSettings.passwordVariable(schema), SERVICE_PASSWORD));
        environment.putAll(changes);
        return Migration.run(
                environment,
                new PrintStream(progress, true, StandardCharsets.UTF_8),
                new PrintStream(problems, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
