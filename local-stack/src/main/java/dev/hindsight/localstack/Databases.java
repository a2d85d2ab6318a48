package dev.hindsight.localstack;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The databases of a server and the logins that own them; all that is inside {@code hindsight} is the migrator's work.
 * Passwords are set again at every start, so that they are always those of {@link Secrets}.
 */
record Databases(Connection superuser, Secrets secrets) {

    void create(Settings settings) throws SQLException, IOException {
        if (settings.externalDatabase().isEmpty()) {
            var migrator = settings.migratorUser();
            login(migrator, "LOGIN CREATEROLE", secrets.of("HINDSIGHT_MIGRATOR_DB_PASSWORD"));
            database("hindsight", migrator);
        }
        if (settings.externalRealm().isEmpty()) {
            login("keycloak", "LOGIN", secrets.of("HINDSIGHT_KEYCLOAK_DB_PASSWORD"));
            database("keycloak", "keycloak");
            execute("REVOKE ALL ON DATABASE keycloak FROM PUBLIC");
        }
    }

    private void login(String name, String rights, String password) throws SQLException {
        var verb = exists("SELECT FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
        execute("%s ROLE %s %s PASSWORD %s".formatted(verb, identifier(name), rights, quoted(password)));
    }

    private void database(String name, String owner) throws SQLException {
        if (!exists("SELECT FROM pg_database WHERE datname = ?", name)) {
            execute("CREATE DATABASE %s OWNER %s".formatted(name, identifier(owner)));
        }
    }

    private boolean exists(String query, String name) throws SQLException {
        try (var statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private String identifier(String name) throws SQLException {
        try (var statement = superuser.createStatement()) {
            return statement.enquoteIdentifier(name, true);
        }
    }

    private String quoted(String text) throws SQLException {
        try (var statement = superuser.createStatement()) {
            return statement.enquoteLiteral(text);
        }
    }
}
