package dev.hindsight.log.schema;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Migrates the schemas of the log and of the services, as the login that may make roles; a step before any service starts. */
public final class Migrator {

    private Migrator() {}

    /**
     * Brings each schema up to date in the order given, then sets the passwords of the services' logins.
     *
     * @param passwords by name of the login role
     * @param schemas {@code log} first
     * @param progress told one sentence per step
     */
    public static void migrate(
            String url,
            String user,
            String password,
            Map<String, String> passwords,
            List<String> schemas,
            Consumer<String> progress) {
        for (var schema : schemas) {
            var done = Migrations.of(schema, url, user, password).migrate();
            progress.accept("schema %s is at version %s, %d migrations applied"
                    .formatted(
                            schema,
                            done.targetSchemaVersion == null ? done.initialSchemaVersion : done.targetSchemaVersion,
                            done.migrationsExecuted));
        }
        try (var connection = DriverManager.getConnection(url, user, password)) {
            var postgres = connection.unwrap(PGConnection.class);
            for (var login : passwords.entrySet()) {
                postgres.alterUserPassword(login.getKey(), login.getValue().toCharArray(), "scram-sha-256");
                progress.accept("login " + login.getKey() + " has its password");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot set the passwords of the services' logins: " + e.getMessage(), e);
        }
    }
}
