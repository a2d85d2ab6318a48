package dev.hindsight.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MigrationFailureTest {

    private static TestDatabase database;

    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aDatabaseThatIsDownIsOneSentence() {
        assertThat(run(Map.of("HINDSIGHT_DB_URL", "jdbc:postgresql://127.0.0.1:1/hindsight")))
                .isEqualTo(1);

        assertThat(sentence())
                .startsWith("The database at jdbc:postgresql://127.0.0.1:1/hindsight does not answer")
                .endsWith("start it, or correct HINDSIGHT_DB_URL.");
    }

    @Test
    void aWrongPasswordIsOneSentence() {
        assertThat(run(Map.of("HINDSIGHT_MIGRATOR_DB_PASSWORD", "wrong"))).isEqualTo(1);

        assertThat(sentence())
                .contains("refuses hindsight_migrator")
                .endsWith("check HINDSIGHT_MIGRATOR_DB_USER and HINDSIGHT_MIGRATOR_DB_PASSWORD.");
    }

    @Test
    void aDatabaseThatIsMissingIsOneSentence() {
        assertThat(run(Map.of("HINDSIGHT_DB_URL", database.url("nowhere")))).isEqualTo(1);

        assertThat(sentence()).startsWith("There is no such database").endsWith("as its owner.");
    }

    @Test
    void aMissingSettingIsOneSentence() {
        assertThat(run(Map.of("HINDSIGHT_INCIDENT_SERVICE_DB_PASSWORD", ""))).isEqualTo(1);

        assertThat(sentence()).isEqualTo("HINDSIGHT_INCIDENT_SERVICE_DB_PASSWORD is not set; the migration needs it.");
    }

    @Test
    void aLoginWithoutTheRightsIsOneSentenceAndLeavesNothingBehind() throws Exception {
        try (var connection = database.superuser()) {
            connection.createStatement().execute("CREATE ROLE visitor LOGIN PASSWORD 'visitor'");
        }

        assertThat(run(Map.of("HINDSIGHT_MIGRATOR_DB_USER", "visitor", "HINDSIGHT_MIGRATOR_DB_PASSWORD", "visitor")))
                .isEqualTo(1);

        assertThat(sentence()).contains("no service may start on it").contains("permission denied");
        try (var connection = database.superuser();
                var answer = connection.createStatement().executeQuery("SELECT to_regnamespace('log')")) {
            answer.next();
            assertThat(answer.getString(1)).isNull();
        }
    }

    private int run(Map<String, String> changes) {
        var environment = new HashMap<>(Map.of(
                "HINDSIGHT_DB_URL", database.url(),
                "HINDSIGHT_MIGRATOR_DB_PASSWORD", database.migratorPassword()));
        Migration.SERVICES.forEach(schema -> environment.put(MigrationSettings.passwordVariable(schema), "unused"));
        environment.putAll(changes);
        return Migration.run(
                environment,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(problems, true, StandardCharsets.UTF_8));
    }

    private String sentence() {
        assertThat(problems.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        return problems.toString(StandardCharsets.UTF_8).strip();
    }
}
