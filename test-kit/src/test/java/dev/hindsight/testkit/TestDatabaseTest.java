package dev.hindsight.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void keepsItsDataThroughARestartAndAKill() throws SQLException {
        try (var database = TestDatabase.start()) {
            try (var connection = database.migrator()) {
                connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS value");
            }
            database.restart();
            database.kill();
            database.startAgain();

            try (var connection = database.migrator();
                    var answer = connection.createStatement().executeQuery("SELECT value FROM kept")) {
                assertThat(answer.next()).isTrue();
                assertThat(answer.getInt(1)).isEqualTo(42);
            }
        }
    }

    @Test
    void twoStandSideBySide() throws SQLException {
        try (var one = TestDatabase.start();
                var other = TestDatabase.start();
                var connection = one.migrator()) {
            connection.createStatement().execute("CREATE TABLE only_here ()");

            try (var elsewhere = other.migrator();
                    var answer = elsewhere.createStatement().executeQuery("SELECT to_regclass('only_here')")) {
                answer.next();
                assertThat(answer.getString(1)).isNull();
            }
        }
    }

    @Test
    void closingLeavesNoProcess() {
        var database = TestDatabase.start();
        var server = ProcessHandle.of(database.process()).orElseThrow();

        database.close();

        assertThat(server.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).join())
                .isNotNull();
    }

    @Test
    void whatAKilledTestLeftIsStoppedByTheNextOne() throws IOException, InterruptedException {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftBehind.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var server = ProcessHandle.of(Long.parseLong(killed.inputReader().readLine()))
                .orElseThrow();
        killed.destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();

        tidyUpInAnotherProgram();

        assertThat(server.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).join())
                .isNotNull();
    }

    private static void tidyUpInAnotherProgram() throws IOException, InterruptedException {
        var next = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftBehind.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        next.inputReader().readLine();
        next.destroy(); // in order: its own server ends with it
        next.waitFor();
    }
}
