package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path HOME =
            Path.of("target", "a home with spaces " + UUID.randomUUID()).toAbsolutePath();

    private static Infrastructure infrastructure;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        infrastructure = Infrastructure.database(CHECKOUT, HOME);
    }

    @AfterAll
    static void stop() throws IOException {
        infrastructure.close();
        Infrastructure.discard(CHECKOUT, HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
    void whatMakesACommitLastIsOn(String setting) throws SQLException, IOException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SHOW " + setting)) {
            answer.next();
            assertThat(answer.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void whatWasCommittedIsThereAfterAKill() throws Exception {
        try (var connection = migrator()) {
            connection.createStatement().execute("CREATE TABLE kept (value int)");
            connection.createStatement().execute("INSERT INTO kept VALUES (42)");
        }

        infrastructure.killDatabase();
        assertThatThrownBy(PostgresTest::migrator).isInstanceOf(SQLException.class);
        infrastructure.startDatabase();

        try (var connection = migrator();
                var answer = connection.createStatement().executeQuery("SELECT value FROM kept")) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void theMigratorOwnsTheDatabaseAndIsNoSuperuser() throws Exception {
        try (var connection = migrator();
                var answer = connection.createStatement().executeQuery("""
                        SELECT rolsuper, rolcreaterole, pg_get_userbyid(datdba) = current_user
                          FROM pg_roles, pg_database WHERE rolname = current_user AND datname = 'hindsight'""")) {
            answer.next();
            assertThat(answer.getBoolean(1)).isFalse();
            assertThat(answer.getBoolean(2)).isTrue();
            assertThat(answer.getBoolean(3)).isTrue();
        }
    }

    @Test
    void theMigratorCannotOpenKeycloaksDatabase() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                        infrastructure.databaseUrl("keycloak"),
                        infrastructure.migratorUser(),
                        infrastructure.secret("HINDSIGHT_MIGRATOR_DB_PASSWORD")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database \"keycloak\"");
    }

    @Test
    void noSecretIsAmongTheArgumentsOfItsProcess() throws IOException {
        var process = ProcessHandle.of(infrastructure.databaseProcess().getAsLong());

        assertThat(process.orElseThrow().info().commandLine().orElseThrow())
                .contains("fsync=on")
                .doesNotContain(infrastructure.superuserPassword());
    }

    private static Connection superuser() throws SQLException, IOException {
        return DriverManager.getConnection(
                infrastructure.databaseUrl("postgres"), infrastructure.superuser(), infrastructure.superuserPassword());
    }

    private static Connection migrator() throws SQLException, IOException {
        return DriverManager.getConnection(
                infrastructure.databaseUrl("hindsight"),
                infrastructure.migratorUser(),
                infrastructure.secret("HINDSIGHT_MIGRATOR_DB_PASSWORD"));
    }
}
